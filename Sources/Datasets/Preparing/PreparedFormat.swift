internal import Messages
public import SegLab

/// What images are like, as far as it can be told without looking at a pixel.
public struct PreparedFormat: Sendable, Equatable {
  /// The size of every image; nil where they differ.
  public internal(set) var size: PixelSize?
  /// How many sizes there are.
  var sizes: Int
  /// How many classes the masks tell apart; 256 where they are grey.
  public internal(set) var classCount: Int

  /// Images that are not prepared yet.
  init(size: PixelSize?, sizes: Int, classCount: Int) {
    self.size = size
    self.sizes = sizes
    self.classCount = classCount
  }

  /// What the images of a set are like once they are prepared.
  ///
  /// - Parameters:
  ///   - summary: the set in numbers.
  ///   - preprocessing: the steps; nil leaves images as they are.
  /// - Throws: `PreprocessingProblem` with the line of the step that cannot be done.
  public init(of summary: SetSummary, preparedBy preprocessing: Preprocessing?) throws(PreprocessingProblem) {
    self.init(
      size: summary.sizes.count == 1 ? summary.sizes[0].size : nil, sizes: summary.sizes.count,
      classCount: summary.classShares.count)
    for step in try Preparer.steps(of: preprocessing) { try step.check(&self) }
    guard size != nil else { throw .sizesDiffer(self, preprocessing) }
  }
}

extension PreparedFormat {
  /// What is wrong with a step's own numbers, whatever the images are; nil where nothing is.
  public static func fault(inNumbersOf preprocessing: Preprocessing) -> PreprocessingProblem? {
    guard let steps = try? Preparer.steps(of: preprocessing) else { return nil }
    for step in steps {
      var images = PreparedFormat(size: nil, sizes: 2, classCount: 256)
      do throws(PreprocessingProblem) { try step.check(&images) } catch {
        if case .numberOutOfRange = error.phrase { return error }
      }
    }
    return nil
  }
}

extension PreprocessingProblem {
  /// Nothing brings the images to one size.
  static func sizesDiffer(_ format: PreparedFormat, _ preprocessing: Preprocessing?) -> PreprocessingProblem {
    PreprocessingProblem(.sizesDiffer(sizes: format.sizes), line: preprocessing?.line ?? 0)
  }
}

extension Preprocessing {
  /// Each step as a learner writes it, in order: `Resize(width: 120, height: 112, fit: .pad)`.
  public var written: [String] {
    steps.map { step in
      let known = step as? any FrameStep
      let name = known.map { type(of: $0).title } ?? type(of: step).kind
      return "\(name)(\((known?.writtenNumbers ?? []).joined(separator: ", ")))"
    }
  }
}

extension Preprocessing {
  /// What the preprocessing does, without line numbers, as stable text: part of a run's digest.
  ///
  /// Equal texts prepare images equally; nothing but the kinds of steps, their order and their numbers is in it.
  public var canonicalText: String {
    steps.map { step in
      let numbers = (step as? any FrameStep)?.canonicalNumbers ?? ""
      return type(of: step).kind + (numbers.isEmpty ? "" : " " + numbers)
    }.joined(separator: "\n")
  }
}
