internal import Imaging
internal import Tensors

/// One slice of a generated patient: paints it, and knows where its left ventricle is.
struct PhantomSlice {
  let anatomy: PhantomAnatomy
  /// 0 at the base of the heart, 1 at its apex.
  let level: Double
  /// Whether the heart is contracted.
  let isContracted: Bool
  /// The slice's own small differences.
  private let jitter: SIMD2<Double>
  private let centre: SIMD2<Double>
  private let generator: SeededGenerator
  private let pool: Blob
  private let epicardium: Blob

  /// - Parameters:
  ///   - anatomy: whose slice it is.
  ///   - level: 0 at the base of the heart, 1 at its apex.
  ///   - isContracted: whether the heart is contracted.
  ///   - generator: where the slice's own noise comes from.
  init(of anatomy: PhantomAnatomy, level: Double, isContracted: Bool, generator: SeededGenerator) {
    var g = generator
    self.anatomy = anatomy
    self.level = level
    self.isContracted = isContracted
    jitter = SIMD2(g.bell(), g.bell())
    centre = anatomy.heart + (level - 0.5) * anatomy.drift + 0.5 * jitter
    let reach = anatomy.taper * level
    let taper = (1 - reach * reach).squareRoot()
    let filled = anatomy.poolRadius * taper * (1 + 0.02 * g.bell())
    let left = anatomy.contraction.x + (anatomy.contraction.y - anatomy.contraction.x) * level
    let radius = max(isContracted ? filled * left : filled, 1.6)
    // The wall keeps its area when the heart contracts, so it grows thicker.
    let wall = anatomy.wall * (0.85 + 0.15 * taper)
    let outer = ((filled + wall) * (filled + wall) - filled * filled + radius * radius).squareRoot()
    var waves = anatomy.poolWaves
    for index in waves.indices { waves[index] += SIMD2(g.bell(), g.bell()) * 0.012 }
    let longer = anatomy.stretch.squareRoot()
    pool = Blob(
      x: centre.x, y: centre.y, across: radius * longer, down: radius / longer,
      turn: anatomy.poolTurn.then(anatomy.turn), waves: waves)
    epicardium = Blob(
      x: centre.x, y: centre.y, across: outer * longer.squareRoot(), down: outer / longer.squareRoot(),
      turn: pool.turn, waves: waves.map { $0 * 0.6 })
    self.generator = g
  }

  /// The slice with `size` pixels on a side: an 8-bit image scaled by its own maximum, and the mask of the left
  /// ventricle's pool, papillary muscles included.
  func render(size: Int) -> (image: GreyImage, label: Mask) {
    var g = generator
    var canvas = PhantomCanvas(size: size)
    let coarse = ValueNoise(cell: 24, size: size, from: &g)
    let middle = ValueNoise(cell: 9, size: size, from: &g)
    let fine = ValueNoise(cell: 3.5, size: size, from: &g)
    paintBody(on: &canvas, coarse: coarse, middle: middle, fine: fine)
    paintHeart(on: &canvas, middle: middle, fine: fine)
    expose(&canvas, coarse: coarse)
    canvas.blur()
    let samples = develop(&canvas, from: &g)
    let label = Mask(width: size, height: size, classes: canvas.mask(of: pool))
    return (GreyImage(width: size, height: size, samples: samples), label)
  }

  /// `blob`, given relative to the heart before the scene is turned, in the scene.
  private func placed(_ blob: Blob, moved: SIMD2<Double> = .zero) -> Blob {
    var copy = blob
    let (dx, dy) = anatomy.turn.apply(blob.x + moved.x, blob.y + moved.y)
    copy.x = anatomy.heart.x + dx
    copy.y = anatomy.heart.y + dy
    copy.turn = blob.turn.then(anatomy.turn)
    return copy
  }

  private func placed(_ point: SIMD2<Double>) -> SIMD2<Double> {
    let (dx, dy) = anatomy.turn.apply(point.x, point.y)
    return SIMD2(anatomy.heart.x + dx, anatomy.heart.y + dy)
  }

