/// A template of a theme: text, and in it the names of what a view shows.
///
/// The language is Mustache's, as far as pages need it: `{{name}}` shows a value as text, `{{{name}}}` as it is, `{{#name}}…{{/name}}` once
/// for each or where there is one, `{{^name}}…{{/name}}` where there is none, `{{> name}}` another template; `{{.}}` is the value itself,
/// `{{words.next}}` a part of one. A section's tag, or a partial's, that has a line to itself leaves no line.
struct Template: Sendable {
  /// What stands in it.
  let parts: [Part]

  /// A stretch of a template.
  indirect enum Part: Sendable {
    /// Text as it is.
    case text(String)
    /// A value, shown as text.
    case value(Name)
    /// A value that is HTML.
    case markup(Name)
    /// What is shown once for each of a list, or where there is a value.
    case section(Name, [Part])
    /// What is shown where there is no value.
    case inverse(Name, [Part])
    /// Another template; what stands before it on its line stands before each of its lines.
    case partial(String, indentation: String)
  }

  /// A name by its parts; none for the value itself.
  typealias Name = [String]

  /// Why a text is no template.
  struct Fault: Error {
    /// What is wrong, in short.
    enum Reason: String {
      case unfinishedName, expectedSectionEnd, sectionCloseNameIncorrect, nestedTooDeep, unknownTag
    }
    let reason: Reason
    /// The line, from 1.
    let line: Int
    /// The column in bytes, from 1.
    let column: Int
  }

  /// Sections may be nested so deep.
  static let deepest = 64

  /// - Parameter text: the template.
  /// - Throws: `Fault` at the first tag that is not understood.
  init(_ text: String) throws(Fault) {
    var reader = TemplateReader(Array(text.utf8))
    parts = try reader.parts()
  }
}

/// Reads the text of a template.
private struct TemplateReader {
  /// What tags of Mustache begin with that no template here has.
  private static let unknown = Array("!&<$=%".utf8)

  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// A section that is open.
  private struct Section {
    let name: String
    /// Where its tag stands.
    let start: Int
  }

  mutating func parts() throws(Template.Fault) -> [Template.Part] {
    // A tag that a template begins with does not count as one that has its line to itself.
    let isNewLine = takeLineEnd()
    return try parts(in: nil, isNewLine: isNewLine, depth: 0)
  }

  private mutating func parts(
    in section: Section?, isNewLine: Bool, depth: Int
  ) throws(Template.Fault) -> [Template.Part] {
    guard depth <= Template.deepest else { throw fault(.nestedTooDeep, at: section?.start ?? index) }
    var parts: [Template.Part] = []
    func add(_ text: String) {
      guard !text.isEmpty else { return }
      if case .text(let before)? = parts.last {
        parts[parts.count - 1] = .text(before + text)
      } else {
        parts.append(.text(text))
      }
    }
    var isNewLine = isNewLine
    var margin = ""
    while index < bytes.count {
      if isNewLine { margin = takeMargin() }
      let text = takeText()
      if index < bytes.count, bytes[index] == UInt8(ascii: "\n") {
        index += 1
        add(margin + text + "\n")
        isNewLine = true
        continue
      }
      if !text.isEmpty {
        add(margin + text)
        margin = ""
        isNewLine = false
      }
      guard index < bytes.count else { break }
      let start = index
      index += 2
      let sign = index < bytes.count ? bytes[index] : 0
      var isAlone = false
      /// Whether the tag has its line to itself; what stands before it is text where it has not.
      func look() {
        isAlone = isNewLine && takeLineEnd()
        if !isAlone { add(margin) }
      }
      switch sign {
      case UInt8(ascii: "#"), UInt8(ascii: "^"):
        index += 1
        let name = try takeName(from: start)
        look()
        let inside = try self.parts(in: Section(name: name, start: start), isNewLine: isAlone, depth: depth + 1)
        let path = Self.path(name)
        parts.append(sign == UInt8(ascii: "#") ? .section(path, inside) : .inverse(path, inside))
      case UInt8(ascii: "/"):
        index += 1
        guard try takeName(from: start) == section?.name else { throw fault(.sectionCloseNameIncorrect, at: start) }
        look()
        return parts
      case UInt8(ascii: ">"):
        index += 1
        let name = try takeName(from: start)
        add(margin)
        isAlone = isNewLine && takeLineEnd()
        parts.append(.partial(name, indentation: isAlone ? margin : ""))
      case UInt8(ascii: "{"):
        index += 1
        add(margin)
        parts.append(.markup(Self.path(try takeName(from: start, isMarkup: true))))
      case _ where Self.unknown.contains(sign): throw fault(.unknownTag, at: start)
      default:
        add(margin)
        parts.append(.value(Self.path(try takeName(from: start))))
      }
      margin = ""
      isNewLine = isAlone
    }
    if let section { throw fault(.expectedSectionEnd, at: section.start) }
    return parts
  }

  private mutating func takeMargin() -> String {
    let start = index
    while index < bytes.count, bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t") { index += 1 }
    return text(from: start)
  }

  /// What stands before the end of the line or the next tag.
  private mutating func takeText() -> String {
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "\n") {
      if bytes[index] == UInt8(ascii: "{"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "{") { break }
      index += 1
    }
    return text(from: start)
  }

  /// Goes past the end of the line where nothing else is left of it.
  private mutating func takeLineEnd() -> Bool {
    var end = index
    while end < bytes.count, bytes[end] == UInt8(ascii: " ") || bytes[end] == UInt8(ascii: "\t") { end += 1 }
    if end < bytes.count, bytes[end] == UInt8(ascii: "\r") { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: "\n") else { return index == bytes.count }
    index = end + 1
    return true
  }

  private mutating func takeName(from start: Int, isMarkup: Bool = false) throws(Template.Fault) -> String {
    takeSpace()
    let first = index
    while index < bytes.count, Self.isPartOfName(bytes[index]) { index += 1 }
    let name = text(from: first)
    takeSpace()
    for _ in 0..<(isMarkup ? 3 : 2) {
      guard index < bytes.count, bytes[index] == UInt8(ascii: "}") else { throw fault(.unfinishedName, at: start) }
      index += 1
    }
    guard !name.isEmpty else { throw fault(.unfinishedName, at: start) }
    return name
  }

  private mutating func takeSpace() {
    while index < bytes.count, bytes[index] == 0x20 || (0x09...0x0D).contains(bytes[index]) { index += 1 }
  }

  private static func isPartOfName(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  private static func path(_ name: String) -> Template.Name { name.split(separator: ".").map(String.init) }

  private func text(from start: Int) -> String { String(decoding: bytes[start..<index], as: UTF8.self) }

  private func fault(_ reason: Template.Fault.Reason, at place: Int) -> Template.Fault {
    let before = bytes[..<min(place, bytes.count)]
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return Template.Fault(reason: reason, line: line, column: place - start + 1)
  }
}
