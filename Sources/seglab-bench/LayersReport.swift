internal import Foundation
internal import Networks

/// What a machine can do at most.
struct Roofs: Encodable {
  /// Floating-point operations a second.
  let flops: Double
  /// Bytes a second between memory and processor.
  let bandwidth: Double
}

/// What the passes of a training step took, beside what the machine could do.
struct LayersReport: Encodable {
  /// A layer's pass.
  struct Row: Encodable {
    let layer: String
    /// `forward`, `inputGradient` or `weightGradient`; nil for the loss and the optimizer.
    let pass: String?
    let algorithm: String?
    let ms: Double
    /// Billions of floating-point operations a second: by the definition, and as they are done.
    let gflopsCounted, gflopsDone: Double
    /// Millions of bytes of maps and weights that pass between memory and processor, each once.
    let megabytes: Double
    /// The least time that arithmetic or memory would take, as a share of the time; nil where nothing is known of the work.
    let roofShare: Double?
    /// Which of them takes longer: `compute` or `memory`.
    let roof: String?

    /// - Parameters:
    ///   - time: what was measured.
    ///   - roofs: what the machine can do.
    init(_ time: LayerTime, under roofs: Roofs) {
      let (compute, memory) = (2 * time.done / roofs.flops, time.bytes / roofs.bandwidth)
      layer = time.layer
      pass = time.pass?.rawValue
      algorithm = time.algorithm
      ms = time.seconds * 1_000
      // A pass that is over at once took a billionth of a second at least.
      let seconds = max(time.seconds, 1e-9)
      gflopsCounted = 2 * time.counted / seconds / 1e9
      gflopsDone = 2 * time.done / seconds / 1e9
      megabytes = time.bytes / 1e6
      let least = max(compute, memory)
      roofShare = least > 0 ? least / seconds : nil
      roof = least > 0 ? compute >= memory ? "compute" : "memory" : nil
    }

    /// Milliseconds beyond the roof.
    var lost: Double { ms * (1 - min(1, roofShare ?? 1)) }
  }

  let net: String
  let base: Int?
  let batch: Int
  let threads: Int
  let roofs: Roofs
  let rows: [Row]

  /// All passes together, in milliseconds.
  var total: Double { rows.reduce(0) { $0 + $1.ms } }

  /// The report for people, a heading first.
  ///
  /// - Parameter lostFirst: whether the passes with most to win stand first; otherwise they stand as they run.
  /// - Returns: lines without ends.
  func lines(lostFirst: Bool) -> [String] {
    let width = base.map { ", base \($0)" } ?? ""
    var lines = [
      "\(net)\(width), batch \(batch), \(threads) threads",
      String(
        format: "roofs, measured now: %.0f GFLOP/s, %.1f GB/s read and written", roofs.flops / 1e9,
        roofs.bandwidth / 1e9),
      "",
      line(["layer", "pass", "algorithm", "ms", "share", "counted", "done", "MB", "of roof", "lost"]),
    ]
    for row in lostFirst ? rows.sorted(by: { $0.lost > $1.lost }) : rows {
      lines.append(
        line([
          row.layer, row.pass.map { Self.words[$0] ?? $0 } ?? "", row.algorithm ?? "", text("%.2f", row.ms),
          text("%.1f %%", row.ms / max(total, 1e-9) * 100),
          row.gflopsCounted > 0 ? text("%.0f", row.gflopsCounted) : "",
          row.gflopsDone > 0 ? text("%.0f", row.gflopsDone) : "", row.megabytes > 0 ? text("%.1f", row.megabytes) : "",
          row.roofShare.map { text("%.0f %% ", $0 * 100) + (row.roof == "compute" ? "c" : "m") } ?? "",
          row.roofShare == nil ? "" : text("%.2f", row.lost),
        ]))
    }
    let lost = rows.reduce(0) { $0 + $1.lost }
    lines.append(line(["all", "", "", text("%.2f", total), "", "", "", "", "", text("%.2f", lost)]))
    lines += [
      "",
      "counted and done: GFLOP/s by the definition, and as the processor does them. c: computing is the nearer roof, m: memory.",
    ]
    return lines
  }

  /// Passes in a column's width.
  private static let words = ["inputGradient": "input grad", "weightGradient": "weight grad"]

  private func text(_ format: String, _ number: Double) -> String { String(format: format, number) }

  private func line(_ cells: [String]) -> String {
    let widths = [16, 12, 10, 9, 8, 8, 7, 8, 9, 8]
    return tableRow(cells, widths: widths, left: 3)
  }
}
