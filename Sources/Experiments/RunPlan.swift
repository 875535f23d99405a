internal import Digests
internal import Foundation
public import SegLab

/// Everything that decides what a training ends with; equal plans give equal weights, to the bit.
///
/// Names, comments and line numbers are not part of it, nor is the number of threads.
public struct RunPlan: Codable, Sendable, Equatable {
  /// The network without names and lines, as stable text.
  public var network: String
  /// The numbers that the learner turned.
  public var training: Training
  /// The preprocessing, as stable text; nil where there is none, and then no part of the digest. Called as in the records that are kept.
  public var preparation: String?
  /// The most steps, where the profile sets a limit.
  public var stepLimit: Int?
  /// SHA-256 of the weights that it starts from, where they were imported; nil where they are drawn, and then no part of the digest.
  public var start: String?
  /// What random numbers start from.
  public var seed: UInt64
  /// The data set's digest.
  public var data: String
  /// How the set is divided: `image` or `patient`.
  public var split: String
  /// The patients that are only measured on, by name; nil where the set is divided by image, and then no part of the digest.
  public var heldOut: [String]?
  /// The engine's version.
  public var engine: String
  /// The matrix library's version and kernel, with what the user's environment pins.
  public var mathLibrary: String

  /// - Parameters: the parts, as documented on each property.
  public init(
    network: String, training: Training, preparation: String? = nil, stepLimit: Int?, start: String? = nil,
    seed: UInt64, data: String,
    split: String, heldOut: [String]? = nil, engine: String, mathLibrary: String
  ) {
    self.network = network
    self.training = training
    // Where the numbers stand in a lab does not change what comes of them.
    self.training.line = 0
    self.preparation = preparation?.isEmpty == true ? nil : preparation
    self.stepLimit = stepLimit
    self.start = start
    self.seed = seed
    self.data = data
    self.split = split
    self.heldOut = heldOut
    self.engine = engine
    self.mathLibrary = mathLibrary
  }

  /// SHA-256 over the plan, as 64 hexadecimal digits: the run's name in the store.
  public var digest: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Only strings and finite numbers: a plan with others never reaches a run, and an empty digest names none.
    guard let text = try? encoder.encode(self) else { return "" }
    return SHA256.hash(data: text).hexadecimal
  }
}
