/// Links the glossary's terms from prose: each at its first use in a section.
///
/// In Korean a particle stays outside the link, and a term is only linked where what follows it is one: 손실을, but not 손실값. In English a
/// plural is part of the link. One value serves one page, from top to bottom.
public final class TermLinker {
  private let index: TermIndex
  /// The glossary's address from the page.
  private let address: String
  private var linked: Set<String> = []

  /// - Parameters:
  ///   - index: the terms.
  ///   - address: the glossary's address from the page.
  public init(_ index: TermIndex, address: String) { (self.index, self.address) = (index, address) }

  /// Forgets what was linked: a section begins.
  public func beginSection() { linked.removeAll() }

  /// `text` as HTML with links.
  public func html(_ text: String) -> String {
    var text = text
    // A carriage return and a line feed are one character.
    let isLatin = text.utf8.allSatisfy { $0 < 0x80 && $0 != 0x0D }
    return isLatin ? text.withUTF8 { html(latin: $0) } : html(Array(text))
  }

  private func html(latin bytes: UnsafeBufferPointer<UInt8>) -> String {
    var result = ""
    var start = 0
    var place = 0
    while place < bytes.count {
      guard place == 0 || !Self.isPartOfWord(bytes[place - 1]), let (id, end) = index.match(bytes, at: place),
        linked.insert(id).inserted
      else {
        place += 1
        continue
      }
      result += Self.words(bytes[start..<place]) + opening(of: id) + Self.words(bytes[place..<end]) + "</a>"
      (start, place) = (end, end)
    }
    return result + Self.words(bytes[start...])
  }

  private func html(_ characters: [Character]) -> String {
    let folded = characters.map(Self.folded)
    var result = ""
    var start = 0
    var place = 0
    while place < characters.count {
      guard place == 0 || !Self.isPartOfWord(characters[place - 1]), let (id, end) = index.match(folded, at: place),
        linked.insert(id).inserted
      else {
        place += 1
        continue
      }
      result += InertText.html(String(characters[start..<place])) + opening(of: id)
      result += InertText.html(String(characters[place..<end])) + "</a>"
      (start, place) = (end, end)
    }
    return result + InertText.html(String(characters[start...]))
  }

  private func opening(of id: String) -> String { "<a class=\"term\" href=\"\(address)#\(InertText.html(id))\">" }

  private static func words(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    InertText.html(String(decoding: bytes, as: UTF8.self))
  }

  /// A character as a small letter. Most are Latin or Hangul, which need no table.
  private static func folded(_ character: Character) -> Character {
    if character.utf8.count == 1 ? !character.isUppercase : isHangul(character) { return character }
    return character.lowercased().first ?? character
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  private static func isPartOfWord(_ character: Character) -> Bool {
    if character.utf8.count == 1, let byte = character.utf8.first { return isPartOfWord(byte) }
    return isHangul(character) || character.isLetter || character.isNumber
  }

  /// Whether it is a syllable of Hangul and nothing else.
  private static func isHangul(_ character: Character) -> Bool {
    let scalars = character.unicodeScalars
    guard let first = scalars.first, (0xAC00...0xD7A3).contains(first.value) else { return false }
    return scalars.index(after: scalars.startIndex) == scalars.endIndex
  }
}
