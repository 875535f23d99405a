/// Puts maps together: side by side as channels of a wider one, or added up.
public enum Joining {
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
    let walk = LaneWalk(part, at: channel, of: target, source.map, isWritten: true)
    let runs = MapRuns(target, batch: batch, walk, byRows: !source.isWhole(target))
    runs.forEach(on: pool) { range in
      var work = Copy(
        source: walk.row(source.map, source.pixel(range.lowerBound, of: target)),
        target: walk.row(part, range.lowerBound))
      walk.run(range.count, &work)
    }
  }

  /// Hands the gradient of a part of the channels over to the map that the part was copied from, or of a sum to what was added.
  ///
  /// - Parameters:
  ///   - gradient: the gradient of the wider map.
  ///   - channel: the channel of it that the first one of `target` became.
  ///   - target: the gradient of the map that was copied; outside the window it is 0.
  ///   - finish: how to hand it over.
  ///   - batch: how many images.
  ///   - pool: the threads to use.
  public static func backward(
    _ gradient: FeatureMap, channel: Int = 0, to target: CroppedMap, finish: GradientFinish, batch: Int,
    on pool: WorkerPool
  ) {
    target.check(gradient)
    let dx = target.map
    let sink = GradientSink(finish, dx)
    let part = part(of: gradient, channel: channel, channels: dx.channels)
    var walk = LaneWalk(part, at: channel, of: gradient, dx, isWritten: false)
    if finish.activated != nil { walk = walk.joined(by: sink.activated) }
    if target.isWhole(gradient) {
      MapRuns(dx, batch: batch, walk, byRows: false).forEach(on: pool) { range in
        var work = Write(
          source: walk.row(part, range.lowerBound), target: walk.row(dx, range.lowerBound),
          output: walk.row(sink.activated, range.lowerBound), sink: sink)
        walk.run(range.count, &work)
      }
    } else {
      pool.forEach(batch * dx.height) { line in
        writeLine(line, part, to: target, sink, walk)
      }
    }
  }

  /// Writes one row of a gradient of which only a window was read.
  private static func writeLine(
    _ line: Int, _ part: FeatureMap, to target: CroppedMap, _ sink: GradientSink, _ walk: LaneWalk
  ) {
    let dx = target.map
    let (image, row) = line.quotientAndRemainder(dividingBy: dx.height)
    let start = line * dx.width
    func zeros(_ columns: Range<Int>) {
      guard sink.writesZeros else { return }
      var work = Zeros(
        target: walk.row(dx, start + columns.lowerBound), output: walk.row(sink.activated, start + columns.lowerBound),
        sink: sink)
      walk.run(columns.count, &work)
    }
    let inside = row - target.top
    guard (0..<part.height).contains(inside) else { return zeros(0..<dx.width) }
    zeros(0..<target.left)
    var work = Write(
      source: walk.row(part, (image * part.height + inside) * part.width), target: walk.row(dx, start + target.left),
      output: walk.row(sink.activated, start + target.left), sink: sink)
    walk.run(part.width, &work)
    zeros(target.left + part.width..<dx.width)
  }

  private static func part(of map: FeatureMap, channel: Int, channels: Int) -> FeatureMap {
    precondition(
      channel >= 0 && channel + channels <= map.channels,
      "\(channels) channels from \(channel) do not fit into \(map.channels)")
    return FeatureMap(
      map.pointer + channel, height: map.height, width: map.width, channels: channels, stride: map.stride)
  }

  private struct Copy: LaneWork {
    let source, target: LaneRow

    @inline(__always)
    mutating func work(_ group: Int, _ vector: Int, _ access: some LaneAccess) {
      access.store(access.load(source.at(group, vector)), to: target.at(group, vector))
    }
  }

  private struct Write: LaneWork {
    let source, target, output: LaneRow
    let sink: GradientSink

    @inline(__always)
    mutating func work(_ group: Int, _ vector: Int, _ access: some LaneAccess) {
      sink.write(
        access.load(source.at(group, vector)), to: target.at(group, vector), output: output.at(group, vector), access)
    }
  }

  private struct Zeros: LaneWork {
    let target, output: LaneRow
    let sink: GradientSink

    @inline(__always)
    mutating func work(_ group: Int, _ vector: Int, _ access: some LaneAccess) {
      sink.write(Lanes.zero, to: target.at(group, vector), output: output.at(group, vector), access)
    }
  }
}
