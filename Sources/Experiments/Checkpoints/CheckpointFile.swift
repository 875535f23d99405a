internal import Files
internal import Foundation
public import Networks

/// The file that an interrupted training goes on from.
public struct CheckpointFile: Sendable {
  /// Where the file is.
  public let path: String
  /// The digest of the training's plan.
  public let plan: String

  /// - Parameters:
  ///   - path: where the file is, or is to be.
  ///   - plan: the digest of the training's plan, 64 hexadecimal digits.
  public init(path: String, plan: String) {
    precondition(
      plan.utf8.count == CheckpointBytes.planLength,
      "a plan's digest has \(CheckpointBytes.planLength) digits, not \(plan.utf8.count)")
    self.path = path
    self.plan = plan
  }

  /// Whether there is a file.
  public var exists: Bool { FileManager.default.fileExists(atPath: path) }

  /// Writes the training as it stands, in place of what was there.
  ///
  /// - Parameters:
  ///   - course: how the training has gone so far.
  ///   - trainer: has the numbers.
  /// - Throws: `StoreError` where the disk refuses; what was there before is as it was.
  public func write(_ course: TrainingCourse, of trainer: Trainer) throws(StoreError) {
    do {
      try FileManager.default.createDirectory(
        at: URL(fileURLWithPath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
      try trainer.withSaved { arrays in
        try AtomicFile.write(parts: CheckpointBytes(plan: plan, course: course, arrays: arrays), to: path)
      }
    } catch {
      throw .notWritten(path: path, reason: (error as? AtomicFile.Fault)?.reason ?? error.localizedDescription)
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
  public func read(into trainer: Trainer, mostSteps most: Int) throws(CheckpointError) -> TrainingCourse {
    let reader = try CheckpointReader(path: path)
    return try trainer.withSaved { arrays throws(CheckpointError) in
      let numbers = arrays.reduce(0) { $0 + $1.count } * MemoryLayout<Float>.stride
      let (steps, points) = try reader.header(of: plan)
      guard (0...most).contains(steps), (0...steps).contains(points) else { throw .damaged(path: path) }
      let course = CheckpointBytes.courseLength(steps: steps, points: points)
      let expected = CheckpointBytes.headerLength + course + numbers + CheckpointBytes.digestLength
      guard reader.length == expected else {
        throw .otherLength(path: path, found: reader.length, expected: expected)
      }
      try reader.checkDigest()
      return try reader.read(steps: steps, points: points, into: arrays)
    }
  }

  /// Removes the file, if there is one.
  public func remove() { try? FileManager.default.removeItem(atPath: path) }
}
