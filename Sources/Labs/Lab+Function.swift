extension Lab {
  /// A function that the learner writes, and what must come out of it.
  public struct FunctionRule: Sendable, Equatable {
    /// The function's name.
    public let name: String
    /// The engine's own function that it is held against; nil where the cases alone count.
    public let reference: Reference?
    /// What inputs are drawn for it; nil where the cases alone count.
    public let generator: Generator?
    /// The lab's own cases.
    public let cases: [FunctionCase]
    /// How far a number may be off, for numbers up to 1; for larger ones that share of them.
    public let tolerance: Double
    /// The function's type as a learner would write it: `(Mask, Mask) -> Double?`; empty where the lab does not say.
    public let signature: String
  }

  /// A function that the engine has too.
  public enum Reference: String, Sendable, CaseIterable {
    /// 2·|A ∩ B| / (|A| + |B|): 1 where both are empty, nothing where the shapes differ.
    case dice
    /// 1 where a label drawn in grey is bright, else 0.
    case binarize
    /// (x − mean) / standard deviation; 0 everywhere where all pixels are the same.
    case normalize
    /// 1 from a level on, else 0.
    case threshold

    /// Its type.
    public var signature: String {
      switch self {
      case .dice: "(Mask, Mask) -> Double?"
      case .binarize: "(Image) -> Mask"
      case .normalize: "(Image) -> Image"
      case .threshold: "(Image, Double) -> Mask"
      }
    }

    /// What can be drawn for it; the first where the lab does not say.
    public var generators: [Generator] {
      switch self {
      case .dice: [.masks]
      case .binarize: [.labels]
      case .normalize: [.pictures, .labels]
      case .threshold: [.probabilities]
      }
    }
  }

  /// What inputs can be drawn.
  public enum Generator: String, Sendable, CaseIterable {
    /// Two masks, now and then empty, the same, or of different shapes.
    case masks
    /// A label drawn in grey, 0 and 255 with soft edges.
    case labels
    /// A picture with intensities from 0 to 255, now and then all the same.
    case pictures
    /// A picture of probabilities, and a level.
    case probabilities
  }

  /// Inputs, and what must come out.
  public struct FunctionCase: Sendable, Equatable {
    /// The values that go in.
    public let given: [FunctionValue]
    /// What comes out.
    public let gives: FunctionValue
    /// Whether learners' own copies of the lab do not have it.
    public var isHidden = false
  }

  /// A value as a lab writes it.
  public enum FunctionValue: Sendable, Equatable {
    /// `0.5`.
    case number(Double)
    /// `[1, 2, 3]`.
    case list([Double])
    /// `[[0, 1], [1, 1]]`: rows of one length.
    case grid(height: Int, width: Int, [Double])
    /// `nothing`: nil, or an error.
    case nothing
  }
}
