/// The part of a picture that the scanner fills; the rest is black.
struct PhantomField {
  private let round: (place: SIMD2<Double>, radius: Double)?
  private let sideCut: SIMD2<Double>

  /// - Parameter anatomy: whose pictures they are.
  init(of anatomy: PhantomAnatomy) {
    round = anatomy.roundField
    sideCut = anatomy.sideCut
  }

  /// Whether the point of the scene is filled.
  @inline(__always)
  func holds(_ x: Double, _ y: Double) -> Bool {
    if let round {
      let (dx, dy) = (x - round.place.x, y - round.place.y)
      return dx * dx + dy * dy < round.radius * round.radius
    }
    // Where a scanner undoes the bending of its gradients, the sides of the picture come in, most in the middle of its
    // height, and the top and bottom a little at their ends.
    let (u, v) = (x / 128 - 1, y / 128 - 1)
    return u.magnitude < 1 - sideCut.x / 128 * (1 - v * v) && v.magnitude < 1 - sideCut.y / 128 * u * u
  }
}
