/// A key of a terminal.
enum Key: Equatable, Sendable {
  case letter(Character)
  case enter, up, down, pageUp, pageDown, home, end
  /// The end of what can be typed: Ctrl-D.
  case endOfInput
}

/// Makes keys of what a terminal sends: letters, and the sequences of keys that are none.
struct KeyReader {
  private var rest: [UInt8] = []

  /// No sequence of a key is longer; what is, is none.
  private static let longest = 16

  /// The keys that are complete with these bytes; the beginning of another is kept for the next ones.
  mutating func keys(_ bytes: some Sequence<UInt8>) -> [Key] {
    rest += bytes
    var keys: [Key] = []
    while let first = rest.first {
      let count: Int
      if first == 0x1B {
        guard rest.count > 1 else { return keys }
        guard let length = Self.length(ofSequence: rest) else {
          if rest.count < Self.longest { return keys }
          rest.removeFirst()
          continue
        }
        if let key = Self.key(ofSequence: rest.prefix(length)) { keys.append(key) }
        count = length
      } else {
        count = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
        guard rest.count >= count else { return keys }
        if let key = Self.key(rest.prefix(count)) { keys.append(key) }
      }
      rest.removeFirst(count)
    }
    return keys
  }

  private static func key(_ bytes: ArraySlice<UInt8>) -> Key? {
    switch bytes.first {
    case 0x04: return .endOfInput
    case 0x0A, 0x0D: return .enter
    case 0x06: return .pageDown
    case 0x02: return .pageUp
    default: break
    }
    guard let text = String(validating: bytes, as: UTF8.self), let letter = text.first, text.count == 1 else {
      return nil
    }
    return .letter(jamo[letter] ?? Character(letter.lowercased()))
  }

  /// The Latin letters on the keys of a Korean keyboard: whoever forgot to switch has pressed the same key.
  private static let jamo: [Character: Character] = [
    "ㅜ": "n", "ㅗ": "h", "ㄱ": "r", "ㅣ": "l", "ㄴ": "s", "ㅌ": "x", "ㅂ": "q", "ㅛ": "y", "ㅓ": "j", "ㅏ": "k", "ㅕ": "u",
    "ㅎ": "g", "ㅠ": "b", "ㅃ": "q",
  ]

  /// How long the sequence is that begins here; nil where its end has not come.
  private static func length(ofSequence bytes: [UInt8]) -> Int? {
    guard bytes[1] == UInt8(ascii: "[") || bytes[1] == UInt8(ascii: "O") else {
      // Escape by itself, before another key.
      return 1
    }
    return bytes.dropFirst(2).firstIndex { (0x40...0x7E).contains($0) }.map { $0 + 1 }
  }

  private static func key(ofSequence bytes: ArraySlice<UInt8>) -> Key? {
    switch String(decoding: bytes.dropFirst(2), as: UTF8.self) {
    case "A": .up
    case "B": .down
    case "5~": .pageUp
    case "6~": .pageDown
    case "H", "1~", "7~": .home
    case "F", "4~", "8~": .end
    default: nil
    }
  }
}
