import Kernels

/// Makes the maps of a test and keeps them for as long as the test runs: a ``FeatureMap`` alone does not own its memory.
final class TrialMaps {
  private var kept: [TrialMap] = []

  /// A map, see ``TrialMap``.
  func callAsFunction(
    _ values: [Float]? = nil, _ batch: Int, _ height: Int, _ width: Int, _ channels: Int,
    _ layout: TrialLayout = .own
  ) -> TrialMap {
    let map = TrialMap(values, batch, height, width, channels, layout)
    kept.append(map)
    return map
  }
}