  /// Skin, fat, muscle, lungs and what lies under the diaphragm.
  private func paintBody(on canvas: inout PhantomCanvas, coarse: ValueNoise, middle: ValueNoise, fine: ValueNoise) {
    let torso = placed(anatomy.torso)
    canvas.fill(torso, 1, soft: 1.5, grain: coarse, amount: 0.25)
    canvas.outline(torso.grown(by: -1), 0.2, width: 1.5, strength: 0.5, grain: middle)
    var inside = placed(anatomy.torso.grown(by: -anatomy.fat), moved: anatomy.fatShift)
    inside.waves = anatomy.fatWaves
    canvas.fill(inside, 0.27, grain: middle, amount: 0.6)
    for part in anatomy.wallParts { canvas.fill(placed(part.blob), part.value, soft: 2, grain: fine, amount: 0.3) }
    canvas.outline(inside.grown(by: -anatomy.muscle * 0.5), 0.9, width: 2.2, strength: 0.8, grain: coarse)
    canvas.outline(inside.grown(by: -anatomy.muscle * 0.8), 0.03, width: 2.5, strength: 0.9, grain: middle)
    let chest = inside.grown(by: -anatomy.muscle)
    canvas.fill(chest, anatomy.lung, grain: fine, amount: 0.9)
    let before = canvas
    for vessel in anatomy.vessels {
      let place = placed(vessel.place)
      let radius = vessel.radius
      canvas.fill(Blob(x: place.x, y: place.y, across: radius, down: radius), vessel.value, soft: 1.5)
    }
    paintBelly(on: &canvas, middle: middle, fine: fine)
    let pad = placed(anatomy.pad, moved: SIMD2(0, -4 * level))
    canvas.fill(pad, anatomy.padValue, soft: 4, grain: middle, amount: 0.9)
    canvas.keep(inside: chest, over: before)
  }

  private func paintBelly(on canvas: inout PhantomCanvas, middle: ValueNoise, fine: ValueNoise) {
    // The diaphragm climbs towards the apex.
    let moved = SIMD2(0, -6 * level)
    let belly = placed(anatomy.belly, moved: moved)
    canvas.fill(belly, anatomy.bellyFat, soft: 1.5, grain: middle, amount: 0.7)
    canvas.outline(belly, 0.08, width: 1.6, strength: 0.9)
    for organ in anatomy.organs {
      let size = 1 + organ.growth * (level - 0.5)
      var blob = placed(organ.blob, moved: moved + organ.drift * (level - 0.5))
      blob.across *= size
      blob.down *= size
      canvas.fill(blob, organ.value, soft: 1.4, grain: fine, amount: 0.35)
      canvas.outline(blob, 0.06, width: 1.5, strength: 0.75)
    }
  }

  /// The heart: fat around it, right ventricle, wall, pool.
  private func paintHeart(on canvas: inout PhantomCanvas, middle: ValueNoise, fine: ValueNoise) {
    let a = anatomy
    let outer = (epicardium.across * epicardium.down).squareRoot()
    // The right ventricle ends before the apex and empties as the left one does.
    let presence = min(max((0.95 - level) / 0.35, 0), 1)
    let emptied = isContracted ? 0.86 : 1.0
    let reach = outer * a.right.x * emptied * (0.45 + 0.55 * presence)
    let height = outer * a.right.y * emptied * (0.55 + 0.45 * presence)
    let (dx, dy) = a.turn.apply(-(outer * 0.62 + reach * 0.55), outer * 0.04)
    let right = Blob(
      x: centre.x + dx, y: centre.y + dy, across: reach, down: height, turn: a.rightTurn.then(a.turn),
      waves: a.rightWaves)

    canvas.fill(epicardium.grown(by: 3.5), a.padValue, soft: 2, grain: middle, amount: 1.0)
    if presence > 0 {
      canvas.fill(right.grown(by: 6), a.padValue, soft: 2, grain: middle, amount: 1.0)
      canvas.fill(right.grown(by: 2.6), a.muscleSignal * 0.8, soft: 1.4)
      canvas.fill(right, a.blood * 0.95, soft: 1.6, grain: middle, amount: 0.25)
      canvas.outline(right.grown(by: -3), a.muscleSignal, width: 2, strength: 0.5, grain: fine)
    }
    if level < anatomy.vesselEnd { paintGreatVessels(on: &canvas, outer: outer, middle: middle) }
    canvas.fill(epicardium.grown(by: 0.8), 0.08, soft: 1.4)
    canvas.fill(epicardium, a.muscleSignal, soft: 1.2, grain: middle, amount: 0.3)
    canvas.fill(pool, a.blood, soft: 1.8, grain: middle, amount: 0.24)
    paintPapillaries(on: &canvas, fine: fine)
  }

