internal import Foundation

/// Two sides' measurements as lines of a table.
struct ComparisonTable {
  let ours: [PrintedReport]
  /// Empty where there is no rival.
  let theirs: [PrintedReport]

  /// The table, a heading first.
  var lines: [String] {
    var lines = [row("", "SegLab", theirs.isEmpty ? "" : "PyTorch", theirs.isEmpty ? "" : "ratio")]
    lines.append(row("training step, ms", \.trainMS.median))
    lines.append(row("  the fastest", fastest: \.trainMS.min))
    lines.append(row("inference, ms", \.inferMS.median))
    lines.append(row("  the fastest", fastest: \.inferMS.min))
    lines.append(row("peak memory, MB", \.peakRSSMB))
    let moved = ours.compactMap(\.bytesPerSecond)
    if !moved.isEmpty {
      lines.append(row("weights moved, GB/s", String(format: "%.1f", Spread(moved).median / 1e9), "", ""))
    }
    let fractions = ours.compactMap(\.bandwidthFraction)
    if !fractions.isEmpty {
      lines.append(row("of memory bandwidth", String(format: "%.0f %%", Spread(fractions).median * 100), "", ""))
    }
    let shares = ours.compactMap(\.dataShare)
    if !shares.isEmpty {
      lines.append(row("waiting for images", String(format: "%.2f %%", Spread(shares).median * 100), "", ""))
    }
    return lines
  }

  private func row(_ name: String, _ value: (PrintedReport) -> Double) -> String {
    row(name, Spread(ours.map(value)).median, theirs.isEmpty ? nil : Spread(theirs.map(value)).median)
  }

  private func row(_ name: String, fastest value: (PrintedReport) -> Double) -> String {
    row(name, Spread(ours.map(value)).min, theirs.isEmpty ? nil : Spread(theirs.map(value)).min)
  }

  private func row(_ name: String, _ a: Double, _ b: Double?) -> String {
    row(
      name, String(format: "%.1f", a), b.map { String(format: "%.1f", $0) } ?? "",
      b.map { String(format: "%.2f", a / $0) } ?? "")
  }

  private func row(_ cells: String...) -> String {
    let widths = [22, 10, 10, 8]
    return zip(cells, widths).enumerated().map { index, cell in
      let padding = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
      return index == 0 ? cell.0 + padding : padding + cell.0
    }.joined().trimmed
  }
}

extension String {
  fileprivate var trimmed: String { String(self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)]) }
}
