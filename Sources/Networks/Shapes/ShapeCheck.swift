internal import Diagnostics
internal import Messages
internal import SegLab
internal import Tensors

/// Follows the shapes through a network whose layers are sound one by one, down to the first that does not fit.
struct ShapeCheck {
  let file: String
  let limits: NetworkLimits
  let layers: [StructureCheck.Resolved]
  /// The line where the network begins: layers further up are a function's.
  let networkLine: Int
  /// Whether changes are tried that may mend it.
  var isAdvising = true
  private(set) var planned: [NetworkPlan.Step] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(file: String, limits: NetworkLimits, layers: [StructureCheck.Resolved], networkLine: Int = 0) {
    self.file = file
    self.networkLine = networkLine
    self.limits = limits
    self.layers = layers
  }

  /// Whether the network can be trained.
  var isSound: Bool { !diagnostics.contains { $0.severity != .warning } }

  /// The layers as a table, as far as they fit.
  var summaries: [LayerSummary] {
    planned.map { step in
      LayerSummary(
        name: step.layer.name, kind: type(of: step.layer).kind, inputs: step.inputs.map { planned[$0].layer.name },
        output: step.plan.output, parameters: step.plan.parameterCount, multiplyAdds: step.plan.multiplyAdds,
        maps: step.plan.maps,
        choice: step.inputs.first.flatMap {
          ConvolutionChoice(
            step.layer.kernel(reading: planned[$0].plan.output.dimensions, output: step.plan.output.dimensions))
        }, line: step.layer.line, work: step.plan.work)
    }
  }

  mutating func run() {
    for (index, item) in layers.enumerated() {
      let arriving = item.inputs.map { InputShape(name: planned[$0].layer.name, shape: planned[$0].plan.output) }
      do throws(Mismatch) {
        let plan = try item.layer.plan(reading: arriving)
        guard plan.output.isCountable else {
          throw Mismatch(summary: .tooManyNumbers(layer: item.layer.name, shape: plan.output.dimensions))
        }
        planned.append(NetworkPlan.Step(layer: item.layer, inputs: item.inputs, plan: plan))
        if planned.count == 1 { try checkImages(plan.output) }
      } catch {
        return report(isAdvising ? improved(error, at: index) : error, line: item.layer.line)
      }
    }
    let output = OutputCheck(steps: planned, limits: limits, repair: Repair(isAdvising ? layers : [], limits: limits))
    if let fault = output.fault() { report(fault.mismatch, line: fault.layer.line, severity: fault.severity) }
    guard isSound else { return }
    for item in layers where !isFull { warnOfSkippedPixels(item.layer) }
    for pair in LinearPair.all(in: layers) where !isFull {
      report(
        Mismatch(summary: .linearPair(first: pair.first.name, second: pair.second.name), help: .useReLU),
        line: pair.first.line, severity: .warning)
    }
    for skip in EarlySkip.all(in: layers) where !isFull {
      diagnostics.append(
        Diagnostic(
          .warning, file: file, line: skip.line,
          DiagnosisPhrase.earlySkip(layer: skip.layer, joins: skip.joins, last: skip.last),
          help: DiagnosisPhrase.joinLast(skip.last)))
    }
    checkCost()
  }

  private func checkImages(_ shape: Shape) throws(Mismatch) {
    guard let images = limits.images, images != shape else { return }
    let (written, found) = (shape.dimensions, images.dimensions)
    throw Mismatch(
      summary: limits.imagesArePrepared
        ? .preparedImagesDiffer(written: written, images: found) : .imagesDiffer(written: written, images: found),
      help: .writeInput(shape: found))
  }

  private mutating func warnOfSkippedPixels(_ layer: any NetworkLayer) {
    let scaling = layer.scaling
    // A window of one pixel is how a network leaves pixels out on purpose.
    guard scaling.window > 1, scaling.down > scaling.window else { return }
    report(
      Mismatch(
        summary: .skipsPixels(layer: layer.name, window: scaling.window, stride: scaling.down), help: .shortenStride),
      line: layer.line, severity: .warning)
  }

