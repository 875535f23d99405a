public import Foundation
internal import Networks
internal import Tensors

/// What the first convolution of a network looks for, and where it finds it in an image: kept with a run's film.
public struct FirstLayer: Codable, Sendable, Equatable {
  /// The most filters, and feature maps, that are kept.
  static let (mostFilters, mostMaps) = (16, 8)
  /// The most pixels on a side of a filter, and of a feature map.
  static let (mostWindow, mostSide) = (32, 64)

  /// The layer's name.
  public let name: String
  /// How many filters the layer has.
  public let count: Int
  /// The first filters.
  public let filters: Sheet
  /// The feature maps that they make of the film's first image.
  public let maps: Sheet

  /// Pictures of one size.
  public struct Sheet: Codable, Sendable, Equatable {
    /// Pixels in a row.
    public let width: Int
    /// Rows.
    public let height: Int
    /// Each picture's pixels, row after row: 128 for zero, all on one scale.
    public let pictures: [Data]

    /// - Parameters:
    ///   - values: each picture's values.
    ///   - width: values in a row.
    ///   - height: rows.
    init(_ values: [[Float]], width: Int, height: Int) {
      let largest = values.joined().reduce(Float(0)) { $1.isFinite ? max($0, $1.magnitude) : $0 }
      (self.width, self.height) = (width, height)
      pictures = values.map { values in
        Data(
          values.map { value in
            let share = largest > 0 ? value / largest : 0
            return share.isFinite ? UInt8(128 + 127 * max(-1, min(1, share))) : 128
          })
      }
    }

    /// Whether there are no more pictures, and no larger ones, than are kept, and each has its pixels.
    fileprivate func isSound(most: Int, side: Int) -> Bool {
      (1...side).contains(width) && (1...side).contains(height) && pictures.count <= most
        && pictures.allSatisfy { $0.count == width * height }
    }
  }

  /// Whether there is no more of anything than is kept.
  var isSound: Bool {
    filters.isSound(most: Self.mostFilters, side: Self.mostWindow)
      && maps.isSound(most: Self.mostMaps, side: Self.mostSide)
  }

  /// Looks at the first layer of a network that has been trained.
  ///
  /// - Parameters:
  ///   - trainer: what has been trained.
  ///   - network: its network; nil is returned where that does not begin with a convolution of the image.
  ///   - image: an image as the network sees it, row after row.
  init?(of trainer: Trainer, _ network: NetworkPlan, on image: [Float]) {
    let layers = network.computedLayers
    guard let position = layers.firstIndex(where: { if case .convolution = $0.operation { true } else { false } }),
      case .convolution(let filter, let window, _, _) = layers[position].operation, filter[2] == 1,
      layers[position].inputs.allSatisfy({ layers[$0].operation == .input && layers[$0].activation == .identity }),
      let from = layers[position].inputs.first, window.size.allSatisfy({ $0 <= Self.mostWindow })
    else { return nil }
    let layer = layers[position]
    var arrays: [String: [Float]] = [:]
    trainer.withWeights { name, numbers in
      if name.hasPrefix(layer.name + "/") { arrays[String(name.dropFirst(layer.name.count + 1))] = Array(numbers) }
    }
    let (input, output) = (layers[from].output.dimensions, layer.output.dimensions)
    let (rows, columns, outputs) = (filter[0], filter[1], filter[3])
    guard let weights = arrays["weights"], weights.count == rows * columns * outputs,
      image.count == input[0] * input[1]
    else { return nil }
    let bias = arrays["bias"] ?? []
    name = layer.name
    count = outputs
    filters = Sheet(
      (0..<min(outputs, Self.mostFilters)).map { number in
        (0..<rows * columns).map { weights[$0 * outputs + number] }
      }, width: columns, height: rows)
    // As many places as can be seen.
    let step = max(1, (max(output[0], output[1]) + Self.mostSide - 1) / Self.mostSide)
    let (down, across) = (
      Array(stride(from: 0, to: output[0], by: step)), Array(stride(from: 0, to: output[1], by: step))
    )
    func value(_ number: Int, _ y: Int, _ x: Int) -> Float {
      var sum = bias.count == outputs ? bias[number] : 0
      let (top, left) = (y * window.stride - window.before[0], x * window.stride - window.before[1])
      for i in max(0, -top)..<max(max(0, -top), min(rows, input[0] - top)) {
        for j in max(0, -left)..<max(max(0, -left), min(columns, input[1] - left)) {
          sum += image[(top + i) * input[1] + left + j] * weights[(i * columns + j) * outputs + number]
        }
      }
      return layer.activation == .relu ? max(0, sum) : sum
    }
    maps = Sheet(
      (0..<min(outputs, Self.mostMaps)).map { number in down.flatMap { y in across.map { value(number, y, $0) } } },
      width: across.count, height: down.count)
  }
}
