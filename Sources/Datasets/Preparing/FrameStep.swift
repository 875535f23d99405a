public import Messages
internal import SegLab
internal import Tensors

/// How a step of a preparation is done.
protocol FrameStep: PreparationStep {
  /// The step's name as a learner writes it.
  static var title: String { get }
  /// The numbers that decide what the step does, as stable text.
  var canonicalNumbers: String { get }
  /// What stands between the parentheses where a learner writes the step, the numbers that are the usual ones left out.
  var writtenNumbers: [String] { get }
  /// Proves the numbers, and says what images are like afterwards.
  ///
  /// - Throws: `PreparationProblem` with the step's line.
  func check(_ format: inout PreparedFormat) throws(PreparationProblem)
  /// What is done, with `statistics` where the step takes them of the whole set.
  func action(_ statistics: SetStatistics?) -> FrameAction
}

extension FrameStep {
  /// Proves one number.
  func expect(
    _ isFine: Bool, _ name: String, _ found: Double, _ expected: String
  ) throws(PreparationProblem) {
    guard isFine else {
      let phrase = PreparationPhrase.numberOutOfRange(step: Self.title, name: name, found: found, expected: expected)
      throw PreparationProblem(phrase, line: line)
    }
  }

  /// Proves that images are square, because width and height may change places.
  func expectSquare(_ format: PreparedFormat) throws(PreparationProblem) {
    guard let size = format.size else { throw PreparationProblem(.sizesDiffer(sizes: format.sizes), line: line) }
    guard size.width == size.height else {
      throw PreparationProblem(.notSquare(step: Self.title, size: size.description), line: line)
    }
  }

  func check(_ format: inout PreparedFormat) throws(PreparationProblem) {}

  var writtenNumbers: [String] { [] }
}

/// What one step does to a frame.
enum FrameAction {
  /// Changes pixels or the frame's shape; draws from the generator where the step is random.
  case change((inout PreparedFrame, inout SeededGenerator) -> Void)
  /// Moves places; several of these in a row are done at once, so that pixels are mixed only once.
  case move((Int, Int, inout SeededGenerator) -> any PlaceMap)
}

/// Why a preparation cannot be done with a set of images: what is wrong, and on which line of the lab.
public struct PreparationProblem: Error, Equatable, Sendable {
  /// The line in the lab; 0 where no line is to blame.
  public let line: Int
  /// What is wrong, and what to try first.
  public let phrase: PreparationPhrase

  /// - Parameters:
  ///   - phrase: what is wrong, and what to try first.
  ///   - line: the line in the lab; 0 where no line is to blame.
  public init(_ phrase: PreparationPhrase, line: Int) {
    self.phrase = phrase
    self.line = line
  }

  /// The same problem on another line.
  public func moved(to other: Int) -> PreparationProblem { PreparationProblem(phrase, line: other) }
}
