/// Why a learner's program handed over no answer. Never a reproach: it could not be judged.
public enum ProgramPhrase: Phrase {
  /// It took longer than it may.
  case overTime(seconds: Int)
  /// It asked for more memory than it may.
  case overMemory(bytes: Int)
  /// It printed more than it may.
  case overOutput(bytes: Int)
  /// A signal stopped it; with the runtime's words, where there were any.
  case crashed(signal: Int, words: String?)
  /// It ended before its end, without a word.
  case endedEarly
  /// The answer is too long.
  case answerTooLong(bytes: Int, limit: Int)
  /// The networks have too many layers.
  case tooManyLayers(count: Int, limit: Int)
  /// A number of the answer is NaN or infinite; where it stands, as `training.learningRate`.
  case valueNotFinite(path: String)
  /// The answer is not what a program hands over; where in it, `networks.fc.layers.2`, or nothing where it is no answer at all.
  case answerUnreadable(place: String)
  /// The compiler took longer than it may.
  case compilerOverTime(seconds: Int)
  /// The compiled program is larger than it may be.
  case compilerOverOutput(bytes: Int)
  /// The compiler itself stopped; its last words.
  case compilerStopped(words: String)
  /// The compiler refused, at no place in the lab; its words.
  case notCompiled(words: String)
  /// The program could not be linked, because nothing makes what is called `name` there; nothing where the linker names none.
  case notLinked(name: String)
  /// More was printed than is shown.
  case moreWasPrinted(bytes: Int)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }

  /// Bytes as people count them: `64 KiB`, `1 GiB`.
  static func size(_ bytes: Int) -> String {
    let units = [(1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")]
    guard let (unit, name) = units.first(where: { bytes >= $0.0 }) else { return "\(bytes) B" }
    return bytes % unit == 0 ? "\(bytes / unit) \(name)" : "\((Double(bytes) / Double(unit)).places(1)) \(name)"
  }

  /// A signal's short name; its number where it is a rare one.
  static func name(ofSignal signal: Int) -> String {
    let names = [
      4: "SIGILL", 5: "SIGTRAP", 6: "SIGABRT", 7: "SIGBUS", 8: "SIGFPE", 9: "SIGKILL", 11: "SIGSEGV", 13: "SIGPIPE",
      15: "SIGTERM", 24: "SIGXCPU", 25: "SIGXFSZ", 31: "SIGSYS",
    ]
    return names[signal] ?? "signal \(signal)"
  }
}

// MARK: English

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
      if let words { return "the program stopped here: \(CrashWords.plain(words, in: .english))" }
      switch signal {
      case 4, 5:
        return "the program stopped here: one of Swift's checks failed, such as a number that grew too "
          + "large, a place outside a list, or a nil that was unwrapped"
      case 11:
        return "the program stopped here: often a function that calls itself without end, "
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

// MARK: Korean

extension ProgramPhrase {
  var korean: String {
    switch self {
    case .overTime(let seconds):
      return "프로그램이 \(seconds)초가 지나도 끝나지 않아서 멈췄어요. 끝나지 않는 반복문이 있는지 살펴보세요"
    case .overMemory(let bytes):
      return "프로그램이 한도인 \(Self.size(bytes))보다 많은 메모리를 쓰려고 해서 멈췄어요. "
        + "신경망을 적는 데는 메모리가 거의 들지 않으니, 끝없이 길어지는 목록이 있는지 살펴보세요"
    case .overOutput(let bytes):
      return "프로그램이 \(Self.size(bytes))보다 많이 출력해서 멈췄어요. 반복문 안의 print를 살펴보세요"
    case .crashed(let signal, let words):
      let name = Self.name(ofSignal: signal)
      if let words { return "프로그램이 여기서 멈췄어요: \(CrashWords.plain(words, in: .korean))" }
      switch signal {
      case 4, 5:
        return "프로그램이 여기서 멈췄어요. 수가 너무 커졌거나, 목록의 범위를 벗어났거나, "
          + "nil을 강제로 풀었을 때 이렇게 돼요"
      case 11:
        return "프로그램이 여기서 멈췄어요. 함수가 자기 자신을 끝없이 부르거나, "
          + "상수를 만드는 셀보다 위에서 그 상수를 쓰는지 살펴보세요"
      default: return "프로그램이 여기서 멈췄어요(\(name))"
      }
    case .endedEarly: return "프로그램이 마지막 줄 전에 끝나서 답이 오지 않았어요. 프로그램을 일찍 끝내는 부분을 지워 보세요"
    case .answerTooLong(let bytes, let limit):
      return "답의 길이가 \(Self.size(bytes))인데 \(Self.size(limit))까지만 읽을 수 있어요. "
        + "층을 너무 많이 만드는 반복문이 있는지 살펴보세요"
    case .tooManyLayers(let count, let limit):
      return "신경망의 층이 \(count.grouped)개인데 \(limit.grouped)개까지만 읽을 수 있어요. "
        + "층을 너무 많이 만드는 반복문이 있는지 살펴보세요"
    case .valueNotFinite(let path): return "`\(path)` 값이 유한한 수가 아니에요. 0으로 나누는 곳이 있는지 살펴보세요"
    case .answerUnreadable(let place):
      return "프로그램이 넘긴 것이 답의 꼴이 아니에요" + (place.isEmpty ? "" : "(`\(place)`에서 막혔어요)")
        + ". 셀에서는 신경망과 학습만 만들고, 넘기는 일은 SegLab에 맡겨 주세요"
    case .compilerOverTime(let seconds):
      return "Swift 컴파일러가 \(seconds)초가 지나도 끝나지 않아서 멈췄어요. 긴 줄을 여러 줄로 나누어 보세요"
    case .compilerOverOutput(let bytes):
      return "컴파일한 프로그램이 \(Self.size(bytes))보다 커요. 셀을 더 짧게 써 보세요"
    case .compilerStopped(let words):
      return "이 셀들을 읽다가 Swift 컴파일러가 멈췄어요" + (words.isEmpty ? "" : "(\(words))")
        + ". 길거나 깊이 겹친 줄을 나누어 보세요"
    case .notCompiled(let words): return "Swift 컴파일러가 셀 전체를 받아들이지 않았어요: \(words)"
    case .notLinked(let name):
      return name.isEmpty
        ? "셀 하나하나는 컴파일되지만 함께 프로그램이 되지는 못했어요. 마지막에 더한 것을 빼 보세요"
        : "셀에서 `\(name)`\(.object, after: name) 쓰는데 어디에도 없어요. 그것을 쓰는 부분을 빼 보세요"
    case .moreWasPrinted(let bytes): return "출력이 \(Self.size(bytes)) 더 있지만 보여 주지 않았어요"
    }
  }
}

/// Why a lab could not be judged though its cells could be compiled: a fault of SegLab's own, never the learner's.
public enum JudgePhrase: Phrase {
  /// The judge stopped: by a signal where there was one, with these last words, while this experiment was trained.
  case stopped(signal: Int?, words: String, training: String?)
  /// The judge gave no sign of life for so many seconds and was ended.
  case silent(seconds: Int, training: String?)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

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

// MARK: Korean

extension JudgePhrase {
  var korean: String {
    switch self {
    case .stopped(let signal, let words, let training):
      let how = signal.map { "(\(ProgramPhrase.name(ofSignal: $0)))" } ?? ""
      let place = training.map { "‘\($0)’ 학습 중에 " } ?? ""
      let said = words.isEmpty ? "" : " 마지막에 남긴 말: \(words)"
      return "SegLab의 채점기가 \(place)멈췄어요\(how). 이 실습의 셀이 아니라 SegLab의 잘못이에요. 실습 파일과 함께 알려 주세요.\(said)"
    case .silent(let seconds, let training):
      let place = training.map { "‘\($0)’ 학습 중에 " } ?? ""
      return "SegLab의 채점기가 \(place)\(Double(seconds).clock) 동안 아무 반응이 없어서 끝냈어요. "
        + "`--profile quick`으로 다시 실행해 보고, 또 그러면 실습 파일과 함께 알려 주세요."
    }
  }
}
