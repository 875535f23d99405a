internal import Networks

/// Trainings that do not depend on one another: two alike at a time, with half of the threads each, where that is faster than one after the
/// other with all of them.
///
/// Whoever asks for them gets one after the other, in order. What happens in one that was begun beside another is told once it is asked for:
/// what happened so far, then the rest as it happens. Weights are the same bits either way.
public final class SideBySide {
  /// A training that will be asked for.
  public struct Upcoming: Sendable {
    /// What is to be trained.
    let request: TrainingRequest
    /// Bytes of memory that it takes at most.
    let bytes: Int
    /// How many multiply-adds a step takes.
    let stepWork: Int

    /// - Parameters: the parts, as documented on each property.
    public init(_ request: TrainingRequest, bytes: Int, stepWork: Int) {
      (self.request, self.bytes, self.stepWork) = (request, bytes, stepWork)
    }
  }

  /// Of a training that the store does not have: what makes it the same as another, and how much there is to do.
  private struct Open {
    let digest: String
    let work: Double
  }

  private let laboratory: Laboratory
  private let upcoming: [Upcoming]
  private let mostBytes: Int
  private let open: [Int: Open]
  /// The trainings that were begun or asked for.
  private var begun: Set<Int> = []
  /// The training that was begun before anybody asked for it.
  private var ahead: (number: Int, training: AheadTraining)?

  /// More weights (of 16 MiB) pass between memory and processor in every step: two trainings at a time wait for the same memory.
  public static let mostWeights = 4 << 20
  /// Of two trainings the shorter is at least such a share of the longer: what is left of that has half of the threads.
  private static let leastShare = 0.8

  /// - Parameters:
  ///   - laboratory: trains.
  ///   - upcoming: what will be asked for, in order.
  ///   - mostBytes: how much memory trainings may take that are done at a time.
  public init(_ laboratory: Laboratory, _ upcoming: [Upcoming], mostBytes: Int) {
    (self.laboratory, self.upcoming, self.mostBytes) = (laboratory, upcoming, mostBytes)
    guard laboratory.threads > 1, !laboratory.trainsNothing, upcoming.count > 1 else {
      open = [:]
      return
    }
    var open: [Int: Open] = [:]
    for (number, one) in upcoming.enumerated() where one.request.network.weights <= Self.mostWeights {
      guard let (digest, steps) = laboratory.missing(one.request) else { continue }
      open[number] = Open(digest: digest, work: Double(one.stepWork) * Double(steps))
    }
    self.open = open
  }

  deinit { end() }

  /// Calls off what nobody asked for yet; it goes on from its last checkpoint the next time.
  public func end() {
    ahead?.training.callOff()
    ahead = nil
  }

  /// Trains, or finds the run that did the same before; as ``Laboratory/train(_:watch:)``.
  ///
  /// - Parameters:
  ///   - number: which of those that were announced it is.
  ///   - request: the same with what is known now of how long it may take.
  ///   - watch: told of what happens on the way.
  /// - Returns: the run, and whether it was found in the store.
  /// - Throws: `LaboratoryError`.
  public func train(
    _ number: Int, _ request: TrainingRequest, watch: (LaboratoryEvent) -> Void
  ) throws(LaboratoryError) -> FinishedRun {
    begun.insert(number)
    if let own = ahead, own.number == number {
      ahead = nil
      // One that has long to go leaves half of the threads to the next.
      if own.training.isInFirstHalf { beginNext(after: number, request) }
      return try own.training.finish(watch: watch)
    }
    guard ahead == nil, beginNext(after: number, request) else { return try laboratory.train(request, watch: watch) }
    return try half.train(request.besideAnother, watch: watch)
  }

  private var half: Laboratory { laboratory.with(threads: max(1, laboratory.threads / 2)) }

  /// Begins the next training that is to be done, where it can be done beside the one of this number.
  ///
  /// - Returns: whether it was begun.
  @discardableResult private func beginNext(after number: Int, _ request: TrainingRequest) -> Bool {
    guard let own = open[number], let next = open.keys.filter({ $0 > number && !begun.contains($0) }).min(),
      let other = open[next], other.digest != own.digest,
      min(own.work, other.work) >= Self.leastShare * max(own.work, other.work),
      upcoming[number].bytes.addingReportingOverflow(upcoming[next].bytes).partialValue <= mostBytes,
      upcoming[number].bytes <= mostBytes, upcoming[next].bytes <= mostBytes
    else { return false }
    begun.insert(next)
    var order = upcoming[next].request.besideAnother
    // Those of one sweep share what is left of its time.
    if order.origin == request.origin { order.mostSeconds = request.mostSeconds }
    ahead = (next, AheadTraining(order, in: half))
    return true
  }
}

extension TrainingRequest {
  /// The same beside another training, with half of the threads: half of its time is the other's.
  fileprivate var besideAnother: TrainingRequest {
    var request = self
    request.sharedBy *= 2
    return request
  }
}

extension NetworkPlan {
  /// How many weights it has.
  fileprivate var weights: Int { computedLayers.flatMap(\.arrays).reduce(0) { $0 + $1.count } }
}
