public import SegLab

extension Preparation {
  /// What the preparation does, without line numbers, as stable text: part of a run's digest.
  ///
  /// Equal texts prepare images equally; nothing but the kinds of steps, their order and their numbers is in it.
  public var canonicalText: String {
    steps.map { step in
      let numbers = (step as? any FrameStep)?.canonicalNumbers ?? ""
      return type(of: step).kind + (numbers.isEmpty ? "" : " " + numbers)
    }.joined(separator: "\n")
  }
}
