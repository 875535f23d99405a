/// What a learner's program, and the compiler on its behalf, may use.
public struct WorkbenchLimits: Sendable, Hashable {
  /// What one process may use.
  public struct Process: Sendable, Hashable {
    /// Seconds of processor time.
    public var processorSeconds: Int
    /// Seconds by the clock, after which it is killed.
    public var wallSeconds: Double
    /// Bytes of address space.
    public var addressSpace: Int
    /// Bytes that it may write to its output before it is killed; of its errors a sixteenth is kept.
    public var outputBytes: Int

    /// - Parameters: the limits, as documented on each property.
    public init(processorSeconds: Int, wallSeconds: Double, addressSpace: Int, outputBytes: Int) {
      self.processorSeconds = processorSeconds
      self.wallSeconds = wallSeconds
      self.addressSpace = addressSpace
      self.outputBytes = outputBytes
    }
  }

  /// For the compiler and the linker; what they write in the sandbox counts as output.
  public var compiling = Process(
    processorSeconds: 10, wallSeconds: 30, addressSpace: 4 << 30, outputBytes: 32 << 20)
  /// For the learner's program.
  public var running = Process(processorSeconds: 5, wallSeconds: 10, addressSpace: 1 << 30, outputBytes: 8 << 20)
  /// Seconds by the clock for one lab, with every repetition without its broken cells.
  public var totalSeconds: Double = 90
  /// Bytes of an answer as JSON.
  public var answerBytes = 4 << 20
  /// Layers of all networks of an answer together.
  public var layers = 10_000
  /// Constants that a program hands over: those that the lab asks for first.
  public var constants = 1_000
  /// Bytes of what a program printed that are kept for showing.
  public var printedBytes = 64 << 10

  /// The limits that suit every lab of the course many times over.
  public init() {}
}
