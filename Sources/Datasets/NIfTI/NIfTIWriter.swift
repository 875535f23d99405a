internal import Imaging

/// Writes slices of a patient as one NIfTI-1 volume.
struct NIfTIWriter {
  /// The slices, from the first to the last, all of one size.
  let slices: [LabelledImage]

  /// The packed file of the images: unsigned numbers of 16 bits, black 0.
  var images: ContiguousArray<UInt8> {
    let numbers = slices.map { slice -> [UInt8] in
      slice.image.samples.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    }
    return GzipWriter.pack([head(kind: 512, width: 2)] + numbers)
  }

  /// The packed file of the labels: the class of each pixel.
  var labels: ContiguousArray<UInt8> {
    GzipWriter.pack([head(kind: 2, width: 1)] + slices.map(\.label.classes))
  }

  private func head(kind: Int, width: Int) -> [UInt8] {
    var head = [UInt8](repeating: 0, count: 352)
    func put(_ value: some FixedWidthInteger, at place: Int) {
      withUnsafeBytes(of: value.littleEndian) { head.replaceSubrange(place..<place + $0.count, with: $0) }
    }
    func put(_ value: Double, at place: Int) { put(Float(value).bitPattern, at: place) }
    let size = slices[0].size
    // Where nobody measured, a voxel is a millimeter on each side, and no unit is said.
    let spacing = slices[0].spacing
    let sides = [spacing?.across ?? 1, spacing?.down ?? 1, spacing?.between ?? 1]
    put(Int32(348), at: 0)
    for (axis, dimension) in [3, size.width, size.height, slices.count, 1, 1, 1, 1].enumerated() {
      put(Int16(clamping: dimension), at: 40 + 2 * axis)
    }
    put(Int16(kind), at: 70)
    put(Int16(8 * width), at: 72)
    for (axis, side) in ([1] + sides + [0, 0, 0, 0]).enumerated() { put(side, at: 76 + 4 * axis) }
    put(352.0, at: 108)
    put(1.0, at: 112)
    head[123] = spacing == nil ? 0 : 2
    // Where a voxel lies follows from its place and the sides alone.
    put(Int16(1), at: 254)
    for axis in 0..<3 { put(sides[axis], at: 280 + 16 * axis + 4 * axis) }
    head.replaceSubrange(344..<348, with: Array("n+1\0".utf8))
    return head
  }
}

extension SetExporter {
  /// Slices that make one volume: of one patient, one size and one spacing, in the order of the set.
  ///
  /// - Parameter samples: the slices.
  /// - Returns: each volume with its name: the patient's, and a number where a patient has several.
  static func volumes(of samples: [LabelledImage]) -> [(name: String, slices: [LabelledImage])] {
    struct Kind: Hashable {
      let patient: String
      let stem: String
      let size: PixelSize
      let spacing: VoxelSpacing?
    }
    var order: [Kind] = []
    var groups: [Kind: [LabelledImage]] = [:]
    for sample in samples {
      let kind = Kind(
        patient: sample.patient, stem: Self.stem(of: sample.id), size: sample.size, spacing: sample.spacing)
      if groups[kind] == nil { order.append(kind) }
      groups[kind, default: []].append(sample)
    }
    var used: Set<String> = []
    return order.map { kind in
      let wanted = kind.stem.isEmpty ? kind.patient : kind.stem
      let plain = String(wanted.map { $0 == "/" ? "_" : $0 })
      let name = plain.isEmpty || plain.hasPrefix(".") ? "_" + plain : plain
      // The name with a number may be another's own.
      var (free, number) = (name, 1)
      while !used.insert(free).inserted {
        number += 1
        free = "\(name)-\(number)"
      }
      return (free, groups[kind] ?? [])
    }
  }

  /// What stands before a slice's number at the end of its name: `patient001_frame01` of `patient001_frame01-0003`.
  private static func stem(of id: String) -> String {
    let digits = id.reversed().prefix { $0.isASCII && $0.isNumber }.count
    guard digits > 0, digits < id.count, let mark = id.dropLast(digits).last, "-_".contains(mark) else { return id }
    return String(id.dropLast(digits + 1))
  }
}
