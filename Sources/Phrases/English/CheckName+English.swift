extension CheckName {
  var english: String {
    switch self {
    case .holes: "Holes left"
    case .compiles: "Compiler errors"
    case .runs: "Program runs"
    case .shapesFit: "Layers fit together"
    case .shape: "Output shape"
    case .parameters: "Parameters"
    case .budget: "Within the budget"
    case .training: "Training settings"
    case .preparation: "Preprocessing"
    case .function: "Function"
    case .trains: "Network trains"
    case .accuracy: "Accuracy"
    case .dice: "Dice, pooled"
    case .lossFalls: "Loss falls"
    case .beatsBackground: "Better than background everywhere"
    case .ownLabelGain: "How much it knows its own image"
    case .iou: MetricName.iou.english.capitalisedFirst
    case .precision: MetricName.precision.english.capitalisedFirst
    case .recall: MetricName.recall.english.capitalisedFirst
    case .hausdorff95: MetricName.hausdorff95.english.capitalisedFirst
    case .meanDice: MetricName.meanDice.english.capitalisedFirst
    case .answer: "Answer"
    }
  }
}
