/// Puts maps together: side by side as channels of a wider one, or added up.
public enum Concatenation {
  /// Copies the window of `source` to the channels of `target` from `channel` on.
  ///
  /// The last part also writes what lies behind the last channel, so that a map is whole once all its parts are there.
  /// - Parameters:
  ///   - source: a map that is as large as `target` or larger.
  ///   - target: the wider map.
  ///   - channel: the channel of `target` that the first one of `source` becomes.
  ///   - batch: how many images.
  ///   - pool: the threads to use.
  public static func copy(
    _ source: CroppedMap, to target: FeatureMap, channel: Int, batch: Int, on pool: WorkerPool
  ) {
    source.check(target)
    let part = part(of: target, channel: channel, channels: source.map.channels)
    let loop = VectorizedLoop(part, at: channel, of: target, source.map, isWritten: true)
    let runs = MapRuns(target, batch: batch, loop, byRows: !source.isWhole(target))
    runs.forEach(on: pool) { range in
      var work = Copy(
        source: loop.row(source.map, source.pixel(range.lowerBound, of: target)),
        target: loop.row(part, range.lowerBound))
      loop.run(range.count, &work)
    }
  }

  /// Hands the gradient of a part of the channels over to the map that the part was copied from, or of a sum to what was added.
  ///
  /// - Parameters:
  ///   - gradient: the gradient of the wider map.
  ///   - channel: the channel of it that the first one of `target` became.
  ///   - target: the gradient of the map that was copied; outside the window it is 0.
  ///   - epilogue: how to hand it over.
  ///   - batch: how many images.
  ///   - pool: the threads to use.
  public static func backward(
    _ gradient: FeatureMap, channel: Int = 0, to target: CroppedMap, epilogue: GradientEpilogue, batch: Int,
    on pool: WorkerPool
  ) {
    target.check(gradient)
    let dx = target.map
    let sink = GradientSink(epilogue, dx)
    let part = part(of: gradient, channel: channel, channels: dx.channels)
    var loop = VectorizedLoop(part, at: channel, of: gradient, dx, isWritten: false)
    if epilogue.activated != nil { loop = loop.joined(by: sink.activated) }
    if target.isWhole(gradient) {
      MapRuns(dx, batch: batch, loop, byRows: false).forEach(on: pool) { range in
        var work = Write(
          source: loop.row(part, range.lowerBound), target: loop.row(dx, range.lowerBound),
          output: loop.row(sink.activated, range.lowerBound), sink: sink)
        loop.run(range.count, &work)
      }
    } else {
      pool.forEach(batch * dx.height) { line in
        writeLine(line, part, to: target, sink, loop)
      }
    }
  }

  /// Writes one row of a gradient of which only a window was read.
  private static func writeLine(
    _ line: Int, _ part: FeatureMap, to target: CroppedMap, _ sink: GradientSink, _ loop: VectorizedLoop
  ) {
    let dx = target.map
    let (image, row) = line.quotientAndRemainder(dividingBy: dx.height)
    let start = line * dx.width
    func zeros(_ columns: Range<Int>) {
      guard sink.writesZeros else { return }
      var work = Zeros(
        target: loop.row(dx, start + columns.lowerBound), output: loop.row(sink.activated, start + columns.lowerBound),
        sink: sink)
      loop.run(columns.count, &work)
    }
    let inside = row - target.top
    guard (0..<part.height).contains(inside) else { return zeros(0..<dx.width) }
    zeros(0..<target.left)
    var work = Write(
      source: loop.row(part, (image * part.height + inside) * part.width), target: loop.row(dx, start + target.left),
      output: loop.row(sink.activated, start + target.left), sink: sink)
    loop.run(part.width, &work)
    zeros(target.left + part.width..<dx.width)
  }

  private static func part(of map: FeatureMap, channel: Int, channels: Int) -> FeatureMap {
    precondition(
      channel >= 0 && channel + channels <= map.channels,
      "\(channels) channels from \(channel) do not fit into \(map.channels)")
    return FeatureMap(
      map.pointer + channel, height: map.height, width: map.width, channels: channels, stride: map.stride)
  }

  private struct Copy: VectorizedBody {
    let source, target: LaneRow

    @inline(__always)
    mutating func work(_ group: Int, _ vector: Int, _ access: some LaneAccess) {
      access.store(access.load(source.at(group, vector)), to: target.at(group, vector))
    }
  }

  private struct Write: VectorizedBody {
    let source, target, output: LaneRow
    let sink: GradientSink

    @inline(__always)
    mutating func work(_ group: Int, _ vector: Int, _ access: some LaneAccess) {
      sink.write(
        access.load(source.at(group, vector)), to: target.at(group, vector), output: output.at(group, vector), access)
    }
  }

  private struct Zeros: VectorizedBody {
    let target, output: LaneRow
    let sink: GradientSink

    @inline(__always)
    mutating func work(_ group: Int, _ vector: Int, _ access: some LaneAccess) {
      sink.write(Lanes.zero, to: target.at(group, vector), output: output.at(group, vector), access)
    }
  }
}

/// Adds maps up.
public enum MapSum {
  /// y = activation(a + b + …), each of them a window of a map.
  ///
  /// - Parameters:
  ///   - parts: what is added, at least one; each as large as `y` or larger, with as many channels.
  ///   - activation: what is done to the sum.
  ///   - y: the sum; overwritten. It may be the map of one of the parts that is not cropped.
  ///   - batch: how many images.
  ///   - pool: the threads to use.
  public static func add(
    _ parts: [CroppedMap], activation: FusedActivation = .identity, to y: FeatureMap, batch: Int, on pool: WorkerPool
  ) {
    precondition(!parts.isEmpty, "a sum needs a part, and there are 0")
    for part in parts { part.check(y) }
    var sum = parts[0]
    if parts.count == 1 { write(sum, nil, activation, to: y, batch: batch, on: pool) }
    for (index, part) in parts.enumerated().dropFirst() {
      write(sum, part, index == parts.count - 1 ? activation : .identity, to: y, batch: batch, on: pool)
      sum = CroppedMap(y)
    }
  }

  private static func write(
    _ first: CroppedMap, _ second: CroppedMap?, _ activation: FusedActivation, to y: FeatureMap, batch: Int,
    on pool: WorkerPool
  ) {
    let loop = VectorizedLoop(writing: y, first.map, second?.map)
    let byRows = !first.isWhole(y) || second?.isWhole(y) == false
    MapRuns(y, batch: batch, loop, byRows: byRows).forEach(on: pool) { range in
      let start = loop.row(first.map, first.pixel(range.lowerBound, of: y))
      var work = Sum(
        first: start, second: second.map { loop.row($0.map, $0.pixel(range.lowerBound, of: y)) } ?? start,
        isSum: second != nil, y: loop.row(y, range.lowerBound), activation: ActivationLanes(activation))
      loop.run(range.count, &work)
    }
  }

  private struct Sum: VectorizedBody {
    let first, second: LaneRow
    let isSum: Bool
    let y: LaneRow
    let activation: ActivationLanes

    @inline(__always)
    mutating func work(_ group: Int, _ vector: Int, _ access: some LaneAccess) {
      var sum = access.load(first.at(group, vector))
      if isSum { sum += access.load(second.at(group, vector)) }
      access.store(activation.value(sum), to: y.at(group, vector))
    }
  }
}
