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
            step.layer.kernel(reading: planned[$0].plan.output.extents, output: step.plan.output.extents))
        }, line: step.layer.line, work: step.plan.work)
    }
  }

  mutating func run() {
    for (index, item) in layers.enumerated() {
      let arriving = item.inputs.map { InputShape(name: planned[$0].layer.name, shape: planned[$0].plan.output) }
      do throws(Mismatch) {
        let plan = try item.layer.plan(reading: arriving)
        guard plan.output.isCountable else {
          throw Mismatch(summary: .tooManyNumbers(layer: item.layer.name, shape: plan.output.extents))
        }
        planned.append(NetworkPlan.Step(layer: item.layer, inputs: item.inputs, plan: plan))
        if planned.count == 1 { try checkImages(plan.output) }
      } catch {
        return report(improved(error, at: index), line: item.layer.line)
      }
    }
    let output = OutputCheck(steps: planned, limits: limits, repair: Repair(layers, limits: limits))
    if let fault = output.fault() { report(fault.mismatch, line: fault.layer.line, severity: fault.severity) }
    guard isSound else { return }
    for item in layers where !isFull { warnOfSkippedPixels(item.layer) }
    for pair in LinearPair.all(in: layers) where !isFull {
      report(
        Mismatch(summary: .linearPair(first: pair.first.name, second: pair.second.name), help: .useReLU),
        line: pair.first.line, severity: .warning)
    }
    checkCost()
  }

  private func checkImages(_ shape: Shape) throws(Mismatch) {
    guard let images = limits.images, images != shape else { return }
    throw Mismatch(
      summary: .imagesDiffer(written: shape.extents, images: images.extents),
      help: .writeInput(shape: images.extents))
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
      let help = repair.exchange() ?? (repair.padsToFit ? .padEverywhere : mismatch.help)
      return Mismatch(summary: mismatch.summary, help: help)
    case .sizesDiffer(_, let first, _, let second, _):
      if let exchange = repair.exchange() { return Mismatch(summary: mismatch.summary, help: exchange) }
      let place = layers[index].inputs.firstIndex { planned[$0].layer.name == second } ?? 1
      let uneven = UnevenStride(in: planned)
      let sizes = repair.sizes()
      let crops = repair.cropsToFit(index)
      if !sizes.isEmpty || crops {
        return Mismatch(summary: mismatch.summary, help: .cropOrUseSizes(sizes, crop: crops, uneven: uneven))
      }
      for (place, name) in [(place, second), (0, first)] {
        guard let other = repair.otherToJoin(index, at: place) else { continue }
        return Mismatch(summary: mismatch.summary, help: .joinAnother(layer: other, insteadOf: name))
      }
      return Mismatch(summary: mismatch.summary, help: .joinEqualSizes(first: first, second: second))
    case .filterChannels(let layer, _, let arriving, _) where layers[index].layer.line < networkLine:
      // The numbers stand where the function is called, and not where the message points.
      return Mismatch(summary: mismatch.summary, help: .giveFunction(layer: layer, channels: arriving[2]))
    default: return mismatch
    }
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
          help: .makeSmallerOrFewer(layer: layer.name)), line: layer.line)
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

  private mutating func report(_ mismatch: Mismatch, line: Int, severity: Diagnostic.Severity = .error) {
    diagnostics.append(Diagnostic(severity, file: file, line: line, mismatch.summary, help: mismatch.help))
  }
}

extension Shape {
  /// Whether its numbers can be counted with room for what is worked out from them.
  var isCountable: Bool { count.map { $0 <= NetworkLimits.numbers } ?? false }
}

/// Two convolutions with nothing between them that is not linear: together they can do no more than one.
struct LinearPair {
  /// The convolution that ends without an activation.
  let first: any NetworkLayer
  /// The one that reads it.
  let second: any NetworkLayer

  /// The pairs in a network, in order.
  static func all(in layers: [StructureCheck.Resolved]) -> [LinearPair] {
    layers.compactMap { item in
      guard item.layer.linearity == .convolution, var position = item.inputs.first else { return nil }
      while layers[position].layer.linearity == .transparent { position = layers[position].inputs[0] }
      let first = layers[position].layer
      guard first.linearity == .convolution, first.ending.isIdentity else { return nil }
      return LinearPair(first: first, second: item.layer)
    }
  }
}
