internal import Digests
internal import Files
internal import Networks

/// Reads a checkpoint in pieces, so that the numbers of a large network are never copied as a whole.
final class CheckpointReader {
  /// How many bytes the file has.
  let length: Int
  private let path: String
  private let key: SealKey
  private let file: OpenFile

  private static let pieceLength = 1 << 20

  /// - Parameters:
  ///   - path: the file.
  ///   - key: what made the seal.
  /// - Throws: `CheckpointError` where there is no ordinary file that can be read.
  init(path: String, key: SealKey) throws(CheckpointError) {
    (self.path, self.key) = (path, key)
    // A link is not followed; a pipe or a device could be waited for without end.
    do { file = try OpenFile(path) } catch {
      guard case .refused = error else { throw .notACheckpoint(path: path) }
      throw .notReadable(path: path, reason: error.systemReason ?? "")
    }
    length = file.length
  }

  /// Reads the header, and leaves the file at what follows.
  ///
  /// - Parameter plan: the digest of the plan that it must name.
  /// - Returns: how many steps and how many validation points the file says it has.
  /// - Throws: `CheckpointError` where it is another one's, or none.
  func header(of plan: String) throws(CheckpointError) -> (steps: Int, points: Int) {
    file.seek(to: 0)
    guard length >= CheckpointBytes.headerLength else { throw .notACheckpoint(path: path) }
    var header = Fields(bytes: try piece(CheckpointBytes.headerLength))
    guard header.bytes(CheckpointBytes.magic.count) == CheckpointBytes.magic else { throw .notACheckpoint(path: path) }
    guard header.bytes(CheckpointBytes.planLength) == Array(plan.utf8) else { throw .otherTraining(path: path) }
    return (header.whole(), header.whole())
  }

  /// Compares the seal at the end with that of all bytes before.
  func checkSeal() throws(CheckpointError) {
    file.seek(to: 0)
    var code = key.code(for: CheckpointBytes.purpose)
    var left = length - CheckpointBytes.sealLength
    while left > 0 {
      let bytes = try piece(min(left, Self.pieceLength))
      bytes.withUnsafeBytes { code.update(bufferPointer: $0) }
      left -= bytes.count
    }
    guard code.finalize().equals(try piece(CheckpointBytes.sealLength)) else { throw .damaged(path: path) }
  }

  /// Reads what follows the header.
  ///
  /// - Parameters:
  ///   - steps: how many steps the header names.
  ///   - points: how many validation points it names.
  ///   - arrays: where the numbers go.
  /// - Returns: how the training has gone so far.
  /// - Throws: `CheckpointError` where the system refuses.
  func read(
    steps: Int, points: Int, into arrays: [UnsafeMutableBufferPointer<Float>]
  ) throws(CheckpointError) -> TrainingState {
    file.seek(to: CheckpointBytes.headerLength)
    var fields = Fields(bytes: try piece(CheckpointBytes.stateLength(steps: steps, points: points)))
    var state = TrainingState()
    state.history = (0..<steps).map { step in
      HistoryPoint(
        step: step, epoch: fields.whole(), loss: fields.number(), accuracy: fields.number(),
        learningRate: fields.number())
    }
    state.validation = (0..<points).map { _ in
      ValidationPoint(
        step: fields.whole(), epoch: fields.whole(), loss: fields.number(), accuracy: fields.number(),
        dice: fields.number())
    }
    let hasBest = fields.whole() == 1
    let best = TrainingState.Best(epoch: fields.whole(), value: fields.number())
    state.best = hasBest ? best : nil
    state.waited = fields.whole()
    state.stoppedEarly = fields.whole() == 1
    state.seconds = fields.number()
    for array in arrays {
      let target = UnsafeMutableRawBufferPointer(array)
      var offset = 0
      while offset < target.count {
        let bytes = try piece(min(target.count - offset, Self.pieceLength))
        UnsafeMutableRawBufferPointer(rebasing: target[offset...]).copyBytes(from: bytes)
        offset += bytes.count
      }
    }
    return state
  }

  /// The next `count` bytes, all of them.
  private func piece(_ count: Int) throws(CheckpointError) -> [UInt8] {
    let bytes: [UInt8]
    do { bytes = try file.read(count) } catch { throw .notReadable(path: path, reason: error.systemReason ?? "") }
    guard bytes.count == count else { throw .damaged(path: path) }
    return bytes
  }

  /// Numbers one after the other.
  private struct Fields {
    private let all: [UInt8]
    private var position = 0

    init(bytes: [UInt8]) { all = bytes }

    mutating func bytes(_ count: Int) -> [UInt8] {
      defer { position += count }
      return Array(all[position..<position + count])
    }

    mutating func whole() -> Int { Int(truncatingIfNeeded: word()) }
    mutating func number() -> Double { Double(bitPattern: word()) }

    private mutating func word() -> UInt64 {
      bytes(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
  }
}
