public import Messages

/// A page of charts and tables, in words that are made already: what is found out about a class.
public struct SheetPage: Sendable {
  private let theme: Theme
  private let language: Language

  /// What stands on it.
  public struct Content: Sendable {
    /// Its heading.
    public let title: String
    /// A word above the heading.
    public let kicker: String
    /// What is known, a line each.
    public let facts: [String]
    /// Its parts.
    public let sections: [Section]

    /// - Parameters: the parts, as documented on each property.
    public init(title: String, kicker: String, facts: [String], sections: [Section]) {
      (self.title, self.kicker, self.facts, self.sections) = (title, kicker, facts, sections)
    }
  }

  /// One part of a page.
  public struct Section: Sendable {
    /// Its heading.
    public let heading: String
    /// What it shows; nil for nothing.
    public let note: String?
    /// How often values fall into equal parts of a range; nil for no chart.
    public let bars: Bars?
    /// The names of a table's columns; empty for no table.
    public let columns: [String]
    /// The table's rows.
    public let rows: [[String]]

    /// - Parameters: the parts, as documented on each property.
    public init(
      heading: String, note: String? = nil, bars: Bars? = nil, columns: [String] = [], rows: [[String]] = []
    ) {
      (self.heading, self.note, self.bars, self.columns, self.rows) = (heading, note, bars, columns, rows)
    }
  }

  /// A chart of bars.
  public struct Bars: Sendable {
    /// The height of each bar, from the left; at least one.
    public let heights: [Double]
    /// The range that they divide.
    public let range: ClosedRange<Double>
    /// What is drawn, in a sentence, for who cannot see it.
    public let description: String
    /// What the axes are.
    public let axes: (x: String, y: String)

    /// - Parameters: the parts, as documented on each property.
    public init(heights: [Double], range: ClosedRange<Double>, description: String, axes: (x: String, y: String)) {
      (self.heights, self.range, self.description, self.axes) = (heights, range, description, axes)
    }
  }

  /// - Parameters:
  ///   - theme: how the page looks.
  ///   - language: the language of all words.
  public init(theme: Theme, language: Language) { (self.theme, self.language) = (theme, language) }

  /// The page's text; the same content gives the same text.
  ///
  /// - Parameter content: what stands on it.
  /// - Returns: the whole file's text.
  /// - Throws: `PageError.noSuchLanguage` where the theme's settings have no words in the language.
  public func html(_ content: Content) throws(PageError) -> String {
    let sections = content.sections.enumerated().map { number, section in
      SheetView.Section(
        id: "part-\(number + 1)", heading: section.heading, note: section.note,
        chart: section.bars.map { bars in
          BarChart(
            id: "bars-\(number + 1)", title: section.heading, description: bars.description, xTitle: bars.axes.x,
            yTitle: bars.axes.y, heights: bars.heights, range: bars.range, isShare: false
          ).svg
        }, table: section.columns.isEmpty ? nil : SheetView.Table(columns: section.columns, rows: section.rows))
    }
    let view = SheetView(title: content.title, kicker: content.kicker, facts: content.facts, sections: sections)
    return try theme.page(theme.render("sheet", with: view), title: content.title, in: language)
  }
}

/// A page of charts and tables as its template shows it.
struct SheetView {
  let title: String
  let kicker: String
  let facts: [String]
  let sections: [Section]

  /// One part.
  struct Section {
    let id: String
    let heading: String
    let note: String?
    let chart: String?
    let table: Table?
  }

  /// A table.
  struct Table {
    let columns: [String]
    let rows: [[String]]
  }
}
