import Testing

@testable import Networks
@testable import seglab_bench

@Suite struct LayersReportTests {
  private let roofs = Roofs(flops: 400e9, bandwidth: 20e9)

  private func time(
    _ layer: String, _ pass: LayerPass?, _ algorithm: String?, ms: Double, counted: Double = 0, done: Double = 0,
    bytes: Double = 0
  ) -> LayersReport.Row {
    LayersReport.Row(
      LayerTime(
        layer: layer, pass: pass, algorithm: algorithm, seconds: ms / 1_000, counted: counted, done: done, bytes: bytes),
      under: roofs)
  }

  private var report: LayersReport {
    LayersReport(
      net: "unet", base: 16, batch: 8, threads: 2, roofs: roofs,
      rows: [
        time("down0a", .forward, "direct", ms: 10, counted: 1e9, done: 1e9, bytes: 40e6),
        time("down1a", .weightGradient, "winograd", ms: 20, counted: 4e9, done: 1e9, bytes: 20e6),
        time("pool1", .inputGradient, nil, ms: 4, bytes: 60e6),
        time("update", nil, nil, ms: 6),
      ])
  }

  @Test func `each pass stands beside its roof`() {
    let expected = """
      unet, base 16, batch 8, 2 threads
      roofs, measured now: 400 GFLOP/s, 20.0 GB/s read and written

      layer           pass        algorithm        ms   share counted   done      MB  of roof    lost
      down0a          forward     direct        10.00  25.0 %     200    200    40.0   50 % c    5.00
      down1a          weight grad winograd      20.00  50.0 %     400    100    20.0   25 % c   15.00
      pool1           input grad                 4.00  10.0 %                   60.0   75 % m    1.00
      update                                     6.00  15.0 %
      all                                       40.00                                           21.00

      counted and done: GFLOP/s by the definition, and as the processor does them. c: computing is the nearer roof, m: memory.
      """
    #expect(report.lines(lostFirst: false).joined(separator: "\n") == expected)
  }

  @Test func `the pass with most to win comes first where that is asked for`() {
    let layers = report.lines(lostFirst: true).dropFirst(4).prefix(4).map { $0.prefix { $0 != " " } }
    #expect(layers == ["down1a", "down0a", "pool1", "update"])
  }

  @Test func `a pass faster than its roof loses nothing`() {
    #expect(time("pool1", .forward, nil, ms: 1, bytes: 60e6).lost == 0)
    #expect(time("pool1", .forward, nil, ms: 0, bytes: 60e6).ms == 0)
  }
}
