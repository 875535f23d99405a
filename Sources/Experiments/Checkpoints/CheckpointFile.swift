public import Digests
internal import Files
public import Networks

/// The file that an interrupted training goes on from.
public struct CheckpointFile: Sendable {
  /// Where the file is.
  public let path: String
  /// The digest of the training's plan.
  public let plan: String
  private let key: SealKey

  /// - Parameters:
  ///   - path: where the file is, or is to be.
  ///   - plan: the digest of the training's plan, 64 hexadecimal digits.
  ///   - key: seals what is written, and tells what was written here.
  public init(path: String, plan: String, key: SealKey = .ofThisProcess) {
    precondition(
      plan.utf8.count == CheckpointBytes.planLength,
      "a plan's digest has \(CheckpointBytes.planLength) digits, not \(plan.utf8.count)")
    self.path = path
    self.plan = plan
    self.key = key
  }

  /// Whether there is a file.
  public var exists: Bool { (try? OwnFolder(place.folder))?.facts(of: place.name) != nil }

  private var place: (folder: String, name: String) {
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    return (String(path[..<slash]), String(path[slash...].drop { $0 == "/" }))
  }

  /// Writes the training as it stands, in place of what was there.
  ///
  /// - Parameters:
  ///   - state: how the training has gone so far.
  ///   - trainer: has the numbers.
  /// - Throws: `StoreError` where the disk refuses; what was there before is as it was.
  public func write(_ state: TrainingState, of trainer: Trainer) throws(StoreError) {
    do throws(FileFault) {
      let folder = try OwnFolder(place.folder, for: .making(mode: 0o755))
      try trainer.withSaved { arrays throws(FileFault) in
        try folder.write(
          parts: CheckpointBytes(plan: plan, state: state, arrays: arrays, key: key), as: place.name)
      }
    } catch {
      throw .notWritten(path: path, reason: error.reason)
    }
  }

  /// Gives a trainer the numbers that were written.
  ///
  /// The whole file is checked before any number is changed, and nothing is believed that the plan does not expect.
  /// - Parameters:
  ///   - trainer: made for the same plan; as it was where this throws.
  ///   - most: how many steps the whole training has.
  /// - Returns: how the training has gone so far.
  /// - Throws: `CheckpointError` where the file is not one that this training goes on from.
  public func read(into trainer: Trainer, mostSteps most: Int) throws(CheckpointError) -> TrainingState {
    let reader = try CheckpointReader(path: path, key: key)
    return try trainer.withSaved { arrays throws(CheckpointError) in
      let numbers = arrays.reduce(0) { $0 + $1.count } * MemoryLayout<Float>.stride
      let (steps, points) = try reader.header(of: plan)
      guard (0...most).contains(steps), (0...steps).contains(points) else { throw .damaged(path: path) }
      let state = CheckpointBytes.stateLength(steps: steps, points: points)
      let expected = CheckpointBytes.headerLength + state + numbers + CheckpointBytes.sealLength
      guard reader.length == expected else {
        throw .otherLength(path: path, found: reader.length, expected: expected)
      }
      try reader.checkSeal()
      return try reader.read(steps: steps, points: points, into: arrays)
    }
  }

  /// Removes the file, if there is one.
  public func remove() { (try? OwnFolder(place.folder, for: .writing))?.remove(place.name) }
}
