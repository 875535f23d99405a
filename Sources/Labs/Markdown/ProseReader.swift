internal import CCMark
import Diagnostics

/// Makes a tree of Markdown: libcmark reads CommonMark, and what ``MarkdownGuard`` put aside before is put in its place.
///
/// Raw HTML is left out.
struct ProseReader {
  let guarded: MarkdownGuard
  private let tree: MarkdownTree
  /// How many lines of the file stand before the Markdown.
  private let skipped: Int
  /// The items that say what a footnote says, by label.
  private(set) var definitions: [String: MarkdownTree.Node] = [:]
  /// The labels of the footnotes that were spoken of, in order.
  var labels: [String] = []
  var numbers: [String: Int] = [:]

  /// - Parameters:
  ///   - outline: what is known of the text.
  ///   - first: the line where the Markdown begins, from 1.
  ///   - linesBefore: how many lines of the file stand before the text.
  private init(_ outline: MarkdownOutline, from first: Int, linesBefore: Int) {
    guarded = MarkdownGuard(outline.text, from: first, verbatim: outline.verbatimLines)
    tree = MarkdownTree(parsing: guarded.text)
    skipped = first - 1 + linesBefore
    cmark_consolidate_text_nodes(tree.root)
    var found: [(String, MarkdownTree.Node)] = []
    tree.visit { node, _ in
      if cmark_node_get_type(node) == CMARK_NODE_ITEM, let label = definedLabel(node) { found.append((label, node)) }
    }
    definitions = Dictionary(found) { first, _ in first }
  }

  /// The prose of a text, one stretch for each that no cell interrupts, with the line where it starts.
  ///
  /// The text is read as a whole, so that a link or a footnote may be said anywhere in it.
  /// - Parameters:
  ///   - outline: what is known of the text, which is not nested too deep.
  ///   - first: the line where the Markdown begins, from 1.
  ///   - cells: the first line of each cell, at the top level, and its last.
  ///   - linesBefore: how many lines of the file stand before the text.
  /// - Returns: the stretches that show anything; footnotes belong to the last.
  static func stretches(
    of outline: MarkdownOutline, from first: Int, without cells: [Int: Int], linesBefore: Int = 0
  ) -> [(line: Int, prose: Prose)] {
    var reader = ProseReader(outline, from: first, linesBefore: linesBefore)
    // The marks that were taken out may have let emphasis nest deeper than it seemed.
    guard !reader.isTooDeep else { return [(first, Prose(plain: outline.text, from: first))] }
    var stretches: [(line: Int, blocks: [Prose.Block])] = []
    var isOpen = false
    var start = first
    for node in reader.tree.topLevel {
      let line = reader.line(of: node)
      if cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK, let last = cells[line] {
        isOpen = false
        start = last + 1
        continue
      }
      if !isOpen {
        while start < outline.text.lineCount, outline.text.isBlank(line: start) { start += 1 }
        stretches.append((start, []))
      }
      isOpen = true
      stretches[stretches.count - 1].blocks += reader.blocks(of: node)
    }
    if let notes = reader.notes() {
      if !isOpen { stretches.append((start, [])) }
      stretches[stretches.count - 1].blocks.append(notes)
    }
    return stretches.filter { !$0.blocks.isEmpty }.map { ($0.line, Prose(blocks: $0.blocks)) }
  }

  private var isTooDeep: Bool {
    var isTooDeep = false
    tree.visit { _, depth in if depth > Prose.deepest { isTooDeep = true } }
    return isTooDeep
  }

  func line(of node: MarkdownTree.Node) -> Int { max(1, Int(cmark_node_get_start_line(node))) + skipped }

  // MARK: Blocks

  private mutating func blocks(in parent: MarkdownTree.Node) -> [Prose.Block] {
    var blocks: [Prose.Block] = []
    for node in MarkdownTree.children(of: parent) { blocks += self.blocks(of: node) }
    return blocks
  }

