/// The page about a data set as its template shows it.
struct SetView {
  /// The fixed words by name.
  let words: [String: String]
  /// The set's name.
  let title: String
  /// What is known of it, a line each.
  let facts: [String]
  /// Pictures of some images with their labels.
  let pictures: [Picture]
  /// How many images are not shown; nil where all are.
  let omitted: String?
  /// The table of numbers.
  let numbers: [Numbers]
  /// The classes and their shares; nil where labels are grey.
  let classes: Table?
  /// The chart of intensities.
  let intensities: String
  /// The chart of the images' foregrounds.
  let foreground: String
  /// The sizes; nil where there are too many for a table.
  let sizes: Table?
  /// The charts of widths and heights; empty where a table shows them.
  let sizeCharts: [String]
  /// How many images each patient has.
  let patients: [Share]
  /// How many patients are not shown; nil where all are.
  let patientsOmitted: String?

  /// An image with its label's area.
  struct Picture {
    let source: String
    let width: Int
    let height: Int
    let caption: String
    let alternative: String
  }

  /// A row of the table of numbers.
  struct Numbers {
    let name: String
    let least: String
    let most: String
    let mean: String
    let deviation: String
  }

  /// A table with bars.
  struct Table {
    let rows: [Share]
  }

  /// A row of a table with a bar.
  struct Share {
    let name: String
    let value: String
    /// The bar's length in hundredths of the longest.
    let length: Int
  }
}
