/// An array as NumPy keeps it in a file.
struct NPYArray {
  /// Its name in the archive.
  let name: String
  /// What the elements are, as NumPy writes it, for example `|u1`.
  let type: String
  /// How many elements there are along each axis.
  let shape: [Int]
  /// The elements, the last axis fastest, lower bytes first.
  let elements: ContiguousArray<UInt8>

  /// The file's content: a head of text, filled up to a multiple of 64 bytes, and the elements.
  var content: ContiguousArray<UInt8> {
    let extents = shape.count == 1 ? "(\(shape[0]),)" : "(\(shape.map(String.init).joined(separator: ", ")))"
    var head = "{'descr': '\(type)', 'fortran_order': False, 'shape': \(extents), }"
    let unfilled = (10 + head.utf8.count + 1) % 64
    head += String(repeating: " ", count: (64 - unfilled) % 64) + "\n"
    let length = head.utf8.count
    return [0x93] + "NUMPY".utf8 + [1, 0, UInt8(length & 255), UInt8(length >> 8)] + head.utf8 + elements
  }

  /// An array of bytes.
  static func bytes(_ name: String, shape: [Int], _ elements: ContiguousArray<UInt8>) -> NPYArray {
    precondition(elements.count == shape.reduce(1, *), "\(shape) needs other than \(elements.count) elements")
    return NPYArray(name: name, type: "|u1", shape: shape, elements: elements)
  }

  /// An array of 16-bit numbers.
  static func shorts(_ name: String, shape: [Int], _ values: [UInt16]) -> NPYArray {
    precondition(values.count == shape.reduce(1, *), "\(shape) needs other than \(values.count) elements")
    var elements: ContiguousArray<UInt8> = []
    elements.reserveCapacity(2 * values.count)
    for value in values {
      elements.append(UInt8(truncatingIfNeeded: value))
      elements.append(UInt8(truncatingIfNeeded: value >> 8))
    }
    return NPYArray(name: name, type: "<u2", shape: shape, elements: elements)
  }

  /// A list of texts.
  static func texts(_ name: String, _ texts: [String]) -> NPYArray {
    let width = max(1, texts.map(\.unicodeScalars.count).max() ?? 1)
    var elements: ContiguousArray<UInt8> = []
    for text in texts {
      let scalars = text.unicodeScalars.map(\.value)
      for value in scalars + [UInt32](repeating: 0, count: width - scalars.count) {
        elements += (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
      }
    }
    return NPYArray(name: name, type: "<U\(width)", shape: [texts.count], elements: elements)
  }
}