  /// At the base, the outflow tract and the atria stand round the ventricle.
  private func paintGreatVessels(on canvas: inout PhantomCanvas, outer: Double, middle: ValueNoise) {
    for vessel in anatomy.greatVessels {
      let (dx, dy) = anatomy.turn.apply(vessel.place.x * outer, vessel.place.y * outer)
      let radius = vessel.radius * outer * (1 - 0.8 * level)
      let blob = Blob(
        x: centre.x + dx, y: centre.y + dy, across: radius * vessel.stretch, down: radius, turn: anatomy.poolTurn,
        waves: anatomy.rightWaves)
      canvas.fill(blob.grown(by: 2), anatomy.muscleSignal * 0.7, soft: 1.4)
      canvas.fill(blob, anatomy.blood * 0.9, soft: 1.5, grain: middle, amount: 0.15)
    }
  }

  /// Papillary muscles: dark spots in the pool, near the wall; none at the very base. And the ragged edge that
  /// trabeculae make.
  private func paintPapillaries(on canvas: inout PhantomCanvas, fine: ValueNoise) {
    let radius = (pool.across * pool.down).squareRoot()
    canvas.outline(pool.grown(by: -1.2), anatomy.muscleSignal, width: 2, strength: 0.55, grain: fine)
    guard level > 0.15, radius > 5 else { return }
    for papillary in anatomy.papillaries {
      let width = radius * papillary.width * (isContracted ? 1.2 : 1)
      let distance = radius - width * 1.25
      let (dx, dy) = papillary.direction.then(anatomy.turn).apply(distance, 0)
      let blob = Blob(
        x: centre.x + dx + 0.6 * jitter.y, y: centre.y + dy - 0.6 * jitter.x, across: width * 1.15, down: width * 0.9,
        turn: papillary.direction, waves: anatomy.poolWaves.map { $0 * 6 })
      canvas.fill(blob, anatomy.muscleSignal * 1.1, soft: 1.8)
    }
  }

  /// Weighs the signal by the coils' reach.
  private func expose(_ canvas: inout PhantomCanvas, coarse: ValueNoise) {
    let coils = anatomy.coils.map { (place: placed($0.place), square: $0.reach * $0.reach, strength: $0.strength) }
    let (first, second, third) = (coils[0], coils[1], coils[2])
    let floor = anatomy.floor
    canvas.transform { index, signal, x, y in
      func sensitivity(_ coil: (place: SIMD2<Double>, square: Double, strength: Double)) -> Double {
        let (dx, dy) = (x - coil.place.x, y - coil.place.y)
        return coil.strength * coil.square / (coil.square + dx * dx + dy * dy)
      }
      let weight = floor + sensitivity(first) + sensitivity(second) + sensitivity(third)
      return signal * weight * (1 + 0.08 * coarse.values[index])
    }
  }

  /// Adds the scanner's noise, scales by the maximum, and blackens what is outside the field of view.
  private func develop(_ canvas: inout PhantomCanvas, from g: inout SeededGenerator) -> [UInt16] {
    let field = PhantomField(of: anatomy)
    var brightest = 1e-9
    canvas.transform { _, signal, x, y in
      let seen = field.holds(x, y) ? signal : 0
      brightest = max(brightest, seen)
      return seen
    }
    let gain = 250 / brightest
    let noise = anatomy.noise
    brightest = 1e-9
    canvas.transform { _, signal, x, y in
      guard field.holds(x, y) else { return 0 }
      // A magnitude image: noise in two channels, of which only the length is kept.
      let real = signal * gain + noise * g.bell()
      let imaginary = noise * g.bell()
      let seen = (real * real + imaginary * imaginary).squareRoot()
      brightest = max(brightest, seen)
      return seen
    }
    let scale = 255 / brightest
    return canvas.signal.map { UInt16(($0 * scale).rounded()) }
  }
}
