extension ProgramPhrase {
  var english: String {
    switch self {
    case .overTime(let seconds):
      return "the program was stopped after \(seconds) s: look for a loop that never ends"
    case .overMemory(let bytes):
      return "the program was stopped because it asked for more memory than the \(Self.size(bytes)) that it may use: "
        + "a description of a network needs very little, so look for a list that grows without end"
    case .overOutput(let bytes):
      return "the program was stopped because it printed more than \(Self.size(bytes)): look for a loop that prints"
    case .crashed(let signal, let words):
      let name = Self.name(ofSignal: signal)
      if let words { return "the program stopped here: \(words) (\(name))" }
      switch signal {
      case 4, 5:
        return "the program stopped here (\(name)): one of Swift's checks failed, such as a number that grew too "
          + "large, a place outside a list, or a nil that was unwrapped"
      case 11:
        return "the program stopped here (\(name)): often a function that calls itself without end, "
          + "or a constant that is used above the cell that makes it"
      default: return "the program stopped here (\(name))"
      }
    case .endedEarly:
      return "the program ended before its last line and handed over no answer: remove what ends it early"
    case .answerTooLong(let bytes, let limit):
      return "the answer is \(Self.size(bytes)) long, and the engine reads at most \(Self.size(limit)): "
        + "look for a loop that makes too many layers"
    case .tooManyLayers(let count, let limit):
      return "the networks have \(count.grouped) layers, and the engine reads at most \(limit.grouped): "
        + "look for a loop that makes too many"
    case .valueNotFinite(let path): return "`\(path)` is not a finite number: look for a division by zero"
    case .answerUnreadable(let place):
      return "what the program handed over is no answer"
        + (place.isEmpty ? "" : " (it cannot be read at `\(place)`)")
        + ": let the cells make networks and trainings, and leave handing them over to SegLab"
    case .compilerOverTime(let seconds):
      return "the Swift compiler was stopped after \(seconds) s: split long lines into shorter ones"
    case .compilerOverOutput(let bytes):
      return "the compiled program is larger than \(Self.size(bytes)): make the cells shorter"
    case .compilerStopped(let words):
      return "the Swift compiler itself stopped on these cells"
        + (words.isEmpty ? "" : " (\(words))") + ": split long or deeply nested lines"
    case .notCompiled(let words): return "the Swift compiler refused the cells as a whole: \(words)"
    case .notLinked(let name):
      return name.isEmpty
        ? "the cells compile one by one, and do not make a program together: take out what you added last"
        : "the cells use `\(name)`, and nothing makes it: take out what asks for it"
    case .moreWasPrinted(let bytes): return "the program printed \(Self.size(bytes)) more than is shown"
    }
  }
}
