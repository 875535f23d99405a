/// How the places along one axis of an enlarged map are blended from two places of the map before.
struct AxisBlend {
  /// Two neighbouring places and what each counts for.
  struct Source {
    let first: Int
    let second: Int
    /// What the second counts for; the first counts for the rest.
    let share: Float
  }

  /// Where each place of the enlarged axis comes from.
  let sources: [Source]
  /// The places of the enlarged axis that each place reaches, from first to last.
  let reach: [Range<Int>]
  /// What each place counts for in those that it reaches: ``most`` numbers for each place, the last of them unused where it reaches fewer.
  let weights: [Float]
  /// The most places that one reaches.
  let most: Int

  /// - Parameters:
  ///   - count: how many places the axis has.
  ///   - factor: how many each of them becomes.
  ///   - isBlended: whether neighbours are blended by the distance of the middles; otherwise each is repeated.
  init(count: Int, factor: Int, isBlended: Bool) {
    let sources = (0..<count * factor).map { place in
      guard isBlended else { return Source(first: place / factor, second: place / factor, share: 0) }
      let middle = max(0, (Double(place) + 0.5) / Double(factor) - 0.5)
      let first = min(Int(middle), count - 1)
      return Source(first: first, second: min(first + 1, count - 1), share: Float(middle - Double(first)))
    }
    let reach = (0..<count).map { place in
      // Nothing further away than the next place's middle.
      let near = max(0, (place - 1) * factor)..<min(sources.count, (place + 2) * factor)
      let own = near.filter { sources[$0].first == place || sources[$0].second == place }
      return (own.first ?? 0)..<(own.last ?? -1) + 1
    }
    let most = reach.map(\.count).max() ?? 0
    weights = reach.indices.flatMap { place in
      reach[place].map { Self.weight(sources[$0], place) }
        + Array(repeating: 0, count: most - reach[place].count)
    }
    self.sources = sources
    self.reach = reach
    self.most = most
  }

  /// What `place` counts for in the enlarged place that comes from `source`.
  private static func weight(_ source: Source, _ place: Int) -> Float {
    (source.first == place ? 1 - source.share : 0) + (source.second == place ? source.share : 0)
  }
}
