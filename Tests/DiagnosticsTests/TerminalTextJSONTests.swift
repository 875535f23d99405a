import Diagnostics
import Foundation
import Testing

/// Texts of a learner's answer, made harmless before anything reads them.
struct TerminalTextJSONTests {
  private func inert(_ text: String) -> String {
    String(decoding: TerminalText.harmless(json: Array(text.utf8)[...]), as: UTF8.self)
  }

  private func value(_ json: String) throws -> String {
    try JSONDecoder().decode([String].self, from: Data(inert(json).utf8))[0]
  }

  /// Everything that must reach no terminal and no page.
  private static let signs: [UInt32] =
    Array(0x00...0x1F) + [0x7F] + Array(0x80...0x9F) + [0x061C] + [0x00AD, 0x180E, 0x200B, 0x200E, 0x200F]
    + Array(0x2028...0x202E)
    + Array(0x2060...0x206F) + [0xFEFF] + Array(0xFFF9...0xFFFB)

  private static func isHarmless(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { !signs.contains($0.value) }
  }

  @Test(arguments: signs) func `no sign gets in, however it is written`(sign: UInt32) throws {
    let hex = String(sign, radix: 16)
    let four = String(repeating: "0", count: 4 - hex.count) + hex
    var forms = ["\\u\(four)", "\\u\(four.uppercased())"]
    if let scalar = Unicode.Scalar(sign) { forms.append(String(Character(scalar))) }
    let short: [UInt32: String] = [8: "\\b", 12: "\\f", 10: "\\n", 13: "\\r", 9: "\\t"]
    if let form = short[sign] { forms.append(form) }
    for form in forms {
      let found = try value("[\"a\(form)b\"]")
      #expect(Self.isHarmless(found) && found.hasPrefix("a") && found.hasSuffix("b") && found.count == 3, "\(four)")
      #expect(
        !inert("{\"\(form)\": [\"x\", {\"y\(form)\": 1}]}").unicodeScalars.contains { Self.signs.contains($0.value) })
    }
  }

  @Test(arguments: [
    "", "plain", "가나다 é ü", "\\\"", "\\\\", "\\/", "\\\\u001b", "\\\\\\\"", "\\u0041", "\\ud83d\\ude00", "\u{1F600}",
    "‘’“”…",
    "\u{2010}\u{2027}\u{202F}\u{205F}\u{2070}\u{00A0}", "␛", "a, b: [c] {d}",
  ])
  func `what is harmless stays as it is, to the byte`(text: String) throws {
    let json = "[\"\(text)\", 1.5e-7, null, true, {\"k\": \"\(text)\"}]"
    #expect(inert(json) == json)
    #expect(TerminalText.harmless(json: TerminalText.harmless(json: Array(json.utf8)[...])[...]) == Array(json.utf8))
  }

  @Test(arguments: ["\"", "\"\\", "\"\\u", "\"\\u00", "\"\\u001", "\"\\u001g\"", "\"\\u+01f\"", "\"\\x1b\"", "[\"a\\"])
  func `what is cut or badly written is passed on, and refused by who reads it`(text: String) {
    let found = inert(text)
    #expect(Self.isHarmless(found))
    #expect(throws: (any Error).self) {
      try JSONSerialization.jsonObject(with: Data(found.utf8), options: .fragmentsAllowed)
    }
  }

  @Test func `white space between values stays, and so do the line's breaks`() throws {
    let json = "{\n\t\"a\": [1,\r\n 2]\n}"
    #expect(inert(json) == json)
  }

  /// The form of a value, without its texts.
  private func form(_ value: Any) -> String {
    switch value {
    case let list as [Any]: "[" + list.map(form).joined(separator: ",") + "]"
    case let table as [String: Any]: "{" + table.values.map(form).sorted().joined(separator: ",") + "}"
    case is String: "s"
    default: "\(value)"
    }
  }

  @Test func `any JSON keeps its form and loses its signs`() throws {
    var state: UInt64 = 11
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    func text() -> String {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<random(8) {
        let code = random(3) == 0 ? Self.signs[random(Self.signs.count)] : UInt32(random(0x1_1000))
        if let scalar = Unicode.Scalar(code) { scalars.append(scalar) }
      }
      return String(scalars)
    }
    func value(_ depth: Int) -> Any {
      switch random(depth > 3 ? 2 : 4) {
      case 0: return text()
      case 1: return random(100)
      case 2: return (0..<random(4)).map { _ in value(depth + 1) }
      default:
        // A number before each key, so that two do not become one.
        return Dictionary(uniqueKeysWithValues: (0..<random(4)).map { ("\($0)\(text())", value(depth + 1)) })
      }
    }
    for _ in 0..<500 {
      let made = [value(0)]
      let bytes = [UInt8](try JSONSerialization.data(withJSONObject: made))
      let found = TerminalText.harmless(json: bytes[...])
      let read = try #require(try JSONSerialization.jsonObject(with: Data(found)) as? [Any])
      #expect(form(read) == form(made))
      #expect(Self.isHarmless(String(decoding: found, as: UTF8.self)))
      func check(_ value: Any) {
        if let text = value as? String { #expect(Self.isHarmless(text)) }
        if let list = value as? [Any] { list.forEach(check) }
        if let table = value as? [String: Any] {
          for (key, value) in table {
            #expect(Self.isHarmless(key))
            check(value)
          }
        }
      }
      check(read)
    }
  }

  @Test func `any bytes at all come to an end, with no control in a text`() {
    var state: UInt64 = 3
    let likely: [UInt8] =
      Array("\"\\u0019bnrtf{}[]:, ".utf8) + [
        0x1B, 0x7F, 0xC2, 0x85, 0xE2, 0x80, 0xAE, 0xEF, 0xBB, 0xBF, 0xD8, 0x9C, 0xFF,
      ]
    for _ in 0..<3000 {
      var bytes: [UInt8] = []
      for _ in 0..<60 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(
          state >> 60 == 0 ? UInt8(truncatingIfNeeded: state >> 40) : likely[Int(state >> 33) % likely.count])
      }
      // All of it is one text, up to the first quote.
      let found = TerminalText.harmless(json: ([UInt8(ascii: "\"")] + bytes.filter { $0 != UInt8(ascii: "\"") })[...])
      #expect(!found.contains { $0 < 0x20 || $0 == 0x7F }, "\(bytes)")
      #expect(found.count <= bytes.count * 3 + 1)
    }
  }
}
