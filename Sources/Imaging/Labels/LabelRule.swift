/// What the pixels of a label picture mean.
public enum LabelRule: Hashable, Sendable {
  /// Every pixel that is not black belongs to class 1.
  case any
  /// Each grey value is a class: these values in order, or, where none are given, all that are found, the smallest first.
  case values([UInt16])
  /// Pixels at least as bright as this, of 255, belong to class 1.
  case threshold(UInt8)
  /// Each pixel belongs to the class whose colour is nearest: black is class 0, these are class 1, 2, …
  case colours([LabelColour])
  /// The grey value stays: 256 classes, for soft edges that a network or a preparation deals with.
  case grey

  /// The most values that can be told apart as classes; more are soft edges.
  public static let valueLimit = 32

  /// Reads a rule as it is typed: `any`, `value`, `value=0,128,255`, `threshold`, `threshold=100`, `colour=green,red`, `colour=#00ff00`
  /// or `grey`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.lowercased().split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let words = parts.count == 2 ? parts[1].split(separator: ",", omittingEmptySubsequences: false) : nil
    switch (parts.first ?? "", words) {
    case ("any", nil): self = .any
    case ("grey", nil), ("gray", nil): self = .grey
    case ("value", nil): self = .values([])
    case ("value", let words?):
      let values = words.compactMap { UInt16($0) }
      guard values.count == words.count, (2...Self.valueLimit).contains(values.count) else { return nil }
      guard Set(values).count == values.count else { return nil }
      self = .values(values)
    case ("threshold", nil): self = .threshold(128)
    case ("threshold", let words?):
      guard words.count == 1, let value = UInt8(words[0]), value > 0 else { return nil }
      self = .threshold(value)
    case ("colour", let words?), ("color", let words?):
      let colours = words.compactMap { LabelColour($0) }
      guard colours.count == words.count, (1..<Self.valueLimit).contains(colours.count) else { return nil }
      guard Set(colours + [.black]).count == colours.count + 1 else { return nil }
      self = .colours(colours)
    default: return nil
    }
  }
}
