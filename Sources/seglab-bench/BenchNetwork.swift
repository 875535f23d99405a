internal import ArgumentParser
internal import SegLab

/// The networks of the labs, at their full size.
enum BenchNetwork: String, ExpressibleByArgument, CaseIterable {
  /// Lab 1: two dense layers of 50 million weights in all each.
  case fc

  /// The network's description.
  var network: Network {
    switch self {
    case .fc:
      Network("fc") {
        Input(shape: [256, 256, 1])
        Flatten("flat")
        Dense("hidden", weights: [65_536, 512])
        Dense("scores", weights: [512, 131_072])
        Reshape("map", shape: [256, 256, 2])
      }
    }
  }

  /// A learning rate with which the network neither stands still nor bursts.
  var learningRate: Double {
    switch self {
    case .fc: 1e-4
    }
  }
}
