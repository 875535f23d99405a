internal import CCMark

/// What stands inside of a paragraph, a heading or a cell of a table.
extension ProseReader {
  mutating func inlines(of node: MarkdownTree.Node) -> [Prose.Inline] { inlines(parts(of: node)) }

  mutating func parts(of parent: MarkdownTree.Node) -> [Part] {
    var parts: [Part] = []
    for node in MarkdownTree.children(of: parent) { append(node, to: &parts) }
    return parts
  }

  private mutating func append(_ node: MarkdownTree.Node, to parts: inout [Part]) {
    let line = line(of: node)
    func add(_ kind: Prose.Inline.Kind) { parts.append(.inline(Prose.Inline(kind: kind, line: line))) }
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT: append(MarkdownTree.literal(of: node), line: line, to: &parts)
    case CMARK_NODE_SOFTBREAK: parts.append(.lineBreak(isHard: false, line: line))
    case CMARK_NODE_LINEBREAK: parts.append(.lineBreak(isHard: true, line: line))
    case CMARK_NODE_CODE: add(.code(guarded.restored(MarkdownTree.literal(of: node))))
    case CMARK_NODE_EMPH, CMARK_NODE_STRONG:
      let isStrong = cmark_node_get_type(node) == CMARK_NODE_STRONG
      let inside = self.parts(of: node)
      guard !inside.contains(where: \.isCell) else {
        // What stands in two cells is not one: `2*3 | 4*5`.
        let sign = Part.words(isStrong ? "**" : "*", line: line)
        parts += [sign] + inside + [sign]
        return
      }
      add(isStrong ? .strong(inlines(inside)) : .emphasis(inlines(inside)))
    case CMARK_NODE_LINK: add(.link(to: address(of: node), title: title(of: node), inlines(of: node)))
    case CMARK_NODE_IMAGE:
      add(.image(source: address(of: node), title: title(of: node), alternative: alternative(of: node)))
    default: break
    }
  }

  private mutating func append(_ literal: String, line: Int, to parts: inout [Part]) {
    for piece in guarded.pieces(of: literal) {
      switch piece {
      case .words(let words): parts.append(.words(words, line: line))
      case .literal(let sign): parts.append(.literal(sign, line: line))
      case .cell: parts.append(.cell(line: line))
      case .mark(.formula(let formula)) where formula.isDisplay: parts.append(.display(formula, line: line))
      case .mark(.formula(let formula)): parts.append(.inline(Prose.Inline(kind: .formula(formula.tex), line: line)))
      case .mark(.tableRule(let columns, let source)): parts.append(.rule(columns, source: source, line: line))
      case .mark(.note(let label, false, let source)):
        if let mark = mark(of: label) {
          parts.append(.inline(Prose.Inline(kind: mark, line: line)))
        } else {
          parts.append(.literal(source, line: line))
        }
      case .mark(.note): break
      case .continuation: if case .lineBreak(false, _)? = parts.last { parts.removeLast() }
      }
    }
  }

  private mutating func mark(of label: String) -> Prose.Inline.Kind? {
    guard definitions[label] != nil else { return nil }
    if let number = numbers[label] { return .noteMark(number: number, isFirst: false) }
    labels.append(label)
    numbers[label] = labels.count
    return .noteMark(number: labels.count, isFirst: true)
  }

  private func address(of node: MarkdownTree.Node) -> String {
    guarded.restored(cmark_node_get_url(node).map { String(cString: $0) } ?? "")
  }

  private func title(of node: MarkdownTree.Node) -> String {
    guarded.restored(cmark_node_get_title(node).map { String(cString: $0) } ?? "")
  }

  /// What to say where a picture cannot be seen: its words as they were written.
  private func alternative(of node: MarkdownTree.Node) -> String {
    var words = ""
    for child in MarkdownTree.children(of: node) {
      switch cmark_node_get_type(child) {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE: words += guarded.restored(MarkdownTree.literal(of: child))
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: words += " "
      default: words += alternative(of: child)
      }
    }
    return words
  }

  /// Parts as words: `~~…~~` is struck, what stands in no table is what it was.
  func inlines(_ parts: [Part]) -> [Prose.Inline] {
    var line = InlineLine()
    for (index, part) in parts.enumerated() {
      switch part {
      case .words(let words, let number):
        line.append(
          words, line: number, follows: index > 0 && !parts[index - 1].isBreak,
          isFollowed: index + 1 < parts.count && !parts[index + 1].isBreak)
      case .literal(let sign, let number): line.append(sign, line: number)
      case .inline(let inline): line.append(inline)
      case .display(let formula, let number): line.append(Prose.Inline(kind: .formula(formula.tex), line: number))
      case .cell(let number): line.append("|", line: number)
      case .rule(_, let source, let number): line.append(source, line: number)
      case .lineBreak(let isHard, let number): line.append(Prose.Inline(kind: .lineBreak(isHard: isHard), line: number))
      }
    }
    return line.finished
  }
}
