/// A table as templates show it.
struct TableView {
  /// A picture above it; nil for none.
  let picture: String?
  /// What it holds.
  let caption: String
  /// The words above the columns.
  let heads: [String]
  /// The rows; the first cell of each names it.
  let rows: [Row]

  /// One row.
  struct Row {
    /// What the row is about.
    let name: String
    /// The other cells.
    let cells: [String]
    /// Whether the row stands out.
    let isBest: Bool
  }
}
