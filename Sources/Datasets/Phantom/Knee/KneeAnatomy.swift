internal import Tensors

/// The bones and the flesh of one generated patient's knees, seen from the front.
///
/// Lengths are in the scene's pixels, places relative to the middle of the joint, with the fibula on the right.
struct KneeAnatomy {
  /// The thigh bone: shaft, flare and two condyles.
  let femur: [Blob]
  /// The shin bone: plateau, eminence, flare and shaft.
  let tibia: [Blob]
  /// The calf bone: head and shaft.
  let fibula: [Blob]
  /// The kneecap, which lies over the thigh bone.
  let patella: [Blob]
  /// Skin and flesh.
  let limb: Blob
  let muscle: Blob
  /// How much a bone takes of the rays, and how much of that its hard rim takes.
  let density: Double
  let rim: Double
  /// How coarse the marrow is.
  let marrow: Double
  let flesh: Double

  /// - Parameter g: where the patient's traits come from.
  init(from g: inout SeededGenerator) {
    let size = 1.032 + 0.05 * g.bell()
    let width = size * (1 + 0.04 * g.bell())
    func blob(
      _ x: Double, _ y: Double, _ across: Double, _ down: Double, swing: Double = 0.012, degrees: Double = 0
    ) -> Blob {
      Blob(
        x: x * width, y: y * size, across: across * width * (1 + 0.03 * g.bell()),
        down: down * size * (1 + 0.02 * g.bell()),
        turn: Turn(degrees: degrees + 2 * g.bell()), waves: Blob.waves(4, amount: swing, from: &g))
    }
    femur = [
      blob(0, -150, 24.5, 150, swing: 0.004), blob(0, -42, 35, 46), blob(-24, -21, 26, 23, degrees: 12),
      blob(24, -20, 24.5, 22, degrees: -12),
    ]
    tibia = [
      blob(0, 25, 46, 19), blob(0, 8, 7, 6), blob(-1, 52, 33, 40), blob(-2, 162, 22, 142, swing: 0.004),
    ]
    fibula = [blob(41, 40, 9.5, 11, swing: 0.03), blob(41, 152, 6, 112, swing: 0.004)]
    patella = [blob(3, -38, 22, 24, swing: 0.03)]
    let thick = g.within(0.92...1.14)
    limb = blob(0, 0, 86 * thick, 330, swing: 0.01)
    muscle = blob(0, -30, 68 * thick, 300, swing: 0.01)
    density = g.within(0.85...1.15)
    rim = g.within(0.12...0.24)
    marrow = g.within(0.04...0.1)
    flesh = g.within(0.3...0.46)
  }
}
