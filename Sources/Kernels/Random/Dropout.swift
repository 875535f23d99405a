public import Tensors

/// Lets each number through with a given probability and makes up for the others; what was drawn is never stored.
///
/// Whether a number passes follows from the stream, the step and the number's place alone, so the backward pass draws the same again, and neither
/// threads nor the way in which maps lie in memory change anything.
/// - SeeAlso: Srivastava and others, “Dropout”, 2014.
public struct Dropout: Sendable {
  /// The probability with which a number passes.
  public let keep: Double
  private let stream: SeededGenerator

  /// - Parameters:
  ///   - keep: the probability with which a number passes, above 0 and at most 1.
  ///   - stream: where random bits come from: one for each layer.
  public init(keep: Double, stream: SeededGenerator) {
    precondition(keep > 0 && keep <= 1, "numbers pass with a probability above 0 and at most 1, not \(keep)")
    self.keep = keep
    self.stream = stream
  }

  /// y = x / keep where a number passes, 0 elsewhere.
  ///
  /// - Parameters:
  ///   - x: the numbers.
  ///   - y: the result; overwritten; may be `x`.
  ///   - step: how many steps came before; each draws anew.
  ///   - batch: how many images.
  ///   - pool: the threads to use.
  public func forward(_ x: FeatureMap, to y: FeatureMap, step: Int, batch: Int, on pool: WorkerPool) {
    backward(x, to: y, epilogue: .overwriting, step: step, batch: batch, on: pool)
  }

  /// The gradient / keep where the forward pass of the same step let a number through, 0 elsewhere.
  ///
  /// - Parameters:
  ///   - dy: the gradient of the result.
  ///   - dx: the gradient of the numbers; may be `dy`.
  ///   - epilogue: how to hand it over.
  ///   - step: the step of the forward pass.
  ///   - batch: how many images.
  ///   - pool: the threads to use.
  public func backward(
    _ dy: FeatureMap, to dx: FeatureMap, epilogue: GradientEpilogue, step: Int, batch: Int, on pool: WorkerPool
  ) {
    precondition(
      batch * dy.height * dy.width * dy.channels <= Int(UInt32.max),
      "places are counted up to \(UInt32.max), and there are \(batch) × \(dy.height) × \(dy.width) × \(dy.channels)")
    var generator = stream.derived(UInt64(step))
    let key = generator.next()
    let sink = GradientSink(epilogue, dx)
    let loop = VectorizedLoop(writing: dx, dy, sink.activated)
    MapRuns(dx, batch: batch, loop, byRows: false).forEach(on: pool) { range in
      let start = range.lowerBound
      var work = Work(
        dy: loop.row(dy, start), dx: loop.row(dx, start), output: loop.row(sink.activated, start), sink: sink,
        first: UInt32(start * dx.channels),
        each: UInt32(loop.form == .flat ? Lanes.width * dx.channels : dx.channels), key: key,
        limit: Lanes(repeating: Float(1 + keep)), scale: Lanes(repeating: Float(1 / keep)))
      loop.run(range.count, &work)
    }
  }

  private struct Work: VectorizedBody {
    let dy, dx, output: LaneRow
    let sink: GradientSink
    /// The place of the run's first number among all, channel by channel.
    let first: UInt32
    /// How many places a group has.
    let each: UInt32
    let key: UInt64
    let limit, scale: Lanes

    @inline(__always)
    mutating func work(_ group: Int, _ vector: Int, _ access: some LaneAccess) {
      let start =
        first &+ UInt32(truncatingIfNeeded: group) &* each &+ UInt32(truncatingIfNeeded: vector &* Lanes.width)
      let passes = Lanes.uniform(from: start, key: key) .< limit
      let value = Lanes.zero.replacing(with: access.load(dy.at(group, vector)) * scale, where: passes)
      sink.write(value, to: dx.at(group, vector), output: output.at(group, vector), access)
    }
  }
}

extension Lanes {
  /// Random numbers from 1 to below 2 for sixteen neighbouring places, each a function of its place and the key alone.
  ///
  /// The place is mixed twice by multiplications and shifts (the finaliser of MurmurHash3), with half of the key before each.
  @inline(__always)
  static func uniform(from place: UInt32, key: UInt64) -> Lanes {
    let steps = SIMD16<UInt32>(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
    var bits = (steps &+ place) ^ UInt32(truncatingIfNeeded: key)
    bits = mixed(bits) &+ UInt32(truncatingIfNeeded: key >> 32)
    bits = mixed(bits)
    return unsafeBitCast((bits &>> 9) | SIMD16<UInt32>(repeating: 0x3F80_0000), to: Lanes.self)
  }

  @inline(__always)
  private static func mixed(_ value: SIMD16<UInt32>) -> SIMD16<UInt32> {
    var bits = value
    bits = (bits ^ (bits &>> 16)) &* 0x85EB_CA6B
    bits = (bits ^ (bits &>> 13)) &* 0xC2B2_AE35
    return bits ^ (bits &>> 16)
  }
}
