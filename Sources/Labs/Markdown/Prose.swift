/// Words that an author wrote in Markdown, as a tree: paragraphs and the like, each with its line in the file.
///
/// There is no HTML in it: a page, a terminal or another program renders it as it needs. It is never nested deeper than ``deepest``.
public struct Prose: Sendable, Equatable {
  /// Lists, quotes and emphasis may be nested so deep.
  public static let deepest = 100

  /// What stands below one another.
  public let blocks: [Block]

  /// - Parameter blocks: what stands below one another.
  init(blocks: [Block]) { self.blocks = blocks }

  /// A paragraph, a list, a table or the like.
  public struct Block: Sendable, Equatable {
    /// What it is.
    public let kind: Kind
    /// The line of the file where it begins, from 1.
    public let line: Int

    /// What a block can be.
    public indirect enum Kind: Sendable, Equatable {
      /// A heading of level 1…6.
      case heading(level: Int, [Inline])
      /// Words on lines of their own.
      case paragraph([Inline])
      /// What somebody else said.
      case quote([Block])
      /// Items, with numbers or without.
      case list(List)
      /// Code as it was written, with the first word behind its fence, empty where there is none.
      case code(language: String, String)
      /// Rows and columns.
      case table(Table)
      /// A formula on a line of its own, in TeX.
      case formula(String)
      /// A line across.
      case rule
      /// The footnotes of the text, in the order in which they are first spoken of.
      case notes([Note])
    }
  }

  /// A list.
  public struct List: Sendable, Equatable {
    /// The number of its first item; nil where its items have none.
    public let start: Int?
    /// Whether its items stand close together, without paragraphs of their own.
    public let isTight: Bool
    /// Its items in order.
    public let items: [Item]

    /// One item.
    public struct Item: Sendable, Equatable {
      /// Whether the task that it is has been done; nil where it is no task.
      public let isDone: Bool?
      /// What it holds.
      public let blocks: [Block]
      /// Its line in the file.
      public let line: Int
    }
  }

  /// A table; a row may have fewer cells than there are columns, and never has more.
  public struct Table: Sendable, Equatable {
    /// How the cells of each column stand.
    public let columns: [Alignment]
    /// The cells of the first row.
    public let head: [[Inline]]
    /// The cells of the other rows.
    public let rows: [[[Inline]]]

    /// How the cells of a column stand.
    public enum Alignment: Sendable, Equatable {
      case natural, left, center, right
    }
  }

  /// A footnote.
  public struct Note: Sendable, Equatable {
    /// Its number, from 1.
    public let number: Int
    /// What it says.
    public let blocks: [Block]
    /// Its line in the file.
    public let line: Int
  }

  /// Words, or something among words.
  public struct Inline: Sendable, Equatable {
    /// What it is.
    public let kind: Kind
    /// The line of the file where it begins, from 1.
    public let line: Int

    /// What can stand among words.
    public indirect enum Kind: Sendable, Equatable {
      /// Words as they are to be read.
      case text(String)
      /// Words that are stressed.
      case emphasis([Inline])
      /// Words that are stressed strongly.
      case strong([Inline])
      /// Words that no longer hold.
      case struck([Inline])
      /// Code.
      case code(String)
      /// A formula in TeX.
      case formula(String)
      /// Words that lead to an address, which is as the author wrote it.
      case link(to: String, title: String, [Inline])
      /// A picture, with what to say where it cannot be seen.
      case image(source: String, title: String, alternative: String)
      /// The mark of the footnote of this number; the first mark of each is where a reader comes back to.
      case noteMark(number: Int, isFirst: Bool)
      /// The end of a line; a hard one must stay.
      case lineBreak(isHard: Bool)
    }
  }
}

extension [Prose.Inline] {
  /// The words alone, without what they look like; formulas in TeX.
  public var words: String {
    map { inline in
      switch inline.kind {
      case .text(let words), .code(let words), .formula(let words): words
      case .image(_, _, let words): words
      case .emphasis(let inside), .strong(let inside), .struck(let inside), .link(_, _, let inside): inside.words
      case .noteMark: ""
      case .lineBreak: " "
      }
    }.joined()
  }
}

extension Prose {
  /// Calls `visit` with each block, those inside of others too, in the order of the text.
  public func visitBlocks(_ visit: (Block) -> Void) { Self.visit(blocks, visit) }

  private static func visit(_ blocks: [Block], _ visit: (Block) -> Void) {
    for block in blocks {
      visit(block)
      switch block.kind {
      case .quote(let inside): Self.visit(inside, visit)
      case .list(let list): for item in list.items { Self.visit(item.blocks, visit) }
      case .notes(let notes): for note in notes { Self.visit(note.blocks, visit) }
      case .heading, .paragraph, .code, .table, .formula, .rule: break
      }
    }
  }

  /// Where links and pictures lead, each with its line.
  public var addresses: [(address: String, line: Int, isPicture: Bool)] {
    var found: [(address: String, line: Int, isPicture: Bool)] = []
    visitBlocks { block in
      switch block.kind {
      case .heading(_, let inlines), .paragraph(let inlines): Self.collect(inlines, &found)
      case .table(let table): for cell in table.head + table.rows.joined() { Self.collect(cell, &found) }
      case .quote, .list, .code, .formula, .rule, .notes: break
      }
    }
    return found
  }

  private static func collect(_ inlines: [Inline], _ found: inout [(address: String, line: Int, isPicture: Bool)]) {
    for inline in inlines {
      switch inline.kind {
      case .link(let address, _, let inside):
        found.append((address, inline.line, false))
        collect(inside, &found)
      case .image(let source, _, _): found.append((source, inline.line, true))
      case .emphasis(let inside), .strong(let inside), .struck(let inside): collect(inside, &found)
      case .text, .code, .formula, .noteMark, .lineBreak: break
      }
    }
  }
}
