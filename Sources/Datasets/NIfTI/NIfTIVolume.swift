internal import Files
internal import Messages

/// A NIfTI-1 file: a volume of numbers with the size of its voxels.
struct NIfTIVolume {
  /// Voxels along each of the first three axes.
  let size: [Int]
  /// The size of a voxel in millimeters: across, down, and from slice to slice.
  let spacing: VoxelSpacing?
  /// How many volumes the file holds, one after the other; the first is read.
  let count: Int
  /// The numbers of the first volume, the first axis fastest, scaled as the file says.
  let values: [Double]
  /// Whether they are stored as whole numbers and not scaled.
  let isWhole: Bool

  private static let headLength = 348
  /// No volume that is read has more voxels.
  static let mostVoxels = 1 << 27
  private static let mostBytes = 1 << 31

  /// Reads the file at `path`.
  ///
  /// - Throws: `NIfTIPhrase`: what is wrong with it.
  init(path: String) throws(NIfTIPhrase) {
    let packed: [UInt8]
    do { packed = try FileBytes.read(path, limit: Self.mostBytes) } catch {
      if case .tooLarge(_, let bytes, let limit) = error { throw .tooLarge(path: path, bytes: bytes, limit: limit) }
      throw .unreadable(path: path, reason: error.systemReason ?? "")
    }
    let gzip = GzipReader.recognizes(packed) ? GzipReader(packed) : nil
    var offset = 0
    func next(_ count: Int) -> [UInt8]? {
      if let gzip { return gzip.read(count) }
      let end = min(packed.count, offset + count)
      defer { offset = end }
      return Array(packed[offset..<end])
    }
    guard let head = next(Self.headLength) else { throw .damaged(path: path) }
    guard head.count == Self.headLength else { throw .notNIfTI(path: path) }
    let fields = try Fields(head, path: path)
    (size, spacing, count) = (fields.size, fields.spacing, fields.count)
    guard let gap = next(fields.start - Self.headLength), gap.count == fields.start - Self.headLength else {
      throw .damaged(path: path)
    }
    let expected = fields.voxels * fields.kind.width
    guard let bytes = next(expected) else { throw .damaged(path: path) }
    guard bytes.count == expected else { throw .cutShort(path: path, found: bytes.count, expected: expected) }
    let isScaled = fields.slope != 1 || fields.intercept != 0
    let numbers = fields.kind.numbers(bytes, isSwapped: fields.isSwapped)
    values = isScaled ? numbers.map { $0 * fields.slope + fields.intercept } : numbers
    isWhole = fields.kind.isWhole && !isScaled
  }

  /// The numbers of slice `index`, a row of the image after the other.
  func slice(_ index: Int) -> ArraySlice<Double> {
    let pixels = size[0] * size[1]
    return values[index * pixels..<(index + 1) * pixels]
  }
}

/// What the numbers of a NIfTI file are.
private enum VoxelKind: Int {
  case uint8 = 2
  case int16 = 4
  case int32 = 8
  case float32 = 16
  case float64 = 64
  case int8 = 256
  case uint16 = 512
  case uint32 = 768

  var width: Int {
    switch self {
    case .uint8, .int8: 1
    case .int16, .uint16: 2
    case .int32, .uint32, .float32: 4
    case .float64: 8
    }
  }

  var isWhole: Bool { self != .float32 && self != .float64 }

  /// The numbers in `bytes`.
  func numbers(_ bytes: [UInt8], isSwapped: Bool) -> [Double] {
    let width = width
    return (0..<bytes.count / width).map { index in
      var bits: UInt64 = 0
      for byte in 0..<width {
        let place = isSwapped ? byte : width - 1 - byte
        bits = bits << 8 | UInt64(bytes[index * width + place])
      }
      return switch self {
      case .uint8, .uint16, .uint32: Double(bits)
      case .int8: Double(Int8(truncatingIfNeeded: bits))
      case .int16: Double(Int16(truncatingIfNeeded: bits))
      case .int32: Double(Int32(truncatingIfNeeded: bits))
      case .float32: Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
      case .float64: Double(bitPattern: bits)
      }
    }
  }
}

