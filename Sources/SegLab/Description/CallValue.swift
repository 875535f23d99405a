/// A value that a call of a layer or step takes: its label, what it is, and whether it may be left out.
///
/// Whoever reads a call that is not right, or completes one, has it from here; the compiler asks each layer and step for its own.
public struct CallValue: Sendable, Equatable {
  /// What a value is.
  public enum Kind: Sendable, Equatable {
    /// A whole number, a number that may have a point, a yes or no, a list of one or the other, a text, and texts behind one another.
    case whole, real, truth, wholes, reals, text, texts
    /// A word with a point before it, of this type: `Padding`, `Resize.Fit`.
    case member(String)
    /// A value of this type, made with parentheses.
    case made(String)
  }

  /// Its label; `_` for none.
  public let label: String
  /// What it is.
  public let kind: Kind
  /// How many values have to be written for it; 0 where it has one already.
  public let needed: Int

  /// - Parameters: the parts, as documented on each property.
  public init(_ label: String, _ kind: Kind, needed: Int = 0) {
    (self.label, self.kind, self.needed) = (label, kind, needed)
  }

  /// A layer's name.
  public static let name = CallValue("_", .text)
  /// The layer that a layer reads.
  public static let from = CallValue("from", .text)
}
