internal import Foundation
internal import Messages
internal import SegLab

/// Lists of a sweep that hold too few values, values too near one another, or one that is none to train with.
extension LineAdvice {
  /// The list that a sweep tries for a setting with values that are all good ones.
  ///
  /// - Parameters:
  ///   - setting: the setting, with or without its plural.
  ///   - count: how many different values there have to be, at least.
  ///   - range: by how much the largest has to be larger than the smallest, at least.
  ///   - line: a line of the sweep.
  /// - Returns: nil where the list is not plain numbers on one line.
  func values(of setting: String, count: Int, range: Double, near line: Int) -> Change? {
    guard let (page, row) = place(line), count <= 12 else { return nil }
    let sweeps = Self.calls(in: page.text).filter { call in
      call.name == "Sweep"
        && (page.text.tokens[call.range.lowerBound].line...page.text.tokens[call.range.upperBound].line).contains(row)
    }
    guard let call = sweeps.first,
      let list = call.arguments.first(where: { $0.label == setting || $0.label == setting + "s" }),
      let label = list.label, CallSignature.of("Sweep")?.parameter(label)?.kind == .reals,
      case .list(let numbers)? = ConstantReader(page.text).value(list.value),
      page.text.tokens[list.value.lowerBound].line == page.text.tokens[list.value.upperBound].line
    else { return nil }
    guard numbers.count <= 12 else { return nil }
    let isDecay = label == "decayRates"
    let written = Self.better(
      numbers, count: max(count, numbers.count), range: range, most: isDecay ? 1 : 1_000, by: isDecay ? 2 : 3)
    // What is said has to pass.
    let tried = Set(written.compactMap(Double.init))
    guard tried.count == written.count, tried.count >= count, let least = tried.min(), let largest = tried.max(),
      least > 0, largest / least >= range
    else { return nil }
    let edit = page.text.replace(list.value, by: "[\(written.joined(separator: ", "))]")
    let place = page.text.tokens[list.value.lowerBound].line
    let mended = page.text.applying([edit])[place]
    return mended == page.text.lines[place] ? nil : .write(line: page.line + place, mended)
  }

  /// Numbers above 0, each once and far enough apart: smaller ones are put before them until there are enough.
  private static func better(
    _ numbers: [Double], count: Int, range: Double, most: Double, by factor: Double
  ) -> [String] {
    var good: [Double] = []
    for number in numbers where number > 0 && number <= most && number.isFinite && !good.contains(number) {
      good.append(number)
    }
    if good.isEmpty { good = [most == 1 ? 1 : 0.01] }
    func text(_ number: Double) -> String { ConstantValue.number(number).written ?? "\(number)" }
    // What is made here needs no more than two digits.
    func made(_ number: Double) -> String { text(Double(String(format: "%.2g", number)) ?? number) }
    let (least, largest) = (good.min() ?? 1, good.max() ?? 1)
    if largest / least < range, good.count >= count {
      // As many as there are, in even steps down from the largest.
      let step = max(factor, Foundation.pow(range, 1 / Double(max(1, good.count - 1))).rounded(.up))
      return good.indices.reversed().map { $0 == 0 ? text(largest) : made(largest / Foundation.pow(step, Double($0))) }
    }
    var more: [String] = []
    for place in 0..<max(0, count - good.count) {
      more.insert(made(least / Foundation.pow(factor, Double(place + 1))), at: 0)
    }
    return more + good.map(text)
  }
}
