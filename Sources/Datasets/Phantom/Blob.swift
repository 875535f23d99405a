internal import Tensors

/// A direction, or the turn from the x axis to it, clockwise where y points down.
struct Turn {
  /// The cosine of the angle.
  let x: Double
  /// The sine of the angle.
  let y: Double

  /// - Parameters:
  ///   - x: the cosine of the angle.
  ///   - y: the sine of the angle.
  init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// The turn by about `degrees`, of -120 to 120.
  ///
  /// The angle is off by under 1.5 % at the ends, but cosine and sine always belong together; there is no call of a
  /// maths library in it.
  init(degrees: Double) {
    let half = degrees * 0.008726646259971648
    let square = half * half
    let tangent = half * (1 + square * (1.0 / 3 + square * (2.0 / 15 + square * (17.0 / 315 + square * 62.0 / 2835))))
    let scale = 1 + tangent * tangent
    self.init(x: (1 - tangent * tangent) / scale, y: 2 * tangent / scale)
  }

  /// Where the point at (`along`, `across`) goes.
  func apply(_ along: Double, _ across: Double) -> (x: Double, y: Double) {
    (along * x - across * y, along * y + across * x)
  }

  /// This turn followed by `other`.
  func then(_ other: Turn) -> Turn {
    Turn(x: x * other.x - y * other.y, y: x * other.y + y * other.x)
  }
}

/// A smooth closed shape: an ellipse whose edge swings out and in.
struct Blob {
  /// The centre, in the scene's pixels.
  var x: Double
  /// The centre, in the scene's pixels.
  var y: Double
  /// The radius along the turned x axis.
  var across: Double
  /// The radius along the turned y axis.
  var down: Double
  /// How the axes are turned.
  var turn: Turn
  /// How far the edge swings, as shares of the radius, for two, three, … swings around: cosine and sine parts.
  var waves: [SIMD2<Double>]

  /// - Parameters: the parts, as documented on each property.
  init(
    x: Double, y: Double, across: Double, down: Double, turn: Turn = Turn(x: 1, y: 0), waves: [SIMD2<Double>] = []
  ) {
    self.x = x
    self.y = y
    self.across = across
    self.down = down
    self.turn = turn
    self.waves = waves
  }

  /// Random swings of about `amount` of the radius together, weaker the finer they are.
  static func waves(_ count: Int, amount: Double, from generator: inout SeededGenerator) -> [SIMD2<Double>] {
    (0..<count).map { index in
      SIMD2(generator.bell(), generator.bell()) * (amount / Double(index + 1))
    }
  }

  /// The same shape with both radii longer by `step`.
  func grown(by step: Double) -> Blob {
    var copy = self
    copy.across = max(0.1, across + step)
    copy.down = max(0.1, down + step)
    return copy
  }

  /// What is worked out once for a shape, to tell many points' distance from its edge.
  struct Edge {
    /// No point that is further than this from the centre is within reach.
    let outreach: Double
    private let reach: Double
    private let alongU: SIMD2<Double>
    private let alongV: SIMD2<Double>
    private let radii: SIMD2<Double>
    /// The squares of the relative radii up to which all is far inside, and from which on all is far outside.
    private let inner: Double
    private let outer: Double

    /// - Parameters:
    ///   - blob: the shape.
    ///   - reach: up to which distance from the edge the distance matters, in pixels.
    init(_ blob: Blob, reach: Double) {
      self.reach = reach
      alongU = SIMD2(blob.turn.x, blob.turn.y) / blob.across
      alongV = SIMD2(-blob.turn.y, blob.turn.x) / blob.down
      radii = SIMD2(blob.across, blob.down)
      let swing = blob.waves.reduce(0) { $0 + (($1 * $1).sum()).squareRoot() }
      let margin = swing + reach / min(blob.across, blob.down)
      inner = margin < 1 ? (1 - margin) * (1 - margin) : 0
      outer = (1 + margin) * (1 + margin)
      outreach = max(blob.across, blob.down) * (1 + margin)
    }

    /// Between which x, from the shape's centre, a point at height `y` from there may be within reach; nil where none is.
    func outerSpan(_ y: Double) -> (Double, Double)? { span(y, outer) }

    /// Between which x, from the shape's centre, all points at height `y` from there are far inside; nil where none is.
    func innerSpan(_ y: Double) -> (Double, Double)? { span(y, inner) }

    /// Where the line at `y` crosses the ellipse whose squared relative radius is `square`.
    private func span(_ y: Double, _ square: Double) -> (Double, Double)? {
      // |x a + y b|² = square, with a and b the columns of the map to relative coordinates.
      let (a, b) = (SIMD2(alongU.x, alongV.x), SIMD2(alongU.y, alongV.y) * y)
      let (aa, ab) = ((a * a).sum(), (a * b).sum())
      let root = ab * ab - aa * ((b * b).sum() - square)
      guard root > 0 else { return nil }
      return ((-ab - root.squareRoot()) / aa, (-ab + root.squareRoot()) / aa)
    }

    /// How far inside the edge the point is, in pixels; negative outside. Exact enough up to the reach, and otherwise
    /// beyond it. The point is given from the shape's centre, with the shape's swings.
    @inline(__always)
    func depth(_ x: Double, _ y: Double, waves: UnsafeBufferPointer<SIMD2<Double>>) -> Double {
      let u = x * alongU.x + y * alongU.y
      let v = x * alongV.x + y * alongV.y
      let square = u * u + v * v
      if square < inner { return reach + 1 }
      if square > outer { return -reach - 1 }
      let radius = square.squareRoot()
      guard radius > 1e-6 else { return min(radii.x, radii.y) }
      let (cosine, sine) = (u / radius, v / radius)
      var edge = 1.0
      var (c, s) = (cosine, sine)
      for wave in waves {
        (c, s) = (c * cosine - s * sine, s * cosine + c * sine)
        edge += wave.x * c + wave.y * s
      }
      let slope = SIMD2(cosine, sine) / radii
      return (edge - radius) / ((slope * slope).sum()).squareRoot()
    }
  }
}
