internal import Foundation

/// What getting images costs a training; times in milliseconds.
struct DataReport: Encodable {
  let dataCase: String
  let batch: Int
  let threads: Int
  /// A processor's time for preparing a batch.
  let prepareMS: Spread
  /// A training step whose images are prepared on the way.
  let stepMS: Spread
  /// The same step on images that were prepared before the training.
  let heldStepMS: Spread
  /// The share of the steps' time that passes before their images are there, the first step's included.
  let dataShare: Double

  /// What preparing takes of the time of all processors that train.
  var processorShare: Double { prepareMS.median / (stepMS.median * Double(threads)) }

  /// By how much of itself a step takes longer because images are prepared beside it: waiting, and processors shared.
  var slowdown: Double { stepMS.median / heldStepMS.median - 1 }

  private enum CodingKeys: String, CodingKey {
    case batch, threads, slowdown
    case processorShare = "processor_share"
    case dataCase = "case"
    case prepareMS = "prepare_ms"
    case stepMS = "step_ms"
    case heldStepMS = "held_step_ms"
    case dataShare = "data_share"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(dataCase, forKey: .dataCase)
    try container.encode(batch, forKey: .batch)
    try container.encode(threads, forKey: .threads)
    try container.encode(prepareMS, forKey: .prepareMS)
    try container.encode(stepMS, forKey: .stepMS)
    try container.encode(heldStepMS, forKey: .heldStepMS)
    try container.encode(dataShare, forKey: .dataShare)
    try container.encode(processorShare, forKey: .processorShare)
    try container.encode(slowdown, forKey: .slowdown)
  }

  /// The report for people.
  var text: String {
    """
    \(dataCase), batch \(batch), \(threads) threads
    preparing a batch        \(prepareMS.text)
    training step            \(stepMS.text)
    on prepared images       \(heldStepMS.text)
    waiting for images       \(String(format: "%.2f %% of a training step", dataShare * 100))
    processors' share        \(String(format: "%.1f %%", processorShare * 100))
    longer than without      \(String(format: "%.1f %%", slowdown * 100))
    """
  }
}
