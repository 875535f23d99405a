import Testing

@testable import seglab_bench

@Suite struct ComparisonTableTests {
  private func ours(train: Double, infer: Double) throws -> PrintedReport {
    try PrintedReport(
      """
      {"net":"fc","train_ms":{"median":\(train),"min":\(train - 1),"max":90},"infer_ms":{"median":\(infer),"min":\(infer - 1),
      "max":9},"peak_rss_mb":480,"bytes_per_second":12500000000,"bandwidth_fraction":0.5,"data_share":0.0031}
      """)
  }

  private func theirs(train: Double) throws -> PrintedReport {
    try PrintedReport(
      """
      {"train_ms":{"median":\(train),"min":\(train - 10)},"infer_ms":{"median":8,"min":8},"peak_rss_mb":960,
      "variant":"channels-last","version":"2.15"}
      """)
  }

  @Test func `both sides stand beside each other with their ratio`() throws {
    let table = ComparisonTable(
      ours: try [ours(train: 40, infer: 4), ours(train: 42, infer: 6), ours(train: 60, infer: 5)],
      theirs: try [theirs(train: 84), theirs(train: 80), theirs(train: 90)])
    let expected = """
                                SegLab   PyTorch   ratio
      training step, ms           42.0      84.0    0.50
        the fastest               39.0      70.0    0.56
      inference, ms                5.0       8.0    0.62
        the fastest                3.0       8.0    0.38
      peak memory, MB            480.0     960.0    0.50
      weights moved, GB/s         12.5
      of memory bandwidth         50 %
      waiting for images        0.31 %
      """
    #expect(table.lines.joined(separator: "\n") == expected)
  }

  @Test func `without a rival one side stands alone`() throws {
    let table = ComparisonTable(ours: try [ours(train: 40, infer: 4)], theirs: [])
    let expected = """
                                SegLab
      training step, ms           40.0
        the fastest               39.0
      inference, ms                4.0
        the fastest                3.0
      peak memory, MB            480.0
      weights moved, GB/s         12.5
      of memory bandwidth         50 %
      waiting for images        0.31 %
      """
    #expect(table.lines.joined(separator: "\n") == expected)
  }

  @Test func `what is no report is refused`() {
    for text in ["", "[]", "{}", "Traceback (most recent call last):", #"{"train_ms": 3}"#] {
      #expect(throws: (any Error).self) { try PrintedReport(text) }
    }
  }
}
