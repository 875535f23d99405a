internal import Messages

/// Whether a filter's channels are those that arrive, and which order of its extents would be right where they are not.
struct FilterOrder {
  /// The layer's name.
  let layer: String
  /// The filter as the learner wrote it, `[kh, kw, in, out]`.
  let filter: [Int]
  /// Whether the layer is a transposed convolution: elsewhere its filter is written in another order than a convolution's.
  let isTransposed: Bool

  /// Looks whether the filter is made for a map.
  ///
  /// - Parameters:
  ///   - map: what arrives.
  ///   - source: the layer that gives it, for the message.
  /// - Throws: `Mismatch` where it is made for another number of channels.
  func check(against map: MapExtents, from source: String) throws(Mismatch) {
    guard filter[2] != map.channels else { return }
    throw Mismatch(
      summary: .filterChannels(
        layer: layer, filter: filter, arriving: [map.height, map.width, map.channels], from: source),
      help: help(channels: map.channels))
  }

  private func help(channels: Int) -> NetworkAdvicePhrase {
    let (first, second, third, fourth) = (filter[0], filter[1], filter[2], filter[3])
    if fourth == channels { return .swapFilterChannels(filter: [first, second, fourth, third]) }
    // Channels first: the window stands at the end, and is square nearly always.
    if third == fourth {
      if isTransposed, first == channels {
        return .reorderFilter(found: "[in, out, kh, kw]", filter: [third, fourth, first, second])
      }
      if second == channels {
        return .reorderFilter(found: "[out, in, kh, kw]", filter: [third, fourth, second, first])
      }
      if first == channels {
        return .reorderFilter(found: "[in, out, kh, kw]", filter: [third, fourth, first, second])
      }
    }
    return .changeFilterChannels(filter: [first, second, channels, fourth])
  }
}
