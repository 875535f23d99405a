/// What is said while somebody works, and of what they ask for on the way.
public enum LoopPhrase: Phrase {
  /// How far a cell has come.
  public enum Stage: Codable, Sendable, Hashable {
    /// Holes to fill.
    case holes
    /// Swift that the compiler does not take.
    case compile
    /// A program or function to mend.
    case function
    /// Shapes that do not fit.
    case shapes
    /// Too many or too few parameters.
    case cost
    /// A training's numbers.
    case numbers
    /// A training's result.
    case training
    /// A question to answer.
    case answer
  }

  /// The loop begins.
  case watching(folder: String)
  /// The keys.
  case keys
  /// What is next.
  case next(cell: String, stage: Stage)
  /// Nothing is known yet: the lab is still being checked.
  case stillWorking
  /// There is no exercise to set back.
  case nothingToReset
  /// Whether to set an exercise back.
  case reallyReset(cell: String)
  /// Nothing was set back.
  case kept
  /// Another program works in the folder.
  case locked(folder: String)
  /// There is no solution.
  case noSolution(lab: String)
  /// The solution is shown once the cell has passed, or on request.
  case solutionAfterPassing(lab: String, cell: String)
  /// That the solution was asked for is recorded.
  case solutionRecorded
  /// The solution follows.
  case solution(cell: String)
  /// The networks are compared once the lab has passed.
  case diffAfterPassing(lab: String)
  /// The two networks are the same, layer by layer.
  case sameNetworks(network: String)
  /// What a network is compared with.
  case diffHead(network: String)
  /// A lab is as new as can be.
  case upToDate(labs: Int)
  /// A lab was brought up to date; how many of the learner's cells were kept.
  case updated(lab: String, cells: Int)
  /// A new lab was added.
  case added(lab: String)
  /// A cell that both the learner and the author changed; the learner's stands.
  case conflict(lab: String, cell: String)
  /// A cell that the new lab no longer has; where what was in it is kept.
  case cellGone(lab: String, cell: String, backup: String)
  /// The learner's file cannot be taken apart, so that it was left alone.
  case notUpdated(lab: String)
  /// A lab and its solution were made.
  case labMade(lab: String, solution: String)
  /// There is a file of that name already.
  case labExists(path: String)
  /// The name cannot be that of a lab.
  case badLabName(String)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}
