internal import Foundation
internal import Networks

/// A training on a thread of its own, begun before anybody asks for it.
final class AheadTraining: @unchecked Sendable {
  // Unchecked, because `lock` guards all that changes.

  private let lock = NSCondition()
  private var events: [LaboratoryEvent] = []
  private var result: Result<FinishedRun, LaboratoryError>?
  private var isCalledOff = false
  /// How much of its steps is done, from 0 to 1.
  private var share = 0.0

  /// Begins at once.
  ///
  /// - Parameters:
  ///   - request: what to train.
  ///   - laboratory: trains it.
  init(_ request: TrainingRequest, in laboratory: Laboratory) {
    let thread = Thread { [self] in
      var laboratory = laboratory
      laboratory.isCalledOff = { [self] in lock.withLock { isCalledOff } }
      do throws(LaboratoryError) {
        end(.success(try laboratory.train(request) { tell($0) }))
      } catch {
        end(.failure(error))
      }
    }
    thread.name = "seglab training"
    thread.start()
  }

  /// Whether it has more than half of its way before it.
  var isInFirstHalf: Bool { lock.withLock { result == nil && share < 0.5 } }

  private func tell(_ event: LaboratoryEvent) {
    lock.withLock {
      if case .step(let progress) = event { share = Double(progress.stepsDone) / Double(max(1, progress.steps)) }
      events.append(event)
      lock.broadcast()
    }
  }

  private func end(_ result: Result<FinishedRun, LaboratoryError>) {
    lock.withLock {
      self.result = result
      lock.broadcast()
    }
  }

  /// What comes of it, once it is done.
  ///
  /// - Parameter watch: told of what happened so far, and of what happens until then.
  /// - Returns: the run.
  /// - Throws: `LaboratoryError`.
  func finish(watch: (LaboratoryEvent) -> Void) throws(LaboratoryError) -> FinishedRun {
    while true {
      let (news, result) = lock.withLock {
        while events.isEmpty, self.result == nil { lock.wait() }
        defer { events = [] }
        return (events, self.result)
      }
      for event in news { watch(event) }
      if let result { return try result.get() }
    }
  }

  /// Ends it with its next step, and waits for that.
  func callOff() {
    lock.withLock {
      isCalledOff = true
      while result == nil { lock.wait() }
    }
  }
}
