/// Turns a filter's weights into factors, `[36][block][depth][16]`, and the gradients of those factors back.
struct WinogradFilter {
  let geometry: ConvolutionGeometry
  let order: WeightOrder
  /// Whether the filters are the columns; otherwise the map's channels are, for the gradient of the map, with the filter turned round.
  let isForward: Bool

  private var phases: Int { geometry.strideY }
  /// What a phase's products are summed over, and how many columns it has.
  private var inputs: Int { isForward ? geometry.channels : geometry.filters }
  private var outputs: Int { isForward ? geometry.filters : geometry.channels }
  private var blocksPerPhase: Int { (outputs + Lanes.width - 1) / Lanes.width }
  /// What all products of a column are summed over.
  var depth: Int { isForward ? phases * phases * inputs : inputs }
  /// How many blocks of sixteen columns there are.
  var blocks: Int { isForward ? blocksPerPhase : phases * phases * blocksPerPhase }
  /// How many numbers a block has.
  var panelCount: Int { depth * Lanes.width }
  /// How many numbers lie between positions; a line more than they need, or all would fall on the same lines of a cache.
  var positionStride: Int { blocks * panelCount + Lanes.width }
  /// How many numbers the factors have.
  var count: Int { WinogradSteps.positions * positionStride }
  /// How many numbers of room a block needs to be worked out.
  var roomCount: Int { 9 * inputs * Lanes.width }

  /// The tap of a phase along an axis; nil where the filter has none there.
  private func tap(_ index: Int, phase: Int, kernel: Int) -> Int? {
    let position = (isForward ? index : 2 - index) * phases + phase
    return position < kernel ? position : nil
  }

  /// Works out the factors of a block.
  ///
  /// - Parameters:
  ///   - block: the block.
  ///   - weights: see ``WeightOrder``.
  ///   - factors: where all factors are.
  ///   - room: ``roomCount`` numbers.
  @inline(never)
  func pack(
    block: Int, of weights: UnsafePointer<Float>, to factors: UnsafeMutablePointer<Float>,
    room: UnsafeMutablePointer<Float>
  ) {
    let (inputStride, outputStride) = isForward ? (order.channel, order.filter) : (order.filter, order.channel)
    let column = block % blocksPerPhase * Lanes.width
    let first = factors + block * panelCount
    for source in 0..<(isForward ? phases * phases : 1) {
      let phase = isForward ? source : block / blocksPerPhase
      for index in 0..<9 {
        let target = room + index * inputs * Lanes.width
        guard let y = tap(index / 3, phase: phase / phases, kernel: geometry.kernelHeight),
          let x = tap(index % 3, phase: phase % phases, kernel: geometry.kernelWidth)
        else {
          target.update(repeating: 0, count: inputs * Lanes.width)
          continue
        }
        WeightOrder.pack(
          weights + (y * geometry.kernelWidth + x) * order.tap + column * outputStride, inputs: inputs,
          inputStride: inputStride, outputs: min(Lanes.width, outputs - column), outputStride: outputStride,
          to: target)
      }
      for input in 0..<inputs {
        transform(room + input * Lanes.width, to: first + (source * inputs + input) * Lanes.width)
      }
    }
  }

  @inline(__always)
  private func transform(_ taps: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>) {
    let access = FullLanes()
    let step = inputs &* Lanes.width
    withUnsafeTemporaryAllocation(byteCount: 18 * 64, alignment: 64) { room in
      guard let between = room.baseAddress?.assumingMemoryBound(to: Float.self) else { return }
      for x in 0..<3 {
        let column = taps + x &* step
        let result = WinogradSteps.filter(
          (access.load(column), access.load(column + 3 &* step), access.load(column + 6 &* step)))
        let place = between + x &* Lanes.width
        access.store(result.0, to: place)
        access.store(result.1, to: place + 48)
        access.store(result.2, to: place + 96)
        access.store(result.3, to: place + 144)
        access.store(result.4, to: place + 192)
        access.store(result.5, to: place + 240)
      }
      for y in 0..<6 {
        let row = between + y &* 48
        let result = WinogradSteps.filter((access.load(row), access.load(row + 16), access.load(row + 32)))
        let place = target + y &* 6 &* positionStride
        access.store(result.0, to: place)
        access.store(result.1, to: place + positionStride)
        access.store(result.2, to: place + 2 &* positionStride)
        access.store(result.3, to: place + 3 &* positionStride)
        access.store(result.4, to: place + 4 &* positionStride)
        access.store(result.5, to: place + 5 &* positionStride)
      }
    }
  }

  /// Turns the gradients of the factors of one input into the gradients of its weights; forward order only.
  ///
  /// - Parameters:
  ///   - row: the input: a phase's channel.
  ///   - factors: the gradients of all factors, `[36][depth][columns]`.
  ///   - positionStride: how many numbers lie between positions.
  ///   - dw: the gradient of the weights, see ``WeightOrder``; overwritten.
  @inline(never)
  func unpack(
    row: Int, of factors: UnsafePointer<Float>, positionStride: Int, to dw: UnsafeMutablePointer<Float>
  ) {
    let access = FullLanes()
    let (phase, channel) = (row / inputs, row % inputs)
    withUnsafeTemporaryAllocation(byteCount: 27 * 64, alignment: 64) { room in
      guard let between = room.baseAddress?.assumingMemoryBound(to: Float.self) else { return }
      let results = between + 18 * Lanes.width
      for block in 0..<blocksPerPhase {
        let first = factors + (row &* blocksPerPhase &+ block) &* Lanes.width
        for x in 0..<6 {
          let column = first + x &* positionStride
          let result = WinogradSteps.taps(
            (
              access.load(column), access.load(column + 6 &* positionStride),
              access.load(column + 12 &* positionStride), access.load(column + 18 &* positionStride),
              access.load(column + 24 &* positionStride), access.load(column + 30 &* positionStride)
            ))
          access.store(result.0, to: between + x &* 16)
          access.store(result.1, to: between + (x &+ 6) &* 16)
          access.store(result.2, to: between + (x &+ 12) &* 16)
        }
        for y in 0..<3 {
          let row = between + y &* 96
          let result = WinogradSteps.taps(
            (
              access.load(row), access.load(row + 16), access.load(row + 32), access.load(row + 48),
              access.load(row + 64), access.load(row + 80)
            ))
          access.store(result.0, to: results + y &* 48)
          access.store(result.1, to: results + (y &* 48 &+ 16))
          access.store(result.2, to: results + (y &* 48 &+ 32))
        }
        let count = min(Lanes.width, outputs &- block &* Lanes.width)
        for index in 0..<9 {
          guard let y = tap(index / 3, phase: phase / phases, kernel: geometry.kernelHeight),
            let x = tap(index % 3, phase: phase % phases, kernel: geometry.kernelWidth)
          else { continue }
          let target =
            dw + (y * geometry.kernelWidth + x) * order.tap + channel * order.channel
            + block * Lanes.width * order.filter
          let value = results + index &* Lanes.width
          if order.filter == 1 {
            target.update(from: value, count: count)
          } else {
            for lane in 0..<count { target[lane * order.filter] = value[lane] }
          }
        }
      }
    }
  }
}
