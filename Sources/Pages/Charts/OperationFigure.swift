internal import Markup
internal import Messages

/// A convolution, a pooling or a transposed convolution on a few numbers, step by step: what it reads, and what comes of it.
///
/// All steps are there at once, as a strip; a script shows one of them at a time, with buttons.
struct OperationFigure {
  /// Rows of numbers.
  typealias Grid = [[Int]]

  /// What is done.
  enum Operation {
    /// Windows of a filter's size, moved by one, are multiplied with it and summed.
    case convolution(filter: Grid)
    /// The largest number of each window, which moves by its own size.
    case maxPooling(window: Int)
    /// Each number times the filter, laid `stride` apart, is added up.
    case transposedConvolution(filter: Grid, stride: Int)
  }

  /// One step.
  struct Step {
    /// Row and column of what is read, how many of both.
    let read: (row: Int, column: Int, size: Int)
    /// The same of what is written.
    let written: (row: Int, column: Int, size: Int)
    /// What is computed.
    let words: String
    /// The output after the step; nil where nothing has been written yet.
    let output: [[Int?]]
  }

  let id: String
  let input: Grid
  let operation: Operation

  private static let cell = 27.0
  private static let gap = 40.0

  /// The steps in order.
  var steps: [Step] {
    switch operation {
    case .convolution(let filter):
      return slid(window: filter.count, by: 1) { window in
        let products = zip(window, filter.flatMap { $0 }).map { ($0, $1) }
        let sum = products.reduce(0) { $0 + $1.0 * $1.1 }
        let terms = products.filter { $0.1 != 0 }.map { "\(Self.sign($0.0))·\(Self.bracketed($0.1))" }
        return (sum, terms.joined(separator: " + ") + " = \(Self.sign(sum))")
      }
    case .maxPooling(let window):
      return slid(window: window, by: window) { numbers in
        let most = numbers.max() ?? 0
        return (most, "max(" + numbers.map(Self.sign).joined(separator: ", ") + ") = \(Self.sign(most))")
      }
    case .transposedConvolution(let filter, let stride): return spread(filter, stride)
    }
  }

  private func slid(window: Int, by stride: Int, _ compute: ([Int]) -> (value: Int, words: String)) -> [Step] {
    let rows = (input.count - window) / stride + 1
    let columns = ((input.first?.count ?? 0) - window) / stride + 1
    var output = [[Int?]](repeating: [Int?](repeating: nil, count: columns), count: rows)
    var steps: [Step] = []
    for row in 0..<rows {
      for column in 0..<columns {
        let numbers = (0..<window).flatMap { y in (0..<window).map { input[row * stride + y][column * stride + $0] } }
        let (value, words) = compute(numbers)
        output[row][column] = value
        steps.append(
          Step(
            read: (row * stride, column * stride, window), written: (row, column, 1), words: words, output: output))
      }
    }
    return steps
  }

  private func spread(_ filter: Grid, _ stride: Int) -> [Step] {
    let size = filter.count
    let (rows, columns) = (input.count, input.first?.count ?? 0)
    var output = [[Int?]](
      repeating: [Int?](repeating: nil, count: (columns - 1) * stride + size), count: (rows - 1) * stride + size)
    var steps: [Step] = []
    for row in 0..<rows {
      for column in 0..<columns {
        for y in 0..<size {
          for x in 0..<size {
            output[row * stride + y][column * stride + x] =
              (output[row * stride + y][column * stride + x] ?? 0) + input[row][column] * filter[y][x]
          }
        }
        let words = filter.map { line in "[" + line.map(Self.sign).joined(separator: ", ") + "]" }
        steps.append(
          Step(
            read: (row, column, 1), written: (row * stride, column * stride, size),
            words: "\(Self.sign(input[row][column])) · [" + words.joined(separator: ", ") + "]", output: output))
      }
    }
    return steps
  }

  /// The figure as templates show it.
  func view(title: String) -> OperationView {
    let steps = steps
    return OperationView(
      id: id, figureTitle: title, filter: filter, count: steps.count, symbols: symbols,
      stepList: steps.enumerated().map { number, step in
        OperationView.Step(number: number + 1, svg: drawn(step, title: "\(title): \(step.words)"), words: step.words)
      })
  }

  /// The filter's rows; nil where there is none.
  private var filter: String? {
    switch operation {
    case .convolution(let filter), .transposedConvolution(let filter, _):
      filter.map { "[" + $0.map(Self.sign).joined(separator: ", ") + "]" }.joined(separator: " ")
    case .maxPooling: nil
    }
  }

  /// The input, and the filter where there is one, which every step shows.
  private var symbols: String {
    "<svg class=\"sprite\" aria-hidden=\"true\" width=\"0\" height=\"0\"><symbol id=\"\(id)-input\" overflow=\"visible\">"
      + numbers(input.map { $0.map { $0 } }, x: 1, y: 1) + "</symbol></svg>"
  }

