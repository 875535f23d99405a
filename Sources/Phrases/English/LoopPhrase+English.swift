extension LoopPhrase {
  var english: String {
    switch self {
    case .watching(let folder): return "Watching \(folder): every time you save a lab it is checked."
    case .keys: return "n next · h hint · r run again · l list · s solution · x reset · q quit"
    case .next(let cell, let stage): return "Next: “\(cell)”, \(stage.english)."
    case .stillWorking: return "The lab is still being checked."
    case .nothingToReset: return "There is no exercise to set back here."
    case .reallyReset(let cell):
      return "Set “\(cell)” back to what was shipped? y sets it back, any other key keeps it."
    case .kept: return "Nothing was changed."
    case .locked(let folder): return "Another seglab works in \(folder). End it first (q), or work in another folder."
    case .noSolution(let lab): return "There is no solution for \(lab)."
    case .solutionAfterPassing(let lab, let cell):
      return "The solution of “\(cell)” is shown when it has passed. A hint first: seglab hint \(lab) \(cell). "
        + "To see it all the same: seglab solution \(lab) \(cell) --insist."
    case .solutionRecorded: return "It is noted that you asked for it before the cell had passed."
    case .solution(let cell): return "The solution of “\(cell)”"
    case .diffAfterPassing(let lab):
      return "Your networks are held against the solution's when “\(lab)” has passed: seglab run \(lab)"
    case .sameNetworks(let network): return "`\(network)` is the solution's, layer by layer."
    case .diffHead(let network): return "`\(network)`: yours (-) beside the solution's (+)"
    case .upToDate(let labs): return "All \(labs) labs are up to date."
    case .updated(let lab, let cells):
      return "\(lab) is up to date; \(cells) of your cells \(cells == 1 ? "was" : "were") kept."
    case .added(let lab): return "\(lab) is new."
    case .conflict(let lab, let cell):
      return "\(lab): “\(cell)” was changed by you and by its author. Yours stands; compare it with seglab reset, "
        + "which keeps what you have."
    case .cellGone(let lab, let cell, let backup):
      return "\(lab): “\(cell)” is no longer part of the lab. What you wrote is kept in \(backup)."
    case .notUpdated(let lab):
      return "\(lab) has mistakes that keep your cells from being found, so it was left as it is. Mend it, then update."
    case .labMade(let lab, let solution): return "Made \(lab) and \(solution). Look at them with seglab verify."
    case .labExists(let path): return "There is a file \(path) already; choose another name."
    case .badLabName(let name):
      return "“\(name.shown)” cannot be a lab's name. Use small letters, digits and hyphens, a letter first."
    }
  }
}

extension LoopPhrase.Stage {
  fileprivate var english: String {
    switch self {
    case .holes: "fill in the holes"
    case .compile: "mend what Swift does not understand"
    case .function: "mend the function"
    case .shapes: "make the shapes fit"
    case .cost: "look at the number of parameters"
    case .numbers: "choose other numbers for the training"
    case .training: "look at what the training gave"
    case .answer: "answer the question"
    }
  }
}
