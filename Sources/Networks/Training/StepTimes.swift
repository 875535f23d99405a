/// How long the steps of a training took, and what of it went by before their images were there.
struct StepTimes {
  /// Seconds for all steps.
  var all = 0.0
  /// Seconds in which a step waited for its images, or loaded them itself.
  var data = 0.0

  /// The second as a share of the first; 0 where there was no step.
  var dataShare: Double { all > 0 ? min(1, data / all) : 0 }
}
