internal import Messages

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// DICOM files: what is read of them, and how their values become an image.
public enum DICOMFile {
  /// The most bytes of a file that are read: 512 MiB.
  public static let byteLimit = 1 << 29
  /// How many bytes one byte of packed pixels is believed to hold at most: an even picture packs well, but no better.
  public static let packingLimit = 4096

  /// Which values become black and white.
  public enum Scaling: String, Sendable, CaseIterable {
    /// Black is 0, or the image's smallest value where that is negative; white is its largest.
    case range
    /// The window that the file asks for; as `range` where it asks for none.
    case window
  }

  /// No value of a picture is larger than this, once it is rescaled, and none but 0 smaller than its inverse: computed
  /// tomography gives thousands, positron emission tomography at most 10⁸ becquerels.
  static let largest = 1e30

  /// Whether a file that begins with `bytes` says that it is DICOM: the letters `DICM` after 128 bytes.
  public static func isMarked(_ bytes: [UInt8]) -> Bool { bytes.dropFirst(128).starts(with: "DICM".utf8) }

  /// The images in the decoder's answer.
  ///
  /// Values are multiplied by the file's slope, and the intercept is added. Where the results are whole numbers they stay as they are,
  /// so that the full scale is the file's own largest value; otherwise, and within a window, they are spread over 0...65,535. All
  /// images of a file have one scale.
  /// - Parameters:
  ///   - reply: an answer of the outcome `decoded`, with all of its values.
  ///   - scaling: which values become black and white.
  /// - Returns: the images, at least one, black as 0 whatever the file's way of saying so.
  /// - Throws: `DICOMRejection.rescaled` where slope and intercept, or the window, leave no numbers that can be told
  ///   apart; `.windowTable` where the window is one that is not read.
  static func frames(of reply: DICOMReply, scaling: Scaling) throws(DICOMRejection) -> [GreyImage] {
    let rejection = DICOMRejection.rescaled(slope: reply.slope, intercept: reply.intercept)
    var values = values(of: reply)
    guard values.allSatisfy({ abs($0) <= Self.largest }) else { throw rejection }
    let isWindowed = scaling == .window && reply.windowWidth >= (reply.windowFunction == .linear ? 1 : 1 / Self.largest)
    if scaling == .window, !isWindowed, reply.hasWindowTable { throw .windowTable }
    if isWindowed { reply.applyWindow(to: &values) }
    let (least, most) = (min(0, values.min() ?? 0), isWindowed ? 1 : values.max() ?? 0)
    for index in values.indices { values[index] = reply.isInverted ? most - values[index] : values[index] - least }
    let top = isWindowed ? 1 : max(values.max() ?? 0, 0)
    // A window may have a centre or a width so large that nothing is left to compare: not a number is not within
    // anything.
    guard values.allSatisfy({ $0 >= 0 && $0 <= top }), top == 0 || top >= 1 / Self.largest else { throw rejection }
    let staysWhole = !isWindowed && top <= 65_535 && values.allSatisfy { $0 == $0.rounded(.down) }
    let scale = staysWhole || top == 0 ? 1 : 65_535 / top
    let count = Int(reply.columns * reply.rows)
    return (0..<Int(reply.frames)).map { frame in
      GreyImage(
        width: Int(reply.columns), height: Int(reply.rows),
        samples: values[frame * count..<(frame + 1) * count].map { UInt16(min(65_535, ($0 * scale).rounded())) },
        maximum: staysWhole ? UInt16(max(1, top)) : 65_535)
    }
  }

  /// The values after slope and intercept, bits that do not count taken away.
  private static func values(of reply: DICOMReply) -> [Double] {
    let bytes = Int(reply.allocatedBits / 8)
    let unused = 64 - Int64(reply.storedBits)
    return reply.payload.withUnsafeBytes { source in
      (0..<source.count / bytes).map { index in
        let bits: UInt64 =
          switch bytes {
          case 1: UInt64(source[index])
          case 2: UInt64(source.loadUnaligned(fromByteOffset: 2 * index, as: UInt16.self))
          default: UInt64(source.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self))
          }
        let stored =
          reply.isSigned ? Int64(bitPattern: bits << unused) >> unused : Int64(bitPattern: (bits << unused) >> unused)
        return Double(stored) * reply.slope + reply.intercept
      }
    }
  }
}

