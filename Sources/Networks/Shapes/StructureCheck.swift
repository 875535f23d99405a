internal import Diagnostics
internal import Messages
internal import SegLab

/// Looks at a network's layers one by one, before shapes: names, what reads what, holes and faulty numbers.
struct StructureCheck {
  /// A layer with the positions of those that it reads.
  struct Resolved {
    let layer: any NetworkLayer
    let inputs: [Int]
  }

  let network: Network
  let file: String
  private(set) var resolved: [Resolved] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// The layers' names, made ready for the first one that is not there.
  private var words: Spelling.Words?

  init(network: Network, file: String) {
    self.network = network
    self.file = file
  }

  /// Whether nothing stands in the way of working out shapes.
  var isSound: Bool { !diagnostics.contains { $0.severity != .warning } }

  /// Whether so much is wrong that nobody reads on: what comes after it is not looked at.
  private var isFull: Bool { diagnostics.count >= NetworkLimits.messages }

  mutating func run() {
    checkNames()
    guard diagnostics.isEmpty else { return }
    guard !network.layers.isEmpty else {
      return report(Mismatch(summary: .noLayers(network: network.name), help: .startWithInput), line: network.line)
    }
    guard network.layers.count <= NetworkLimits.layers else {
      let summary = NetworkPhrase.tooManyLayers(found: network.layers.count, limit: NetworkLimits.layers)
      return report(Mismatch(summary: summary), line: network.line)
    }
    var names: [String: Int] = [:]
    for (index, layer) in network.layers.enumerated() where names[layer.name] == nil { names[layer.name] = index }
    for (index, layer) in network.layers.enumerated() {
      guard !isFull else { return }
      guard let planned = layer as? any NetworkLayer else {
        preconditionFailure("no file in Layers/ knows a layer of the kind \(type(of: layer).kind)")
      }
      checkName(layer, at: index, first: names[layer.name] ?? index)
      checkPlace(planned, at: index)
      let inputs = inputs(of: planned, at: index, names)
      let faults = planned.integerArguments.lazy.compactMap { $0.fault(in: layer.name) }
      if let fault = faults.first ?? planned.realArguments.lazy.compactMap({ $0.fault(in: layer.name) }).first {
        report(fault.mismatch, line: layer.line, severity: fault.isHole ? .hole : .error)
      }
      resolved.append(Resolved(layer: planned, inputs: inputs))
    }
    if isSound { warnOfUnreadLayers() }
  }

  /// Whether the names can stand in a message; where one cannot, nothing else is said.
  private mutating func checkNames() {
    if let fault = NameFault(network.name) { report(fault.mismatch(isNetwork: true), line: network.line) }
    for layer in network.layers {
      guard !isFull else { return }
      if let fault = NameFault(layer.name) { report(fault.mismatch(isNetwork: false), line: layer.line) }
    }
  }

  private mutating func checkName(_ layer: any Layer, at index: Int, first: Int) {
    guard first != index else { return }
    let other = network.layers[first]
    report(
      Mismatch(summary: .nameTwice(name: layer.name, line: other.line), help: .nameApart), line: layer.line)
  }

  private mutating func checkPlace(_ layer: any NetworkLayer, at index: Int) {
    let isInput = layer.origin == .images
    if index == 0, !isInput {
      report(Mismatch(summary: .inputNotFirst(layer: layer.name), help: .startWithInput), line: layer.line)
    } else if index > 0, isInput {
      report(Mismatch(summary: .secondInput(layer: layer.name), help: .moveInput), line: layer.line)
    }
  }

