import Diagnostics
import Messages

extension Lab {
  /// Something to think about and answer.
  public struct Question: Sendable, Equatable {
    /// The question's name.
    public let id: String
    /// What is asked, as written.
    public let text: String
    /// What counts as an answer.
    public let form: Form
    /// The line of the cell's fence.
    public let line: Int
    /// What the answer is worth in a grade; nil where it has an even share, or, in words, none.
    public var points: Double?
    /// Wrong numbers that learners come to, each with what its author says of it.
    public var wrong: [WrongNumber] = []

    /// Whether a difference is no larger than a tolerance, as decimals are: 0.10 is 0.01 off 0.09, though not in the machine's numbers.
    ///
    /// - Parameters:
    ///   - difference: how far a number is off.
    ///   - tolerance: how far it may be.
    /// - Returns: whether it counts as right.
    public static func isWithin(_ difference: Double, _ tolerance: Double) -> Bool {
      abs(difference) <= tolerance + abs(tolerance) * 1e-9
    }

    /// What counts as an answer.
    public enum Form: Sendable, Equatable {
      /// One of several.
      case choice([Choice])
      /// A number; right when it is at most `tolerance` away from `value`.
      case number(value: Double, tolerance: Double, why: String)
      /// A few words, which nobody but a reader judges; `why` is shown to who wrote some.
      case text(why: String?)
    }
  }

  /// A wrong answer to a question with a number that learners come to.
  public struct WrongNumber: Sendable, Equatable {
    /// The number.
    public let value: Double
    /// What is said to who answers it.
    public let why: String
  }

  /// One of a question's answers.
  public struct Choice: Sendable, Equatable {
    /// What the learner writes to choose it, for example `b`.
    public let key: String
    /// The answer.
    public let text: String
    /// Whether it is right.
    public let isRight: Bool
    /// Why it is right or wrong: shown to who chose it.
    public let why: String
  }

  /// The learner's answer to a question.
  public struct Answer: Sendable, Equatable {
    /// The question, by name.
    public let question: String
    /// What the learner wrote, without white space around it; empty or `?` while it is open.
    public let text: String
    /// The line of the answer.
    public let line: Int

    /// Whether nothing stands there but the mark for an answer.
    public var isOpen: Bool { Self.isOpen(text) }

    /// Whether a text is no answer but the mark for one, or nothing.
    ///
    /// - Parameter text: what stands there, without white space around it.
    /// - Returns: whether an answer is still to come.
    public static func isOpen(_ text: String) -> Bool {
      ["", "?", "？"].contains(text)
        || text.utf8.count < 60 && unknown.contains(text.lowercased().filter { !" .!~…'’".contains($0) })
    }

    /// What people write who have no answer yet.
    private static let unknown: Set<String> = [
      "idontknow", "dontknow", "idk", "noidea", "notsure", "모르겠음", "모르겠어요", "모르겠습니다", "모르겠다", "모름", "몰라요", "몰라",
      "잘모르겠음", "잘모르겠어요", "잘모르겠습니다",
    ]
  }
}

/// Reads a `question` cell.
struct QuestionReader {
  /// - Parameters:
  ///   - value: the YAML of the cell.
  ///   - cell: the cell.
  ///   - diagnostics: where mistakes are noted.
  /// - Returns: nil where it asks nothing, or does not say what is right.
  static func question(_ value: YAMLValue, _ cell: RawCell, _ diagnostics: inout DiagnosticList) -> Lab.Question? {
    let known = ["ask", "choices", "number", "tolerance", "open", "why", "wrong", "points"]
    guard let fields = FieldReader(value, of: "question", .question, known: known, example: "ask: …?", &diagnostics)
    else {
      return nil
    }
    let text = fields.required("ask", example: "ask: …?", &diagnostics)?.text(for: "ask", &diagnostics)
    let points = fields.optional("points")?.number(for: "points", in: .notNegative, &diagnostics)
    if let open = fields.optional("open") {
      guard let form = self.open(open, fields, &diagnostics), let text else { return nil }
      return Lab.Question(id: cell.name, text: text, form: form, line: cell.line, points: points)
    }
    let form: Lab.Question.Form?
    switch (fields.optional("choices"), fields.optional("number")) {
    case (let choices?, nil): form = choice(choices, fields, &diagnostics)
    case (nil, let number?): form = self.number(number, fields, &diagnostics)
    case (_?, _?):
      diagnostics.error(fields.place(of: "number"), .choicesOrNumber(both: true), help: .keepChoicesOrNumber)
      form = nil
    case (nil, nil):
      diagnostics.error(value.place, .choicesOrNumber(both: false), help: .addChoicesOrNumber)
      form = nil
    }
    guard let text, let form else { return nil }
    var question = Lab.Question(id: cell.name, text: text, form: form, line: cell.line, points: points)
    if let wrong = fields.optional("wrong") { question.wrong = wrongNumbers(wrong, form, &diagnostics).map(\.number) }
    return question
  }

