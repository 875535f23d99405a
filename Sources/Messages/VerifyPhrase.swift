/// What is said to the author of a course about its labs.
public enum VerifyPhrase: Phrase {
  /// A lab is being looked at.
  case looking(lab: String)
  /// An exercise has nothing to fill in.
  case noHole(exercise: String)
  /// An exercise has no hint.
  case noHint(exercise: String)
  /// An answer stands in the lab as shipped.
  case answerGiven(question: String)
  /// A bar for a measured number was never calibrated.
  case notCalibrated
  /// A bar is `margin` standard deviations away from what is measured.
  case barTooNear(margin: Double, least: Double)
  /// Pieces of a translation still have the mark of what is to be translated.
  case notTranslated(count: Int)
  /// Other labs have a translation into the language, and this one has none.
  case noTranslation(file: String)
  /// A cell passes before anyone has worked on it.
  case passedAsShipped(cell: String)
  /// A cell is broken before anyone has worked on it.
  case brokenAsShipped(cell: String, message: Said)
  /// The solution does not pass.
  case solutionFails(cell: String, check: String, measured: String, expected: String, message: Said)
  /// A command in a lab's words is none.
  case commandUnknown(command: String, reason: String)
  /// A command in a lab's words names a lab that there is not.
  case labUnknown(command: String, lab: String)
  /// A command in a lab's words names a cell that its lab does not have.
  case cellUnknown(command: String, cell: String, known: [String])
  /// A command in a lab's words names a data set that no lab uses and that nothing before it makes.
  case setUnknown(command: String, set: String, known: [String])
  /// A number that a lab takes from its data set is another there.
  case factDiffers(name: String, written: String, measured: Double, set: String)
  /// No number of a data set is called so.
  case factUnknown(name: String, known: [String])
  /// A number that a lab takes from its data set is not in its words.
  case factNotInProse(name: String, written: String)
  /// With this change to the solution every check of the exercise still passes; the parts in which the setting was changed.
  case notCaught(cell: String, constant: String, setting: String, parts: [String], original: String, changed: String)
  /// So many changes were not tried because time was over.
  case untried(count: Int, tried: Int)
  /// A data set that can be neither found nor generated.
  case noSet(String)
  /// A lab names a data set that can be neither found nor generated; `known` are there.
  case unknownSet(String, known: [String])
  /// An experiment names a constant that no cell defines; `nearest` is spelt much like it.
  case unknownConstant(experiment: String, name: String, nearest: String?)
  /// All labs were looked at.
  case verified(labs: Int, errors: Int)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}

/// What another phrase says, as part of one.
public struct Said: Codable, Sendable, Hashable {
  private let message: Message?

  /// - Parameter phrase: what is said; nil for nothing.
  public init(_ phrase: (any Phrase)?) { message = phrase.map { Message($0) } }

  /// A space and the words, or nothing.
  func behind(in language: Language) -> String { message.map { " " + $0.text(in: language) } ?? "" }
}

// MARK: English

extension VerifyPhrase {
  var english: String {
    switch self {
    case .looking(let lab): return "Looking at \(lab)."
    case .noHole(let exercise): return "the exercise `\(exercise)` has no `.FIXME`: there is nothing to do in it"
    case .noHint(let exercise): return "the exercise `\(exercise)` has no hint; add a cell ```text hint=\(exercise)"
    case .answerGiven(let question): return "the answer to `\(question)` is given away; write `?` in its place"
    case .notCalibrated: return "this threshold was never measured over seeds; `seglab calibrate` does so"
    case .barTooNear(let margin, let least):
      return "this bar is \(margin.places(1)) standard deviations away from what is measured; it should be at least "
        + "\(least.places(0)). Move the bar, or make the training steadier"
    case .notTranslated(let count):
      return "\(count == 1 ? "1 piece is" : "\(count) pieces are") not translated yet; the first begins here"
    case .noTranslation(let file): return "other labs have a translation, and \(file) is not there"
    case .passedAsShipped(let cell): return "`\(cell)` passes before anyone has worked on it"
    case .brokenAsShipped(let cell, let message):
      return "`\(cell)` is broken before anyone has worked on it:\(message.behind(in: .english))"
    case .solutionFails(let cell, let check, let measured, let expected, let message):
      let numbers = measured.isEmpty && expected.isEmpty ? "" : " (\(measured), expected \(expected))"
      return "with the solution `\(cell)` does not pass: \(check)\(numbers).\(message.behind(in: .english))"
    case .unknownSet(let name, let known):
      return "`dataset: \(name)` is neither in this course folder nor one that can be generated; there are "
        + "\(known.listedInEnglish). Write one of these, or import it: `seglab data import PATH --as \(name)`"
    case .unknownConstant(let experiment, let name, let nearest):
      return "`\(experiment)` uses `\(name)`, which no cell defines."
        + (nearest.map { " Did you mean `\($0)`?" } ?? " Define it with `let \(name) = …` in a cell before")
    case .commandUnknown(let command, let reason):
      return "`\(command)` is no command: \(reason.split(separator: "\n").first.map(String.init) ?? "")"
    case .labUnknown(let command, let lab): return "`\(command)`: there is no lab `\(lab)` in this course"
    case .cellUnknown(let command, let cell, let known):
      return "`\(command)`: the lab has no cell `\(cell)`; it has \(known.listedInEnglish)"
    case .setUnknown(let command, let set, let known):
      return
        "`\(command)`: no lab uses a data set `\(set)`, and nothing in the text makes it; known are \(known.listedInEnglish)"
    case .factDiffers(let name, let written, let measured, let set):
      return
        "`\(name)` is \(written) here, and \(measured.places(4)) in the data set “\(set)”. Write that in `facts` and in the text, "
        + "in every language"
    case .factUnknown(let name, let known):
      return "a data set has no number called `\(name)`. Write one of \(known.listedInEnglish)"
    case .factNotInProse(let name, let written):
      return "`facts` says that `\(name)` is \(written), and the text nowhere says \(written)"
    case .notCaught(let cell, let constant, let setting, let parts, let original, let changed):
      let place = parts.isEmpty ? "`\(constant)`" : "`\(constant)` (\(parts.listedInEnglish))"
      let what = setting.isEmpty ? "" : "`\(setting)` "
      return
        "no check of `\(cell)` sees \(what)changed in \(place): `\(original)` to `\(changed)`. Add a check such as `matches: solution`, "
        + "or say that other ways are fine: `other_ways: [\(setting.isEmpty ? parts.first ?? constant : setting)]`"
    case .untried(let count, let tried):
      return "\(tried.grouped) changes to the solution were tried, and time was over before \(count.grouped) others"
    case .noSet(let name):
      return "The data set “\(name)” is neither in this course folder nor one that can be generated."
    case .verified(let labs, let errors):
      return errors == 0
        ? (labs == 1 ? "1 lab is as it should be." : "\(labs) labs are as they should be.")
        : "\(errors) \(errors == 1 ? "fault" : "faults") in \(labs) \(labs == 1 ? "lab" : "labs")."
    }
  }
}

