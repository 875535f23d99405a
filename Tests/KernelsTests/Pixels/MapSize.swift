/// The dimensions of a batch of maps.
struct MapSize: CustomStringConvertible, Sendable {
  let batch, height, width, channels: Int

  init(_ batch: Int, _ height: Int, _ width: Int, _ channels: Int) {
    self.batch = batch
    self.height = height
    self.width = width
    self.channels = channels
  }

  var pixels: Int { batch * height * width }
  var count: Int { pixels * channels }
  var description: String { "\(batch)×\(height)×\(width)×\(channels)" }

  /// Odd sizes of thin and thick maps; some fall into several tiles.
  static let odd = [
    MapSize(1, 1, 1, 1), MapSize(2, 3, 5, 1), MapSize(3, 5, 7, 2), MapSize(2, 9, 11, 3), MapSize(1, 4, 4, 7),
    MapSize(2, 3, 3, 8), MapSize(2, 5, 7, 16), MapSize(2, 7, 5, 17), MapSize(1, 33, 37, 20), MapSize(2, 5, 3, 64),
  ]
}

extension TrialMaps {
  /// A map of `size`.
  func callAsFunction(_ values: [Float]?, _ size: MapSize, _ layout: TrialLayout = .own) -> TrialMap {
    self(values, size.batch, size.height, size.width, size.channels, layout)
  }
}