extension DICOMReply {
  /// Makes shades, 0...1, of values by the window that the file asks for.
  fileprivate func applyWindow(to values: inout [Double]) {
    switch windowFunction {
    case .linear:
      let (centre, width) = (windowCentre - 0.5, max(1, windowWidth - 1))
      for index in values.indices { values[index] = min(1, max(0, (values[index] - centre) / width + 0.5)) }
    case .linearExact:
      for index in values.indices { values[index] = min(1, max(0, (values[index] - windowCentre) / windowWidth + 0.5)) }
    case .sigmoid:
      for index in values.indices {
        values[index] = 1 / (1 + exp(-4 * (values[index] - windowCentre) / windowWidth))
      }
    }
  }
}

/// The number of an element of a DICOM file, and what it is called.
public struct DICOMTag: Hashable, Sendable, CustomStringConvertible {
  /// The group.
  public let group: UInt16
  /// The element within the group.
  public let element: UInt16

  /// - Parameter number: the group in the upper 16 bits, the element in the lower.
  public init(number: UInt32) {
    group = UInt16(number >> 16)
    element = UInt16(number & 0xFFFF)
  }

  /// As a reader of DICOM writes it: `(0028,0010) Rows`.
  public var description: String {
    func digits(_ value: UInt16) -> String {
      let text = String(value, radix: 16, uppercase: true)
      return String(repeating: "0", count: 4 - text.count) + text
    }
    let number = "(\(digits(group)),\(digits(element)))"
    return name.isEmpty ? number : "\(number) \(name)"
  }

  /// What the standard calls it, where it matters for images.
  private var name: String {
    switch (group, element) {
    case (0x0002, 0x0010): "Transfer Syntax UID"
    case (0x0028, 0x0002): "Samples per Pixel"
    case (0x0028, 0x0004): "Photometric Interpretation"
    case (0x0028, 0x0008): "Number of Frames"
    case (0x0028, 0x0010): "Rows"
    case (0x0028, 0x0011): "Columns"
    case (0x0028, 0x0100): "Bits Allocated"
    case (0x0028, 0x0101): "Bits Stored"
    case (0x0028, 0x0102): "High Bit"
    case (0x0028, 0x1050): "Window Center"
    case (0x0028, 0x1051): "Window Width"
    case (0x0028, 0x1052): "Rescale Intercept"
    case (0x0028, 0x1053): "Rescale Slope"
    case (0x0028, 0x1056): "VOI LUT Function"
    case (0x0028, 0x1101): "Red Palette Color Lookup Table Descriptor"
    case (0x0028, 0x1201): "Red Palette Color Lookup Table Data"
    case (0x0028, 0x1221): "Segmented Red Palette Color Lookup Table Data"
    case (0x0028, 0x3002): "LUT Descriptor"
    case (0x0028, 0x3006): "LUT Data"
    case (0x3004, 0x000E): "Dose Grid Scaling"
    case (0x7FE0, 0x0008): "Float Pixel Data"
    case (0x7FE0, 0x0009): "Double Float Pixel Data"
    case (0x7FE0, 0x0010): "Pixel Data"
    default: ""
    }
  }

  /// Which values are read here.
  var expectation: DICOMPhrase.Expectation {
    switch (group, element) {
    case (0x0028, 0x0002): .channels
    case (0x0028, 0x0004): .colours
    case (0x0028, 0x0008): .one
    case (0x0028, 0x0100): .allocatedBits
    case (0x0028, 0x0101): .upToAllocated
    case (0x0028, 0x0102): .highBit
    case (0x0028, 0x1056): .windowFunction
    case (0x0028, 0x1221): .wholeTable
    case (0x0028, 0x1101), (0x0028, 0x1201), (0x0028, 0x3002), (0x0028, 0x3006): .table
    case (0x7FE0, 0x0008), (0x7FE0, 0x0009): .wholeNumbers
    default: .number
    }
  }
}
