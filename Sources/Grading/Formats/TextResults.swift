internal import Checking
internal import Messages

/// JUnit's XML: a suite for each cell, a case for each thing that is worth points.
struct JUnitResult {
  let bytes: [UInt8]

  init(_ result: GradedResult) {
    let tests = result.shown(in: result.language)
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    func counts(_ tests: [GradedResult.Test]) -> String {
      let failures = tests.count { $0.verdict == .notYet }
      let errors = tests.count { $0.verdict == .error }
      let skipped = tests.count { $0.verdict == .blocked || $0.verdict == .notAttempted }
      return "tests=\"\(tests.count)\" failures=\"\(failures)\" errors=\"\(errors)\" skipped=\"\(skipped)\""
    }
    let seconds = result.seconds.places(3)
    text += "<testsuites name=\"\(Self.attribute(result.title))\" \(counts(tests)) time=\"\(seconds)\">\n"
    var cells: [String] = []
    for test in tests where !cells.contains(test.cell) { cells.append(test.cell) }
    for (number, cell) in cells.enumerated() {
      let own = tests.filter { $0.cell == cell }
      let time = number == 0 ? seconds : "0.000"
      text +=
        "  <testsuite name=\"\(Self.attribute(cell.isEmpty ? result.lab : cell))\" \(counts(own)) time=\"\(time)\">\n"
      for test in own {
        text +=
          "    <testcase name=\"\(Self.attribute(test.name))\" classname=\"\(Self.attribute(result.lab + "." + cell))\" time=\"0.000\""
        let message = result.failure ?? test.message
        let element: String? =
          switch test.verdict {
          case .passed, .tried: nil
          case .notYet: "failure"
          case .error: "error"
          case .blocked, .notAttempted: "skipped"
          }
        guard let element else {
          text += "/>\n"
          continue
        }
        let first = message.split(separator: "\n").first.map(String.init) ?? test.verdict.rawValue
        text += ">\n      <\(element) message=\"\(Self.attribute(first))\""
        text +=
          element == "skipped" ? "/>\n" : " type=\"\(test.verdict.rawValue)\">\(Self.content(message))</\(element)>\n"
        text += "    </testcase>\n"
      }
      text += "  </testsuite>\n"
    }
    text += "</testsuites>\n"
    bytes = Array(text.utf8)
  }

  /// Text with nothing in it that XML does not allow.
  static func content(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: result += "&amp;"
      case 0x3C: result += "&lt;"
      case 0x3E: result += "&gt;"
      case 0x22: result += "&quot;"
      case 0x09, 0x0A, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: result.unicodeScalars.append(scalar)
      default: result += "\u{FFFD}"
      }
    }
    return result
  }

  private static func attribute(_ text: String) -> String {
    content(text).replacing("\n", with: "&#10;").replacing("\t", with: "&#9;")
  }
}

/// What GitHub Actions shows: a summary in Markdown, and annotations of lines.
public struct ActionsResult {
  /// The summary.
  public let summary: String
  /// The annotations, a command of the workflow each.
  public let annotations: [String]

  /// - Parameter result: what was found out.
  public init(_ result: GradedResult) {
    let tests = result.shown(in: result.language)
    let sum = GradeLabel.points(result.points, of: result.total).text(in: result.language)
    var text = "## \(FeedbackWriter.inert(result.title))\n\n**\(sum)**\n\n"
    for remark in (result.failure.map { [$0] } ?? []) + result.remarks { text += "- \(FeedbackWriter.inert(remark))\n" }
    text += "\n| | | |\n|---|--:|---|\n"
    for test in tests {
      let sign = test.passed ? "✅" : test.verdict == .error ? "⚠️" : test.verdict == .notYet ? "❌" : "⏳"
      let points = "\(test.points?.places(2) ?? "?") / \(test.of.places(2))"
      text += "| \(sign) \(FeedbackWriter.inert(test.name)) | \(points) | \(FeedbackWriter.inert(test.message)) |\n"
    }
    summary = text
    annotations =
      tests.filter { !$0.passed && !$0.message.isEmpty && $0.verdict != .blocked }.map { test in
        let level = test.verdict == .error ? "warning" : "error"
        let line = result.lines[test.cell].map { ",line=\($0)" } ?? ""
        return
          "::\(level) file=\(Self.property(result.file))\(line),title=\(Self.property(test.name))::\(Self.data(test.message))"
      } + (result.failure.map { ["::warning title=\(Self.property(result.title))::\(Self.data($0))"] } ?? [])
  }

  /// Words of a command: nothing in them begins another.
  private static func data(_ text: String) -> String {
    ResultJSON.plain(text, most: 4000).replacing("%", with: "%25").replacing("\r", with: "%0D").replacing(
      "\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
