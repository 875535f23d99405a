import Diagnostics
import Messages

/// A cell as it stands in a translation.
struct TranslatedCell: Sendable {
  /// What a cell is, by which that of the lab is found.
  struct Key: Hashable, Sendable {
    let kind: CellKind
    /// The name behind `=`; empty for given code.
    let name: String

    /// As it is written behind the fence: `swift exercise=network`.
    var words: String { "\(kind.languages[0]) \(kind.rawValue)" + (name.isEmpty ? "" : "=\(name)") }
  }

  /// What a translation says in a cell.
  enum Words: Sendable {
    /// Nothing: the inside is the lab's.
    case none
    /// Something where nothing should be.
    case needless(String)
    /// A hint.
    case hint(String)
    /// A question with its answers.
    case question(TranslatedQuestion)
  }

  let key: Key
  /// Where its fence stands.
  let place: Place
  let words: Words
}

/// A question in another language.
struct TranslatedQuestion: Sendable {
  /// What is asked.
  let text: String
  /// The choices.
  let choices: [TranslatedChoice]
  /// Why the answer is right, where the question has no choices, with its place.
  let why: (text: String, place: Place)?
  /// What is said of wrong numbers.
  let wrong: [(number: Lab.WrongNumber, place: Place)]
}

extension TranslatedQuestion {
  /// - Parameter question: a question of a lab, of which the words are taken.
  init(of question: Lab.Question) {
    let place = Place(line: question.line, column: 1)
    text = question.text
    wrong = question.wrong.map { ($0, place) }
    switch question.form {
    case .choice(let list):
      choices = list.map {
        TranslatedChoice(key: $0.key, text: $0.text, why: $0.why, place: place, whyPlace: place)
      }
      why = nil
    case .number(_, _, let why):
      choices = []
      self.why = (why, place)
    case .text(let why):
      choices = []
      self.why = why.map { ($0, place) }
    }
  }
}

/// One of a question's answers in another language.
struct TranslatedChoice: Sendable {
  /// By what the lab's choice is found.
  let key: String
  /// The answer.
  let text: String
  /// Why it is right or wrong.
  let why: String
  /// Where the choice stands.
  let place: Place
  /// Where the key `why` stands, before which a lab says that the choice is right.
  let whyPlace: Place
}

/// Reads a `question` cell of a translation: words alone, nothing of what is right.
struct TranslatedQuestionReader {
  /// - Parameters:
  ///   - value: the YAML of the cell.
  ///   - diagnostics: where mistakes are noted.
  /// - Returns: nil where words are missing.
  static func question(_ value: YAMLValue, _ diagnostics: inout DiagnosticList) -> TranslatedQuestion? {
    let known = ["ask", "choices", "why", "wrong"]
    guard let fields = FieldReader(value, of: "question", .question, known: known, example: "ask: …?", &diagnostics)
    else {
      return nil
    }
    let text = fields.required("ask", example: "ask: …?", &diagnostics)?.text(for: "ask", &diagnostics)
    var choices: [TranslatedChoice] = []
    let items = fields.optional("choices")?.list(
      for: "choices", example: "choices: [{key: a, text: …, why: …}]", &diagnostics)
    for item in items ?? [] {
      guard let choice = choice(item, &diagnostics) else { continue }
      if choices.contains(where: { $0.key == choice.key }) {
        diagnostics.error(item.place, .duplicateChoice(choice.key), help: .rename)
      }
      choices.append(choice)
    }
    let whyPlace = fields.place(of: "why")
    let why = fields.optional("why").flatMap { value in
      value.text(for: "why", &diagnostics).map { (text: $0, place: whyPlace) }
    }
    let wrong = fields.optional("wrong").map { QuestionReader.wrongNumbers($0, nil, &diagnostics) } ?? []
    guard let text, choices.count == items?.count ?? 0 else { return nil }
    return TranslatedQuestion(text: text, choices: choices, why: why, wrong: wrong)
  }

  private static func choice(_ value: YAMLValue, _ diagnostics: inout DiagnosticList) -> TranslatedChoice? {
    let known = ["key", "text", "why"]
    let example = "- {key: a, text: …, why: …}"
    guard let fields = FieldReader(value, of: "choices", .choice, known: known, example: example, &diagnostics) else {
      return nil
    }
    let key = fields.required("key", example: "key: a", &diagnostics)?.text(for: "key", &diagnostics)
    let text = fields.required("text", example: "text: …", &diagnostics)?.text(for: "text", &diagnostics)
    let why = fields.required("why", example: "why: …", &diagnostics)?.text(for: "why", &diagnostics)
    guard let key, let text, let why else { return nil }
    return TranslatedChoice(key: key, text: text, why: why, place: value.place, whyPlace: fields.place(of: "why"))
  }
}
