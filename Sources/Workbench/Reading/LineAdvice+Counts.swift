internal import Messages
internal import SegLab

/// Lists of numbers that have to hold as many as come in: the weights of a dense layer, and a shape with -1 in it.
extension LineAdvice {
  /// `weights: [256, 256, 512]` as `[256 * 256, 512]`, where that is what comes in and what goes out.
  func weights(on line: Int) -> Change? {
    guard let (page, call) = call("Dense", on: line), let items = items("weights", of: call, in: page.text),
      let arriving = arriving(before: call.range.lowerBound, in: page.text), arriving > 0
    else { return nil }
    let numbers = items.compactMap { self.number($0, in: page.text) }
    guard numbers.count == items.count, numbers.allSatisfy({ $0 > 0 }) else { return nil }
    func text(_ some: ArraySlice<ClosedRange<Int>>) -> String {
      some.map { page.text.text($0) }.joined(separator: " * ")
    }
    if items.count > 2 {
      var count = 1
      for (place, number) in numbers.dropLast().enumerated() {
        let product = count.multipliedReportingOverflow(by: number)
        guard !product.overflow else { return nil }
        count = product.partialValue
        guard count == arriving else { continue }
        return set("weights", "[\(text(items[...place])), \(text(items[(place + 1)...]))]", on: line)
      }
      return nil
    }
    guard items.count == 1, let whole = numbers.first else { return nil }
    if whole == arriving { return set("weights", "[\(text(items[...])), .FIXME]", on: line) }
    return whole % arriving == 0 ? set("weights", "[\(arriving), \(whole / arriving)]", on: line) : nil
  }

  /// `shape: [256, 256, -1]` with the number that -1 stands for in other libraries.
  func shape(on line: Int) -> Change? {
    guard let (page, call) = call("Reshape", on: line), let items = items("shape", of: call, in: page.text),
      let arriving = arriving(before: call.range.lowerBound, in: page.text), arriving > 0
    else { return nil }
    let numbers = items.compactMap { self.number($0, in: page.text) }
    guard numbers.count == items.count, let rest = numbers.firstIndex(of: -1), numbers.count(where: { $0 < 1 }) == 1
    else { return nil }
    var others = 1
    for number in numbers where number > 0 {
      let product = others.multipliedReportingOverflow(by: number)
      guard !product.overflow else { return nil }
      others = product.partialValue
    }
    guard arriving % others == 0 else { return nil }
    let written = items.indices.map { $0 == rest ? "\(arriving / others)" : page.text.text(items[$0]) }
    return set("shape", "[\(written.joined(separator: ", "))]", on: line)
  }

  /// The call of this name that a line begins and ends.
  func call(_ name: String, on line: Int) -> (page: Page, call: Call)? {
    guard let (page, row) = place(line) else { return nil }
    return Self.calls(in: page.text).first {
      $0.name == name && $0.isOnOneLine && page.text.tokens[$0.range.lowerBound].line == row
    }.map { (page, $0) }
  }

  private func items(_ label: String, of call: Call, in text: CellText) -> [ClosedRange<Int>]? {
    call.arguments.first { $0.label == label }.flatMap { text.items(ofList: $0.value) }
  }

  private func number(_ range: ClosedRange<Int>, in text: CellText) -> Int? {
    guard case .number(let number)? = ConstantReader(text).value(range),
      number == number.rounded(), abs(number) < 1e12
    else { return nil }
    return Int(number)
  }

  /// How many values the layer above gives, as far as the text tells.
  private func arriving(before place: Int, in text: CellText) -> Int? {
    for call in Self.calls(in: text).reversed() where call.range.upperBound < place {
      switch call.name {
      case "Flatten", "Dropout", "ReLU": continue
      case "Dense":
        guard let items = items("weights", of: call, in: text), items.count == 2 else { return nil }
        return number(items[1], in: text)
      case "Input", "Reshape":
        guard let items = items("shape", of: call, in: text) else { return nil }
        let sides = items.compactMap { number($0, in: text) }
        guard sides.count == items.count, sides.allSatisfy({ (1...100_000).contains($0) }), sides.count <= 3 else {
          return nil
        }
        return sides.reduce(1, *)
      default: return nil
      }
    }
    return nil
  }
}
