internal import Checking
internal import Digests
public import Experiments
public import Files
internal import Foundation
public import Work

/// A judge's work as an item of a store: what many items have in common, and what is this one's.
///
/// Nothing of it says whose work it is: a worker learns what is needed to judge, and no grade.
public struct JudgeOrder: Codable, Sendable {
  /// What items of a kind have in common, kept once for all of them.
  struct Common: Codable, Sendable {
    /// What is asked; of a submission without its text.
    let request: JudgeRequest
    /// The files and folders that were there when it was handed in, and have to be where it is done: where a disk is missing a set would
    /// be, too, and whoever handed in something would be told so.
    let present: [String]

    /// The first of them that is not here: on a disk that this machine has not, or moved away.
    var absent: String? { present.first { !FileManager.default.fileExists(atPath: $0) } }
  }

  /// What it is for, which its label says.
  public enum Purpose: String, Sendable {
    /// A text is judged by what the store of runs has.
    case check
    /// Something is trained.
    case train
    /// A text is judged, and what is missing trained, because training by itself came to nothing.
    case whole
  }

  /// SHA-256 of what it has in common with others.
  let common: String
  /// The text that was handed in; nil where the lab itself is judged.
  let text: String?
  /// Whether what is missing is trained.
  let trains: Bool
  /// The experiments that are looked at, by name; nil for all.
  let experiments: Set<String>?
  /// The trainings that it is about, by digest; where the lab itself is judged nothing else is trained.
  let runs: Set<String>

  /// An item.
  ///
  /// - Parameters:
  ///   - id: what makes it the same as another, part by part.
  ///   - purpose: what it is for.
  ///   - common: as ``WorkStore/keepCommon(_:)`` named what it has in common with others.
  ///   - text: reads the text that was handed in, once the item is written; nil where the lab itself is judged.
  ///   - experiments: the experiments that are looked at; nil for all.
  ///   - runs: the trainings that it is about.
  /// - Returns: the item.
  public static func item(
    id: [String], _ purpose: Purpose, common: String, text: (@Sendable () throws(FileFault) -> String)?,
    experiments: Set<String>? = nil, runs: Set<String> = []
  ) -> WorkItem {
    WorkItem(id: Self.id(id, purpose), label: purpose.rawValue) { () throws(FileFault) in
      let order = JudgeOrder(
        common: common, text: try text?(), trains: purpose != .check, experiments: experiments, runs: runs)
      guard let bytes = try? JSONEncoder.ofReports.encode(order) else {
        preconditionFailure("text that JSON cannot hold")
      }
      return [UInt8](bytes)
    }
  }

  /// The name of an item.
  ///
  /// - Parameters:
  ///   - parts: what makes it the same as another.
  ///   - purpose: what it is for.
  /// - Returns: 64 hexadecimal digits.
  public static func id(_ parts: [String], _ purpose: Purpose) -> String {
    SHA256.hash(parts: [purpose.rawValue] + parts).hexadecimal
  }

  /// What many items have in common, as bytes.
  ///
  /// - Parameter request: asks for one of them.
  /// - Returns: the bytes.
  public static func common(of request: JudgeRequest) -> [UInt8] {
    var request = request
    if case .submission(var submission) = request.question {
      submission.text = ""
      request.question = .submission(submission)
    }
    // What was compiled is made anew where it is missing.
    let places = [request.place.data, request.place.runs]
    let common = Common(request: request, present: places.filter { FileManager.default.fileExists(atPath: $0) })
    let encoder = JSONEncoder.ofReports
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let bytes = try? encoder.encode(common) else { preconditionFailure("text that JSON cannot hold") }
    return [UInt8](bytes)
  }

  /// What is not here that was there where something of a store's was handed in; nil where all of it is.
  ///
  /// - Parameter store: the store.
  /// - Returns: the first such folder.
  public static func absent(in store: WorkStore) -> String? {
    store.commons.lazy.compactMap { try? JSONDecoder.ofReports.decode(Common.self, from: Data($0)).absent }.first
  }

  /// What is asked of a judge.
  ///
  /// - Parameters:
  ///   - common: what this item has in common with others.
  ///   - threads: how many threads train.
  ///   - memory: the most bytes that a training may take here.
  /// - Returns: the request.
  func request(_ common: Common, threads: Int, memory: Int?) -> JudgeRequest {
    var request = common.request
    request.place.threads = threads
    request.place.memory = request.place.memory.map { min($0, memory ?? $0) } ?? memory
    request.options.experiments = experiments
    if text == nil { request.options.onlyRuns = runs }
    if case .submission(var submission) = request.question {
      submission.text = text ?? ""
      submission.trains = trains
      request.question = .submission(submission)
    }
    return request
  }
}

/// What came of a ``JudgeOrder``.
public struct JudgedOrder: Codable, Sendable {
  /// What a text is worth; nil where the lab itself was judged.
  public let assessment: Assessment?
  /// How long it took.
  public let seconds: Double
  /// The trainings that came to nothing, by digest.
  public let failures: [String: KnownFailure]

  /// The same as bytes; nothing where a number is none that JSON can hold.
  var bytes: [UInt8]? { (try? JSONEncoder.ofReports.encode(self)).map { [UInt8]($0) } }

  /// What a store has of an item; nil where nothing is there, or nothing that can be read.
  ///
  /// - Parameter stored: what stands in the store.
  public init?(_ stored: StoredWork) {
    guard case .bytes(let bytes, _) = stored,
      let found = try? JSONDecoder.ofReports.decode(JudgedOrder.self, from: Data(bytes))
    else { return nil }
    self = found
  }

  init(assessment: Assessment?, seconds: Double, failures: [String: KnownFailure]) {
    (self.assessment, self.seconds, self.failures) = (assessment, seconds, failures)
  }
}
