import Testing

@testable import Pages

@Suite struct ChartTests {
  static func samples(_ values: [Double]) -> [ChartSample] {
    values.enumerated().map { ChartSample(x: Double($0), y: $1) }
  }

  static func chart(_ values: [Double], reference: LineChart.Reference? = nil, limits: ClosedRange<Double>? = nil)
    -> LineChart
  {
    LineChart(
      id: "c", title: "t", description: "d", xTitle: "step", samples: samples(values), reference: reference,
      xRange: 0...Double(max(values.count - 1, 0)), limits: limits, emptyNote: "nothing")
  }

  @Test(
    "ticks are round numbers with as many places as they need",
    arguments: [
      (2.0...8.3, ["2", "4", "6", "8", "10"]), (0.41...0.9835, ["0.4", "0.6", "0.8", "1.0"]),
      (0.9801...0.9835, ["0.980", "0.981", "0.982", "0.983", "0.984"]), (5...5, ["4.5", "5.0", "5.5"]),
      (0...0, ["-0.0010", "-0.0005", "0", "0.0005", "0.0010"]),
      (-3...250_000, ["-100,000", "0", "100,000", "200,000", "300,000"]),
      (0...3e9, ["0", "1e9", "2e9", "3e9"]),
    ])
  func ticks(_ range: ClosedRange<Double>, _ labels: [String]) {
    #expect(ChartAxis.linear(covering: range, count: 4).ticks.map(\.label) == labels)
  }

  @Test("an axis never goes beyond what the quantity can be")
  func limits() {
    let axis = ChartAxis.linear(covering: 0.02...1, count: 4, within: 0...1)
    #expect(axis.lower == 0 && axis.upper == 1)
  }

  @Test("a logarithmic axis has powers of ten, and 2 and 5 where there is room")
  func logarithmic() {
    let axis = ChartAxis.logarithmic(covering: 0.03...4)
    #expect(axis.ticks.map(\.label) == ["0.01", "0.1", "1", "10"])
    #expect(ChartAxis.logarithmic(covering: 0.2...3).ticks.map(\.label) == ["0.2", "0.5", "1", "2", "5"])
    #expect(abs(axis.fraction(of: axis.lower)) < 1e-12 && abs(axis.fraction(of: axis.upper) - 1) < 1e-12)
    #expect(ChartAxis.logarithmic(covering: 1e-9...1e9).ticks.count <= 8)
  }

  @Test("thinning keeps every peak and is bounded")
  func thinning() {
    var values = (0..<100_000).map { Double($0 % 7) }
    values[54_321] = 99
    values[77_777] = -99
    let thin = Curve.thinned(Self.samples(values), over: 0...99_999, columns: 300).flatMap { $0 }
    #expect(thin.count <= 600)
    #expect(thin.contains { $0.y == 99 } && thin.contains { $0.y == -99 })
    #expect(thin.map(\.x) == thin.map(\.x).sorted())
  }

  @Test("values that cannot be drawn leave a gap", arguments: [Double.nan, .infinity, -.infinity, 1e31])
  func gaps(_ bad: Double) {
    let thin = Curve.thinned(Self.samples([1, 2, bad, 3, 4]), over: 0...4, columns: 100)
    #expect(thin.map { $0.map(\.y) } == [[1, 2], [3, 4]])
    #expect(Curve.thinned(Self.samples([bad, bad]), over: 0...1, columns: 10).isEmpty)
  }

  @Test("an average is between its neighbours, leaves out what is no number, and is not made of few values")
  func smoothing() throws {
    var values = [Double](repeating: 3, count: 240)
    values[100] = .nan
    let smooth = try #require(Curve.smoothed(Self.samples(values), count: 240, logarithmic: false))
    #expect(smooth.filter(\.isDrawable).allSatisfy { abs($0.y - 3) < 1e-9 })
    #expect(smooth.filter { !$0.isDrawable }.count == 1)
    #expect(Curve.smoothed(Self.samples([1, 2, 3]), count: 100, logarithmic: false) == nil)
  }

  @Test(
    "no path holds anything but finite numbers",
    arguments: [
      [], [1], [.nan], [.infinity, 2, .nan, 3], [1e300, 1], [0, 0, 0], [-5, 1e-12], [1e29, -1e29], [1e-30, 1e29],
      (0..<500).map { $0 % 3 == 0 ? .nan : Double($0) },
    ])
  func finite(_ values: [Double]) {
    for reference in [nil, LineChart.Reference(value: 0.9835, label: "all-background baseline 0.9835")] {
      let chart = Self.chart(values, reference: reference)
      for format in [LineChart.Format.wide, .narrow] {
        let svg = chart.svg(format, left: chart.leftMargin, showsSteps: true)
        #expect(!svg.contains("nan") && !svg.contains("inf") && !svg.contains("NaN"))
        #expect(TagReader(svg).faults.isEmpty)
        #expect(svg == chart.svg(format, left: chart.leftMargin, showsSteps: true))
      }
    }
  }

  @Test("a chart of nothing says so")
  func empty() {
    #expect(Self.chart([.nan]).svg(.wide, left: 40, showsSteps: true).contains(">nothing</text>"))
  }

  @Test("a loss over several powers of ten gets a logarithmic axis, one that falls from 8 to 2 does not")
  func scale() {
    #expect(Self.chart([8, 4, 2]).svg(.wide, left: 40, showsSteps: true).contains(">4</text>"))
    #expect(Self.chart([1000, 10, 0.1]).svg(.wide, left: 40, showsSteps: true).contains(">0.1</text>"))
  }

  @Test("the words in a chart keep clear of the curve where there is room")
  func labels() throws {
    let points = stride(from: 0.0, through: 300, by: 2).map { (x: $0, y: 100.0) }
    let places = [ChartLabel.Place(x: 10, y: 104), ChartLabel.Place(x: 10, y: 60), ChartLabel.Place(x: 10, y: 30)]
    let best = try #require(ChartLabel.best(places, width: 80, height: 14, avoiding: points))
    #expect(best.y == 60)
    #expect(ChartLabel.best([], width: 80, height: 14, avoiding: points) == nil)
  }
}
