internal import Checking
internal import Foundation
internal import Sessions

/// An assessment as a book keeps it: JSON, which says the lab's text over and over, packed to about a seventh.
///
/// Laid out as a byte 1, the length of the JSON in four bytes, the lowest first, and the packed JSON. Books of before hold the JSON as it is.
enum PackedAssessment {
  private static let mark: UInt8 = 1
  /// A longer one is none of ours: 256 MiB.
  private static let most = 1 << 28

  /// The bytes of an assessment.
  static func bytes(of assessment: Assessment) throws -> Data {
    let json = [UInt8](try JSONEncoder.ofReports.encode(assessment))
    guard let packed = Deflate.packed(json) else { return Data(json) }
    return Data([mark] + (0..<4).map { UInt8(json.count >> (8 * $0) & 0xFF) } + packed)
  }

  /// The assessment that bytes are of.
  ///
  /// - Throws: `DecodingError` where they are damaged.
  static func assessment(_ bytes: Data) throws -> Assessment {
    guard bytes.first == mark else { return try JSONDecoder.ofReports.decode(Assessment.self, from: bytes) }
    let size = bytes.dropFirst().prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    guard bytes.count > 5, size <= most, let json = Deflate.unpacked([UInt8](bytes.dropFirst(5)), size: size) else {
      throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "a packed assessment is damaged"))
    }
    return try JSONDecoder.ofReports.decode(Assessment.self, from: Data(json))
  }
}
