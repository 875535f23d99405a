public import SegLab

extension Preparation {
  /// Each step as a learner writes it, in order: `Resize(width: 120, height: 112, fit: .pad)`.
  public var written: [String] {
    steps.map { step in
      let known = step as? any FrameStep
      let name = known.map { type(of: $0).title } ?? type(of: step).kind
      return "\(name)(\((known?.writtenNumbers ?? []).joined(separator: ", ")))"
    }
  }
}
