public import SegLab
public import Tensors

/// What a lab asks of a network: known before it fits, so that advice leads there.
public struct WantedNetwork: Sendable, Equatable {
  /// The shape of what layers give for one image, by name.
  public var shapes: [String: [Int]]
  /// How many parameters it has; nil where the lab does not say.
  public var parameters: Int?

  /// - Parameters: the parts, as documented on each property.
  public init(shapes: [String: [Int]] = [:], parameters: Int? = nil) {
    self.shapes = shapes
    self.parameters = parameters
  }
}

/// What a network may cost, and what it must fit.
public struct NetworkLimits: Sendable, Equatable {
  /// The most parameters.
  public var parameters: Int
  /// The most bytes of memory that training may take.
  public var bytes: Int
  /// How many images one step looks at.
  public var batchSize: Int
  /// The shape of the images that the network will get, `[height, width, channels]`; nil where it is not known.
  public var images: Shape?
  /// Whether that shape is what preprocessing makes of a data set's images.
  public var imagesArePrepared = false
  /// How many classes the labels have; nil where it is not known.
  public var classes: Int?
  /// What the training will make small; nil where none says yet what the network is for.
  public var loss: Loss?
  /// How the training will follow the gradients.
  public var optimizer: Optimizer
  /// Whether the training cuts long gradients, and so keeps all of them until the last is known.
  public var clips: Bool
  /// Whether the training keeps a copy of the best weights.
  public var keepsBest: Bool
  /// Whether the training lets weights fade, so that no layer follows its gradient by itself.
  public var decays: Bool
  /// The most work of one training step, as ``NetworkCost/work(batchSize:)`` counts it.
  ///
  /// Two cores that other programs used too did 60 to 150 thousand million of its multiply-adds a second in large
  /// layers, and 15 in the slowest, a thin pool of large windows: a step that is let through takes seconds, and no more
  /// than a minute.
  public var work: Int

  /// What the lab says of the network beyond what any must be: of several changes that mend it, the one after which this holds is meant.
  public var wanted = WantedNetwork()

  /// No description holds more layers than this.
  public static let layers = 1_000
  /// No layer reads more layers than this.
  public static let joined = 64
  /// No dimension is larger than this.
  public static let dimension = 1 << 24
  /// No array has more axes than this.
  public static let axes = 6
  /// No layer gives more numbers for an image than this: beyond it even their bytes can hardly be counted.
  public static let numbers = 1 << 40
  /// No name has more signs than this.
  public static let name = 200
  /// After so many messages a network is not looked at any further.
  public static let messages = 100

  /// - Parameters:
  ///   - parameters: the most parameters; 268,435,456 are 1 GiB.
  ///   - bytes: the most bytes of memory that training may take.
  ///   - batchSize: how many images one step looks at.
  ///   - images: the shape of the images that the network will get; nil where it is not known.
  ///   - classes: how many classes the labels have; nil where it is not known.
  ///   - loss: what the training will make small; nil where none says yet what the network is for.
  ///   - optimizer: how the training will follow the gradients.
  ///   - clips: whether the training cuts long gradients.
  ///   - keepsBest: whether the training keeps a copy of the best weights.
  ///   - decays: whether the training lets weights fade.
  ///   - work: the most work of one training step.
  public init(
    parameters: Int = 1 << 28, bytes: Int = 2 << 30, batchSize: Int = 1, images: Shape? = nil, classes: Int? = nil,
    loss: Loss? = .crossEntropy, optimizer: Optimizer = .sgd, clips: Bool = false, keepsBest: Bool = false,
    decays: Bool = false, work: Int = 1 << 40
  ) {
    self.parameters = parameters
    self.bytes = bytes
    self.batchSize = batchSize
    self.images = images
    self.classes = classes
    self.loss = loss
    self.optimizer = optimizer
    self.clips = clips
    self.keepsBest = keepsBest
    self.decays = decays
    self.work = work
  }

  /// These limits for a network that is to be trained so: all that its memory, its work and its output depend on.
  ///
  /// - Parameter training: the numbers; a batch size below 1 counts as 1.
  /// - Returns: the limits, what they allow left as it is.
  public func applied(to training: Training) -> NetworkLimits {
    var limits = self
    limits.batchSize = max(1, training.batchSize)
    (limits.loss, limits.optimizer) = (training.loss, training.optimizer)
    limits.clips = training.clipNorm != nil
    limits.keepsBest = training.keepBest
    limits.decays = training.weightDecay != 0
    return limits
  }

  /// How many channels the network's output may have for the loss; none where the loss contradicts itself.
  var channels: Set<Int> {
    let many = classes.map { Set([$0]) } ?? Set(2...256)
    guard let loss else { return many.union([1]) }
    return loss.parts.reduce(into: many.union([1])) { allowed, part in
      allowed.formIntersection(part.loss.channels(many, classes: classes))
    }
  }
}
