internal import Digests
internal import Networks

/// The bytes of a checkpoint, part after part, so that the numbers of a large network are never copied as a whole.
///
/// A header of fixed length, the state of the training, the arrays of the trainer as they lie in memory, and a seal over all that: an
/// HMAC-SHA256, so that nobody but who has the key can put a training into the store for another to go on with.
/// Whole numbers have 64 bits; all numbers have their lowest byte first.
struct CheckpointBytes: Sequence {
  /// What every checkpoint begins with; the digit is the version of the form.
  static let magic = Array("SEGLAB-CHECKPOINT-2\n".utf8)
  /// How many bytes the header has: the magic words, the plan's digest, and how many steps and validation points follow.
  static let headerLength = magic.count + planLength + 16
  /// What the seal is for.
  static let purpose = "checkpoint"
  /// How many hexadecimal digits name a plan.
  static let planLength = 64
  /// How many bytes the seal at the end has.
  static let sealLength = 32
  /// How many bytes there are besides header, arrays and seal.
  static func stateLength(steps: Int, points: Int) -> Int { steps * 32 + points * 40 + 48 }

  private static let partLength = 1 << 20

  private let parts: [UnsafeRawBufferPointer]
  private let opening: ContiguousArray<UInt8>
  private let key: SealKey

  /// - Parameters:
  ///   - plan: the plan's digest.
  ///   - state: how the training has gone so far.
  ///   - arrays: the trainer's numbers; they must stay where they are while the parts are read.
  ///   - key: what makes the seal.
  init(plan: String, state: TrainingState, arrays: [UnsafeMutableBufferPointer<Float>], key: SealKey) {
    self.key = key
    var opening = ContiguousArray(Self.magic)
    opening += plan.utf8
    opening.add(state.history.count)
    opening.add(state.validation.count)
    for point in state.history {
      opening.add(point.epoch)
      for number in [point.loss, point.accuracy, point.learningRate] { opening.add(number) }
    }
    for point in state.validation {
      opening.add(point.step)
      opening.add(point.epoch)
      for number in [point.loss, point.accuracy, point.dice] { opening.add(number) }
    }
    opening.add(state.best == nil ? 0 : 1)
    opening.add(state.best?.epoch ?? 0)
    opening.add(state.best?.value ?? 0)
    opening.add(state.waited)
    opening.add(state.stoppedEarly ? 1 : 0)
    opening.add(state.seconds)
    self.opening = opening
    parts = arrays.flatMap { array in
      let bytes = UnsafeRawBufferPointer(array)
      return stride(from: 0, to: bytes.count, by: Self.partLength).map { start in
        UnsafeRawBufferPointer(rebasing: bytes[start..<Swift.min(bytes.count, start + Self.partLength)])
      }
    }
  }

  /// The parts in order.
  func makeIterator() -> Iterator { Iterator(bytes: self) }

  /// Goes through the parts, and seals them on its way.
  struct Iterator: IteratorProtocol {
    private let bytes: CheckpointBytes
    private var position = -1
    private var code: HMAC

    fileprivate init(bytes: CheckpointBytes) {
      self.bytes = bytes
      code = bytes.key.code(for: CheckpointBytes.purpose)
    }

    /// The next part; nil after the seal.
    mutating func next() -> ContiguousArray<UInt8>? {
      defer { position += 1 }
      guard position <= bytes.parts.count else { return nil }
      if position == bytes.parts.count { return ContiguousArray(code.finalize()) }
      let part = position < 0 ? bytes.opening : ContiguousArray(bytes.parts[position])
      part.withUnsafeBytes { code.update(bufferPointer: $0) }
      return part
    }
  }
}

extension ContiguousArray<UInt8> {
  fileprivate mutating func add(_ number: Int) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }

  fileprivate mutating func add(_ number: Double) {
    Swift.withUnsafeBytes(of: number.bitPattern.littleEndian) { append(contentsOf: $0) }
  }
}
