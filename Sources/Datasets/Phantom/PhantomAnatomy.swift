internal import Tensors

/// What stays the same in all slices of one generated patient.
///
/// Lengths are in the scene's pixels; places are relative to the left ventricle, with the right ventricle to the left,
/// before the whole scene is turned.
struct PhantomAnatomy {
  /// An organ beside the heart: its shape at the middle level, and how it moves from base to apex.
  struct Organ {
    let blob: Blob
    let value: Double
    let drift: SIMD2<Double>
    let growth: Double
  }

  /// Where the left ventricle's centre is at the middle level.
  let heart: SIMD2<Double>
  /// How far the ventricle's centre moves from base to apex.
  let drift: SIMD2<Double>
  /// How the scene is turned.
  let turn: Turn
  /// The pool's radius at the base, filled.
  let poolRadius: Double
  /// The wall's thickness at the middle level, filled.
  let wall: Double
  /// What is left of the pool's radius when contracted, at the base and at the apex.
  let contraction: SIMD2<Double>
  /// How much narrower than the base the apex is: the pool's radius is times √(1 − (taper · level)²).
  let taper: Double
  /// The pool's longer over its shorter radius.
  let stretch: Double
  let poolTurn: Turn
  let poolWaves: [SIMD2<Double>]
  /// The right ventricle's reach and height as shares of the left one's outer radius.
  let right: SIMD2<Double>
  let rightTurn: Turn
  let rightWaves: [SIMD2<Double>]
  /// Where the papillary muscles stand, from the pool's centre, and how wide they are as a share of its radius.
  let papillaries: [(direction: Turn, width: Double)]
  let torso: Blob
  /// Fat under the skin: its thickness, and how far the inside is moved.
  let fat: Double
  let fatShift: SIMD2<Double>
  let fatWaves: [SIMD2<Double>]
  let muscle: Double
  /// What lies in the fat and muscle of the chest wall.
  let wallParts: [(blob: Blob, value: Double)]
  /// The outflow tract and the atria: places and radii as shares of the left ventricle's outer radius.
  let greatVessels: [(place: SIMD2<Double>, radius: Double, stretch: Double)]
  /// Down to which level great vessels are seen.
  let vesselEnd: Double
  /// Where the lungs end and the belly begins.
  let belly: Blob
  let organs: [Organ]
  let vessels: [(place: SIMD2<Double>, radius: Double, value: Double)]
  /// Fat between chest wall and heart.
  let pad: Blob
  let padValue: Double
  /// Signals of blood, heart muscle, lung and belly fat.
  let blood: Double
  let muscleSignal: Double
  let lung: Double
  let bellyFat: Double
  /// The receiving coils: where they are and how far they reach.
  let coils: [(place: SIMD2<Double>, reach: Double, strength: Double)]
  let floor: Double
  /// The noise's standard deviation where white is 255.
  let noise: Double
  /// The round field of view's centre and radius, or nil where the picture is cut at the sides.
  let roundField: (place: SIMD2<Double>, radius: Double)?
  /// How far the sides of a field that is not round are cut in, and the bottom.
  let sideCut: SIMD2<Double>

