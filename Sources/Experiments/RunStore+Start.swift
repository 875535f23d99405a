internal import Digests
internal import Files
internal import Foundation

/// Weights that a network of a lab starts from, in place of numbers drawn at random: they were imported.
public struct StartingWeights: Sendable {
  /// SHA-256 of the numbers, as 64 hexadecimal digits: part of the plan of every run that starts from them.
  public let digest: String
  /// The network that they are of, as its canonical text.
  public let network: String
  /// The numbers, as ``RunStore/weights(of:)`` has them.
  public let bytes: [UInt8]

  /// - Parameters:
  ///   - network: the canonical text of the network that they are of.
  ///   - bytes: the numbers of all arrays of the network, one after the other.
  public init(network: String, bytes: [UInt8]) {
    (self.network, self.bytes) = (network, bytes)
    digest = SHA256.hash(data: bytes).hexadecimal
  }
}

extension RunStore {
  /// What stands before the numbers in a file of weights to start from.
  private struct Head: Codable {
    static let currentSchema = "seglab/starting-weights/v1"
    var schema = Head.currentSchema
    let network: String
    let digest: String
    let seal: String
  }

  private static let startSuffix = ".start"
  private static let mostHeadBytes = 8 << 20

  /// Keeps what a network of a lab starts from, in place of what was kept for it before.
  ///
  /// - Parameters:
  ///   - weights: the weights.
  ///   - lab: the lab, by id.
  ///   - network: the constant that holds the network.
  /// - Throws: `StoreError` where the disk refuses.
  public func keep(_ weights: StartingWeights, for lab: String, network: String) throws(StoreError) {
    let head = Head(
      network: weights.network, digest: weights.digest, seal: seal(of: weights, lab, network).hexadecimal)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Strings: nothing that JSON could not hold.
    guard let text = try? encoder.encode(head) else { preconditionFailure("a head that JSON cannot hold") }
    do throws(FileFault) {
      let store = try OwnFolder(folder.path, for: .making(mode: 0o755))
      try store.write(
        parts: [ContiguousArray(text + [UInt8(ascii: "\n")]), ContiguousArray(weights.bytes)],
        as: Self.startName(lab, network))
    } catch {
      throw .notWritten(path: error.path, reason: error.reason)
    }
  }

  /// What a network of a lab starts from.
  ///
  /// - Parameters:
  ///   - lab: the lab, by id.
  ///   - network: the constant that holds the network.
  /// - Returns: nil where nothing was imported for it here, or the file is damaged.
  public func start(for lab: String, network: String) -> StartingWeights? {
    let name = Self.startName(lab, network)
    guard let store = try? OwnFolder(folder.path), store.facts(of: name)?.kind == .file,
      let all = try? store.read(name, limit: Self.largestWeightBytes + Self.mostHeadBytes),
      let end = all.prefix(Self.mostHeadBytes).firstIndex(of: UInt8(ascii: "\n")),
      let head = try? JSONDecoder().decode(Head.self, from: Data(all[..<end])), head.schema == Head.currentSchema
    else { return nil }
    let weights = StartingWeights(network: head.network, bytes: Array(all[(end + 1)...]))
    // A course folder from somebody else may bring a trained network along.
    guard weights.digest == head.digest, let written = SHA256.Digest(hexadecimal: head.seal),
      seal(of: weights, lab, network).equals(Array(written))
    else { return nil }
    return weights
  }

  /// Lets a network of a lab start from numbers drawn at random again.
  ///
  /// - Parameters:
  ///   - lab: the lab, by id.
  ///   - network: the constant that holds the network.
  /// - Returns: whether there was something to forget.
  public func forgetStart(for lab: String, network: String) -> Bool {
    (try? OwnFolder(folder.path, for: .writing))?.remove(Self.startName(lab, network)) ?? false
  }

  private func seal(of weights: StartingWeights, _ lab: String, _ network: String) -> SHA256.Digest {
    key.seal(
      "starting-weights", Array(lab.utf8), Array(network.utf8), Array(weights.network.utf8),
      Array(weights.digest.utf8))
  }

  private static func startName(_ lab: String, _ network: String) -> String {
    SHA256.hash(data: "\(lab.utf8.count) \(lab) \(network)".utf8).hexadecimal + startSuffix
  }
}
