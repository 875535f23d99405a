internal import Datasets
internal import Digests
public import Foundation
internal import Networks
internal import SegLab
internal import Tensors

/// What a network made of a few validation images while it trained: small pictures, kept with its run.
public struct RunFilm: Codable, Sendable, Equatable {
  /// The most images, pictures of each, and pixels on a side that are kept.
  static let (mostImages, mostFrames, mostSide) = (2, 12, 128)

  /// The images, each with its predictions.
  public internal(set) var images: [Image]
  /// What the first layer looked for at the end; nil where the network does not begin with a convolution.
  public internal(set) var firstLayer: FirstLayer?

  /// One validation image.
  public struct Image: Codable, Sendable, Equatable {
    /// Its name in the set.
    public let name: String
    /// Pixels in a row.
    public let width: Int
    /// Rows.
    public let height: Int
    /// Intensities, 0…255, from the darkest to the brightest.
    public let intensities: Data
    /// The class of each pixel in the label.
    public let label: Data
    /// The predictions, from the first to the last.
    public internal(set) var frames: [Frame]
  }

  /// One prediction.
  public struct Frame: Codable, Sendable, Equatable {
    /// How many steps the training had done.
    public let steps: Int
    /// How many times the training set had been gone through.
    public let epochs: Double
    /// 2·|L ∩ P| / (|L| + |P|) for class 1 on the whole image, before it was made small.
    public let dice: Double
    /// The class of each pixel, as runs of equal ones: class and length, one byte each.
    private let runs: Data

    /// - Parameters:
    ///   - progress: when it was made: steps, and times through the training set.
    ///   - dice: the coefficient on the whole image.
    ///   - classes: the class of each pixel.
    init(after progress: (steps: Int, epochs: Double), dice: Double, classes: [UInt8]) {
      (steps, epochs, self.dice) = (progress.steps, progress.epochs, dice)
      var runs: [UInt8] = []
      for value in classes {
        if runs.count > 1, runs[runs.count - 2] == value, runs[runs.count - 1] < .max {
          runs[runs.count - 1] += 1
        } else {
          runs += [value, 1]
        }
      }
      self.runs = Data(runs)
    }

    /// The class of each pixel.
    public var classes: [UInt8] {
      var classes: [UInt8] = []
      for place in stride(from: runs.startIndex, to: runs.endIndex - 1, by: 2) {
        classes += repeatElement(runs[place], count: Int(runs[place + 1]))
      }
      return classes
    }

    /// How many pixels it has.
    fileprivate var count: Int {
      stride(from: runs.startIndex + 1, to: runs.endIndex, by: 2).reduce(0) { $0 + Int(runs[$1]) }
    }
  }

  /// - Parameter images: the images.
  init(images: [Image]) { self.images = images }

  /// Reads a film.
  ///
  /// - Throws: `DecodingError` where there is more of anything than is kept, or there are not as many pixels as rows and columns say.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    images = try container.decode([Image].self, forKey: .images)
    firstLayer = try container.decodeIfPresent(FirstLayer.self, forKey: .firstLayer)
    func isSound(_ image: Image) -> Bool {
      let sides = 1...Self.mostSide
      guard sides.contains(image.width), sides.contains(image.height) else { return false }
      let count = image.width * image.height
      return image.intensities.count == count && image.label.count == count
        && image.frames.count <= Self.mostFrames && image.frames.allSatisfy { $0.count == count }
    }
    guard images.count <= Self.mostImages, images.allSatisfy(isSound), firstLayer?.isSound != false else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "a film of other sizes than films have"))
    }
  }
}

/// Makes a training's film: looks at a few validation images now and then.
struct FilmMaker {
  private let samples: SplitSamples?
  /// After how many steps it looks, in order.
  private var moments: ArraySlice<Int>
  private let stepsPerEpoch: Double
  private var film = RunFilm(images: [])
  private var labels: [[UInt8]] = []

  /// - Parameters:
  ///   - trainer: what trains.
  ///   - order: what is trained.
  ///   - trainingData: what it is trained on.
  ///   - done: how many steps were done before, by a training that was interrupted.
  init(_ trainer: Trainer, _ order: TrainingRequest, _ trainingData: TrainingData, after done: Int) {
    let images = trainingData.split.training.count
    let all = order.training.steps(on: images)
    stepsPerEpoch = Double(all) / Double(max(1, order.training.epochs))
    moments = Self.moments(of: min(all, order.stepLimit ?? .max), stepsPerEpoch: stepsPerEpoch).drop { $0 <= done }
    // The weights end with the same bits, whether somebody looks on or not.
    guard !trainer.defersUpdates, moments.count > 1 else {
      samples = nil
      return
    }
    let samples = TrainingPreview.samples(of: trainingData, most: RunFilm.mostImages)
    self.samples = samples.count > 0 ? samples : nil
    let step = RunFilm.step(height: samples.shape.dimensions[0], width: samples.shape.dimensions[1])
    labels = (0..<samples.count).map { samples.pixels($0).label }
    let preview = TrainingPreview(samples, classes: labels, epoch: 0)
    film = RunFilm(
      images: preview.images.map { image in
        let (pixels, width, height) = RunFilm.thinned([UInt8](image.intensities), width: image.width, by: step)
        return RunFilm.Image(
          name: image.name, width: width, height: height, intensities: Data(pixels),
          label: Data(RunFilm.thinned([UInt8](image.label), width: image.width, by: step).pixels), frames: [])
      })
  }