// MARK: Korean

extension VerifyPhrase {
  var korean: String {
    switch self {
    case .looking(let lab): return "\(lab) 실습을 살펴보고 있어요."
    case .noHole(let exercise): return "연습 `\(exercise)`에 `.FIXME`가 없어서 할 일이 없어요"
    case .noHint(let exercise): return "연습 `\(exercise)`에 힌트가 없어요. ```text hint=\(exercise) 셀을 넣어 보세요"
    case .answerGiven(let question): return "`\(question)`의 답이 이미 쓰여 있어요. `?`로 바꿔 보세요"
    case .notCalibrated: return "이 기준은 시드를 바꿔 가며 재 본 적이 없어요. `seglab calibrate`로 재 보세요"
    case .barTooNear(let margin, let least):
      return "이 기준은 측정값에서 표준편차의 \(margin.places(1))배만큼 떨어져 있어요. 적어도 \(least.places(0))배여야 해요. "
        + "기준을 옮기거나 학습이 더 고르게 되도록 해 보세요"
    case .notTranslated(let count): return "아직 옮기지 않은 곳이 \(count)군데 있어요. 첫 번째가 여기예요"
    case .noTranslation(let file): return "다른 실습에는 번역이 있는데 \(file) 파일은 없어요"
    case .passedAsShipped(let cell): return "아무것도 하지 않았는데 `\(cell)` 셀이 통과해요"
    case .brokenAsShipped(let cell, let message):
      return "아무것도 하지 않았는데 `\(cell)` 셀이 잘못되어 있어요.\(message.behind(in: .korean))"
    case .solutionFails(let cell, let check, let measured, let expected, let message):
      let numbers = measured.isEmpty && expected.isEmpty ? "" : " (\(measured), 기준 \(expected))"
      return "해답을 넣어도 `\(cell)` 셀이 통과하지 않아요: \(check)\(numbers).\(message.behind(in: .korean))"
    case .commandUnknown(let command, let reason):
      return
        "`\(command)`\(.called, after: command) 명령은 없어요: \(reason.split(separator: "\n").first.map(String.init) ?? "")"
    case .labUnknown(let command, let lab): return "`\(command)`: 이 과정에 `\(lab)` 실습이 없어요"
    case .cellUnknown(let command, let cell, let known):
      return "`\(command)`: 실습에 `\(cell)` 셀이 없어요. 있는 셀: \(known.listedInKorean)"
    case .setUnknown(let command, let set, let known):
      return "`\(command)`: `\(set)` 데이터를 쓰는 실습도, 그것을 만드는 명령도 없어요. 알려진 데이터: \(known.listedInKorean)"
    case .factDiffers(let name, let written, let measured, let set):
      return
        "`\(name)` 값이 여기서는 \(written)인데 ‘\(set)’ 데이터에서는 \(measured.places(4))\(.copula, after: measured.places(4)). `facts`와 모든 언어의 글을 그 값으로 고쳐 보세요"
    case .factUnknown(let name, let known):
      return "데이터에 `\(name)`\(.called, after: name) 값은 없어요. 쓸 수 있는 이름: \(known.listedInKorean)"
    case .factNotInProse(let name, let written):
      return "`facts`에는 `\(name)` 값이 \(written)인데, 글에는 \(written)\(.called, after: written) 수가 없어요"
    case .notCaught(let cell, let constant, let setting, let parts, let original, let changed):
      let place = parts.isEmpty ? "`\(constant)`" : "`\(constant)`(\(parts.listedInKorean))"
      let what = setting.isEmpty ? "" : "의 `\(setting)`"
      return
        "\(place)\(what)\(.object, after: place + what) `\(original)`에서 `\(changed)`\(.toward, after: changed) 바꾸어도 `\(cell)`의 어떤 검사도 알아채지 못해요. `matches: solution` 같은 검사를 "
        + "더하거나, 다른 방법도 괜찮다고 `other_ways: [\(setting.isEmpty ? parts.first ?? constant : setting)]`에 적어 보세요"
    case .untried(let count, let tried):
      return "해답을 \(tried.grouped)가지로 바꾸어 보았고, 시간이 다 되어 \(count.grouped)가지는 해 보지 못했어요"
    case .unknownSet(let name, let known):
      return "`dataset: \(name)` 데이터는 이 폴더에 없고, 만들 수 있는 데이터도 아니에요. 쓸 수 있는 것: \(known.listedInKorean). 이 가운데 하나를 쓰거나 "
        + "`seglab data import PATH --as \(name)` 명령으로 가져와 보세요"
    case .unknownConstant(let experiment, let name, let nearest):
      return "`\(experiment)`에서 쓰는 \(Josa.object.after("`\(name)`")) 어느 셀에서도 만들지 않아요."
        + (nearest.map { " 혹시 `\($0)`인가요?" } ?? " 앞의 셀에 `let \(name) = …`을 써 보세요")
    case .noSet(let name): return "데이터 \(Josa.subject.after("‘\(name)’")) 이 폴더에 없고, 만들 수 있는 데이터도 아니에요."
    case .verified(let labs, let errors):
      return errors == 0 ? "실습 \(labs)개에 고칠 것이 없어요." : "실습 \(labs)개에서 고칠 곳을 \(errors)군데 찾았어요."
    }
  }
}

