public import Labs
internal import Messages

/// Settings that are the learner's own choice, by name, by layer and name, or all of a layer: `other_ways: [initializer, dropout.rate]`.
///
/// It is no check, and nothing is asked: it says what none looks at, to whoever looks for holes in the checks.
struct OtherWays: WrittenCheck {
  static let form = CheckForm(.otherWays, like: "[dropout.rate, initializer]") { ways($0, &$1) }

  /// The names.
  let names: [String]

  var name: CheckName { .matches }

  var planned: [CheckValue?] { [] }

  var kind: CheckKind { .choice(names) }

  var wantedShapes: [(layer: String, dimensions: [Int])] { [] }
  var wantedFunction: (name: String, type: String)? { nil }

  var hiddenCases: Int { 0 }

  private static func ways(_ value: YAMLValue, _ diagnostics: inout DiagnosticList) -> OtherWays? {
    let (key, example) = (form.name, form.example)
    guard let list = value.list(for: key, example: example, &diagnostics) else { return nil }
    guard !list.isEmpty else { return value.empty(key, example: example, &diagnostics) }
    let words = list.compactMap {
      SettingsReader.word($0, key, example: example, &diagnostics).map(SettingName.inSwift)
    }
    return words.count == list.count ? OtherWays(names: words) : nil
  }
}

extension Lab {
  /// The settings of an exercise that the lab leaves to the learner.
  func otherWays(of id: String) -> [String] {
    checks(of: id).flatMap { check -> [String] in
      if case .choice(let names) = check.kind { names } else { [] }
    }
  }

  /// Whether any check holds an exercise against the lab's solution.
  public var asksForSolution: Bool {
    checkLists.flatMap(\.list).contains { $0.answerCheck?.needsSolution ?? false }
  }
}
