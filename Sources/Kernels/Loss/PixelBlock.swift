/// Turns sixteen pixels of four, eight or sixteen numbers each into vectors of one number of each pixel, and back, by shuffles alone.
///
/// The place of a number among all is its pixel and its class, written one after the other in binary. To take every second number first, and
/// then the others, moves the last digit of the place to the front: after as many turns as a class has digits, the classes come first.
enum PixelBlock {
  /// The most numbers of a pixel.
  static let most = 16
  /// How many vectors of room a block needs: those of before and of after a turn.
  static let room = 2 * most

  /// How many numbers of each pixel a block holds that has room for `classes`: at most ``most``.
  @inline(__always)
  static func width(_ classes: Int) -> Int { classes <= 4 ? 4 : classes <= 8 ? 8 : most }

  /// Turns pixels into planes.
  ///
  /// - Parameters:
  ///   - room: `[16][width]` numbers, and room for as many.
  ///   - width: how many numbers a pixel has: 4, 8 or 16.
  /// - Returns: where `[width][16]` numbers lie within `room`.
  @inline(__always)
  static func split(_ room: UnsafeMutablePointer<Lanes>, width: Int) -> UnsafeMutablePointer<Lanes> {
    switch width {
    case 4: split(room, 4, turns: 2)
    case 8: split(room, 8, turns: 3)
    default: split(room, 16, turns: 4)
    }
  }

  /// Turns planes into pixels.
  ///
  /// - Parameters:
  ///   - room: `[width][16]` numbers, and room for as many.
  ///   - width: how many numbers a pixel has: 4, 8 or 16.
  /// - Returns: where `[16][width]` numbers lie within `room`.
  @inline(__always)
  static func join(_ room: UnsafeMutablePointer<Lanes>, width: Int) -> UnsafeMutablePointer<Lanes> {
    switch width {
    case 4: join(room, 4, turns: 2)
    case 8: join(room, 8, turns: 3)
    default: join(room, 16, turns: 4)
    }
  }

  @inline(__always)
  private static func split(
    _ room: UnsafeMutablePointer<Lanes>, _ count: Int, turns: Int
  ) -> UnsafeMutablePointer<Lanes> {
    var (source, target) = (room, room + most)
    for _ in 0..<turns {
      for pair in 0..<count / 2 {
        let both = SIMD32<Float>(lowHalf: source[2 &* pair], highHalf: source[2 &* pair &+ 1])
        target[pair] = both.evenHalf
        target[count / 2 &+ pair] = both.oddHalf
      }
      (source, target) = (target, source)
    }
    return source
  }

  @inline(__always)
  private static func join(
    _ room: UnsafeMutablePointer<Lanes>, _ count: Int, turns: Int
  ) -> UnsafeMutablePointer<Lanes> {
    var (source, target) = (room, room + most)
    for _ in 0..<turns {
      for pair in 0..<count / 2 {
        var both = SIMD32<Float>.zero
        both.evenHalf = source[pair]
        both.oddHalf = source[count / 2 &+ pair]
        target[2 &* pair] = both.lowHalf
        target[2 &* pair &+ 1] = both.highHalf
      }
      (source, target) = (target, source)
    }
    return source
  }
}
