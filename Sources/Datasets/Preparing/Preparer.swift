internal import Imaging
internal import Messages
public import SegLab
internal import Tensors

/// Prepares the images of a set, as a learner wrote it, in any order and from any thread.
///
/// What is drawn for an image depends on seed, epoch and image alone, so that neither threads nor resuming change anything.
public struct Preparer: @unchecked Sendable {
  // Unchecked, because the actions are functions of their arguments and of numbers that never change.

  /// The set.
  public let set: ImageMaskSet
  /// The steps; nil where images stay as they are.
  public let preprocessing: Preprocessing?
  /// The size of every prepared image.
  public let size: PixelSize
  /// How many classes the prepared masks tell apart; 256 where they are still grey.
  public let classCount: Int
  /// The numbers of the whole set that steps take, by the step's place.
  public let setStatistics: [Int: SetStatistics]
  private let steps: [(isRandom: Bool, action: FrameAction)]

  /// Proves that `preprocessing` can be done with the images of `set`, and takes what it needs to know of the training images.
  ///
  /// - Parameters:
  ///   - preprocessing: the steps; nil leaves images as they are.
  ///   - set: the images.
  ///   - training: the images to train on, from which the numbers of the whole set are taken.
  /// - Throws: `PreprocessingProblem` with the line of the step that cannot be done.
  /// - Complexity: linear in the training images' pixels for each `Normalize(.perSet)`; constant otherwise.
  public init(
    _ preprocessing: Preprocessing?, for set: ImageMaskSet, training: [Int]
  ) throws(PreprocessingProblem) {
    var format = PreparedFormat(
      size: set.size, sizes: Set(set.samples.map(\.size)).count, classCount: set.classCount)
    var steps: [(isRandom: Bool, action: FrameAction)] = []
    var all: [Int: SetStatistics] = [:]
    for (number, known) in try Self.steps(of: preprocessing).enumerated() {
      try known.check(&format)
      var statistics: SetStatistics?
      if let normalize = known as? Normalize, normalize.way == .perSet {
        statistics = Self.statistics(of: set, training: training, after: steps)
        all[number] = statistics
      }
      steps.append((type(of: known).isRandom, known.action(statistics)))
    }
    guard let size = format.size else {
      throw .sizesDiffer(format, preprocessing)
    }
    self.set = set
    self.preprocessing = preprocessing
    self.size = size
    self.steps = steps
    setStatistics = all
    classCount = format.classCount
  }

  /// Whether images stay as they are.
  public var changesNothing: Bool { steps.isEmpty }

  /// How many values the masks hold that are not prepared: of grey ones, how many greys.
  ///
  /// - Complexity: linear in the set's pixels.
  public var labelValueCount: Int {
    var isThere = [Bool](repeating: false, count: 256)
    for sample in set.samples {
      for value in sample.label.classes { isThere[Int(value)] = true }
    }
    return isThere.count { $0 }
  }

  /// The most steps of preprocessing.
  public static let mostSteps = 64

  /// How each step of preprocessing is done.
  ///
  /// - Throws: `PreprocessingProblem` where there are too many.
  static func steps(of preprocessing: Preprocessing?) throws(PreprocessingProblem) -> [any FrameStep] {
    guard let preprocessing else { return [] }
    guard preprocessing.steps.count <= mostSteps else {
      throw PreprocessingProblem(
        .tooManySteps(found: preprocessing.steps.count, most: mostSteps), line: preprocessing.line)
    }
    return preprocessing.steps.map { step in
      guard let known = step as? any FrameStep else {
        preconditionFailure(
          "no way is known to do \(type(of: step).kind), one of \(Preprocessing.stepTypes.count) kinds")
      }
      return known
    }
  }

