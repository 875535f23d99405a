/// While training, sets numbers to 0 by chance and divides the others by ``keep``; afterwards changes nothing.
public struct Dropout: Layer {
  /// The word for this layer in a description.
  public static let kind = "dropout"
  /// The layer's name.
  public var name: String
  /// The layer it reads; empty means the one above.
  public let inputs: [String]
  /// The share of numbers that pass, above 0 and at most 1; with 1 all of them do.
  public let keep: Double
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - name: the layer's name.
  ///   - keep: the share of numbers that pass, above 0 and at most 1.
  ///   - from: the layer to read, where it is not the one above.
  ///   - line: filled in by the compiler.
  public init(
    _ name: String = "", keep: Double, from: String? = nil, line: Int = #line
  ) {
    self.name = name
    self.inputs = from.map { [$0] } ?? []
    self.keep = keep
    self.line = line
  }
}
