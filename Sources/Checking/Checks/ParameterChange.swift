internal import SegLab

/// The one layer whose window, written otherwise, makes up for a number of parameters too many or too few.
struct ParameterChange {
  /// The layer.
  let layer: String
  /// The label of its list of numbers.
  let label: String
  /// What stands there.
  let found: [Int]
  /// What should.
  let right: [Int]
  /// The layer's line.
  let line: Int

  /// No window of a lab is larger.
  private static let mostSide = 64

  /// Nil where no layer explains it, or several do.
  ///
  /// - Parameters:
  ///   - difference: how many parameters there are too many; below 0 for too few.
  ///   - network: the network.
  init?(behind difference: Int, in network: Network) {
    var all: [ParameterChange] = []
    for layer in network.layers {
      switch layer {
      case let layer as Conv2D: all += Self.windows(layer.name, layer.filter, difference, layer.line)
      case let layer as ConvTranspose2D: all += Self.windows(layer.name, layer.filter, difference, layer.line)
      default: break
      }
    }
    guard all.count == 1 else { return nil }
    self = all[0]
  }

  private init(layer: String, label: String, found: [Int], right: [Int], line: Int) {
    (self.layer, self.label, self.found, self.right, self.line) = (layer, label, found, right, line)
  }

  /// The square window that gives the count asked for, where there is one.
  private static func windows(_ name: String, _ filter: [Int], _ difference: Int, _ line: Int) -> [ParameterChange] {
    guard filter.count == 4, filter.allSatisfy({ (1...1 << 20).contains($0) }) else { return [] }
    let channels = filter[2] * filter[3]
    return (1...mostSide).filter { side in
      (filter[0] * filter[1] - side * side) * channels == difference && side * side != filter[0] * filter[1]
    }.map {
      ParameterChange(layer: name, label: "filter", found: filter, right: [$0, $0] + filter.suffix(2), line: line)
    }
  }
}
