internal import Checking
internal import Foundation
internal import Messages
internal import Networks

/// The trainings of a sweep as lines across upright axes, one for each number that varies, the last for Dice.
struct ParallelPlot {
  private static let width = 640.0
  private static let height = 260.0
  private static let margin = (left: 50.0, right: 50.0, top: 34.0, bottom: 30.0)

  /// An axis with the numbers of all trainings.
  private struct Axis {
    let name: String
    let values: [Double]
    let places: Int

    var low: Double { values.filter(\.isFinite).min() ?? 0 }
    var high: Double { values.filter(\.isFinite).max() ?? 1 }

    /// From 0 at the bottom to 1 at the top; numbers of many sizes by their logarithm.
    func share(_ value: Double) -> Double {
      guard high > low else { return 0.5 }
      guard low > 0, high / low > 20 else { return (value - low) / (high - low) }
      return log(value / low) / log(high / low)
    }

    func words(_ value: Double) -> String {
      value.rounded() == value && value.magnitude < 1e9 ? Int(value).grouped : value.places(places).trimmedZeros
    }
  }

  let runs: [SweepRun]
  let language: Language

  /// The picture; nil where fewer than two trainings came to an end.
  func svg(id: String) -> String? {
    let done = runs.filter { $0.metrics != nil }
    guard done.count > 1 else { return nil }
    let columns = SweepRun.columns(of: done).map { Axis(name: $0.name, values: $0.values, places: 6) }
    let axes =
      columns + [Axis(name: PageLabel.dice.text(in: language), values: done.map { $0.metrics?.dice ?? 0 }, places: 4)]
    let step = (Self.width - Self.margin.left - Self.margin.right) / Double(max(1, axes.count - 1))
    let places = axes.indices.map { axes.count == 1 ? Self.width / 2 : Self.margin.left + Double($0) * step }
    var content = ""
    for (axis, x) in zip(axes, places) { content += drawn(axis, at: x) }
    // The best line last, so that it lies above the others.
    for number in done.indices.sorted(by: { !done[$0].isBest && done[$1].isBest }) {
      let points = zip(axes, places).map { axis, x in (x: x, y: y(axis.share(axis.values[number]))) }
      let name = done[number].isBest ? "curve" : "raw"
      content += "<path class=\"\(name)\" d=\"\(CurvePath([points]).text)\"/>\n"
    }
    let best = done.firstIndex { $0.isBest } ?? 0
    let words = axes.map { "\($0.name) \($0.words($0.values[best]))" }.joined(separator: ", ")
    return SVGText.picture(
      id: id, class: "chart", width: Self.width, height: Self.height,
      title: SweepPhrase.runs(count: runs.count).text(in: language),
      description: SweepPhrase.picture(axes: columns.map(\.name), best: words).text(in: language), content: content)
  }

  private func y(_ share: Double) -> Double {
    let range = Self.height - Self.margin.top - Self.margin.bottom
    return Self.height - Self.margin.bottom - min(1, max(0, share)) * range
  }

  private func drawn(_ axis: Axis, at x: Double) -> String {
    let line = CurvePath([[(x, y(0)), (x, y(1))]]).text
    return "<path class=\"axis\" d=\"\(line)\"/>\n"
      + SVGText.text(axis.name, x: x, y: 14, anchor: "middle", class: "title") + "\n"
      + SVGText.text(axis.words(axis.high), x: x, y: y(1) - 6, anchor: "middle", class: "tick") + "\n"
      + SVGText.text(axis.words(axis.low), x: x, y: y(0) + 16, anchor: "middle", class: "tick") + "\n"
  }
}