  /// Prepares image `index` for one epoch.
  ///
  /// - Parameters:
  ///   - index: the image's number in the set.
  ///   - epoch: the epoch, for which random steps draw anew; nil leaves random steps out, as for images to be measured.
  ///   - seed: what random steps start from.
  ///   - image: gets the intensities, `[height, width]` of ``size``; overwritten.
  ///   - labels: gets the classes, `[height, width]`; overwritten.
  public func load(
    _ index: Int, epoch: Int?, seed: UInt64, image: UnsafeMutableBufferPointer<Float>,
    labels: UnsafeMutableBufferPointer<UInt8>
  ) {
    precondition(
      image.count == size.count && labels.count == size.count,
      "\(size.count) pixels need as many places, not \(image.count) and \(labels.count)")
    if steps.isEmpty {
      set.image(index, into: image)
      _ = labels.update(fromContentsOf: set.samples[index].label.classes)
      return
    }
    var generator = SeededGenerator(seed: seed)
    if let epoch { generator = generator.derived(UInt64(epoch)).derived(UInt64(index)) }
    let frame = Self.frame(set.samples[index], steps: steps, generator: epoch == nil ? nil : generator)
    _ = image.update(fromContentsOf: frame.image)
    _ = labels.update(fromContentsOf: frame.label)
  }

  /// Image `index` as for measuring, without random steps, and the class of each of its pixels.
  /// - Parameter index: the image's number in the set.
  /// - Returns: what the network reads, and the class of each pixel, both by rows.
  public func pixels(_ index: Int) -> (image: [Float], label: [UInt8]) {
    var (image, label) = ([Float](repeating: 0, count: size.count), [UInt8](repeating: 0, count: size.count))
    image.withUnsafeMutableBufferPointer { image in
      label.withUnsafeMutableBufferPointer { load(index, epoch: nil, seed: 0, image: image, labels: $0) }
    }
    return (image, label)
  }

  /// A sample after all steps; random ones are left out without a generator.
  private static func frame(
    _ sample: LabelledImage, steps: [(isRandom: Bool, action: FrameAction)], generator: SeededGenerator?
  ) -> PreparedFrame {
    var frame = PreparedFrame(
      width: sample.image.width, height: sample.image.height, image: sample.image.intensities,
      label: sample.label.classes)
    var maps: [any PlaceMap] = []
    for (number, step) in steps.enumerated() where !step.isRandom || generator != nil {
      // Each step has a stream of its own: a step that is added at the end changes nothing before it.
      var own = (generator ?? SeededGenerator(seed: 0)).derived(UInt64(number))
      switch step.action {
      case .move(let map): maps.append(map(frame.width, frame.height, &own))
      case .change(let change):
        if !maps.isEmpty { frame.move(maps) }
        maps = []
        change(&frame, &own)
      }
    }
    if !maps.isEmpty { frame.move(maps) }
    return frame
  }

  /// The mean and deviation over all training images, each after the steps so far that are not random.
  private static func statistics(
    of set: ImageMaskSet, training: [Int], after steps: [(isRandom: Bool, action: FrameAction)]
  ) -> SetStatistics {
    var (sum, squares, count) = (0.0, 0.0, 0)
    for index in training {
      let image = frame(set.samples[index], steps: steps, generator: nil).image
      for value in image {
        sum += Double(value)
        squares += Double(value) * Double(value)
      }
      count += image.count
    }
    return SetStatistics(sum: sum, squares: squares, count: count)
  }
}

/// The mean and standard deviation of the intensities of all training images.
public struct SetStatistics: Sendable {
  /// Their mean.
  public let mean: Double
  /// Their standard deviation; 1 where they are all the same.
  public let stddev: Double

  /// The mean and standard deviation of `values`.
  init(of values: [Float]) {
    var (sum, squares) = (0.0, 0.0)
    for value in values {
      sum += Double(value)
      squares += Double(value) * Double(value)
    }
    self.init(sum: sum, squares: squares, count: values.count)
  }

  /// - Parameters:
  ///   - sum: the sum of all values.
  ///   - squares: the sum of their squares.
  ///   - count: how many values there are.
  init(sum: Double, squares: Double, count: Int) {
    mean = sum / Double(max(1, count))
    let variance = max(0, squares / Double(max(1, count)) - mean * mean)
    // An even image has no contrast to be stretched.
    stddev = variance > 1e-12 ? variance.squareRoot() : 1
  }
}
