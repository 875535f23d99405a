/// How items are spread over job arrays: a part of an array does so many items, one after the other, and an array has so many parts.
public struct ArrayPlan: Sendable, Equatable {
  /// One array.
  public struct Job: Sendable, Equatable {
    /// The item at which its part 0 begins.
    public let base: Int
    /// Its parts, in order.
    public let parts: [Int]

    /// The parts as Slurm wants them: `0-4,7`.
    public var list: String {
      var words: [String] = []
      var start = 0
      for place in parts.indices where place + 1 == parts.count || parts[place + 1] != parts[place] + 1 {
        words.append(start == place ? "\(parts[place])" : "\(parts[start])-\(parts[place])")
        start = place + 1
      }
      return words.joined(separator: ",")
    }
  }

  /// How many items a part does.
  public let pack: Int
  /// The arrays.
  public let jobs: [Job]

  /// A list of parts of more letters is more than some controllers take in one line.
  private static let mostParts = 2000

  /// - Parameters:
  ///   - numbers: the items, by number, in order.
  ///   - arraySize: the numbers of parts are below this.
  ///   - pack: how many items a part does.
  public init(_ numbers: [Int], arraySize: Int, pack: Int) {
    let (size, pack) = (max(2, arraySize), max(1, pack))
    // Parts of all arrays, counted through: which of them is which does not depend on what is still to be done.
    let parts = Set(numbers.map { $0 / pack }).sorted()
    var jobs: [(base: Int, parts: [Int])] = []
    for part in parts {
      let base = part / size * size
      if jobs.last?.base != base || (jobs.last?.parts.count ?? 0) >= Self.mostParts { jobs.append((base, [])) }
      jobs[jobs.count - 1].parts.append(part - base)
    }
    self.pack = pack
    self.jobs = jobs.map { Job(base: $0.base * pack, parts: $0.parts) }
  }

  /// How many items a part does where nothing is said: one, and so many more that a course of a hundred thousand is no hundred thousand jobs.
  public static func usualPack(for count: Int) -> Int { max(1, (count + mostParts - 1) / mostParts) }
}
