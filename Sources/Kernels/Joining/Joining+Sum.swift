extension Joining {
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
    let walk = LaneWalk(writing: y, first.map, second?.map)
    let byRows = !first.isWhole(y) || second?.isWhole(y) == false
    MapRuns(y, batch: batch, walk, byRows: byRows).forEach(on: pool) { range in
      let start = walk.row(first.map, first.pixel(range.lowerBound, of: y))
      var work = Sum(
        first: start, second: second.map { walk.row($0.map, $0.pixel(range.lowerBound, of: y)) } ?? start,
        isSum: second != nil, y: walk.row(y, range.lowerBound), activation: ActivationLanes(activation))
      walk.run(range.count, &work)
    }
  }

  private struct Sum: LaneWork {
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
