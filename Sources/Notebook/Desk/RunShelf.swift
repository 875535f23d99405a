internal import Courses
internal import Datasets
internal import Digests
internal import Experiments
internal import Exports
internal import Files
internal import Foundation
internal import Imaging
internal import Labs
internal import Messages
internal import Networks
internal import SegLab
internal import Tensors
internal import Workbench

/// The runs that a lab's experiments came to, and their networks, to look at images once more.
struct RunShelf: Sendable {
  private let folder: CourseFolder
  private let runs: RunStore

  /// So many runs are shown of one experiment, the latest first.
  private static let mostRuns = 24
  /// As many points as a curve on a page can show.
  private static let mostPoints = 200
  /// So many validation images are looked at with a threshold.
  private static let mostImages = 4
  /// The most bytes of an image that is dropped.
  static let mostImageBytes = 32 << 20

  /// - Parameter folder: the course folder.
  init(of folder: CourseFolder) {
    self.folder = folder
    runs = RunStore(folder: folder.runs, key: SealKey.ofUser().key)
  }

  /// One run, as it stands beside others.
  struct Run: Codable, Sendable {
    let digest: String
    /// When it ended, in seconds since 1970.
    let ended: Double
    let epochs: Int
    let loss: Double
    let accuracy: Double
    let dice: Double
    /// What decided it, by name: settings of the training, what was done to the images.
    let settings: [String: String]
    /// The learner's cells that it came from.
    let source: String
    /// Step and loss, thinned.
    let losses: [[Double]]
    /// Step and accuracy, thinned.
    let accuracies: [[Double]]
    /// Whether its network can look at images once more.
    let hasWeights: Bool
  }

  /// The runs that an experiment came to.
  func runs(of experiment: String, lab: String) -> [Run] {
    let origin = RunOrigin(lab: lab, experiment: experiment)
    let found = runs.digests.prefix(2000).compactMap {
      digest -> (record: RunRecord, digest: String, names: RunNames)? in
      guard let names = runs.names(of: digest).first(where: { $0.origin == origin }),
        case .run(let record, _) = runs.find(digest)
      else { return nil }
      return (record, digest, names)
    }
    return found.sorted { ($1.record.ended, $0.digest) < ($0.record.ended, $1.digest) }.prefix(Self.mostRuns)
      .map { run($0.record, $0.digest, $0.names) }
  }

  private func run(_ record: RunRecord, _ digest: String, _ names: RunNames) -> Run {
    let training = record.plan.training
    var settings = [
      "learningRate": "\(training.learningRate)", "epochs": "\(training.epochs)", "batchSize": "\(training.batchSize)",
      "optimizer": "\(training.optimizer)", "loss": "\(training.loss)",
      "schedule": training.schedule.map { "\($0)" } ?? "",
      "seed": "\(record.plan.seed)", "split": record.plan.split,
    ]
    if let limit = record.plan.stepLimit { settings["steps"] = "\(limit)" }
    settings["preparation"] = record.plan.preparation ?? ""
    let history = record.history.filter { $0.loss.isFinite && $0.accuracy.isFinite }
    let stride = max(1, history.count / Self.mostPoints)
    let points = history.enumerated().filter { $0.offset.isMultiple(of: stride) || $0.offset == history.count - 1 }
      .map(\.element)
    return Run(
      digest: digest, ended: record.ended, epochs: record.epochs, loss: record.metrics.loss,
      accuracy: record.metrics.accuracy, dice: record.metrics.dice, settings: settings,
      source: names.source.joined(separator: "\n"), losses: points.map { [Double($0.step), $0.loss] },
      accuracies: points.map { [Double($0.step), $0.accuracy] }, hasWeights: runs.weightBytes(of: digest) != nil)
  }

  // MARK: Looking at images

  /// What a network makes of one image.
  struct Look: Codable, Sendable {
    let name: String
    let width: Int
    let height: Int
    /// Intensities, a byte a pixel.
    let image: Data
    /// The class of each pixel in the label; nil where nobody drew one.
    let label: Data?
    /// The probability of class 1, a byte a pixel.
    let probabilities: Data
  }

  /// What a run's network makes of a few of its validation images, those with most to be seen; empty where its weights or images are not
  /// at hand.
  func looks(of digest: String) -> [Look] {
    guard let (network, images) = network(of: digest) else { return [] }
    let covers = (0..<min(images.measuring.count, 64)).map { index in
      (index: index, pixels: images.measuring.pixels(index).label.count { $0 == 1 })
    }
    let chosen = covers.sorted { ($1.pixels, $0.index) < ($0.pixels, $1.index) }.prefix(Self.mostImages)
    return chosen.compactMap { look(network, at: images.measuring, $0.index, hasLabel: true) }
  }

  /// What a run's network makes of an image of the learner's own.
  ///
  /// - Parameters:
  ///   - digest: the run.
  ///   - bytes: a PNG, JPEG or DICOM file.
  ///   - name: what it is called.
  /// - Returns: what it makes of it; nil where the weights are not at hand.
  /// - Throws: `ImagingError` where the file cannot be read.
  func look(of digest: String, at bytes: [UInt8], name: String) throws(ImagingError) -> Look? {
    guard let (network, images) = network(of: digest), let size = images.preparer.set.size,
      let place = try? PrivateFolder.temporary()
    else { return nil }
    let plain = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") }.suffix(60)
    guard let path = try? place.write(bytes, as: "dropped-\(plain)", mode: 0o600) else { return nil }
    let decoder = DICOMDecoder(program: Toolchain.beside(DICOMDecoder.programName))
    let read = try ImageFile(decoder: decoder).image(at: path)
    let image = read.resized(width: size.width, height: size.height)
    let blank = Mask(
      width: size.width, height: size.height, classes: [UInt8](repeating: 0, count: size.width * size.height))
    let set = images.preparer.set
    // The set's own images stay: some preparations take numbers from all of them.
    let whole = ImageMaskSet(
      name: set.name, classCount: set.classCount,
      samples: set.samples + [LabelledImage(id: name, patient: "", image: image, label: blank)])
    guard
      let preparer = try? Preparer(images.preparer.preprocessing, for: whole, training: images.split.training)
    else { return nil }
    return look(
      network, at: SplitSamples(preparer, indices: [whole.count - 1], seed: 0), 0, hasLabel: false)
  }

  private func network(of digest: String) -> (NetworkAtWork, RunImages)? {
    guard let run = try? ExportedRun(digest, in: runs), let images = run.images(in: folder.sets),
      let weights = try? run.weights(in: runs), let network = NetworkAtWork(run, weights: weights)
    else { return nil }
    return (network, images)
  }

  private func look(_ network: NetworkAtWork, at samples: SplitSamples, _ index: Int, hasLabel: Bool) -> Look? {
    guard let scores = network.scores(of: samples, index) else { return nil }
    let (image, label) = samples.pixels(index)
    return Look(
      name: samples.name(index), width: samples.shape.dimensions[1], height: samples.shape.dimensions[0],
      image: Data(Shades.stretched(image)), label: hasLabel ? Data(label) : nil,
      probabilities: Data(scores.map { Shades.byte($0 * 255) }))
  }

}