  /// A question that is answered in words: `open: true`.
  private static func open(
    _ value: YAMLValue, _ fields: FieldReader, _ diagnostics: inout DiagnosticList
  ) -> Lab.Question.Form? {
    for key in ["choices", "number", "tolerance", "wrong"] where fields.optional(key) != nil {
      diagnostics.error(
        fields.place(of: key), .unknownKey(key, section: .question), help: .knownKeys(["ask", "open", "why"]))
    }
    guard let isOpen = value.yesNo(for: "open", &diagnostics) else { return nil }
    guard isOpen else {
      diagnostics.error(value.place, .choicesOrNumber(both: false), help: .addChoicesOrNumber)
      return nil
    }
    guard let why = fields.optional("why") else { return .text(why: nil) }
    return why.text(for: "why", &diagnostics).map { .text(why: $0) }
  }

  private static func number(
    _ value: YAMLValue, _ fields: FieldReader, _ diagnostics: inout DiagnosticList
  ) -> Lab.Question.Form? {
    let number = value.number(for: "number", &diagnostics)
    let tolerance = fields.required("tolerance", example: "tolerance: 0.01", &diagnostics)?
      .number(for: "tolerance", in: .notNegative, &diagnostics)
    let why = fields.required("why", example: "why: …", &diagnostics)?.text(for: "why", &diagnostics)
    guard let number, let tolerance, let why else { return nil }
    return .number(value: number, tolerance: tolerance, why: why)
  }

  /// Wrong numbers with what is said of each, `wrong: {25: …}`, and where each stands.
  ///
  /// - Parameters:
  ///   - value: the YAML.
  ///   - form: what counts as an answer; nil where the cell does not say it.
  ///   - diagnostics: where mistakes are noted.
  /// - Returns: those that are in order.
  static func wrongNumbers(
    _ value: YAMLValue, _ form: Lab.Question.Form?, _ diagnostics: inout DiagnosticList
  ) -> [(number: Lab.WrongNumber, place: Place)] {
    guard case .mapping(let entries) = value.form else {
      diagnostics.error(value.place, .wrongKeys, help: .writeWrong)
      return []
    }
    var seen: [Double: Int] = [:]
    return entries.compactMap { entry -> (number: Lab.WrongNumber, place: Place)? in
      guard let number = Double(entry.key), number.isFinite else {
        diagnostics.error(entry.keyPlace, .wrongNotANumber(entry.key), help: .writeWrong)
        return nil
      }
      if let line = seen[number] {
        diagnostics.error(entry.keyPlace, .duplicateKey(entry.key, line: line), help: .removeOne)
        return nil
      }
      seen[number] = entry.keyPlace.line
      if case .number(let right, let tolerance, _)? = form,
        Lab.Question.isWithin(number - right, tolerance)
      {
        diagnostics.error(entry.keyPlace, .wrongIsRight(entry.key), help: .writeWrong)
        return nil
      }
      guard let why = entry.value.text(for: entry.key, &diagnostics) else { return nil }
      return (Lab.WrongNumber(value: number, why: why), entry.keyPlace)
    }
  }

  private static func choice(
    _ value: YAMLValue, _ fields: FieldReader, _ diagnostics: inout DiagnosticList
  ) -> Lab.Question.Form? {
    // Each choice says why, and none of them how far off a number may be.
    for key in ["tolerance", "why", "wrong"] where fields.optional(key) != nil {
      let keys = ["ask", "choices"]
      diagnostics.error(fields.place(of: key), .unknownKey(key, section: .question), help: .knownKeys(keys))
    }
    let example = "choices: [{key: a, text: …, right: true, why: …}]"
    guard let items = value.list(for: "choices", example: example, &diagnostics) else { return nil }
    guard items.count >= 2 else {
      diagnostics.error(value.place, .fewChoices(count: items.count), help: .addChoices)
      return nil
    }
    var choices: [Lab.Choice] = []
    for item in items {
      guard let choice = choice(item, &diagnostics) else { continue }
      if choices.contains(where: { $0.key == choice.key }) {
        diagnostics.error(item.place, .duplicateChoice(choice.key), help: .rename)
      }
      choices.append(choice)
    }
    guard choices.count == items.count else { return nil }
    let right = choices.count { $0.isRight }
    guard right == 1 else {
      diagnostics.error(value.place, .rightChoices(count: right), help: .markOneRight)
      return nil
    }
    return .choice(choices)
  }

  private static func choice(_ value: YAMLValue, _ diagnostics: inout DiagnosticList) -> Lab.Choice? {
    let known = ["key", "text", "right", "why"]
    let example = "- {key: a, text: …, why: …}"
    guard let fields = FieldReader(value, of: "choices", .choice, known: known, example: example, &diagnostics) else {
      return nil
    }
    let key = fields.required("key", example: "key: a", &diagnostics)?.text(for: "key", &diagnostics)
    let text = fields.required("text", example: "text: …", &diagnostics)?.text(for: "text", &diagnostics)
    let isRight = fields.optional("right").map { $0.yesNo(for: "right", &diagnostics) } ?? false
    let why = fields.required("why", example: "why: …", &diagnostics)?.text(for: "why", &diagnostics)
    guard let key, let text, let isRight, let why else { return nil }
    return Lab.Choice(key: key, text: text, isRight: isRight, why: why)
  }
}
