extension ClassPlanes {
  /// How many vectors of room ``gather(at:count:to:room:)`` and ``scatter(_:at:count:adding:room:)`` are fast with.
  var room: Int { PixelBlock.room + classes }

  /// Whether sixteen pixels can be taken as blocks: thin ones that lie close, or ones of whole lanes.
  @inline(__always)
  var hasBlocks: Bool { stride % Lanes.width == 0 || (stride == classes && (3...8).contains(classes)) }

  /// As ``gather(at:count:to:room:)``, for sixteen pixels that can be taken as blocks.
  @inline(__always)
  func gatherBlocks(
    _ source: UnsafePointer<Float>, to planes: UnsafeMutablePointer<Lanes>, _ room: UnsafeMutablePointer<Lanes>
  ) {
    guard stride % Lanes.width == 0 else {
      let width = PixelBlock.width(classes)
      loadThin(source, width: width, to: UnsafeMutableRawPointer(room).assumingMemoryBound(to: Float.self))
      planes.update(from: PixelBlock.split(room, width: width), count: classes)
      return
    }
    var first = 0
    while first < classes {
      for lane in 0..<Lanes.width { room[lane] = FullLanes().load(source + (lane &* stride &+ first)) }
      (planes + first).update(
        from: PixelBlock.split(room, width: PixelBlock.most), count: min(PixelBlock.most, classes &- first))
      first &+= PixelBlock.most
    }
  }

  /// As ``scatter(_:at:count:adding:room:)``, for sixteen pixels that can be taken as blocks, overwriting them.
  @inline(__always)
  func scatterBlocks(
    _ planes: UnsafePointer<Lanes>, to target: UnsafeMutablePointer<Float>, _ room: UnsafeMutablePointer<Lanes>
  ) {
    guard stride % Lanes.width == 0 else {
      let width = PixelBlock.width(classes)
      room.update(from: planes, count: classes)
      (room + classes).update(repeating: .zero, count: width &- classes)
      storeThin(UnsafeRawPointer(PixelBlock.join(room, width: width)), width: width, to: target)
      return
    }
    var first = 0
    while first < classes {
      let count = min(PixelBlock.most, classes &- first)
      room.update(from: planes + first, count: count)
      (room + count).update(repeating: .zero, count: PixelBlock.most &- count)
      let pixels = PixelBlock.join(room, width: PixelBlock.most)
      for lane in 0..<Lanes.width { FullLanes().store(pixels[lane], to: target + (lane &* stride &+ first)) }
      first &+= PixelBlock.most
    }
  }

  /// Copies sixteen pixels that lie close to places `width` apart; of a pixel's next one comes along what there is room for.
  @inline(__always)
  private func loadThin(_ source: UnsafePointer<Float>, width: Int, to room: UnsafeMutablePointer<Float>) {
    for lane in 0..<Lanes.width - 1 {
      let (from, to) = (UnsafeRawPointer(source + lane &* classes), UnsafeMutableRawPointer(room + lane &* width))
      if width == 4 {
        to.storeBytes(of: from.loadUnaligned(as: SIMD4<Float>.self), as: SIMD4<Float>.self)
      } else {
        to.storeBytes(of: from.loadUnaligned(as: SIMD8<Float>.self), as: SIMD8<Float>.self)
      }
    }
    // Nothing is read behind the last pixel.
    let last = Lanes.width - 1
    (room + last &* width).update(from: source + last &* classes, count: classes)
  }

  /// Copies sixteen pixels that lie `width` apart to places close to each other; each writes over what came along with the one before.
  @inline(__always)
  private func storeThin(_ pixels: UnsafeRawPointer, width: Int, to target: UnsafeMutablePointer<Float>) {
    let pixels = pixels.assumingMemoryBound(to: Float.self)
    for lane in 0..<Lanes.width - 1 {
      let (from, to) = (UnsafeRawPointer(pixels + lane &* width), UnsafeMutableRawPointer(target + lane &* classes))
      if width == 4 {
        to.storeBytes(of: from.loadUnaligned(as: SIMD4<Float>.self), as: SIMD4<Float>.self)
      } else {
        to.storeBytes(of: from.loadUnaligned(as: SIMD8<Float>.self), as: SIMD8<Float>.self)
      }
    }
    let last = Lanes.width - 1
    (target + last &* classes).update(from: pixels + last &* width, count: classes)
  }
}
