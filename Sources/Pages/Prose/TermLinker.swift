internal import Foundation
internal import Messages

/// Links the glossary's terms from prose: each at its first use in a section.
///
/// In Korean a particle stays outside the link, and a term is only linked where what follows it is one: 손실을, but not 손실값. In English a
/// plural is part of the link. One value serves one page, from top to bottom.
final class TermLinker {
  /// A term as it is looked for.
  private struct Needle {
    let characters: [Character]
    let id: String
    let isLatin: Bool
  }

  /// The needles by their first character, the longest first.
  private let needles: [Character: [Needle]]
  /// The glossary's address from the page.
  private let address: String
  private var linked: Set<String> = []

  /// - Parameters:
  ///   - glossary: the terms.
  ///   - language: the language of the prose.
  ///   - address: the glossary's address from the page.
  init(_ glossary: Glossary, language: Language, address: String) {
    var needles: [Character: [Needle]] = [:]
    for term in glossary.terms {
      for name in [term.name[language]].compactMap({ $0 }) + (term.others[language] ?? []) {
        let characters = Array(name.lowercased())
        guard let first = characters.first else { continue }
        needles[first, default: []].append(
          Needle(characters: characters, id: term.id, isLatin: name.unicodeScalars.allSatisfy(\.isASCII)))
      }
    }
    self.needles = needles.mapValues { $0.sorted { $0.characters.count > $1.characters.count } }
    self.address = address
  }

  /// Forgets what was linked: a section begins.
  func beginSection() { linked.removeAll() }

  /// `text` as HTML with links.
  func html(_ text: String) -> String {
    let characters = Array(text)
    let folded = characters.map { Character($0.lowercased().first.map(String.init) ?? String($0)) }
    var result = ""
    var start = 0
    var index = 0
    while index < characters.count {
      guard index == 0 || !Self.isPartOfWord(characters[index - 1]),
        let (needle, end) = match(folded, at: index), !linked.contains(needle.id)
      else {
        index += 1
        continue
      }
      linked.insert(needle.id)
      result += InertText.html(String(characters[start..<index]))
      result += "<a class=\"term\" href=\"\(address)#\(InertText.html(needle.id))\">"
      result += InertText.html(String(characters[index..<end])) + "</a>"
      (start, index) = (end, end)
    }
    return result + InertText.html(String(characters[start...]))
  }

  /// The longest term that stands at `index`, and where its link ends.
  private func match(_ text: [Character], at index: Int) -> (Needle, end: Int)? {
    for needle in needles[text[index]] ?? [] {
      var end = index + needle.characters.count
      guard end <= text.count, Array(text[index..<end]) == needle.characters else { continue }
      if needle.isLatin, end < text.count, text[end] == "s" { end += 1 }
      let rest = text[end...].prefix { $0.isLetter || $0.isNumber }
      if rest.isEmpty || Self.isJosa(String(rest)) { return (needle, end) }
    }
    return nil
  }

  private static func isPartOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_" || character == "-"
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