/// What is said while a lab's bars are measured over seeds.
public enum CalibrationPhrase: Phrase {
  /// The solution runs with this seed.
  case seed(Int, of: Int)
  /// How far a bar is from what was measured.
  case bar(cell: String, line: Int, bar: String, mean: Double, deviation: Double, margin: Double)
  /// Every seed gave the same, so that there is no margin; whether the bar is passed.
  case steady(cell: String, line: Int, bar: String, mean: Double, isPassed: Bool)
  /// A bar's number was not measured with every seed.
  case notMeasured(cell: String, line: Int)
  /// The check is not written on a line of its own, so that nothing can be put beside it.
  case noPlace(file: String, line: Int)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}

// MARK: English

extension CalibrationPhrase {
  var english: String {
    switch self {
    case .seed(let seed, let seeds): return "Seed \(seed) of \(seeds)"
    case .bar(let cell, let line, let bar, let mean, let deviation, let margin):
      return "\(cell), line \(line), \(bar): mean \(mean.places(4)), standard deviation \(deviation.places(4)), "
        + "margin \(margin.places(1)) of them"
    case .steady(let cell, let line, let bar, let mean, let isPassed):
      return
        "\(cell), line \(line), \(bar): \(mean.places(4)) with every seed, which \(isPassed ? "passes" : "does not pass")"
    case .notMeasured(let cell, let line):
      return "\(cell), line \(line): not measured with every seed. Does the solution pass? See seglab verify."
    case .noPlace(let file, let line):
      return
        "\(file):\(line): write the check behind a dash on a line of its own, so that its calibration can stand below."
    }
  }
}

// MARK: Korean

extension CalibrationPhrase {
  var korean: String {
    switch self {
    case .seed(let seed, let seeds): return "시드 \(seed)/\(seeds)"
    case .bar(let cell, let line, let bar, let mean, let deviation, let margin):
      return "\(cell) \(line)번째 줄, \(bar): 평균 \(mean.places(4)), 표준편차 \(deviation.places(4)), "
        + "여유는 표준편차의 \(margin.places(1))배"
    case .steady(let cell, let line, let bar, let mean, let isPassed):
      return "\(cell) \(line)번째 줄, \(bar): 어느 시드로도 \(mean.places(4)), \(isPassed ? "통과해요" : "통과하지 못해요")"
    case .notMeasured(let cell, let line):
      return "\(cell) \(line)번째 줄: 모든 시드에서 재지는 못했어요. 해답이 통과하는지 seglab verify로 확인해 보세요."
    case .noPlace(let file, let line):
      return "\(file):\(line): 검사를 `-`로 시작하는 한 줄에 쓰면 그 아래에 잰 값을 적을 수 있어요."
    }
  }
}
