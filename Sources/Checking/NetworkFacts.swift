internal import Diagnostics
internal import Messages
internal import Networks
internal import SegLab
internal import Tensors
internal import Workbench

/// A network with what the engine worked out about it before training.
struct NetworkFacts {
  /// The constant that holds it.
  let constant: String
  /// The network as described.
  let network: Network
  /// The cell whose text makes the constant; nil where no cell visibly does.
  let home: ConstantHome?
  /// What it was held against.
  let limits: NetworkLimits
  /// What the engine worked out; its messages stand on lines of the lab.
  let report: ShapeReport
  /// Messages about its layers, each on a line of a cell.
  let diagnostics: [Diagnostic]

  /// The line that messages about the network as a whole point to.
  var line: Int { home?.line ?? 0 }
  /// Its layers with their shapes, down to the first that does not fit.
  var layers: [LayerSummary] { report.layers }
  /// How many parameters those have.
  var parameters: Int { report.cost.parameters }
  /// The first thing that is wrong, where something is.
  var mismatch: Diagnostic? { diagnostics.first { $0.severity == .error || $0.severity == .hole } }

  /// - Parameters:
  ///   - constant: the constant that holds it.
  ///   - network: the network as described.
  ///   - places: where things of the answer stand in the lab.
  ///   - limits: what it must fit, and what it may cost.
  ///   - wanted: what the lab asks of it.
  init(
    constant: String, network: Network, places: AnswerPlaces, limits: NetworkLimits,
    wanted: WantedNetwork = WantedNetwork()
  ) {
    self.constant = constant
    self.network = network
    self.limits = limits
    home = places.home(of: constant)
    var asked = limits
    asked.wanted = wanted
    report = ShapeReport(of: network, file: places.file, limits: asked)
    var calledAgain: Set<Int> = []
    let layers = report.layers
    diagnostics = report.diagnostics.compactMap { message in
      let line = places.line(message.line, in: constant)
      // Two calls make several layers of one name each, and it is one mistake.
      if let told = places.calledAgain(message, on: line, in: constant) {
        return calledAgain.insert(told.line).inserted ? told : nil
      }
      guard let call = places.call(making: message.layer, on: line, in: constant) else {
        return message.moved(to: line, help: places.giving(message, layers, in: constant))
      }
      return message.moved(
        to: call, help: places.mended(message, on: call) ?? places.giving(message, layers, in: constant))
    }
  }

  /// The line of a layer, for messages.
  func line(of layer: LayerSummary, _ places: AnswerPlaces) -> Int { places.line(layer.line, in: constant) }
}

/// Where what a learner's program hands over stands in the lab.
///
/// The lines in a description come from the learner's program and are good for pointing at a place; whose work something is, the text
/// alone decides.
struct AnswerPlaces {
  /// The lab's file, as the reader knows it.
  let file: String
  private let homes: [String: ConstantHome]
  private let cells: [ClosedRange<Int>]
  /// The lab's text; empty where nobody asks for calls.
  private let text: SourceText

  /// - Parameters:
  ///   - file: the lab's file, as the reader knows it.
  ///   - homes: the cells that make the answer's constants.
  ///   - cells: the lines of each cell of Swift.
  ///   - text: the lab's text.
  init(file: String, homes: [String: ConstantHome], cells: [ClosedRange<Int>], text: String = "") {
    self.text = SourceText(text)
    self.file = file
    self.homes = homes
    self.cells = cells
  }

  /// The cell that makes a constant.
  func home(of constant: String) -> ConstantHome? { homes[constant] }

  /// The line of the constant's own cell that calls a function which makes a layer elsewhere: `block("dec3", 64, 32)` makes `dec3a`.
  ///
  /// - Returns: nil where the layer stands in the constant's cell, or no line names the beginning of its name.
  func call(making layer: String?, on line: Int, in constant: String) -> Int? {
    guard let layer, layer.count > 1 else { return nil }
    var best: (line: Int, length: Int)?
    for (number, words) in lines(making: constant, besides: line) where words.contains("\"") {
      for part in words.split(separator: "\"", omittingEmptySubsequences: false).dropFirst().prefix(8) {
        guard part.count >= 2, part.count < layer.count, layer.hasPrefix(part), words.contains("(\"\(part)\"") else {
          continue
        }
        if part.count > best?.length ?? 0 { best = (number, part.count) }
      }
    }
    return best?.line
  }

  /// The lines of the cell that makes a constant, by number; none where `line` is one of them.
  private func lines(making constant: String, besides line: Int) -> [(number: Int, words: String)] {
    guard let home = homes[constant], let cell = cells.first(where: { $0.contains(home.line) }), !cell.contains(line)
    else { return [] }
    return cell.clamped(to: 1...max(1, text.lineCount)).compactMap { number in text.line(number).map { (number, $0) } }
  }

