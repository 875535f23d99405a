public import Labs

extension Lab {
  /// The settings of an exercise that the lab leaves to the learner.
  func otherWays(of id: String) -> [String] {
    checks(of: id).flatMap { check -> [String] in
      if case .otherWays(let names) = check.rule { names } else { [] }
    }
  }

  /// Whether any check holds an exercise against the lab's solution.
  public var asksForSolution: Bool {
    blocks.contains { block in
      guard case .checks(let checks) = block else { return false }
      return checks.list.contains { $0.rule == .matchesSolution }
    }
  }
}
