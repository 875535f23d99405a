public import Labs

extension CheckForms {
  /// All checks that there are, in the order in which authors are told of them.
  public static let all = CheckForms(
    [OutputShapeCheck.form, ParametersCheck.form, FunctionCheck.form] + SettingsCheck.forms + [
      MatchesCheck.form, OtherWays.form, AccuracyCheck.form, DiceCheck.form, LossFallsCheck.form,
      BeatsBackgroundCheck.form, PermutationGainCheck.form,
    ] + MetricCheck.forms, simplest: LossFallsCheck.form)
}
