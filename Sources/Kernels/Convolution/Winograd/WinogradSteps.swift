/// Winograd's way for four outputs and three taps, F(4, 3): the products of the points 0, 1, −1, 2, −2 and ∞ in place of the twelve of the
/// definition. Each step goes along one axis; done along both it serves tiles of 4 × 4 outputs from 6 × 6 pixels with 36 products in place of
/// 144.
///
/// - SeeAlso: Lavin, Gray, “Fast Algorithms for Convolutional Neural Networks”, 2016.
enum WinogradSteps {
  typealias Four = (Lanes, Lanes, Lanes, Lanes)
  typealias Six = (Lanes, Lanes, Lanes, Lanes, Lanes, Lanes)
  typealias Three = (Lanes, Lanes, Lanes)

  /// How many pixels a tile has along an axis, and how many outputs.
  static let pixels = 6
  static let outputs = 4
  /// How many products a tile has.
  static let positions = 36

  /// Six pixels become six factors: Bᵀd.
  @inline(__always)
  static func source(_ d: Six) -> Six {
    let even = d.4.adding(d.2, times: -4)
    let odd = d.3.adding(d.1, times: -4)
    let near = d.4 - d.2
    let far = d.3 - d.1
    return (
      near.adding(d.0 - d.2, times: 4), even + odd, even - odd, near.adding(far, times: 2), near.adding(far, times: -2),
      (d.5 - d.3).adding(far, times: -4)
    )
  }

  /// Six sums of products become four outputs: Aᵀm.
  @inline(__always)
  static func target(_ m: Six) -> Four {
    let (sum1, difference1) = (m.1 + m.2, m.1 - m.2)
    let (sum2, difference2) = (m.3 + m.4, m.3 - m.4)
    return (
      m.0 + sum1 + sum2, difference1.adding(difference2, times: 2), sum1.adding(sum2, times: 4),
      (difference1 + m.5).adding(difference2, times: 8)
    )
  }

  /// Four outputs' gradients become those of the six sums: Ay.
  @inline(__always)
  static func gradient(_ y: Four) -> Six {
    let (even, odd) = (y.0 + y.2, y.1 + y.3)
    let even4 = y.0.adding(y.2, times: 4)
    let odd4 = y.1.adding(y.3, times: 4)
    return (y.0, even + odd, even - odd, even4.adding(odd4, times: 2), even4.adding(odd4, times: -2), y.3)
  }

  /// Three taps become six factors: Gw.
  @inline(__always)
  static func filter(_ w: Three) -> Six {
    let (sixth, twelfth) = (Float(1) / 6, Float(1) / 12)
    let outer = (w.0 + w.2) * -sixth
    let inner = (w.2 * sixth).adding(w.0, times: 0.5 * twelfth)
    return (
      0.25 * w.0, outer.adding(w.1, times: -sixth), outer.adding(w.1, times: sixth), inner.adding(w.1, times: twelfth),
      inner.adding(w.1, times: -twelfth), w.2
    )
  }

  /// Six factors' gradients become those of the three taps: Gᵀu.
  @inline(__always)
  static func taps(_ u: Six) -> Three {
    let (sixth, twelfth) = (Float(1) / 6, Float(1) / 12)
    let (sum1, difference1) = (u.1 + u.2, u.2 - u.1)
    let (sum2, difference2) = (u.3 + u.4, u.3 - u.4)
    return (
      (0.25 * u.0).adding(sum1, times: -sixth).adding(sum2, times: 0.5 * twelfth),
      (difference1 * sixth).adding(difference2, times: twelfth), u.5.adding(sum2 - sum1, times: sixth)
    )
  }
}

extension Lanes {
  /// `self + a · factor`, rounded once in each lane.
  @inline(__always)
  fileprivate func adding(_ a: Lanes, times factor: Float) -> Lanes { adding(a, times: Lanes(repeating: factor)) }
}
