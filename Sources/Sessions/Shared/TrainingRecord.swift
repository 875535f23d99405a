internal import Checking
public import Experiments
internal import Synchronization

/// What a judge said of trainings while it worked: which it began, and which came to nothing.
public final class TrainingRecord: Sendable {
  private struct State {
    var begun: Set<String> = []
    var failures: [String: KnownFailure] = [:]
  }

  private let state = Mutex(State())

  /// Nothing was said yet.
  public init() {}

  /// Takes what happened.
  public func note(_ event: LaboratoryEvent) {
    switch event {
    case .run(let run, _): state.withLock { _ = $0.begun.insert(run) }
    case .failed(let run, let failure): state.withLock { $0.failures[run] = failure }
    default: break
    }
  }

  /// The trainings that came to nothing.
  ///
  /// A judge that ended in the middle leaves a word for what it had begun; the store knows better about what it did. Of what it never began it
  /// says nothing: a program may ask for something else each time, and others wait for the same run.
  /// - Parameters:
  ///   - assessment: what came of the text that was judged.
  ///   - experiments: the experiments that were trained; nil for all.
  ///   - runs: the trainings that it was about.
  /// - Returns: why each came to nothing, by digest.
  public func failures(
    in assessment: Assessment, of experiments: Set<String>?, runs: Set<String>
  ) -> [String: KnownFailure] {
    var (begun, failures) = state.withLock { ($0.begun, $0.failures) }
    begun.formIntersection(runs)
    let cells = assessment.report.cells.filter { experiments?.contains($0.id) ?? false }
    if let reason = cells.lazy.flatMap(\.checks).first(where: { $0.verdict == .error })?.message {
      for run in begun where failures[run] == nil { failures[run] = KnownFailure(message: reason, isLearners: false) }
    }
    return failures
  }
}
