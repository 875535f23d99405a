internal import Files
internal import Foundation
internal import Messages

/// A safetensors file, read: named arrays of numbers.
struct Safetensors {
  /// An array as it stands in the file.
  struct Entry {
    /// What its numbers are, for example `F32`.
    let kind: String
    /// Its shape.
    let shape: [Int]
    /// Where its bytes are, within all.
    let places: Range<Int>
  }

  /// The arrays by name.
  let entries: [String: Entry]
  /// What the file says of itself.
  let metadata: [String: String]
  private let bytes: [UInt8]
  private let path: String

  private static let mostBytes = 8 << 30
  private static let mostHeadBytes = 100_000_000
  /// How many bytes a number takes, of the kinds that are read and of those that may stand beside them.
  private static let widths: [String: Int] = [
    "F64": 8, "I64": 8, "U64": 8, "F32": 4, "I32": 4, "U32": 4, "F16": 2, "BF16": 2, "I16": 2, "U16": 2, "I8": 1,
    "U8": 1,
    "BOOL": 1, "F8_E4M3": 1, "F8_E5M2": 1,
  ]

  private struct Head: Decodable {
    let dtype: String
    let shape: [Int]
    let data_offsets: [Int]
  }

  private enum Part: Decodable {
    case array(Head)
    case metadata([String: String])

    init(from decoder: any Decoder) throws {
      if let head = try? Head(from: decoder) {
        self = .array(head)
      } else {
        self = .metadata(try [String: String](from: decoder))
      }
    }
  }

  /// Reads the file at `path`; nothing of it is believed before it was held against the bytes that are there.
  ///
  /// - Throws: `ExportProblem`.
  init(path: String) throws(ExportProblem) {
    let bytes: [UInt8]
    do { bytes = try FileBytes.read(path, limit: Self.mostBytes) } catch {
      let reason: String =
        switch error {
        case .refused: error.systemReason ?? ""
        case .notAFile: "it is no file"
        case .tooLarge(_, let bytes, let limit): "it has \(bytes) bytes, and at most \(limit) are read"
        }
      throw ExportProblem(.notReadable(path: path, reason: reason))
    }
    func damage(_ damage: WeightsDamage) -> ExportProblem { ExportProblem(.badWeights(path: path, damage: damage)) }
    guard bytes.count >= 8 else { throw damage(.cutShort) }
    let promised = bytes[..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard promised <= UInt64(Self.mostHeadBytes) else { throw damage(.headTooLong(Int(clamping: promised))) }
    let start = 8 + Int(promised)
    guard start <= bytes.count else { throw damage(.cutShort) }
    guard bytes.count > 8, bytes[8] == UInt8(ascii: "{"),
      let parts = try? JSONDecoder().decode([String: Part].self, from: Data(bytes[8..<start]))
    else { throw damage(.headUnreadable) }
    var entries: [String: Entry] = [:]
    var metadata: [String: String] = [:]
    for (name, part) in parts {
      switch part {
      case .metadata(let facts):
        guard name == "__metadata__" else { throw damage(.headUnreadable) }
        metadata = facts
      case .array(let head):
        guard head.data_offsets.count == 2, 0 <= head.data_offsets[0], head.data_offsets[0] <= head.data_offsets[1],
          head.data_offsets[1] <= bytes.count - start
        else { throw damage(.places(array: name)) }
        let places = start + head.data_offsets[0]..<start + head.data_offsets[1]
        var count = 1
        for dimension in head.shape {
          let (product, overflow) = count.multipliedReportingOverflow(by: dimension)
          guard dimension >= 0, !overflow else { throw damage(.length(array: name)) }
          count = product
        }
        guard let width = Self.widths[head.dtype] else { throw damage(.kind(array: name, found: head.dtype)) }
        guard places.count % width == 0, places.count / width == count else { throw damage(.length(array: name)) }
        entries[name] = Entry(kind: head.dtype, shape: head.shape, places: places)
      }
    }
    var end = start
    for (name, entry) in entries.sorted(by: {
      ($0.value.places.lowerBound, $0.key) < ($1.value.places.lowerBound, $1.key)
    }) {
      guard entry.places.lowerBound == end else { throw damage(.places(array: name)) }
      end = entry.places.upperBound
    }
    guard end == bytes.count else { throw damage(.places(array: entries.keys.sorted().last ?? "")) }
    (self.entries, self.metadata, self.bytes, self.path) = (entries, metadata, bytes, path)
  }

  /// The numbers of an array.
  ///
  /// - Throws: `ExportProblem` where they are of a kind that is not read, or one of them is NaN or infinite.
  func numbers(_ name: String) throws(ExportProblem) -> [Float] {
    guard let entry = entries[name] else { throw ExportProblem(.arraysMissing(path: path, missing: [name], found: [])) }
    func values(_ width: Int, _ value: (UInt64) -> Float) -> [Float] {
      stride(from: entry.places.lowerBound, to: entry.places.upperBound, by: width).map { first in
        var bits: UInt64 = 0
        for byte in (0..<width).reversed() { bits = bits << 8 | UInt64(bytes[first + byte]) }
        return value(bits)
      }
    }
    let numbers: [Float]
    switch entry.kind {
    case "F32": numbers = values(4) { Float(bitPattern: UInt32(truncatingIfNeeded: $0)) }
    case "F64": numbers = values(8) { Float(Double(bitPattern: $0)) }
    case "F16": numbers = values(2) { Self.half(UInt16(truncatingIfNeeded: $0)) }
    case "BF16": numbers = values(2) { Float(bitPattern: UInt32(truncatingIfNeeded: $0) << 16) }
    default:
      throw ExportProblem(.badWeights(path: path, damage: .kind(array: name, found: entry.kind)))
    }
    guard numbers.allSatisfy(\.isFinite) else { throw ExportProblem(.arrayNotFinite(path: path, array: name)) }
    return numbers
  }

  /// A number of half precision: a sign, five bits of exponent, ten of fraction.
  private static func half(_ bits: UInt16) -> Float {
    let sign: Float = bits & 0x8000 == 0 ? 1 : -1
    let (exponent, fraction) = (Int(bits >> 10 & 31), Float(bits & 1023))
    switch exponent {
    case 0: return sign * fraction * 0x1p-24
    case 31: return fraction == 0 ? sign * .infinity : .nan
    default: return sign * (1 + fraction / 1024) * Float(sign: .plus, exponent: exponent - 15, significand: 1)
    }
  }
}
