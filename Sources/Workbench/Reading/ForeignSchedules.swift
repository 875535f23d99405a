internal import Messages
internal import SegLab

/// A learning rate that changes, as other libraries write it: `learningRate: CosineDecay(0.01, 1000)`, `schedule: StepLR(optimizer, step_size=30)`.
enum ForeignSchedules {
  /// What such a call takes, in its order, and how it is written here.
  private struct Form: Sendable {
    let names: [String]
    /// The labels of what it takes, each with the other names that one has.
    let labels: [[String]]
    let written: @Sendable ([String?]) -> String?
  }

  private static let rate = ["initiallearningrate", "learningrate", "lr", "baselr"]
  private static let forms = [
    Form(names: ["cosinedecay"], labels: [rate, ["decaysteps", "steps"], ["alpha"]]) { values in
      values[1].map { ".cosine(steps: \($0)\(values[2].map { ", final: \($0)" } ?? ""))" }
    },
    // PyTorch counts epochs where steps are counted here: how many these are is the learner's to say.
    Form(names: ["cosineannealinglr", "cosineannealing"], labels: [["optimizer"]]) { _ in ".cosine(steps: .FIXME)" },
    Form(
      names: ["exponentialdecay"], labels: [rate, ["decaysteps", "steps"], ["decayrate", "rate"], ["staircase"]]
    ) { values in
      guard let steps = values[1], let factor = values[2] else { return nil }
      return ".exponential(rate: \(factor), steps: \(steps), staircase: \(values[3]?.lowercased() == "true"))"
    },
    Form(names: ["steplr", "stepdecay"], labels: [["optimizer"], ["stepsize", "every"], ["gamma", "factor"]]) {
      ".step(every: .FIXME, factor: \($0[2] ?? "0.1"))"
    },
  ]
  private static let homes: Set<String> = ["learningrate", "lr", "schedule", "scheduler", "lrschedule", "lrscheduler"]

  /// What is found, one a training.
  static func slips(in text: CellText) -> [Slip] {
    text.tokens.indices.compactMap { index -> Slip? in
      guard let call = Call(openingAt: index, in: text), call.isOnOneLine,
        let form = forms.first(where: { $0.names.contains(call.name.plainName) }),
        text.sees(":", at: call.range.lowerBound - 1) || text.sees("=", at: call.range.lowerBound - 1),
        let label = text[at: call.range.lowerBound - 2], homes.contains(label.text.plainName)
      else { return nil }
      let values = form.labels.enumerated().map { position, names -> String? in
        let named = call.arguments.first { argument in
          argument.label.map { names.contains($0.plainName) } ?? false
        }
        let bare = call.arguments.indices.contains(position) && call.arguments[position].label == nil
        return (named ?? (bare ? call.arguments[position] : nil)).map { text.text($0.value) }
      }
      guard let schedule = form.written(values) else { return nil }
      let first = form.labels[0] == rate ? values[0] : nil
      let made = (first.map { "learningRate: \($0), " } ?? "") + "schedule: \(schedule)"
      return Slip(
        label, .foreignCall(found: text.text(call.range), ours: "schedule: \(schedule)"),
        [text.replace((call.range.lowerBound - 2)...call.range.upperBound, by: made)])
    }
  }
}