  /// The positions of what `layer` reads; complete only where nothing is reported.
  private mutating func inputs(of layer: any NetworkLayer, at index: Int, _ names: [String: Int]) -> [Int] {
    let expected = layer.inputCount
    if layer.inputs.isEmpty, expected == 1...1 { return index > 0 ? [index - 1] : [] }
    if layer.inputs.contains(String.hole) {
      let argument = expected == 1...1 ? "from" : "of"
      report(
        Mismatch(summary: .holeInLayer(layer: layer.name, argument: argument)), line: layer.line, severity: .hole)
      return []
    }
    guard expected.contains(layer.inputs.count) else {
      let summary = NetworkPhrase.wrongNumberOfInputs(
        layer: layer.name, least: expected.lowerBound, most: expected.upperBound, found: layer.inputs.count)
      // A layer that joins is often written as if the one above were read anyway.
      let above = index > 0 ? [network.layers[index - 1].name] : []
      let joins = expected.lowerBound > 1 && layer.inputs.count == 1 && above != layer.inputs
      let help: NetworkAdvicePhrase? = joins ? .nameAll(above + layer.inputs) : nil
      report(Mismatch(summary: summary, help: help), line: layer.line)
      return []
    }
    var positions: [Int] = []
    for name in layer.inputs {
      guard !isFull else { return [] }
      switch names[name] {
      case nil:
        let help: NetworkAdvicePhrase =
          nearest(to: name, above: index).map { .didYouMean(name: $0) }
          ?? (name.count > Self.mostNamed
            ? .readFromAbove(layer: layer.name) : .readOrMake(layer: layer.name, name: TerminalText.name(name)))
        let summary = NetworkPhrase.unknownInput(layer: layer.name, name: TerminalText.name(name))
        report(Mismatch(summary: summary, help: help), line: layer.line)
      case let position? where position >= index:
        let summary = NetworkPhrase.readsBelow(
          layer: layer.name, name: name, line: network.layers[position].line)
        let help: NetworkAdvicePhrase =
          position == index + 1 && !reads(network.layers[position], layer.name)
          ? .exchangeLines(layer: layer.name, other: name) : .readFromAbove(layer: layer.name)
        report(Mismatch(summary: summary, help: help), line: layer.line)
      case let position?: positions.append(position)
      }
    }
    return positions
  }

  /// The name above layer `index` that was meant. Of two equally near the one right above: the last layer of a block is
  /// the one that others read.
  private mutating func nearest(to name: String, above index: Int) -> String? {
    let words = self.words ?? Spelling.Words(network.layers.lazy.map(\.name))
    self.words = words
    return words.nearest(to: name, in: (0..<index).reversed()).flatMap { Self.isOtherNumber(name, $0) ? nil : $0 }
  }

  /// A longer name is not said twice.
  private static let mostNamed = 40

  /// Whether a layer reads one of this name by saying so.
  private func reads(_ layer: any Layer, _ name: String) -> Bool {
    (layer as? any NetworkLayer)?.inputs.contains(name) ?? false
  }

  /// Whether two names differ by their numbers alone: `enc2` is no slip for `enc3`, but another layer.
  private static func isOtherNumber(_ name: String, _ other: String) -> Bool {
    name.count == other.count && zip(name, other).allSatisfy { $0 == $1 || $0.isNumber && $1.isNumber }
  }

  private mutating func warnOfUnreadLayers() {
    let read = Set(resolved.flatMap(\.inputs))
    for (index, item) in resolved.enumerated().dropLast() where !read.contains(index) && !isFull {
      report(
        Mismatch(summary: .unread(layer: item.layer.name), help: .readOrRemove(layer: item.layer.name)),
        line: item.layer.line, severity: .warning)
    }
  }

  private mutating func report(_ mismatch: Mismatch, line: Int, severity: Diagnostic.Severity = .error) {
    diagnostics.append(
      Diagnostic(severity, file: file, line: line, mismatch.summary, help: mismatch.help))
  }
}

/// What keeps a name of a network or a layer from being shown: it is too long, or holds a sign that is none.
enum NameFault: Equatable {
  /// It has more signs than any name.
  case tooLong(String)
  /// It holds a sign that moves the cursor, breaks the line or turns the writing around.
  case sign(Unicode.Scalar, String)

  /// - Parameter name: the name; nil results where it is one.
  /// - Complexity: linear in the most signs of a name, whatever the length.
  init?(_ name: String) {
    let signs = name.unicodeScalars.prefix(NetworkLimits.name + 1)
    if signs.count > NetworkLimits.name {
      self = .tooLong(name)
    } else if let sign = TerminalText.harm(in: name) {
      self = .sign(sign, name)
    } else {
      return nil
    }
  }

  /// It in words, the name cut and made harmless.
  func mismatch(isNetwork: Bool) -> Mismatch {
    switch self {
    case .tooLong(let name):
      Mismatch(
        summary: .nameTooLong(
          name: TerminalText.name(name, atMost: 40), isNetwork: isNetwork, limit: NetworkLimits.name),
        help: .shortName)
    case .sign(let sign, let name):
      Mismatch(
        summary: .nameHasSign(
          name: TerminalText.name(name, atMost: 40), isNetwork: isNetwork, sign: Int(sign.value)),
        help: .plainName)
    }
  }
}
