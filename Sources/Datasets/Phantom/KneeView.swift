internal import Imaging
internal import Tensors

/// One X-ray picture of a generated knee: paints it, and knows where the thigh bone is.
struct KneeView {
  let anatomy: KneeAnatomy
  /// Whether it is a left knee: the calf bone is then on the other side.
  let isLeft: Bool
  /// Pixels across and down.
  let size: PixelSize
  private let centre: SIMD2<Double>
  private let turn: Turn
  private let generator: SeededGenerator

  /// A canvas that every picture can be cut from.
  private static let canvasSize = 288
  /// The largest picture that fits.
  static let limit = PixelSize(width: 280, height: 260)
  /// How wide the soft edge of a label is, in the scene's pixels.
  private static let softness = 2.2
  /// How deep below a bone's edge its thickness grows.
  private static let reach = 9.0

  /// - Parameters:
  ///   - anatomy: whose knee it is.
  ///   - isLeft: which of the two.
  ///   - generator: where the picture's own pose, size, exposure and noise come from.
  init(of anatomy: KneeAnatomy, isLeft: Bool, generator: SeededGenerator) {
    var g = generator
    self.anatomy = anatomy
    self.isLeft = isLeft
    size = PixelSize(
      width: 240 + Int((g.within(-24...24)).rounded()), height: 220 + Int((g.within(-22...22)).rounded()))
    centre = SIMD2(128 + 4 * g.bell(), 134 + 5 * g.bell())
    turn = Turn(degrees: min(max(4 * g.bell(), -14), 14))
    self.generator = g
  }

  /// The picture, and its label as a grey image would hold it: 255 in the thigh bone, 0 outside, in between along the edge.
  func render() -> (image: GreyImage, label: Mask) {
    var g = generator
    var canvas = PhantomCanvas(size: Self.canvasSize)
    let coarse = ValueNoise(cell: 30, size: Self.canvasSize, from: &g)
    let middle = ValueNoise(cell: 9, size: Self.canvasSize, from: &g)
    let fine = ValueNoise(cell: 3, size: Self.canvasSize, from: &g)
    canvas.fill(placed(anatomy.limb), anatomy.flesh * 0.7, soft: 22, grain: coarse, amount: 0.12)
    canvas.fill(placed(anatomy.muscle), anatomy.flesh, soft: 26, grain: coarse, amount: 0.12)
    let femur = canvas.depth(of: anatomy.femur.map(placed), reach: Self.reach)
    let bones: [(depth: [Double], share: Double)] = [
      (femur, 1), (canvas.depth(of: anatomy.tibia.map(placed), reach: Self.reach), 1),
      (canvas.depth(of: anatomy.fibula.map(placed), reach: Self.reach), 0.55),
      (canvas.depth(of: anatomy.patella.map(placed), reach: Self.reach), 0.3),
    ]
    let a = anatomy
    canvas.transform { index, flesh, _, _ in
      var sum = flesh
      for (depth, share) in bones where depth[index] > -1 {
        let inside = depth[index]
        let cover = min(max(inside / 1.6 + 0.5, 0), 1)
        let thickness = 0.3 + 0.24 * min(1, max(0, inside) / Self.reach)
        let rim = a.rim * max(0, 1 - (inside - 2).magnitude / 2.4)
        let texture = 1 + a.marrow * (1.6 * fine.values[index] + middle.values[index])
        sum += share * a.density * cover * (thickness + rim) * texture
      }
      return sum
    }
    canvas.blur()
    let samples = develop(&canvas, from: &g)
    let label = cut(femur).map { UInt8((min(max($0 / Self.softness + 0.5, 0), 1) * 255).rounded()) }
    return (
      GreyImage(width: size.width, height: size.height, samples: samples),
      Mask(width: size.width, height: size.height, classes: label)
    )
  }

  /// `blob`, given relative to the joint of a right knee, in the scene.
  private func placed(_ blob: Blob) -> Blob {
    var copy = blob
    let side = isLeft ? -1.0 : 1.0
    let (dx, dy) = turn.apply(side * blob.x, blob.y)
    copy.x = centre.x + dx
    copy.y = centre.y + dy
    copy.turn = Turn(x: blob.turn.x, y: side * blob.turn.y).then(turn)
    if isLeft {
      // In a mirror the angle a becomes 180° - a: of the swings twice, four times … round, the sine changes its sign, of the others the cosine.
      copy.waves = blob.waves.enumerated().map { index, wave in
        index % 2 == 0 ? SIMD2(wave.x, -wave.y) : SIMD2(-wave.x, wave.y)
      }
    }
    return copy
  }

  /// Turns what the rays lost into grey values: exposure, the film's curve, uneven tube, noise, and black outside the shutters.
  private func develop(_ canvas: inout PhantomCanvas, from g: inout SeededGenerator) -> [UInt16] {
    let exposure = g.within(0.75...1.3)
    let knee = g.within(0.45...0.8)
    let slope = SIMD2(g.within(-0.0012...0.0012), g.within(-0.0012...0.0012))
    let noise = g.within(0.006...0.02)
    let fog = g.within(0.01...0.08)
    let shutter = g.unit() < 0.25 ? g.within(2...9) : 0
    let scale = PhantomCanvas.sceneSize / Double(Self.canvasSize)
    let half = SIMD2(Double(size.width), Double(size.height)) * (scale / 2) - shutter
    var brightest = 1e-9
    canvas.transform { _, signal, x, y in
      let (dx, dy) = (x - PhantomCanvas.sceneSize / 2, y - PhantomCanvas.sceneSize / 2)
      guard dx.magnitude < half.x, dy.magnitude < half.y else { return 0 }
      let seen = signal * exposure * (1 + slope.x * dx + slope.y * dy)
      let value = max(0, fog + seen / (knee + seen) + noise * g.bell())
      brightest = max(brightest, value)
      return value
    }
    let gain = g.within(0.86...1.0) * 255 / brightest
    return cut(canvas.signal).map { UInt16(($0 * gain).rounded()) }
  }

  /// The middle of a canvas's pixels, of the picture's size.
  private func cut(_ values: [Double]) -> [Double] {
    let left = (Self.canvasSize - size.width) / 2
    let top = (Self.canvasSize - size.height) / 2
    var result: [Double] = []
    result.reserveCapacity(size.count)
    for row in top..<top + size.height {
      let start = row * Self.canvasSize + left
      result += values[start..<start + size.width]
    }
    return result
  }
}
