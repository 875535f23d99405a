internal import Messages
internal import Networks
internal import SegLab

/// Writes a training to the disk from time to time, and goes on with one that was interrupted.
struct Checkpoints {
  private let file: CheckpointFile
  private let clock = ContinuousClock()
  private var lastEnd: ContinuousClock.Instant?
  private var lastCost: Duration = .zero
  private var hasFailed = false

  /// Writing takes at most one part in so many of a training's time.
  private static let share = 20

  /// - Parameter file: where the training is written.
  init(file: CheckpointFile) { self.file = file }

  /// A trainer to go on with.
  ///
  /// - Parameters:
  ///   - order: what is to be trained.
  ///   - images: how many images it learns from.
  ///   - watch: told where the training goes on, or why it cannot.
  ///   - make: makes a trainer that has not begun.
  /// - Returns: the trainer with the numbers of the interruption and its state until then; one that has not begun where there is no
  ///   file, or none that can be trusted.
  func resume(
    _ order: TrainingRequest, images: Int, watch: (LaboratoryEvent) -> Void, _ make: () -> Trainer
  ) -> (Trainer, TrainingState) {
    let trainer = make()
    guard file.exists else { return (trainer, TrainingState()) }
    let steps = min(order.training.steps(on: images), order.stepLimit ?? .max)
    do throws(CheckpointError) {
      let state = try file.read(into: trainer, mostSteps: steps)
      watch(.note(Message(CheckpointPhrase.resumed(step: state.steps, steps: steps))))
      watch(.checkpoint(step: state.steps))
      return (trainer, state)
    } catch {
      watch(.note(Message(error.phrase)))
      // A file that broke off while it was read has left some numbers behind.
      return (make(), TrainingState())
    }
  }

  /// Writes the training, unless the last writing took so long that it is too early.
  ///
  /// A training goes on where the disk refuses; that is told once.
  ///
  /// - Parameters:
  ///   - state: how the training has gone so far.
  ///   - trainer: has the numbers.
  ///   - isLast: whether it is never too early, because the training ends here.
  ///   - watch: told that it is written, or where the disk refuses.
  mutating func write(
    _ state: TrainingState, of trainer: Trainer, isLast: Bool, watch: (LaboratoryEvent) -> Void
  ) {
    let start = clock.now
    if !isLast, let lastEnd, start - lastEnd < lastCost * Self.share { return }
    do throws(StoreError) {
      try file.write(state, of: trainer)
      watch(.checkpoint(step: state.steps))
    } catch {
      if !hasFailed, case .notWritten(let path, let reason) = error {
        watch(.note(Message(CheckpointPhrase.notWritten(path: path, reason: reason))))
      }
      hasFailed = true
    }
    lastEnd = clock.now
    lastCost = clock.now - start
  }
}
