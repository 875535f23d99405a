/// The templates of a theme by name, and what is made of them.
struct TemplateLibrary: Sendable {
  /// The templates.
  var templates: [String: Template] = [:]

  /// Templates may show one another so deep.
  private static let deepest = 64

  /// The template `name` filled with what `view` shows; nil where there is none of that name.
  func render(_ name: String, with view: some Any) -> String? {
    guard let template = templates[name] else { return nil }
    var page = Page(templates: templates, stack: TemplateValue(of: view).map { [$0] } ?? [])
    page.add(template.parts, indentation: "", depth: 0)
    return page.text
  }

  /// A text while it is made.
  private struct Page {
    let templates: [String: Template]
    /// What names are looked up in, the innermost last.
    var stack: [TemplateValue]
    var text = ""

    mutating func add(_ parts: [Template.Part], indentation: String, depth: Int) {
      guard !indentation.isEmpty else {
        for part in parts { add(part, indentation, depth) }
        return
      }
      let start = text.utf8.count
      for part in parts {
        let end = text.utf8.count
        let isNewLine = end > start && text.utf8.last == UInt8(ascii: "\n")
        add(part, indentation, depth)
        guard isNewLine, text.utf8.count > end else { continue }
        text.insert(contentsOf: indentation, at: text.utf8.index(text.startIndex, offsetBy: end))
      }
    }

    private mutating func add(_ part: Template.Part, _ indentation: String, _ depth: Int) {
      switch part {
      case .text(let words):
        text += indentation.isEmpty ? words : Self.indented(words, indentation)
      case .value(let name):
        if case .text(let words)? = value(name) { text += InertText.html(words) }
      case .markup(let name):
        if case .text(let words)? = value(name) { text += words }
      case .section(let name, let inside):
        switch value(name) {
        case nil, .flag(false)?: break
        case .flag(true)?: add(inside, indentation: indentation, depth: depth)
        case .list(let values)?: for value in values { add(inside, with: value, indentation, depth) }
        case let value?: add(inside, with: value, indentation, depth)
        }
      case .inverse(let name, let inside):
        switch value(name) {
        case nil, .flag(false)?: add(inside, indentation: indentation, depth: depth)
        case .list(let values)? where values.isEmpty: add(inside, indentation: indentation, depth: depth)
        default: break
        }
      case .partial(let name, let more):
        guard depth < TemplateLibrary.deepest, let template = templates[name] else { return }
        add(template.parts, indentation: indentation + more, depth: depth + 1)
      }
    }

    private mutating func add(
      _ parts: [Template.Part], with value: TemplateValue, _ indentation: String, _ depth: Int
    ) {
      stack.append(value)
      add(parts, indentation: indentation, depth: depth)
      stack.removeLast()
    }

    /// The innermost value of a name; the parts of a longer name are looked up in it alone.
    private func value(_ name: Template.Name) -> TemplateValue? {
      guard let first = name.first else { return stack.last }
      for object in stack.reversed() {
        guard let found = object.child(named: first) else { continue }
        return name.dropFirst().reduce(Optional(found)) { value, name in value?.child(named: name) }
      }
      return nil
    }

    /// Each line but the first and an empty one at the end behind `indentation`.
    private static func indented(_ words: String, _ indentation: String) -> String {
      let lines = words.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.enumerated().map { number, line in
        (number > 0 && (number + 1 < lines.count || !line.isEmpty) ? indentation : "") + line
      }.joined(separator: "\n")
    }
  }
}
