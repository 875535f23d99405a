extension JudgePhrase {
  var english: String {
    switch self {
    case .stopped(let signal, let words, let training):
      let how = signal.map { " (\(ProgramPhrase.name(ofSignal: $0)))" } ?? ""
      let place = training.map { " while it trained “\($0)”" } ?? ""
      let said = words.isEmpty ? "" : " Its last words: \(words)"
      return
        "SegLab's judge stopped\(place)\(how). That is a fault of SegLab's and not of this lab's cells: please report it, "
        + "with the lab's file.\(said)"
    case .silent(let seconds, let training):
      let place = training.map { " while it trained “\($0)”" } ?? ""
      return "SegLab's judge gave no sign of life for \(Double(seconds).clock)\(place) and was ended. "
        + "Run it again with `--profile quick`; if that ends so too, please report it, with the lab's file."
    }
  }
}