  /// After how many steps of all a picture is kept: close together first, when most happens, and at the end of an epoch where a training
  /// has many.
  static func moments(of steps: Int, stepsPerEpoch: Double) -> ArraySlice<Int> {
    guard steps > 0 else { return [] }
    let last = Double(RunFilm.mostFrames - 1)
    let grain = stepsPerEpoch * last <= Double(steps) ? stepsPerEpoch : 1
    var moments: [Int] = []
    for number in 0..<RunFilm.mostFrames {
      let share = (Double(number) / last) * (Double(number) / last).squareRoot()
      let aimed = 1 + share * Double(steps - 1)
      let moment = min(steps, max(1, Int(((aimed / grain).rounded(.up) * grain).rounded())))
      if moment > moments.last ?? 0 { moments.append(moment) }
    }
    return moments[...]
  }

  /// Keeps a picture of each image, where it is time.
  mutating func look(after steps: Int, at trainer: Trainer) {
    guard let samples, let moment = moments.first, steps >= moment else { return }
    moments = moments.drop { $0 <= steps }
    guard let classes = try? trainer.classify(samples), classes.count == film.images.count else { return }
    let width = samples.shape.dimensions[1]
    let step = RunFilm.step(height: samples.shape.dimensions[0], width: width)
    let progress = (steps: steps, epochs: Double(steps) / max(1, stepsPerEpoch))
    for (number, prediction) in classes.enumerated() {
      let small = RunFilm.thinned(prediction, width: width, by: step)
      film.images[number].frames.append(
        RunFilm.Frame(
          after: progress, dice: ConfusionCounts(labels: labels[number], prediction: prediction).dice,
          classes: small.pixels))
    }
  }

  /// The film of a training that is done.
  ///
  /// - Parameters:
  ///   - trainer: what was trained.
  ///   - network: its network.
  /// - Returns: the film; nil where it has not two pictures of an image.
  func finished(_ trainer: Trainer, _ network: NetworkPlan) -> RunFilm? {
    guard let samples, film.images.contains(where: { $0.frames.count > 1 }) else { return nil }
    var film = self.film
    film.firstLayer = FirstLayer(of: trainer, network, on: samples.pixels(0).image)
    return film
  }
}

extension RunFilm {
  /// Which pixels are kept: every first, second, third … of a row, and the same of the rows.
  static func step(height: Int, width: Int) -> Int { max(1, (max(height, width) + mostSide - 1) / mostSide) }

  /// Every so many pixels of every so many rows.
  static func thinned(_ pixels: [UInt8], width: Int, by step: Int) -> (pixels: [UInt8], width: Int, height: Int) {
    let (rows, columns) = (
      stride(from: 0, to: width > 0 ? pixels.count / width : 0, by: step), stride(from: 0, to: width, by: step)
    )
    return (
      rows.flatMap { y in columns.map { pixels[y * width + $0] } }, Array(columns).count, Array(rows).count
    )
  }
}

extension RunFilm {
  /// The name of a film's file in the folder of its run.
  static let fileName = "film.json"
  /// A film's file has at most so many bytes.
  static let mostBytes = 2 << 20
  private static let purpose = "run film"

  /// The bytes of its file: a seal on the first line, then the film.
  func bytes(of run: String, sealedBy key: SealKey) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let text = [UInt8](try encoder.encode(self))
    return Array(key.seal(Self.purpose, Array(run.utf8), text).hexadecimal.utf8) + [UInt8(ascii: "\n")] + text
  }

  /// - Parameters:
  ///   - bytes: what stands in the file.
  ///   - run: the run that it is to be of.
  ///   - key: what made the seal; nil is returned where it did not.
  init?(_ bytes: [UInt8], of run: String, sealedBy key: SealKey) {
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")),
      let seal = SHA256.Digest(hexadecimal: String(decoding: bytes[..<end], as: UTF8.self))
    else { return nil }
    let text = Array(bytes[(end + 1)...])
    guard key.seal(Self.purpose, Array(run.utf8), text).equals(Array(seal)),
      let film = try? JSONDecoder().decode(RunFilm.self, from: Data(text))
    else { return nil }
    self = film
  }
}
