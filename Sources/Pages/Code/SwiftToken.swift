/// A stretch of Swift that is coloured as one.
struct SwiftToken: Equatable {
  /// What the stretch is.
  enum Kind: String {
    /// White space, punctuation and names that are not coloured.
    case plain
    /// A word that Swift keeps for itself.
    case keyword
    /// A name with a capital: a type, a layer, a network.
    case type
    /// A number.
    case number
    /// A string with its quotation marks.
    case string
    /// A comment with its marks.
    case comment
    /// A name after a point, or an attribute.
    case member
    /// `.FIXME`: what the learner has yet to fill in.
    case hole
  }

  /// What it is.
  let kind: Kind
  /// The text; all tokens of a cell in order are the cell.
  let text: Substring
}