  /// A mismatch with advice that was tried on the whole network, where there is any better than the layer's own.
  private func improved(_ mismatch: Mismatch, at index: Int) -> Mismatch {
    let repair = Repair(layers, limits: limits)
    switch mismatch.summary {
    case .windowTooLarge:
      let help = repair.window() ?? (repair.padsToFit ? .padEverywhere : mismatch.help)
      return Mismatch(summary: mismatch.summary, help: help)
    case .sizesDiffer(_, let first, _, let second, _):
      let uneven = UnevenStride(in: planned)
      // Where a stride divides nothing evenly it is the images' size that does not suit, unless the lab says otherwise.
      if uneven == nil, let change = repair.window() { return Mismatch(summary: mismatch.summary, help: change) }
      let place = layers[index].inputs.firstIndex { planned[$0].layer.name == second } ?? 1
      let sizes = repair.sizes()
      let crops = repair.cropsToFit(index)
      if !sizes.isEmpty || crops {
        return Mismatch(summary: mismatch.summary, help: .cropOrUseSizes(sizes, crop: crops, uneven: uneven))
      }
      if let change = repair.window() { return Mismatch(summary: mismatch.summary, help: change) }
      for (place, name) in [(place, second), (0, first)] {
        guard let other = repair.otherToJoin(index, at: place) else { continue }
        return Mismatch(summary: mismatch.summary, help: .joinAnother(layer: other, insteadOf: name))
      }
      return Mismatch(summary: mismatch.summary, help: .joinEqualSizes(first: first, second: second))
    case .filterChannels(let layer, _, let arriving, _):
      if let help = exchanged(mismatch, at: index, by: repair) {
        return Mismatch(summary: mismatch.summary, help: help)
      }
      if let help = wrongChannels { return Mismatch(summary: mismatch.summary, help: help) }
      // The numbers stand where the function is called, and not where the message points.
      let help: NetworkAdvicePhrase? =
        layers[index].layer.line < networkLine
        ? .giveFunction(layer: layer, channels: arriving[2]) : untwisted(mismatch, at: index, by: repair)
      return Mismatch(summary: mismatch.summary, help: help)
    case .denseInputs:
      let help = exchanged(mismatch, at: index, by: repair) ?? untwisted(mismatch, at: index, by: repair)
      return Mismatch(summary: mismatch.summary, help: help)
    case .reshapeCount(let layer, let shape, let holds, _, let from, _):
      guard let holds, let help = producer(of: from, for: layer, shape: shape, holds: holds, at: index) else {
        return mismatch
      }
      return Mismatch(summary: mismatch.summary, help: help)
    default: return mismatch
    }
  }

  /// What the convolution has to be that gives the first feature map with other channels than the lab asks for; nil where there is none.
  private var wrongChannels: NetworkAdvicePhrase? {
    for step in planned {
      guard let wanted = limits.wanted.shapes[step.layer.name], wanted.count == 3,
        step.plan.output.dimensions.count == 3, step.plan.output.dimensions[2] != wanted[2]
      else { continue }
      var source = step
      while !(source.layer is any ConvolutionLayer) {
        // Where maps are joined nobody can tell which of them is to blame.
        guard source.inputs.count == 1 else { return nil }
        source = planned[source.inputs[0]]
      }
      guard let layer = source.layer as? any ConvolutionLayer else { return nil }
      let isOwn = layer.line >= networkLine
      return .giveChannels(
        layer: layer.name, channels: wanted[2], filter: isOwn ? Array(layer.filter.prefix(3)) + [wanted[2]] : [])
    }
    return nil
  }

  /// That a layer and the one below it have changed places: the other way round everything fits, and with this layer's own numbers mended it does not.
  private func exchanged(_ mismatch: Mismatch, at index: Int, by repair: Repair) -> NetworkAdvicePhrase? {
    guard repair.fitsExchanged(index) else { return nil }
    let mended: any NetworkLayer
    switch (mismatch.summary, layers[index].layer) {
    case (.filterChannels(_, _, let arriving, _), let layer as any ConvolutionLayer) where layer.filter.count == 4:
      let filter = [layer.filter[0], layer.filter[1], arriving.last ?? 0, layer.filter[3]]
      mended = layer.changed(filter: filter, stride: layer.stride, padding: layer.padding)
    case (.denseInputs(_, let weights, let arriving, _), let dense as Dense) where weights.count == 2:
      mended = dense.changed(weights: [arriving, weights[1]])
    default: return nil
    }
    guard !repair.fits(index, by: mended) else { return nil }
    return .exchangeLines(layer: layers[index].layer.name, other: layers[index + 1].layer.name)
  }