  /// That two calls of a function make layers of one name, on the second of them, with a name that no call has.
  fileprivate func calledAgain(_ message: Diagnostic, on line: Int, in constant: String) -> Diagnostic? {
    guard case .nameTwice(let name, _)? = message.summary as? NetworkPhrase else { return nil }
    let called = lines(making: constant, besides: line).compactMap {
      number, words -> (line: Int, words: Substring, name: Substring)? in
      let found = words.firstMatch(of: /^\s*(\w+\("([^"]+)".*)$/)
      return found.map { (number, $0.output.1, $0.output.2) }
    }
    let makers = called.filter { name.hasPrefix($0.name) && $0.name.count < name.count }
    let longest = makers.map(\.name.count).max() ?? 0
    let own = makers.filter { $0.name.count == longest }
    guard own.count > 1 else { return nil }
    // `enc1` a second time is the next one that is not there.
    let (stem, digits) = (own[1].name.prefix { !$0.isNumber }, own[1].name.drop { !$0.isNumber })
    let taken = Set(called.map(\.name))
    let start = Int(digits).map { min(max($0, 0), 99) } ?? 1
    guard let number = (start...(start + 100)).dropFirst().first(where: { !taken.contains("\(stem)\($0)") }) else {
      return nil
    }
    let written = own[1].words.replacing("(\"\(own[1].name)\"", with: "(\"\(stem)\(number)\"", maxReplacements: 1)
    return Diagnostic(
      message.severity, file: message.file, line: own[1].line, NetworkPhrase.nameTwice(name: name, line: own[0].line),
      help: SlipPhrase.write(String(written)))
  }

  /// The call on `line` with the number of channels that arrive, where its first number is what the filter was made for.
  fileprivate func mended(_ message: Diagnostic, on line: Int) -> SlipPhrase? {
    guard case .giveFunction? = message.help as? NetworkAdvicePhrase,
      case .filterChannels(_, let filter, let arriving, _)? = message.summary as? NetworkPhrase, filter.count == 4,
      let channels = arriving.last, let words = text.line(line),
      let number = words.firstMatch(of: /[(,]\s*(\d+)\b/), Int(number.output.1) == filter[2]
    else { return nil }
    let found = number.output.1
    // The two numbers changed places: the second is what arrives.
    if let other = words[found.endIndex...].prefixMatch(of: /\s*,\s*(\d+)\b/), Int(other.output.1) == channels {
      let between = words[found.endIndex..<other.output.1.startIndex]
      let swapped = words[..<found.startIndex] + other.output.1 + between + found + words[other.output.1.endIndex...]
      return .write(swapped.withoutIndentation)
    }
    let mended = String(words[..<found.startIndex]) + "\(channels)" + String(words[found.endIndex...])
    return .write(mended.withoutIndentation)
  }

  /// The call that makes the layer which has to give other channels, with their number.
  fileprivate func giving(_ message: Diagnostic, _ layers: [LayerSummary], in constant: String) -> AdvisedPhrase? {
    guard let why = message.advice,
      case .giveChannels(let layer, let wanted, let filter)? = why.phrase as? NetworkAdvicePhrase,
      filter.isEmpty,
      let given = layers.first(where: { $0.name == layer })?.output.dimensions.last,
      let line = call(making: layer, on: 0, in: constant), let words = text.line(line),
      let number = words.matches(of: /[(,]\s*(\d+)\b/).last(where: { Int($0.output.1) == given })?.output.1
    else { return nil }
    let mended = words[..<number.startIndex] + "\(wanted)" + words[number.endIndex...]
    return .write(mended.withoutIndentation, line: line, why: why)
  }

  /// `line` where it stands in a cell of Swift, as that of a layer made by a function does; else the line of the constant.
  func line(_ line: Int, in constant: String) -> Int {
    if cells.contains(where: { $0.contains(line) }) { return line }
    return homes[constant]?.line ?? 0
  }
}

extension StringProtocol {
  /// Without the blanks and tabs at the beginning.
  fileprivate var withoutIndentation: String { String(drop { $0 == " " || $0 == "\t" }) }
}

extension Diagnostic {
  /// The layer that the message is about; nil where it names none.
  fileprivate var layer: String? {
    for child in Mirror(reflecting: summary).children {
      for value in Mirror(reflecting: child.value).children where value.label == "layer" {
        return value.value as? String
      }
    }
    return nil
  }

  /// The same message on another line; its column goes where it moves.
  func moved(to other: Int, help better: (any Phrase)? = nil) -> Diagnostic {
    guard other != line || better != nil else { return self }
    return Diagnostic(severity, file: file, line: other, summary, help: better ?? help)
  }
}
