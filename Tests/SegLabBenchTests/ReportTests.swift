import Testing

@testable import seglab_bench

@Suite struct ReportTests {
  private static let step = StepReport(
    net: "unet", base: 16, batch: 8, threads: 2, trainMS: Spread([700, 710.5, 690]), inferMS: Spread([200, 202]),
    gflops: 150.25, peakRSSMB: 481.5, bytesPerSecond: 4e9, bandwidthBytesPerSecond: 16e9, bandwidthFraction: 0.25,
    dataShare: 0.0125)

  @Test func `a step's report as JSON has exactly these fields`() throws {
    let expected =
      #"{"bandwidth_bytes_per_second":16000000000,"bandwidth_fraction":0.25,"base":16,"batch":8,"#
      + #""bytes_per_second":4000000000,"data_share":0.0125,"gflops":150.25,"#
      + #""infer_ms":{"max":202,"median":201,"min":200},"net":"unet","peak_rss_mb":481.5,"threads":2,"#
      + #""train_ms":{"max":710.5,"median":700,"min":690}}"#
    #expect(try Self.step.json() == expected)
  }

  @Test func `a network without widths has the field all the same, and nothing in it`() throws {
    let report = StepReport(
      net: "fc", base: nil, batch: 1, threads: 2, trainMS: Spread([1]), inferMS: Spread([1]), gflops: 1, peakRSSMB: 1,
      bytesPerSecond: 1, bandwidthBytesPerSecond: 1, bandwidthFraction: 1, dataShare: 0)
    #expect(try report.json().contains(#""base":null,"#))
  }

  @Test func `a step's report for people`() {
    let expected = """
      unet, batch 8, 2 threads
      training step  700.0 ms (690.0 to 710.5)
      inference      201.0 ms (200.0 to 202.0)
      arithmetic     150.2 GFLOP/s
      weights moved  4.0 GB/s, 25 % of the 16.0 GB/s that this machine reads
      data           1.25 % of a training step
      peak memory    482 MB
      """
    #expect(Self.step.text == expected)
  }

  private static let data = DataReport(
    dataCase: "knee", batch: 8, threads: 2, prepareMS: Spread([4, 5, 6]), stepMS: Spread([51, 51, 60]),
    heldStepMS: Spread([50, 50, 40]), dataShare: 0.005)

  @Test func `what data cost as JSON and for people`() throws {
    let json =
      #"{"batch":8,"case":"knee","data_share":0.005,"held_step_ms":{"max":50,"median":50,"min":40},"#
      + #""prepare_ms":{"max":6,"median":5,"min":4},"processor_share":"# + "\(5 / (51.0 * 2))"
      + #","slowdown":"# + "\(51.0 / 50 - 1)"
      + #","step_ms":{"max":60,"median":51,"min":51},"threads":2}"#
    #expect(try Self.data.json() == json)
    let text = """
      knee, batch 8, 2 threads
      preparing a batch        5.0 ms (4.0 to 6.0)
      training step            51.0 ms (51.0 to 60.0)
      on prepared images       50.0 ms (40.0 to 50.0)
      waiting for images       0.50 % of a training step
      processors' share        4.9 %
      longer than without      2.0 %
      """
    #expect(Self.data.text == text)
  }

  @Test func `the middle of an even number of measurements lies between two of them`() {
    let spread = Spread([4, 1, 3, 2])
    #expect(spread.median == 2.5 && spread.min == 1 && spread.max == 4)
  }
}
