internal import Imaging

/// An array as NumPy keeps it in a file.
public struct NPYArray {
  /// Its name in the archive.
  let name: String
  /// What the elements are, as NumPy writes it, for example `|u1`.
  let type: String
  /// How many elements there are along each axis.
  let shape: [Int]
  /// The elements, the last axis fastest, lower bytes first.
  let elements: ContiguousArray<UInt8>

  /// - Parameters:
  ///   - name: its name in the archive.
  ///   - type: what the elements are, as NumPy writes it, for example `<f4`.
  ///   - shape: how many elements there are along each axis; none for a single one.
  ///   - elements: the bytes of all elements, the last axis fastest, lower bytes first.
  public init(name: String, type: String, shape: [Int], elements: ContiguousArray<UInt8>) {
    (self.name, self.type, self.shape, self.elements) = (name, type, shape, elements)
  }

  /// The file's content: a head of text, filled up to a multiple of 64 bytes, and the elements.
  var content: ContiguousArray<UInt8> {
    let dimensions = shape.count == 1 ? "(\(shape[0]),)" : "(\(shape.map(String.init).joined(separator: ", ")))"
    var head = "{'descr': '\(type)', 'fortran_order': False, 'shape': \(dimensions), }"
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
  public static func texts(_ name: String, _ texts: [String]) -> NPYArray {
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

/// A file of arrays for NumPy: `images` and `labels` `[N, height, width]`, `maximum`, `names` and `patients` `[N]`.
///
/// Images are samples as they are, to be divided by `maximum`. Where sizes differ, each image is an array of its own, `images/NAME`, and
/// each label `labels/NAME`.
public struct NPZArchive {
  private let arrays: [NPYArray]
  /// How many files an archive of the plain form can hold.
  private static let entryLimit = 65_535

  /// - Parameter arrays: the arrays, at most 65,535, of less than 4 GiB together.
  public init(_ arrays: [NPYArray]) {
    precondition(arrays.count <= Self.entryLimit, "\(arrays.count) arrays are more than \(Self.entryLimit)")
    self.arrays = arrays
  }

  /// - Parameters:
  ///   - samples: the images with their labels, at least one.
  ///   - set: the set's name, for the error.
  /// - Throws: `DatasetError.tooManyForNPZ` where each image would need a file of its own and there are too many.
  init(of samples: [LabelledImage], set: String) throws(DatasetError) {
    precondition(!samples.isEmpty, "an archive needs an image, not 0")
    let size = samples[0].size
    let isEven = samples.allSatisfy { $0.size == size }
    guard isEven || 2 * samples.count + 3 <= Self.entryLimit else {
      throw .tooManyForNPZ(name: set, found: samples.count, limit: (Self.entryLimit - 3) / 2)
    }
    let isWide = samples.contains { $0.image.maximum > 255 }
    func images(_ name: String, _ shape: [Int], _ part: some Collection<LabelledImage>) -> NPYArray {
      isWide
        ? .shorts(name, shape: shape, part.flatMap(\.image.samples))
        : .bytes(name, shape: shape, ContiguousArray(part.lazy.flatMap { $0.image.samples.lazy.map { UInt8($0) } }))
    }
    var arrays: [NPYArray] = []
    if isEven {
      let shape = [samples.count, size.height, size.width]
      arrays.append(images("images", shape, samples))
      arrays.append(.bytes("labels", shape: shape, ContiguousArray(samples.lazy.flatMap(\.label.classes))))
    } else {
      for sample in samples {
        let shape = [sample.size.height, sample.size.width]
        arrays.append(images("images/\(sample.id)", shape, CollectionOfOne(sample)))
        arrays.append(.bytes("labels/\(sample.id)", shape: shape, ContiguousArray(sample.label.classes)))
      }
    }
    arrays.append(.shorts("maximum", shape: [samples.count], samples.map(\.image.maximum)))
    arrays.append(.texts("names", samples.map(\.id)))
    arrays.append(.texts("patients", samples.map(\.patient)))
    self.arrays = arrays
  }

  /// The archive piece by piece: a ZIP file whose files are stored as they are.
  public var parts: [ContiguousArray<UInt8>] {
    var (parts, directory): ([ContiguousArray<UInt8>], ContiguousArray<UInt8>) = ([], [])
    var offset = 0
    for array in arrays {
      let (name, content) = (ContiguousArray("\(array.name).npy".utf8), array.content)
      // Version 2.0, names in UTF-8, stored, the first of January 1980: the same content gives the same archive.
      var facts = Self.number(20, 2) + Self.number(0x0800, 2) + Self.number(0, 2) + Self.number(0, 2)
      facts += Self.number(0x21, 2) + Self.number(Int(CRC32.of(content)), 4)
      facts += Self.number(content.count, 4) + Self.number(content.count, 4) + Self.number(name.count, 2)
      let head = Self.number(0x0403_4B50, 4) + facts + Self.number(0, 2) + name
      directory += Self.number(0x0201_4B50, 4) + Self.number(20, 2) + facts + Self.number(0, 12)
      directory += Self.number(offset, 4) + name
      parts += [head, content]
      offset += head.count + content.count
    }
    let end =
      Self.number(0x0605_4B50, 4) + Self.number(0, 4) + Self.number(arrays.count, 2) + Self.number(arrays.count, 2)
      + Self.number(directory.count, 4) + Self.number(offset, 4) + Self.number(0, 2)
    return parts + [directory, end]
  }

  private static func number(_ value: Int, _ bytes: Int) -> ContiguousArray<UInt8> {
    ContiguousArray((0..<bytes).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 })
  }
}
