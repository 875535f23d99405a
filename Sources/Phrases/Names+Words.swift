extension String {
  /// With a capital letter at the start.
  public var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// At most 40 characters, without control characters: how a name that may be anything is shown.
  var shown: String {
    let plain = unicodeScalars.prefix(41).map { $0.properties.generalCategory == .control ? "�" : String($0) }
    return plain.count > 40 ? plain.dropLast().joined() + "…" : plain.joined()
  }
}

extension [String] {
  /// The first five, with a sign that there are more.
  var fewWords: String {
    prefix(5).map(\.shown).joined(separator: ", ") + (count > 5 ? ", …" : "")
  }
}
