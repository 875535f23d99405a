extension VerifyPhrase {
  var english: String {
    switch self {
    case .looking(let lab): return "Looking at \(lab)."
    case .noHole(let exercise): return "the exercise `\(exercise)` has no `.FIXME`: there is nothing to do in it"
    case .noHint(let exercise): return "the exercise `\(exercise)` has no hint; add a cell ```text hint=\(exercise)"
    case .answerGiven(let question): return "the answer to `\(question)` is given away; write `?` in its place"
    case .linkLeadsNowhere(let name): return "there is no file `\(name)` beside the lab"
    case .notCalibrated: return "this bar was never measured over seeds; `seglab calibrate` does so"
    case .barTooNear(let margin, let least):
      return "this bar is \(margin.places(1)) standard deviations away from what is measured; it should be at least "
        + "\(least.places(0)). Move the bar, or make the training steadier"
    case .noTranslation(let file): return "other labs have a translation, and \(file) is not there"
    case .passedAsShipped(let cell): return "`\(cell)` passes before anyone has worked on it"
    case .brokenAsShipped(let cell, let message):
      return "`\(cell)` is broken before anyone has worked on it:\(message.behind(in: .english))"
    case .solutionFails(let cell, let check, let measured, let expected, let message):
      let numbers = measured.isEmpty && expected.isEmpty ? "" : " (\(measured), expected \(expected))"
      return "with the solution `\(cell)` does not pass: \(check)\(numbers).\(message.behind(in: .english))"
    case .noSet(let name):
      return "The data set “\(name)” is neither in this course folder nor one that can be generated."
    case .verified(let labs, let errors):
      return errors == 0
        ? "\(labs) \(labs == 1 ? "lab is" : "labs are") as they should be."
        : "\(errors) \(errors == 1 ? "fault" : "faults") in \(labs) \(labs == 1 ? "lab" : "labs")."
    }
  }
}
