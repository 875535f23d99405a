internal import Digests
internal import Foundation

/// What proves that a run in the store was made here: the file `seal` beside its record.
///
/// A store may come with a course folder from somebody else, with numbers that nobody ever measured. The seal is over the run's digest, the
/// bytes of its record, which hold the digest of its weights, and its predictions; who has not the key makes none.
struct RunSeal: Codable {
  private static let currentSchema = "seglab/run-seal/v1"

  private var schema = RunSeal.currentSchema
  /// How many bytes the predictions have.
  let predictionBytes: Int
  /// SHA-256 of the predictions.
  let predictionsDigest: String
  private let seal: String

  /// Seals a run.
  ///
  /// - Parameters:
  ///   - digest: the run's digest.
  ///   - record: the bytes of its record.
  ///   - predictions: its predictions.
  ///   - key: what makes seals.
  init(of digest: String, record: [UInt8], predictions: [UInt8], key: SealKey) {
    predictionBytes = predictions.count
    predictionsDigest = SHA256.hash(data: predictions).hexadecimal
    seal = Self.seal(digest, record, predictionBytes, predictionsDigest, key).hexadecimal
  }

  /// Reads what stands in the file; nil where it is no seal of this form.
  init?(_ bytes: [UInt8]) {
    guard let read = try? JSONDecoder().decode(RunSeal.self, from: Data(bytes)), read.schema == Self.currentSchema,
      read.predictionBytes >= 0
    else { return nil }
    self = read
  }

  /// The bytes of the file.
  var bytes: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    // Strings and a whole number: nothing that JSON could not hold.
    guard let text = try? encoder.encode(self) else { preconditionFailure("a seal that JSON cannot hold") }
    return [UInt8](text)
  }

  /// Whether it is over this run, with this record; the predictions are held against it by themselves.
  func isValid(for digest: String, record: [UInt8], key: SealKey) -> Bool {
    let expected = Self.seal(digest, record, predictionBytes, predictionsDigest, key)
    return SHA256.Digest(hexadecimal: seal).map { expected.equals(Array($0)) } ?? false
  }

  private static func seal(
    _ digest: String, _ record: [UInt8], _ count: Int, _ predictions: String, _ key: SealKey
  ) -> SHA256.Digest {
    key.seal("run", Array(digest.utf8), record, Array("\(count) \(predictions)".utf8))
  }
}
