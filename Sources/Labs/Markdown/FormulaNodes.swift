internal import CCMark

/// Puts formulas back into a tree that libcmark read without them.
struct FormulaNodes {
  private let math: MathGuard

  /// - Parameter math: what was taken out of the text of the tree.
  init(_ math: MathGuard) { self.math = math }

  /// Replaces each mark by its formula, and removes raw HTML.
  func place(in tree: MarkdownTree) {
    var texts: [MarkdownTree.Node] = []
    var html: [MarkdownTree.Node] = []
    cmark_consolidate_text_nodes(tree.root)
    tree.visit { node, _ in
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT: texts.append(node)
      case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE: html.append(node)
      case CMARK_NODE_CODE, CMARK_NODE_CODE_BLOCK:
        let literal = MarkdownTree.literal(of: node)
        if contains(literal) { cmark_node_set_literal(node, math.restored(literal)) }
      case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
        if let url = cmark_node_get_url(node).map({ String(cString: $0) }), contains(url) {
          cmark_node_set_url(node, math.restored(url))
        }
        if let title = cmark_node_get_title(node).map({ String(cString: $0) }), contains(title) {
          cmark_node_set_title(node, math.restored(title))
        }
      default: break
      }
    }
    // The tree is changed only now: an iterator does not survive a change under it.
    for node in html { remove(node) }
    for node in texts {
      let literal = MarkdownTree.literal(of: node)
      guard contains(literal) else { continue }
      if isInImage(node) {
        cmark_node_set_literal(node, math.restored(literal))
      } else {
        replace(node, by: math.pieces(of: literal))
      }
    }
  }

  private func contains(_ text: String) -> Bool { text.unicodeScalars.contains(math.marker) }

  private func replace(_ text: MarkdownTree.Node, by pieces: [MathGuard.Piece]) {
    for piece in pieces {
      switch piece {
      case .words(let words):
        guard let node = cmark_node_new(CMARK_NODE_TEXT) else { continue }
        cmark_node_set_literal(node, words)
        cmark_node_insert_before(text, node)
      case .formula(let formula):
        let paragraph = cmark_node_parent(text)
        if formula.isDisplay, let paragraph, cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH {
          stand(formula, before: text, in: paragraph)
        } else if let node = cmark_node_new(CMARK_NODE_CUSTOM_INLINE) {
          cmark_node_set_on_enter(node, "<span class=\"math\">\(MarkdownHTML.escaped(formula.tex))</span>")
          cmark_node_insert_before(text, node)
        }
      case .continuation:
        if let previous = cmark_node_previous(text), isSoftBreak(previous) { remove(previous) }
      }
    }
    let parent = cmark_node_parent(text)
    let next = cmark_node_next(text)
    remove(text)
    // What remains of a paragraph that a formula has left may begin with a break, or be nothing.
    if let next, isSoftBreak(next), cmark_node_previous(next) == nil { remove(next) }
    if let parent, cmark_node_get_type(parent) == CMARK_NODE_PARAGRAPH, cmark_node_first_child(parent) == nil {
      remove(parent)
    }
  }

  /// Makes a block of a formula, which ends the paragraph that it stands in; what follows goes on in `paragraph`.
  private func stand(_ formula: MathGuard.Formula, before text: MarkdownTree.Node, in paragraph: MarkdownTree.Node) {
    guard let block = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK) else { return }
    cmark_node_set_on_enter(block, "<div class=\"math\">\(MarkdownHTML.escaped(formula.tex))</div>")
    if let last = cmark_node_previous(text), isSoftBreak(last) { remove(last) }
    if cmark_node_previous(text) != nil, let head = cmark_node_new(CMARK_NODE_PARAGRAPH) {
      cmark_node_insert_before(paragraph, head)
      while let first = cmark_node_first_child(paragraph), first != text { cmark_node_append_child(head, first) }
    }
    cmark_node_insert_before(paragraph, block)
  }

  private func isInImage(_ node: MarkdownTree.Node) -> Bool {
    var next = cmark_node_parent(node)
    while let parent = next, cmark_node_get_type(parent).rawValue > CMARK_NODE_LAST_BLOCK.rawValue {
      if cmark_node_get_type(parent) == CMARK_NODE_IMAGE { return true }
      next = cmark_node_parent(parent)
    }
    return false
  }

  private func isSoftBreak(_ node: MarkdownTree.Node) -> Bool { cmark_node_get_type(node) == CMARK_NODE_SOFTBREAK }

  private func remove(_ node: MarkdownTree.Node) {
    cmark_node_unlink(node)
    cmark_node_free(node)
  }
}