  /// What a node of libcmark's becomes; a paragraph may hold formulas that stand by themselves, and a table.
  private mutating func blocks(of node: MarkdownTree.Node) -> [Prose.Block] {
    let line = line(of: node)
    func block(_ kind: Prose.Block.Kind) -> [Prose.Block] { [Prose.Block(kind: kind, line: line)] }
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH: return paragraph(node)
    case CMARK_NODE_HEADING:
      return block(.heading(level: Int(cmark_node_get_heading_level(node)), inlines(of: node)))
    case CMARK_NODE_BLOCK_QUOTE: return block(.quote(blocks(in: node)))
    case CMARK_NODE_LIST:
      let list = list(node)
      return list.items.isEmpty ? [] : block(.list(list))
    case CMARK_NODE_CODE_BLOCK:
      let info = guarded.restored(cmark_node_get_fence_info(node).map { String(cString: $0) } ?? "")
      let language = info.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
      return block(.code(language: language, guarded.restored(MarkdownTree.literal(of: node))))
    case CMARK_NODE_THEMATIC_BREAK: return block(.rule)
    default: return []
    }
  }

  private mutating func list(_ node: MarkdownTree.Node) -> Prose.List {
    let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    var items: [Prose.List.Item] = []
    for item in MarkdownTree.children(of: node) where definedLabel(item) == nil {
      let isDone = task(item)
      var blocks = blocks(in: item)
      if isDone != nil, let first = blocks.first, case .paragraph(let inlines) = first.kind {
        blocks[0] = Prose.Block(kind: .paragraph(inlines.withoutTaskBox), line: first.line)
      }
      items.append(Prose.List.Item(isDone: isDone, blocks: blocks, line: line(of: item)))
    }
    return Prose.List(
      start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil, isTight: cmark_node_get_list_tight(node) != 0,
      items: items)
  }

  /// Whether an item begins with `[ ]` or `[x]`, and which.
  private func task(_ item: MarkdownTree.Node) -> Bool? {
    guard let words = firstWords(of: item) else { return nil }
    if words.hasPrefix("[ ] ") { return false }
    return words.hasPrefix("[x] ") || words.hasPrefix("[X] ") ? true : nil
  }

  private func firstWords(of item: MarkdownTree.Node) -> String? {
    guard let paragraph = cmark_node_first_child(item), cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH,
      let text = cmark_node_first_child(paragraph), cmark_node_get_type(text) == CMARK_NODE_TEXT
    else { return nil }
    return MarkdownTree.literal(of: text)
  }

  // MARK: Footnotes

  private func definedLabel(_ item: MarkdownTree.Node) -> String? {
    guard let words = firstWords(of: item), case .mark(.note(let label, true, _))? = guarded.pieces(of: words).first
    else { return nil }
    return label
  }

  /// The footnotes that were spoken of; what they say may speak of others.
  private mutating func notes() -> Prose.Block? {
    var notes: [Prose.Note] = []
    while notes.count < labels.count {
      guard let item = definitions[labels[notes.count]] else { break }
      notes.append(Prose.Note(number: notes.count + 1, blocks: blocks(in: item), line: line(of: item)))
    }
    return notes.first.map { Prose.Block(kind: .notes(notes), line: $0.line) }
  }

  // MARK: Paragraphs

  private mutating func paragraph(_ node: MarkdownTree.Node) -> [Prose.Block] {
    let parts = parts(of: node)
    let lines = parts.split(omittingEmptySubsequences: false) { part in
      if case .lineBreak = part { true } else { false }
    }
    let rules = lines.indices.dropFirst().first { lines[$0].columns != nil }
    guard let rule = rules, let columns = lines[rule].columns, let head = lines[rule - 1].first else {
      return flow(parts[...])
    }
    let table = Prose.Table(
      columns: columns, head: cells(of: lines[rule - 1], most: columns.count),
      rows: lines[(rule + 1)...].map { cells(of: $0, most: columns.count) })
    let before = flow(parts[..<max(0, lines[rule - 1].startIndex - 1)])
    return before + [Prose.Block(kind: .table(table), line: head.line)]
  }

  /// Paragraphs, and between them the formulas that stand by themselves.
  private func flow(_ parts: ArraySlice<Part>) -> [Prose.Block] {
    var blocks: [Prose.Block] = []
    var words: [Part] = []
    func close() {
      let trimmed = words.trimmed
      if let first = trimmed.first {
        blocks.append(Prose.Block(kind: .paragraph(inlines(trimmed)), line: first.line))
      }
      words = []
    }
    for part in parts {
      if case .display(let formula, let line) = part {
        close()
        blocks.append(Prose.Block(kind: .formula(formula.tex), line: line))
      } else {
        words.append(part)
      }
    }
    close()
    return blocks
  }

  private func cells(of line: ArraySlice<Part>, most: Int) -> [[Prose.Inline]] {
    // A second rule is a row like any other.
    if case .rule(_, let source, let number)? = line.first {
      let row = source.split(separator: "|", omittingEmptySubsequences: false).flatMap { words in
        [Part.cell(line: number), .words(String(words), line: number)]
      }
      return cells(of: row.dropFirst(), most: most)
    }
    var cells = line.split(omittingEmptySubsequences: false, whereSeparator: \.isCell).map { Array($0) }
    if cells.count > 1, cells[0].allSatisfy(\.isBlank) { cells.removeFirst() }
    if cells.count > 1, let last = cells.last, last.allSatisfy(\.isBlank) { cells.removeLast() }
    return cells.prefix(most).map { inlines($0.trimmed) }
  }
}

extension [Prose.Inline] {
  /// Without the `[x] ` that an item begins with.
  fileprivate var withoutTaskBox: [Element] {
    guard let first, case .text(let words) = first.kind else { return self }
    let rest = String(words.dropFirst(4))
    return (rest.isEmpty ? [] : [Prose.Inline(kind: .text(rest), line: first.line)]) + dropFirst()
  }
}

extension Prose {
  /// A short text, for example a question or a justification.
  ///
  /// - Parameters:
  ///   - text: CommonMark with formulas, tables, footnotes, `~~…~~` and tasks; where lists and quotes are nested more than ``deepest``
  ///     levels deep, it is taken as plain text.
  ///   - line: the line of the file where it begins.
  public init(_ text: String, line: Int = 1) {
    let source = SourceText(text)
    let outline = MarkdownOutline(of: source, from: 1)
    guard outline.tooDeep == nil else {
      self.init(plain: source, from: 1)
      return
    }
    let stretches = ProseReader.stretches(of: outline, from: 1, without: [:], linesBefore: line - 1)
    self.init(blocks: stretches.flatMap { $0.prose.blocks })
  }

  /// A text as it stands.
  fileprivate init(plain text: SourceText, from line: Int) {
    let bytes = line <= text.lineCount ? text.bytes[text.wholeRange(ofLine: line).lowerBound...] : []
    blocks = [Block(kind: .code(language: "", String(decoding: bytes, as: UTF8.self)), line: line)]
  }
}
