/// The glossary's terms of a language as they are looked for in prose.
public struct TermIndex: Sendable {
  /// A term as it is looked for, in small letters.
  struct Needle: Sendable {
    let characters: [Character]
    let id: String
    /// Its bytes, where all of its letters are Latin; nil otherwise.
    let bytes: [UInt8]?
  }

  /// The needles by their first character, the longest first.
  private let needles: [Character: [Needle]]
  /// Those that text of Latin letters can hold, by their first byte, likewise.
  private let latin: [[Needle]]

  /// - Parameter terms: the terms in order, each with all that it is called.
  public init(_ terms: [(id: String, names: [String])]) {
    var needles: [Character: [Needle]] = [:]
    for term in terms {
      for name in term.names {
        let characters = Array(name.lowercased())
        guard let first = characters.first else { continue }
        let isLatin = name.utf8.allSatisfy { $0 < 0x80 }
        needles[first, default: []].append(
          Needle(characters: characters, id: term.id, bytes: isLatin ? Array(name.lowercased().utf8) : nil))
      }
    }
    self.needles = needles.mapValues { $0.sorted { $0.characters.count > $1.characters.count } }
    var latin = [[Needle]](repeating: [], count: 128)
    for list in self.needles.values {
      for needle in list { if let first = needle.bytes?.first { latin[Int(first)].append(needle) } }
    }
    self.latin = latin
  }

  /// The longest term that stands at `index` of a text in small letters, and where its link ends.
  func match(_ text: [Character], at index: Int) -> (id: String, end: Int)? {
    for needle in needles[text[index]] ?? [] {
      var end = index + needle.characters.count
      guard end <= text.count, text[index..<end].elementsEqual(needle.characters) else { continue }
      if needle.bytes != nil, end < text.count, text[end] == "s" { end += 1 }
      let rest = text[end...].prefix { $0.isLetter || $0.isNumber }
      if rest.isEmpty || Self.isJosa(String(rest)) { return (needle.id, end) }
    }
    return nil
  }

  /// As for a text in small letters, in Latin letters as they are.
  func match(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (id: String, end: Int)? {
    for needle in latin[Int(text[index].small)] {
      guard let bytes = needle.bytes, index + bytes.count <= text.count else { continue }
      var end = index
      while end < index + bytes.count, text[end].small == bytes[end - index] { end += 1 }
      guard end == index + bytes.count else { continue }
      if end < text.count, text[end].small == UInt8(ascii: "s") { end += 1 }
      if end == text.count || !text[end].isAlphanumeric { return (needle.id, end) }
    }
    return nil
  }

  /// Whether `text` is what Korean hangs on a noun.
  private static func isJosa(_ text: String) -> Bool {
    if particles.contains(text) { return true }
    guard let last = text.last, ["은", "는", "도", "만"].contains(last) else { return false }
    return particles.contains(String(text.dropLast()))
  }

  private static let particles: Set<String> = [
    "은", "는", "이", "가", "을", "를", "의", "에", "로", "으로", "와", "과", "도", "만", "에서", "에게", "까지", "부터", "마다", "보다",
    "처럼", "이나", "나", "이랑", "랑", "하고", "이고", "고", "이며", "며", "인", "이란", "란", "이라는", "라는", "이라고", "라고", "이에요", "예요",
    "들", "들은", "들이", "들을", "들의", "들로", "으로서", "로서", "으로써", "로써", "이면", "면", "뿐", "이다", "다", "입니다", "끼리", "밖에",
    "이라도", "라도", "이든", "든", "이지만", "지만", "한", "된", "할", "하면", "해요", "하는", "했어요", "돼요",
  ]
}

extension UInt8 {
  /// A Latin letter as a small one; any other byte as it is.
  fileprivate var small: UInt8 { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self }

  /// Whether it is a Latin letter or a digit.
  var isAlphanumeric: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
