public import Messages
internal import SegLab
internal import Tensors

/// How a step of preprocessing is done; nothing of it has a default, so that the compiler asks whoever adds a step.
protocol FrameStep: PreprocessingStep {
  /// The step's name as a learner writes it.
  static var title: String { get }
  /// The numbers that decide what the step does, as stable text.
  var canonicalNumbers: String { get }
  /// What stands between the parentheses where a learner writes the step, the numbers that are the usual ones left out.
  var writtenNumbers: [String] { get }
  /// Proves the numbers, and says what images are like afterwards.
  ///
  /// - Throws: `PreprocessingProblem` with the step's line.
  func check(_ format: inout PreparedFormat) throws(PreprocessingProblem)
  /// What is done, with `statistics` where the step takes them of the whole set.
  func action(_ statistics: SetStatistics?) -> FrameAction
}

extension FrameStep {
  /// Proves one number.
  func expect(
    _ isFine: Bool, _ name: String, _ found: Double, _ expected: String
  ) throws(PreprocessingProblem) {
    guard isFine else {
      let phrase = PreprocessingPhrase.numberOutOfRange(step: Self.title, name: name, found: found, expected: expected)
      throw PreprocessingProblem(phrase, line: line)
    }
  }

  /// Proves that images are square, because width and height may change places.
  func expectSquare(_ format: PreparedFormat) throws(PreprocessingProblem) {
    guard let size = format.size else { throw PreprocessingProblem(.sizesDiffer(sizes: format.sizes), line: line) }
    guard size.width == size.height else {
      throw PreprocessingProblem(.notSquare(step: Self.title, size: size.description), line: line)
    }
  }
}

/// What one step does to a frame.
enum FrameAction {
  /// Changes pixels or the frame's shape; draws from the generator where the step is random.
  case change((inout PreparedFrame, inout SeededGenerator) -> Void)
  /// Moves places; several of these in a row are done at once, so that pixels are mixed only once.
  case move((Int, Int, inout SeededGenerator) -> any PlaceMap)
}

/// Why preprocessing cannot be done with a set of images: what is wrong, and on which line of the lab.
public struct PreprocessingProblem: Error, Equatable, Sendable {
  /// The line in the lab; 0 where no line is to blame.
  public let line: Int
  /// What is wrong, and what to try first.
  public let phrase: PreprocessingPhrase

  /// - Parameters:
  ///   - phrase: what is wrong, and what to try first.
  ///   - line: the line in the lab; 0 where no line is to blame.
  public init(_ phrase: PreprocessingPhrase, line: Int) {
    self.phrase = phrase
    self.line = line
  }

  /// The same problem on another line.
  public func moved(to other: Int) -> PreprocessingProblem { PreprocessingProblem(phrase, line: other) }
}
