internal import CCMark

/// A text as libcmark reads it: a tree of nodes, freed with this object.
///
/// Nodes are visited with libcmark's own iterator, never by recursion, so that no nesting can exhaust the stack.
final class MarkdownTree {
  /// A node of the tree; alive as long as the tree is.
  typealias Node = OpaquePointer

  /// The whole document.
  let root: Node

  /// - Parameter bytes: any UTF-8.
  /// - Complexity: linear in the number of bytes.
  init(parsing bytes: [UInt8]) {
    // An empty array may have no address, and libcmark wants one.
    let text = bytes.isEmpty ? [UInt8(ascii: "\n")] : bytes
    let tree = text.withUnsafeBytes { buffer in
      cmark_parse_document(buffer.bindMemory(to: CChar.self).baseAddress, buffer.count, CMARK_OPT_DEFAULT)
    }
    guard let tree else { preconditionFailure("libcmark gave no tree for \(bytes.count) bytes") }
    root = tree
  }

  deinit { cmark_node_free(root) }

  /// Calls `visit` with every node below the root and how deep it stands, parents before children.
  func visit(_ visit: (_ node: Node, _ depth: Int) -> Void) {
    guard let iterator = cmark_iter_new(root) else { return }
    defer { cmark_iter_free(iterator) }
    var depth = 0
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return }
      if event == CMARK_EVENT_EXIT {
        depth -= 1
      } else {
        if node != root { visit(node, depth) }
        // A node that cannot have children is entered and never left.
        if !Self.neverHasChildren(node) { depth += 1 }
      }
    }
  }

  /// The children of the root in order.
  var topLevel: [Node] { Self.children(of: root) }

  /// The children of a node in order.
  static func children(of parent: Node) -> [Node] {
    var nodes: [Node] = []
    var next = cmark_node_first_child(parent)
    while let node = next {
      nodes.append(node)
      next = cmark_node_next(node)
    }
    return nodes
  }

  /// The text that a node holds; empty where it holds none.
  static func literal(of node: Node) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  }

  /// The last line of a block of HTML, which libcmark gives as the one before where the block ends within a line.
  static func endLine(ofHTML node: Node) -> Int {
    let breaks = literal(of: node).utf8.count { $0 == UInt8(ascii: "\n") }
    return max(1, Int(cmark_node_get_start_line(node))) + max(0, breaks - 1)
  }

  private static func neverHasChildren(_ node: Node) -> Bool {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_TEXT, CMARK_NODE_SOFTBREAK,
      CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
      return true
    default: return false
    }
  }
}
