internal import Diagnostics
internal import Networks
internal import SegLab
internal import Workbench

/// A network with what the engine worked out about it before training.
struct NetworkFacts {
  /// The constant that holds it.
  let constant: String
  /// The network as described.
  let network: Network
  /// The cell whose text makes the constant; nil where no cell visibly does.
  let home: ConstantHome?
  /// What it was held against.
  let limits: NetworkLimits
  /// What the engine worked out; its messages stand on lines of the lab.
  let report: ShapeReport
  /// Messages about its layers, each on a line of a cell.
  let diagnostics: [Diagnostic]

  /// The line that messages about the network as a whole point to.
  var line: Int { home?.line ?? 0 }
  /// Its layers with their shapes, down to the first that does not fit.
  var layers: [LayerSummary] { report.layers }
  /// How many parameters those have.
  var parameters: Int { report.cost.parameters }
  /// The first thing that is wrong, where something is.
  var mismatch: Diagnostic? { diagnostics.first { $0.severity == .error || $0.severity == .hole } }

  /// - Parameters:
  ///   - constant: the constant that holds it.
  ///   - network: the network as described.
  ///   - places: where things of the answer stand in the lab.
  ///   - limits: what it must fit, and what it may cost.
  init(constant: String, network: Network, places: AnswerPlaces, limits: NetworkLimits) {
    self.constant = constant
    self.network = network
    self.limits = limits
    home = places.home(of: constant)
    report = ShapeReport(of: network, file: places.file, limits: limits)
    diagnostics = report.diagnostics.map { $0.moved(to: places.line($0.line, in: constant)) }
  }

  /// The line of a layer, for messages.
  func line(of layer: LayerSummary, _ places: AnswerPlaces) -> Int { places.line(layer.line, in: constant) }
}

/// Where what a learner's program hands over stands in the lab.
///
/// The lines in a description come from the learner's program and are good for pointing at a place; whose work something is, the text
/// alone decides.
struct AnswerPlaces {
  /// The lab's file, as the reader knows it.
  let file: String
  private let homes: [String: ConstantHome]
  private let cells: [ClosedRange<Int>]

  /// - Parameters:
  ///   - file: the lab's file, as the reader knows it.
  ///   - homes: the cells that make the answer's constants.
  ///   - cells: the lines of each cell of Swift.
  init(file: String, homes: [String: ConstantHome], cells: [ClosedRange<Int>]) {
    self.file = file
    self.homes = homes
    self.cells = cells
  }

  /// The cell that makes a constant.
  func home(of constant: String) -> ConstantHome? { homes[constant] }

  /// `line` where it stands in a cell of Swift, as that of a layer made by a function does; else the line of the constant.
  func line(_ line: Int, in constant: String) -> Int {
    if cells.contains(where: { $0.contains(line) }) { return line }
    return homes[constant]?.line ?? 0
  }
}

extension Diagnostic {
  /// The same message on another line; its column goes where it moves.
  func moved(to other: Int) -> Diagnostic {
    guard other != line else { return self }
    return Diagnostic(severity, file: file, line: other, summary, help: help)
  }
}
