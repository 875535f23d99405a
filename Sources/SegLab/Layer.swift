/// One layer of a network, as a learner writes it: a value with its dimensions, its name and the line it stands on.
///
/// A layer reads the layer above it unless ``inputs`` names others. What it computes is not decided here: the engine reads the
/// description and works out shapes, cost and weights.
public protocol Layer: Codable, Sendable {
  /// The word for this kind of layer in the description, for example `dense`; one per type and never reused.
  static var kind: String { get }
  /// The layer's name; where it is empty the network gives it one, such as `flatten1`.
  var name: String { get set }
  /// The layers it reads, by name; empty means the one above.
  var inputs: [String] { get }
  /// The line in the lab where it is written.
  var line: Int { get }
}
