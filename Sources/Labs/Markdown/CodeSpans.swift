/// The runs of backticks in a paragraph, so that code spans are found as CommonMark finds them.
struct CodeSpans {
  /// Where the last run of each length starts.
  private var lastStart: [Int: Int] = [:]
  private let run: ArraySlice<UInt8>

  /// - Parameter run: the bytes of the paragraph.
  init(in run: ArraySlice<UInt8>) {
    self.run = run
    var index = run.startIndex
    while index < run.endIndex {
      let end = Self.endOfBackticks(in: run, from: index)
      if end > index { lastStart[end - index] = index }
      index = max(end, index + 1)
    }
  }

  /// Where the code span that begins at `start` ends; where none does, the end of the backticks.
  ///
  /// - Complexity: linear in the length of the span, so that a whole paragraph takes linear time.
  func end(from start: Int) -> Int {
    let open = Self.endOfBackticks(in: run, from: start)
    let length = open - start
    guard let last = lastStart[length], last > start else { return open }
    var index = open
    while index <= last {
      let end = Self.endOfBackticks(in: run, from: index)
      if end - index == length { return end }
      index = max(end, index + 1)
    }
    return open
  }

  private static func endOfBackticks(in run: ArraySlice<UInt8>, from start: Int) -> Int {
    var index = start
    while index < run.endIndex, run[index] == UInt8(ascii: "`") { index += 1 }
    return index
  }
}