/// The fields of a header that count here.
private struct Fields {
  let isSwapped: Bool
  let size: [Int]
  let count: Int
  let kind: VoxelKind
  let spacing: VoxelSpacing?
  let start: Int
  let slope: Double
  let intercept: Double

  var voxels: Int { size.reduce(1, *) }

  /// - Throws: `NIfTIPhrase` where it is no header, or one of what is not read.
  init(_ head: [UInt8], path: String) throws(NIfTIPhrase) {
    func bits(_ place: Int, _ width: Int, swapped: Bool) -> UInt64 {
      (0..<width).reduce(0) { $0 << 8 | UInt64(head[place + (swapped ? $1 : width - 1 - $1)]) }
    }
    let isSwapped: Bool
    switch (bits(0, 4, swapped: false), bits(0, 4, swapped: true)) {
    case (348, _): isSwapped = false
    case (_, 348): isSwapped = true
    case (540, _), (_, 540): throw .secondVersion(path: path)
    default: throw .notNIfTI(path: path)
    }
    self.isSwapped = isSwapped
    func short(_ place: Int) -> Int { Int(Int16(truncatingIfNeeded: bits(place, 2, swapped: isSwapped))) }
    func real(_ place: Int) -> Double {
      Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits(place, 4, swapped: isSwapped))))
    }
    guard head[344..<348].elementsEqual(Array("n+1\0".utf8)) else { throw .twoFiles(path: path) }
    let axes = short(40)
    let dimensions = (1...7).map { short(40 + 2 * $0) }
    guard (2...7).contains(axes), dimensions.prefix(axes).allSatisfy({ $0 > 0 }) else { throw .notNIfTI(path: path) }
    size = [dimensions[0], dimensions[1], axes > 2 ? dimensions[2] : 1]
    let voxels = size.reduce(1) { $0.multipliedReportingOverflow(by: $1).partialValue }
    // Each is below 32,768, so that the product of three cannot run over.
    guard voxels <= NIfTIVolume.mostVoxels, size[0] <= 16_384, size[1] <= 16_384 else {
      throw .tooManyVoxels(path: path, size: size, limit: NIfTIVolume.mostVoxels)
    }
    count = dimensions.prefix(axes).dropFirst(3).reduce(1) { min($0 * $1, 1 << 40) }
    guard let kind = VoxelKind(rawValue: short(70)) else { throw .kindUnknown(path: path, code: short(70)) }
    self.kind = kind
    spacing = VoxelSpacing(
      across: abs(real(80)), down: abs(real(84)), between: axes > 2 && real(88) != 0 ? abs(real(88)) : 1,
      unit: head[123] & 7)
    let start = real(108)
    guard start >= 352, start <= 1_048_576, start == start.rounded() else { throw .notNIfTI(path: path) }
    self.start = Int(start)
    let (slope, intercept) = (real(112), real(116))
    // A slope of 0, or none, means that nothing is scaled.
    let isScaled = slope.isFinite && slope != 0 && intercept.isFinite
    (self.slope, self.intercept) = isScaled ? (slope, intercept) : (1, 0)
  }
}

extension VoxelSpacing {
  /// As a header has it; nil where that says nothing, or what cannot be.
  fileprivate init?(across: Double, down: Double, between: Double, unit: UInt8) {
    // Meters, micrometers; where no unit is said, millimeters are meant.
    let factor = unit == 1 ? 1000.0 : unit == 3 ? 0.001 : 1
    self.init(across: across * factor, down: down * factor, between: between * factor)
  }
}

/// How far apart the pixels of an image and the slices of its patient are, in millimeters.
public struct VoxelSpacing: Codable, Sendable, Hashable {
  /// From column to column.
  public let across: Double
  /// From row to row.
  public let down: Double
  /// From slice to slice.
  public let between: Double

  /// A spacing; nil where a number is not above 0, or beyond all that is measured.
  ///
  /// - Parameters: the parts, as documented on each property.
  public init?(across: Double, down: Double, between: Double) {
    guard [across, down, between].allSatisfy({ $0 > 1e-6 && $0 < 1e6 }) else { return nil }
    (self.across, self.down, self.between) = (across, down, between)
  }
}
