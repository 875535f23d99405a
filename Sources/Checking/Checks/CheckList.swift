public import Labs
internal import Messages

extension CheckForms {
  /// All checks that there are, in the order in which authors are told of them.
  public static let all = CheckForms(CheckKey.allCases.map(\.form), simplest: LossFallsCheck.form)
}

extension CheckKey {
  /// How the check behind the key is written: here the compiler asks for the check of a new key.
  fileprivate var form: CheckForm {
    switch self {
    case .shape: OutputShapeCheck.form
    case .parameters: ParametersCheck.form
    case .function: FunctionCheck.form
    case .layers: SettingsCheck.form(self, .layers, like: "{pool1: {window: 2}}")
    case .preprocessing: SettingsCheck.form(self, .preprocessing, like: "{Threshold: {level: 0.5}}")
    case .training: SettingsCheck.form(self, .training, like: "{epochs: \"<= 100\"}")
    case .sweep: SettingsCheck.form(self, .sweep, like: "{learning_rate: {count: \">= 4\", range: \">= 10\"}}")
    case .matches: MatchesCheck.form
    case .otherWays: OtherWays.form
    case .accuracy: AccuracyCheck.form
    case .dice: DiceCheck.form
    case .loss: LossFallsCheck.form
    case .beats: BeatsBackgroundCheck.form
    case .permutationGain: PermutationGainCheck.form
    case .iou: MetricCheck.form(self, .iou)
    case .precision: MetricCheck.form(self, .precision)
    case .recall: MetricCheck.form(self, .recall)
    case .hausdorff95: MetricCheck.form(self, .hausdorff95)
    case .meanDice: MetricCheck.form(self, .meanDice)
    }
  }
}
