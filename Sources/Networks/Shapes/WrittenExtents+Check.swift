internal import Messages
internal import SegLab

extension WrittenExtents {
  /// What is wrong with the numbers before any layer is connected: holes, too few or too many, 0, negative or absurd ones.
  ///
  /// - Parameter layer: the layer's name.
  /// - Returns: the first fault and whether it is a hole that waits for the learner; nil where there is none.
  func fault(in layer: String) -> (mismatch: Mismatch, isHole: Bool)? {
    // A list that is a hole itself is empty.
    if extents.isEmpty || extents.contains(Int.hole) {
      return (Mismatch(summary: .holeInLayer(layer: layer, argument: label)), true)
    }
    let form = axes.map { "[" + $0.joined(separator: ", ") + "]" }
    if let axes, axes.count != extents.count {
      return (
        Mismatch(
          summary: .wrongNumberOfExtents(
            layer: layer, argument: label, expected: axes.count, found: extents.bounded),
          help: form.map { .writeAs(argument: label, form: $0) }), false
      )
    }
    if extents.count > NetworkLimits.axes {
      return (Mismatch(summary: .tooManyAxes(layer: layer, found: extents.count, limit: NetworkLimits.axes)), false)
    }
    if isSingle, let number = extents.first, number < 1 || number > NetworkLimits.extent {
      let summary: NetworkPhrase =
        number < 1
        ? .numberNotPositive(layer: layer, argument: label, found: number)
        : .numberTooLarge(layer: layer, argument: label, found: number, limit: NetworkLimits.extent)
      return (Mismatch(summary: summary, help: number < 1 && label == "stride" ? .strideIsAStep : nil), false)
    }
    for (index, extent) in extents.enumerated() where extent < 1 || extent > NetworkLimits.extent {
      let axis = axes?[index] ?? String(index + 1)
      let summary: NetworkPhrase =
        extent < 1
        ? .extentNotPositive(layer: layer, argument: label, axis: axis, found: extent)
        : .extentTooLarge(layer: layer, argument: label, axis: axis, found: extent, limit: NetworkLimits.extent)
      return (Mismatch(summary: summary), false)
    }
    return nil
  }
}

extension [Int] {
  /// At most the first eight numbers: enough for a message, however long a description is.
  fileprivate var bounded: [Int] { Array(prefix(8)) }
}
