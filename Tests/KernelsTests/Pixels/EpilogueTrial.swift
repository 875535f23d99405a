import Kernels
import Testing

/// Tries every way of handing over a gradient.
struct EpilogueTrial {
  let maps: TrialMaps
  let size: MapSize
  let layout: TrialLayout
  let tolerance: Float

  init(_ maps: TrialMaps, _ size: MapSize, _ layout: TrialLayout, tolerance: Float = 1e-6) {
    self.maps = maps
    self.size = size
    self.layout = layout
    self.tolerance = tolerance
  }

  /// Expects that `backward` hands over `gradient`: overwriting, adding, and with and without an activation's derivative.
  func check(_ gradient: [Float], _ backward: (FeatureMap, GradientEpilogue) -> Void) {
    let before = Reference.numbers(size.count, seed: 55)
    let numbers = Reference.numbers(size.count, seed: 56)
    let activated = maps(numbers, size)
    for adding in [false, true] {
      for isActivated in [false, true] {
        let dx = maps(adding ? before : nil, size, layout)
        backward(
          dx.map, GradientEpilogue(adding: adding, activated: isActivated ? activated.map : nil, slope: 0.25))
        let expected = gradient.indices.map { index in
          let sum = gradient[index] + (adding ? before[index] : 0)
          return isActivated && numbers[index] <= 0 ? sum * 0.25 : sum
        }
        #expect(
          Reference.distance(dx.values, expected) < tolerance, "adding \(adding), activated \(isActivated)")
        #expect(dx.isIntact)
      }
    }
  }
}
