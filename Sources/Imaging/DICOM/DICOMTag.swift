internal import Messages

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
    case (0x7FE0, 0x0010): "Pixel Data"
    default: ""
    }
  }

  /// Which values are read here.
  var expectation: DICOMPhrase.Expectation {
    switch (group, element) {
    case (0x0028, 0x0002): .one
    case (0x0028, 0x0004): .monochrome
    case (0x0028, 0x0008): .one
    case (0x0028, 0x0100): .wholeBytes
    case (0x0028, 0x0101): .upToAllocated
    case (0x0028, 0x0102): .lowestBits
    default: .number
    }
  }
}