  private func drawn(_ step: Step, title: String) -> String {
    let across = Double(input.first?.count ?? 0) * Self.cell
    let outputX = across + Self.gap
    let width = outputX + Double(step.output.first?.count ?? 0) * Self.cell + 2
    let height = Double(max(input.count, step.output.count)) * Self.cell + 2
    func frame(_ place: (row: Int, column: Int, size: Int), _ x: Double, _ name: String) -> String {
      let size = SVGText.number(Double(place.size) * Self.cell)
      return "<rect class=\"\(name)\" x=\"\(SVGText.number(x + Double(place.column) * Self.cell))\" "
        + "y=\"\(SVGText.number(1 + Double(place.row) * Self.cell))\" width=\"\(size)\" height=\"\(size)\" rx=\"3\"/>"
    }
    let middle = height / 2
    let arrow =
      "<path class=\"edge\" d=\"M\(SVGText.number(across + 12)) \(SVGText.number(middle))h16m-5 -4l5 4l-5 4\"/>"
    return """
      <svg class="operation" viewBox="0 0 \(SVGText.number(width)) \(SVGText.number(height))" role="img" \
      aria-label="\(InertText.html(title))">\(frame(step.read, 1, "read"))\(frame(step.written, outputX, "written"))\
      <use href="#\(id)-input"/>\(arrow)\(numbers(step.output, x: outputX, y: 1))</svg>
      """
  }

  /// Numbers in a grid; nothing where there is none yet.
  private func numbers(_ grid: [[Int?]], x: Double, y: Double) -> String {
    let (rows, columns) = (grid.count, grid.first?.count ?? 0)
    let (width, height) = (Double(columns) * Self.cell, Double(rows) * Self.cell)
    let lines =
      (0...rows).map { "M\(SVGText.number(x)) \(SVGText.number(y + Double($0) * Self.cell))h\(SVGText.number(width))" }
      + (0...columns).map {
        "M\(SVGText.number(x + Double($0) * Self.cell)) \(SVGText.number(y))v\(SVGText.number(height))"
      }
    let texts = grid.enumerated().flatMap { row, line in
      line.enumerated().compactMap { column, number in
        number.map {
          SVGText.text(
            Self.sign($0), x: x + (Double(column) + 0.5) * Self.cell, y: y + (Double(row) + 0.5) * Self.cell + 4.5,
            anchor: "middle", class: "digit")
        }
      }
    }
    return "<path class=\"cells\" d=\"\(lines.joined())\"/>" + texts.joined()
  }

  /// A number with a minus as in a book.
  private static func sign(_ number: Int) -> String { number < 0 ? "−\(-number)" : "\(number)" }
  private static func bracketed(_ number: Int) -> String { number < 0 ? "(\(sign(number)))" : "\(number)" }
}

extension OperationFigure {
  /// The figures of the reference by the layer that they explain.
  static let all: [String: (figure: OperationFigure, label: SiteLabel)] = [
    "Conv2D": (
      OperationFigure(
        id: "figure-conv",
        input: [[1, 2, 0, 1, 3], [0, 1, 3, 1, 0], [2, 1, 0, 2, 1], [1, 0, 2, 1, 0], [3, 1, 0, 1, 2]],
        operation: .convolution(filter: [[1, 0, -1], [2, 0, -2], [1, 0, -1]])), .convolutionFigure
    ),
    "MaxPool2D": (
      OperationFigure(
        id: "figure-pool",
        input: [
          [4, -3, -7, 8, 9, -4, 1, 0, -2, -2], [0, 5, 0, 0, -1, -3, 5, 0, -3, -5], [6, 2, -1, 9, 7, -4, 1, 5, 0, 4],
          [-3, 8, 0, 3, -4, -5, 0, 5, 1, -2], [7, 0, -5, 6, 2, 0, 1, 7, -4, 0], [5, 4, 6, 8, 5, 0, 2, 3, -3, 1],
          [2, -5, 3, -2, -5, 3, 6, -2, 5, 3], [0, -1, 0, -4, 0, -6, -8, -4, 1, 3],
        ], operation: .maxPooling(window: 2)), .poolingFigure
    ),
    "ConvTranspose2D": (
      OperationFigure(
        id: "figure-transposed", input: [[1, 2], [3, -1]],
        operation: .transposedConvolution(filter: [[1, 2, 1], [2, 4, 2], [1, 2, 1]], stride: 2)), .transposedFigure
    ),
  ]
}

/// An operation step by step as its template shows it.
struct OperationView {
  let id: String
  let figureTitle: String
  /// The filter's rows; nil where there is none.
  let filter: String?
  let count: Int
  /// What every step shows.
  let symbols: String
  let stepList: [Step]

  /// One step.
  struct Step {
    let number: Int
    let svg: String
    let words: String
  }
}