  /// Whether dimensions were swapped shows in what follows: where the next layers read what goes out as it stands, only what comes in is wrong.
  private func untwisted(_ mismatch: Mismatch, at index: Int, by repair: Repair) -> NetworkAdvicePhrase? {
    switch (mismatch.help, layers[index].layer) {
    case (.swapFilterChannels(let filter)?, let layer as any ConvolutionLayer):
      let other = [filter[0], filter[1], filter[2], layer.filter[3]]
      let change = { layer.changed(filter: $0, stride: layer.stride, padding: layer.padding) as any NetworkLayer }
      return repair.reach(index, by: change(other)) > repair.reach(index, by: change(filter))
        ? .changeFilterChannels(filter: other) : mismatch.help
    case (.swapWeights(let weights)?, let dense as Dense):
      let other = [weights[0], dense.weights[1]]
      let reach = { repair.reach(index, by: dense.changed(weights: $0)) }
      return reach(other) > reach(weights) ? .changeFirstDimension(weights: other) : mismatch.help
    default: return mismatch.help
    }
  }

  /// What the layer before a `Reshape` has to be where the reshape itself is right, or the reshape with the channels that were left out.
  private func producer(
    of from: String, for layer: String, shape: [Int], holds: Int, at index: Int
  ) -> NetworkAdvicePhrase? {
    guard let image = planned.first?.plan.output.dimensions, image.count == 3, let position = layers[index].inputs.first
    else {
      return nil
    }
    let count = planned[position].plan.output.count ?? 0
    let isImage =
      shape.count == 3 && Array(shape.prefix(2)) == Array(image.prefix(2)) && limits.channels.contains(shape[2])
    if limits.wanted.shapes[layer] == shape || limits.wanted.shapes[layer] == nil && isImage,
      let dense = planned[position].layer as? Dense, dense.weights.count == 2
    {
      return .giveCount(layer: from, weights: [dense.weights[0], holds])
    }
    let pixels = image[0].times(image[1])
    guard shape == Array(image.prefix(2)), pixels > 0, count % pixels == 0 else { return nil }
    return .factorised(count: count, shape: shape + [count / pixels])
  }

  /// Whether so much is said that nobody reads on.
  private var isFull: Bool { diagnostics.count >= NetworkLimits.messages }

  private mutating func checkCost() {
    let summaries = summaries
    let cost = NetworkCost(layers: summaries, steps: planned)
    guard let largest = summaries.max(by: { $0.parameters < $1.parameters }) else { return }
    let bytes = cost.bytes(for: limits)
    let work = cost.work(batchSize: limits.batchSize)
    if cost.parameters > limits.parameters {
      report(
        Mismatch(
          summary: .tooManyParameters(
            found: cost.parameters, bytes: cost.parameters.times(MemoryLayout<Float>.stride),
            limit: limits.parameters),
          help: .makeSmaller(layer: largest.name, parameters: largest.parameters)), line: largest.line)
    } else if bytes > limits.bytes {
      let heaviest = summaries.max { $0.bytes(batchSize: limits.batchSize) < $1.bytes(batchSize: limits.batchSize) }
      let layer = heaviest ?? largest
      report(
        Mismatch(
          summary: .tooMuchMemory(found: bytes, limit: limits.bytes, batchSize: limits.batchSize),
          help: mostImages(cost).map { .fewerImages(most: $0) } ?? .makeSmallerOrFewer(layer: layer.name)),
        line: layer.line)
    } else if work > limits.work, let busiest = summaries.max(by: { $0.work < $1.work }) {
      // Fewer images are the first thing to try wherever they alone help.
      let fits = work / max(1, limits.batchSize) <= limits.work
      report(
        Mismatch(
          summary: .tooMuchWork(
            layer: busiest.name, found: work, limit: limits.work, batchSize: limits.batchSize),
          help: fits
            ? .fewerImages(most: max(1, limits.work / max(1, work / limits.batchSize))) : .lessWork(layer: busiest.name)
        ),
        line: busiest.line)
    }
  }

  /// The largest batch size, a power of two, for which memory suffices; nil where not even one does.
  private func mostImages(_ cost: NetworkCost) -> Int? {
    var fewer = limits
    fewer.batchSize = 1 << (Int.bitWidth - 1 - max(1, limits.batchSize - 1).leadingZeroBitCount)
    while fewer.batchSize >= 1 {
      if fewer.batchSize < limits.batchSize, cost.bytes(for: fewer) <= limits.bytes { return fewer.batchSize }
      fewer.batchSize /= 2
    }
    return nil
  }

  private mutating func report(_ mismatch: Mismatch, line: Int, severity: Diagnostic.Severity = .error) {
    diagnostics.append(Diagnostic(severity, file: file, line: line, mismatch.summary, help: mismatch.help))
  }
}

extension Shape {
  /// Whether its numbers can be counted with room for what is worked out from them.
  var isCountable: Bool { count.map { $0 <= NetworkLimits.numbers } ?? false }
}
