import Testing

@testable import SegLabCommands

/// What is drawn over and over takes one line, whatever the width, and a table that is too wide becomes a list.
@Suite struct ProgressLineTests {
  @Test(arguments: [20, 30, 50, 80, 120, 200]) func `a progress line fits`(columns: Int) {
    let line = ProgressLine(
      name: "four-numbers-trained 12/30", share: 0.42,
      words: "42 %  epoch 1/30  loss 23051407.539  12.5 steps/s  1:02:03 left", short: "42 %  1:02:03 left")
    let text = line.text(fitting: columns - 1)
    #expect(text.columns < columns && text.contains("42 %"), "\(text)")
    #expect(text.contains("1:02:03 left") == (columns > 20))
    #expect(text.contains("█") == (columns >= 80) && text.contains("loss") == (columns >= 120), "\(text)")
  }

  @Test func `a table that is too wide is told row by row`() {
    var table = TextTable([.left, .right, .right])
    table.add(["layer", "output", "parameters"])
    table.add(["층", "[256, 256, 2]", "100,663,296"])
    #expect(table.lines(fitting: 40).count == 2)
    #expect(table.lines(fitting: 20) == ["층", "  output: [256, 256, 2]", "  parameters: 100,663,296"])
  }
}
