public import Datasets
public import Networks
public import SegLab

/// What is to be trained, and on what.
public struct TrainingRequest: Sendable {
  /// The network, its shapes known to fit.
  public var network: NetworkPlan
  /// The numbers that the learner turned.
  public var training: Training
  /// What is done to images before the network sees them; nil where nothing is.
  public var preprocessing: Preprocessing?
  /// The most steps, where the profile sets a limit.
  public var stepLimit: Int?
  /// The data set, by name.
  public var dataset: String
  /// How the set is divided.
  public var split: Split.Rule
  /// What random numbers start from.
  public var seed: UInt64
  /// How many seconds it should take at most; nil where there is no limit. A longer one is announced, and done all the same.
  public var limitSeconds: Double?
  /// How many seconds it may take at the most: a longer one is not begun, and one that comes to it is ended; nil where there is no limit.
  public var mostSeconds: Double?
  /// Whether the weights are kept with the run, where they are not too large; see ``Laboratory/forgetWeights(of:)``.
  public var keepsWeights = true
  /// Whether the weights are kept however large they are, and the training done again where a run that was found has none.
  public var asksForWeights = false
  /// Whether somebody looks at how weights and gradients lie.
  public var tellsHistograms = false
  /// Whether somebody looks at a few predictions after each epoch.
  public var tellsPreviews = false
  /// The learner's cells that the training comes from, as they stand in the lab.
  public var source: [String] = []
  /// The constant that holds the network: weights that were imported for it are what the training starts from. Nil where none count.
  public var networkName: String?
  /// Where the training was asked for; nil where nobody needs to find it again by name.
  public var origin: RunOrigin?

  /// How many trainings like this one are to be done, this one among them: a sweep takes as long as all of them.
  public var trainings = 1
  /// How many trainings share the machine while this one is done, itself among them: of the time by the clock, so large a part is its own.
  public var sharedBy = 1

  /// - Parameters: the parts, as documented on each property.
  public init(
    network: NetworkPlan, training: Training, preprocessing: Preprocessing? = nil, stepLimit: Int?, dataset: String,
    split: Split.Rule, seed: UInt64, limitSeconds: Double? = nil, mostSeconds: Double? = nil
  ) {
    self.network = network
    self.training = training
    self.preprocessing = preprocessing
    self.stepLimit = stepLimit
    self.dataset = dataset
    self.split = split
    self.seed = seed
    self.limitSeconds = limitSeconds
    self.mostSeconds = mostSeconds
  }
}
