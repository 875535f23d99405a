/// A box of text looking for a free place in a chart.
struct ChartLabel {
  /// A place that it could take: the left edge and the baseline, in pixels.
  struct Place: Equatable {
    /// The left edge.
    let x: Double
    /// The baseline.
    let y: Double
  }

  /// How wide `text` is about to be, in pixels, in a sans-serif face.
  static func width(of text: String, size: Double) -> Double {
    text.unicodeScalars.reduce(0) { sum, scalar in
      switch scalar.value {
      case 0x1100...0x11FF, 0x2E80...0xD7FF, 0xF900...0xFAFF, 0xFF00...0xFFEF: sum + size * 0.94
      case 0x20, 0x2C, 0x2E, 0x3A, 0x69, 0x6A, 0x6C: sum + size * 0.3
      case 0x41...0x5A, 0x6D, 0x77: sum + size * 0.7
      default: sum + size * 0.57
      }
    }
  }

  /// The first of `places` where a box of this size covers the fewest of `points`.
  static func best(
    _ places: [Place], width: Double, height: Double, avoiding points: [(x: Double, y: Double)]
  ) -> Place? {
    var best: (place: Place, covered: Int)?
    for place in places {
      let covered = points.reduce(0) { count, point in
        let isInside =
          point.x >= place.x - 3 && point.x <= place.x + width + 3 && point.y >= place.y - height
          && point.y <= place.y + 4
        return count + (isInside ? 1 : 0)
      }
      if best.map({ covered < $0.covered }) ?? true { best = (place, covered) }
    }
    return best?.place
  }
}