  /// - Parameters:
  ///   - isRound: whether the field of view is round.
  ///   - g: where the patient's traits come from.
  init(isRound: Bool, from g: inout SeededGenerator) {
    heart = SIMD2(131 + 7.5 * g.bell(), 127 + 7.5 * g.bell())
    drift = SIMD2(5 * g.bell() + 2, 5 * g.bell() - 2)
    let tilt = g.unit() < 0.15 ? -g.within(30...60) : 12 * g.bell() - 4
    turn = Turn(degrees: min(max(tilt, -60), 40))
    poolRadius = min(max(25 + 3.6 * g.bell(), 17), 32)
    wall = g.unit() < 0.25 ? g.within(9...13) : g.within(6...9)
    let weak = g.unit() < 0.4
    let left = weak ? g.within(0.76...0.92) : g.within(0.58...0.74)
    contraction = SIMD2(left, left * g.within(0.65...0.95))
    taper = g.within(0.86...0.96)
    stretch = g.within(1.0...1.18)
    poolTurn = Turn(degrees: g.within(-90...90))
    poolWaves = Blob.waves(4, amount: 0.022, from: &g)
    right = SIMD2(g.within(0.62...0.95), g.within(0.95...1.2))
    rightTurn = Turn(degrees: g.within(-30...15))
    rightWaves = Blob.waves(4, amount: 0.04, from: &g)
    papillaries = [
      (Turn(degrees: g.within(-75 ... -20)), g.within(0.14...0.3)),
      (Turn(degrees: g.within(45...105)), g.within(0.14...0.3)),
      (g.direction(), g.within(0.05...0.14)),
      (g.direction(), g.within(0.05...0.14)),
    ]

    let top = g.within(-95 ... -66)
    let tall = g.within(125...165)
    torso = Blob(
      x: g.within(8...34), y: top + tall, across: g.within(115...160), down: tall,
      turn: Turn(degrees: g.within(-32...6)), waves: Blob.waves(5, amount: 0.03, from: &g))
    fat = g.within(5...17)
    fatShift = SIMD2(g.within(-4...6), g.within(-1...8))
    fatWaves = torso.waves.map { $0 + SIMD2(g.bell(), g.bell()) * 0.012 }
    muscle = g.within(4...9)
    let (middle, radii) = (SIMD2(torso.x, torso.y), SIMD2(torso.across, torso.down))
    let (layer, lie) = (fat, torso.turn)
    wallParts = (0..<g.below(8) + 5).map { _ in
      let direction = g.direction()
      let depth = layer + g.within(-3...7)
      let (x, y) = lie.apply(direction.x * (radii.x - depth), direction.y * (radii.y - depth))
      let blob = Blob(
        x: middle.x + x, y: middle.y + y, across: g.within(2...6), down: g.within(5...26),
        turn: direction.then(lie), waves: Blob.waves(4, amount: 0.08, from: &g))
      return (blob, g.unit() < 0.7 ? g.within(0.04...0.4) : g.within(0.6...1.1))
    }
    greatVessels = [
      (SIMD2(g.within(-0.85 ... -0.4), g.within(-1.35 ... -0.95)), g.within(0.36...0.55), g.within(1...1.4)),
      (SIMD2(g.within(-1.5 ... -1.1), g.within(-0.7 ... -0.1)), g.within(0.3...0.55), g.within(1...1.5)),
      (SIMD2(g.within(-1.0 ... -0.3), g.within(0.85...1.15)), g.within(0.35...0.6), g.within(1...1.6)),
    ]
    vesselEnd = g.within(0.05...0.28)
    belly = Blob(
      x: g.within(-28...0), y: g.within(100...122), across: g.within(115...150), down: g.within(66...78),
      turn: Turn(degrees: g.within(-8...14)), waves: Blob.waves(4, amount: 0.03, from: &g))
    organs = Self.organs(from: &g)
    vessels = (0..<g.below(70) + 40).map { _ in
      (SIMD2(g.within(-60...100), g.within(-85...50)), g.within(0.4...1.5), g.within(0.15...0.9))
    }
    pad = Blob(
      x: g.within(-34 ... -16), y: g.within(-24 ... -2), across: g.within(38...54), down: g.within(26...44),
      turn: Turn(degrees: g.within(-55 ... -5)), waves: Blob.waves(5, amount: 0.06, from: &g))
    padValue = g.within(0.15...0.6)

    blood = g.within(0.5...0.95)
    muscleSignal = blood * g.within(0.3...0.46)
    lung = g.within(0.05...0.16)
    bellyFat = g.within(0.45...1.0)
    coils = [
      (SIMD2(g.within(-78 ... -45), g.within(-72 ... -35)), g.within(24...46), g.within(0.3...1.7)),
      (SIMD2(g.within(10...70), g.within(-100 ... -75)), g.within(22...38), g.within(0.3...0.9)),
      (SIMD2(g.within(75...110), g.within(0...85)), g.within(20...34), g.within(0.2...0.9)),
    ]
    floor = g.within(0.1...0.24)
    noise = g.within(1.6...4.4)
    let place = SIMD2(126 + 3 * g.bell(), 127 + 2 * g.bell())
    roundField = isRound ? (place, g.within(104...110)) : nil
    sideCut = SIMD2(g.within(22...34), g.within(3...14))
  }

  private static func organs(from g: inout SeededGenerator) -> [Organ] {
    func organ(
      _ x: ClosedRange<Double>, _ y: ClosedRange<Double>, _ across: ClosedRange<Double>, _ down: ClosedRange<Double>,
      _ value: ClosedRange<Double>
    ) -> Organ {
      Organ(
        blob: Blob(
          x: g.within(x), y: g.within(y), across: g.within(across), down: g.within(down),
          turn: Turn(degrees: g.within(-40...30)), waves: Blob.waves(5, amount: 0.06, from: &g)),
        value: g.within(value), drift: SIMD2(g.within(-7...7), g.within(-9...3)), growth: g.within(-0.15...0.25))
    }
    let liver = organ(-62 ... -36, 50...66, 40...56, 22...34, 0.26...0.42)
    let stomach = organ(28...58, 46...70, 15...30, 12...24, 0.1...0.75)
    let spleen = organ(56...82, 48...80, 13...22, 20...34, 0.24...0.42)
    let spine = organ(-12...22, 88...112, 16...24, 16...22, 0.3...0.5)
    let aorta = organ(2...26, 60...76, 6...9, 6...9, 0.6...0.95)
    let bowels = (0..<g.below(5) + 3).map { _ in organ(-70...70, 76...118, 7...20, 5...13, 0.08...0.6) }
    return bowels + [spine, liver, spleen, stomach, aorta]
  }
}
