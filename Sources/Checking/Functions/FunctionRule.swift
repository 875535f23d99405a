/// A function that the learner writes, and what must come out of it.
struct FunctionRule: Sendable, Equatable {
  /// The function's name.
  let name: String
  /// The engine's own function that it is held against; nil where the cases alone count.
  let reference: Reference?
  /// What inputs are drawn for it; nil where the cases alone count.
  let generator: Generator?
  /// The lab's own cases.
  let cases: [Case]
  /// How far a number may be off, for numbers up to 1; for larger ones that share of them.
  let tolerance: Double
  /// The function's type as a learner would write it: `(Mask, Mask) -> Double?`; empty where the lab does not say.
  let signature: String

  /// How many of the cases learners' own copies of the lab do not have.
  var hiddenCases: Int { cases.count(where: \.isHidden) }

  /// A function that the engine has too.
  enum Reference: String, Sendable, CaseIterable {
    /// 2·|A ∩ B| / (|A| + |B|): 1 where both are empty, nothing where the shapes differ.
    case dice
    /// 1 where a label drawn in grey is bright, else 0.
    case binarize
    /// (x − mean) / standard deviation; 0 everywhere where all pixels are the same.
    case normalize
    /// 1 from a level on, else 0.
    case threshold

    /// Its type.
    var signature: String {
      switch self {
      case .dice: "(Mask, Mask) -> Double?"
      case .binarize: "(Image) -> Mask"
      case .normalize: "(Image) -> Image"
      case .threshold: "(Image, Double) -> Mask"
      }
    }

    /// What can be drawn for it; the first where the lab does not say.
    var generators: [Generator] {
      switch self {
      case .dice: [.masks]
      case .binarize: [.labels]
      case .normalize: [.pictures, .labels]
      case .threshold: [.probabilities]
      }
    }
  }

  /// What inputs can be drawn.
  enum Generator: String, Sendable, CaseIterable {
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
  struct Case: Sendable, Equatable {
    /// The values that go in.
    let given: [Value]
    /// What comes out.
    let gives: Value
    /// Whether learners' own copies of the lab do not have it.
    var isHidden = false
  }

  /// A value as a lab writes it.
  enum Value: Sendable, Equatable {
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
