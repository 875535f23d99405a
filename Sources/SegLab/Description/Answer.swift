/// Everything a learner's program hands to the engine: its networks, trainings and preparations by the names of their constants.
public struct Answer: Codable, Sendable {
  /// Names and versions this form of description.
  public static let schema = "seglab/answer/v1"
  /// The form of this description; equal to the static `schema` of the engine that reads it.
  public var schema = Answer.schema
  /// The networks, by the name of the constant that holds each.
  public var networks: [String: Network] = [:]
  /// The trainings, by the name of the constant that holds each.
  public var trainings: [String: Training] = [:]
  /// The sweeps, by the name of the constant that holds each.
  public var sweeps: [String: Sweep] = [:]
  /// The preparations of images, by the name of the constant that holds each.
  public var preparations: [String: Preparation] = [:]
  /// What each function that the lab tries gave, call after call, by the function's name.
  public var functions: [String: [Value]] = [:]
  /// The types of the learner's other constants, by name, so that a message can say what stands where a network is wanted.
  public var others: [String: String] = [:]

  /// An answer that holds nothing yet.
  public init() {}

  /// Adds a network that the lab asks for.
  public mutating func add(_ name: String, _ network: Network) { networks[name] = network }

  /// Adds a training that the lab asks for.
  public mutating func add(_ name: String, _ training: Training) { trainings[name] = training }

  /// Adds a sweep of trainings that the lab asks for.
  public mutating func add(_ name: String, _ sweep: Sweep) { sweeps[name] = sweep }

  /// Adds a preparation of images that the lab asks for.
  public mutating func add(_ name: String, _ preparation: Preparation) { preparations[name] = preparation }

  /// Notes that a constant which the lab may ask for is nothing that is trained, or trained with.
  public mutating func add(_ name: String, _ value: Any) { others[name] = String(describing: type(of: value)) }
}
