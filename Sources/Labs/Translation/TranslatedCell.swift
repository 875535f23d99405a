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
    case needless
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
  /// The choices, with the place of each.
  let choices: [(key: String, text: String, why: String, place: Place)]
  /// Why the answer is right, where the question has no choices, with its place.
  let why: (text: String, place: Place)?
}
