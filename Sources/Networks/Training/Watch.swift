internal import SegLab

/// Tells from what is measured after each epoch which one was the best, and when to end.
struct Watch {
  private let metric: EarlyStopping.Metric
  private let minimumChange: Double
  private let patience: Int

  /// - Parameter training: says what to watch; nil results where it asks for nothing.
  init?(_ training: Training) {
    guard training.keepBest || training.earlyStopping != nil else { return nil }
    metric = training.earlyStopping?.metric ?? .loss
    minimumChange = training.earlyStopping?.minimumChange ?? 0
    patience = training.earlyStopping?.patience ?? .max
  }

  /// Takes a point into account.
  ///
  /// - Parameters:
  ///   - point: what was measured.
  ///   - course: how the training has gone; told of the best epoch, and whether to end.
  /// - Returns: whether this epoch is the best so far.
  func note(_ point: ValidationPoint, in course: inout TrainingCourse) -> Bool {
    course.validation.append(point)
    let value =
      switch metric {
      case .loss: point.loss
      case .dice: point.dice
      }
    let isBetter =
      switch (course.best, metric) {
      case (nil, _): true
      case (let best?, .loss): value < best.value - minimumChange
      case (let best?, .dice): value > best.value + minimumChange
      }
    if isBetter {
      course.best = TrainingCourse.Best(epoch: point.epoch, value: value)
      course.waited = 0
    } else {
      course.waited += 1
      course.stoppedEarly = course.waited >= patience
    }
    return isBetter
  }
}
