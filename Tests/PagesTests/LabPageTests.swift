import Checking
import Diagnostics
import Files
import Foundation
import Labs
import Messages
import Networks
import Tensors
import Testing

@testable import Pages

@Suite struct LabPageTests {
  static func page(_ name: String, _ language: Language, with report: (Lab) -> LabReport?) throws -> String {
    let lab = try Samples.lab(name)
    return try LabPage(theme: Samples.theme, language: language).html(lab: lab, report: report(lab))
  }

  @Test("every tag is closed, every id is there once, and every link leads somewhere", arguments: Language.allCases)
  func structure(_ language: Language) throws {
    for html in [
      try Self.page("passed", language, with: SampleReports.passed),
      try Self.page("unfinished", language, with: SampleReports.unfinished),
      try Self.page("unfinished", language, with: { _ in nil }),
    ] {
      let page = TagReader(html)
      #expect(page.faults.isEmpty)
      let ids = page.tags.compactMap { $0.attributes["id"] }
      #expect(Set(ids).count == ids.count)
      for tag in page.tags {
        if let target = tag.attributes["href"], !target.hasPrefix("data:image/png;base64,") {
          #expect(target.hasPrefix("#") && ids.contains(String(target.dropFirst())), "\(target)")
        }
        for name in (tag.attributes["aria-labelledby"] ?? "").split(separator: " ") {
          #expect(ids.contains(String(name)), "\(name)")
        }
        if tag.name == "img" { #expect(tag.attributes["alt"]?.isEmpty == false) }
        if tag.name == "th" { #expect(tag.attributes["scope"] != nil) }
      }
      #expect(page.tags.first { $0.name == "html" }?.attributes["lang"] == language.rawValue)
      #expect(page.tags.filter { $0.name == "main" }.count == 1)
      #expect(page.tags.filter { $0.name == "table" }.count == page.tags.filter { $0.name == "caption" }.count)
    }
  }

  @Test("headings go down one level at a time")
  func headings() throws {
    let page = TagReader(try Self.page("passed", .english, with: SampleReports.passed))
    let levels = page.tags.compactMap { tag in
      tag.name.count == 2 && tag.name.hasPrefix("h") ? Int(tag.name.dropFirst()) : nil
    }
    #expect(levels.first == 1)
    #expect(levels.filter { $0 == 1 }.count == 1)
    for (above, below) in zip(levels, levels.dropFirst()) { #expect(below <= above + 1) }
  }

  @Test("nothing is fetched and nothing runs")
  func selfContained() throws {
    let html = try Self.page("passed", .english, with: SampleReports.passed)
    #expect(!html.contains("<script"))
    #expect(!html.contains("http:") && !html.contains("https:"))
    for tag in TagReader(html).tags {
      #expect(tag.name != "link" && !tag.attributes.keys.contains { $0.hasPrefix("on") })
      if let source = tag.attributes["src"] { #expect(source.hasPrefix("data:image/png;base64,")) }
    }
  }

  @Test("the background's accuracy always stands beside the network's")
  func baseline() throws {
    let html = try Self.page("passed", .english, with: SampleReports.passed)
    #expect(
      html.contains("<span class=\"number\">0.7500</span><span class=\"beside\">all-background baseline 0.8125</span>"))
    #expect(html.contains("0.0625 below the all-background baseline"))
    #expect(html.contains(">all-background baseline 0.8125</text>"))
  }

  @Test("a right answer is not given away", arguments: Language.allCases)
  func secrets(_ language: Language) throws {
    let html = try Self.page("unfinished", language, with: SampleReports.unfinished)
    #expect(!html.contains("finds nothing"))
    #expect(
      html.contains("Compare it with the background&#39;s.") || html.contains("Compare it with the background's."))
  }

  @Test("the layers of one network are listed once, and where it is trained again it is said where")
  func sameLayers() throws {
    let experiments = ["one", "two", "three"].map {
      """
      ```yaml experiment=\($0)
      network: net
      show: [curves]
      ```
      """
    }
    let head = "---\ntitle: T\nid: t\ndataset: cardiac\n---\n\n"
    let lab = try #require(Lab.parse(text: head + experiments.joined(separator: "\n\n") + "\n", file: "labs/t.md").lab)
    let sample = SampleReports.experiment(lab)
    func run(_ id: String, _ layers: [LayerSummary]) -> ExperimentReport {
      ExperimentReport(
        id: id, run: id, reused: false, seconds: 1, epochs: 1, steps: 1, metrics: sample.metrics, weightsDigest: "",
        history: sample.history, layers: layers, dataset: "cardiac", trainingImages: 1, validationImages: 1,
        split: "image", overlays: [])
    }
    let report = LabReport(
      lab: "t", cells: [],
      experiments: [run("one", sample.layers), run("two", sample.layers), run("three", sample.layers.dropLast())],
      diagnostics: [], printed: "")
    let html = try LabPage(theme: Samples.theme, language: .english).html(lab: lab, report: report)
    #expect(TagReader(html).faults.isEmpty)
    let anchors = TagReader(html).tags.compactMap { $0.attributes["id"] }.filter { $0.hasPrefix("graph-") }
    #expect(anchors.contains { $0.hasPrefix("graph-one-") } && anchors.contains { $0.hasPrefix("graph-three-") })
    #expect(!anchors.contains { $0.hasPrefix("graph-two-") })
    let links = TagReader(html).tags.compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("#graph-") }
    #expect(links.count == 1 && links.allSatisfy { anchors.contains(String($0.dropFirst())) })
    #expect(html.contains("The same layers as in <code>one</code>, where they are listed."))
  }

  @Test("hostile words in every place come out as words")
  func hostile() throws {
    let evil = "</code></script><script>alert(1)</script>\" onload=\"x\u{202E}\u{0}\u{1B}[31m<\u{301}img src=x>"
    let text = """
      ---
      title: "<b>bold</b> & \\"quoted\\""
      id: hostile
      dataset: cardiac
      ---
      ## <i>raw</i> & `</h2><script>`

      Some $</math><script>x</script>$ and `<\u{301}b>`.

      ```swift exercise=evil
      let text = "</pre><script>alert(1)</script>" // \u{202E} <\u{301}script>
      ```

      ```text hint=evil
      <script>hint</script>
      ```

      ```yaml experiment=run
      network: evil
      show: [curves, graph, predictions]
      ```

      ```yaml question=ask
      ask: "<script>ask</script>"
      choices:
        - {key: "<a>", text: "<script>choice</script>", why: "<script>why</script>"}
        - {key: b, text: "x", right: true, why: "y"}
      ```

      ```text answer=ask
      <a>
      ```
      """
    let lab = try #require(Lab.parse(text: text, file: "labs/<evil>.md").lab)
    let overlay = SampleReports.overlay
    let run = ExperimentReport(
      id: "run", run: evil, reused: false, seconds: .nan, epochs: 1, steps: 1,
      metrics: Metrics(
        loss: .infinity, accuracy: .nan, dice: .nan, meanDice: -.infinity, baselineAccuracy: .nan, swappedDice: 0),
      weightsDigest: evil, history: [HistoryPoint(step: 0, epoch: 0, loss: .nan, accuracy: .nan, learningRate: .nan)],
      layers: [
        LayerSummary(
          name: evil, kind: evil, inputs: [evil], output: .init([1]), parameters: .max, multiplyAdds: .max, line: 1),
        LayerSummary(
          name: "b", kind: "b", inputs: [], output: .init([1]), parameters: .max, multiplyAdds: 1, line: 1),
      ], dataset: evil, trainingImages: 1, validationImages: 1, split: evil,
      overlays: [
        Overlay(
          name: evil, width: overlay.width, height: overlay.height, image: overlay.image, label: overlay.label,
          prediction: overlay.prediction, dice: .nan)
      ])
    let check = CheckResult(
      .shape, .notYet, expected: .text(evil), measured: .shape(layer: evil, [1]), message: Verbatim("`" + evil + "`"),
      line: 11)
    let report = LabReport(
      lab: evil,
      cells: [
        CellReport("evil", .exercise, checks: [check]), CellReport("run", .experiment, checks: [check]),
        CellReport(
          "ask", .question,
          checks: [
            CheckResult(
              .answer, .notYet, message: CheckPhrase.justification("<script>why</script>" + evil),
              line: 1)
          ]), CellReport(evil, .exercise, checks: []),
      ], experiments: [run],
      diagnostics: [
        Diagnostic(.error, file: lab.file, line: 11, column: 14, Verbatim(evil), help: Verbatim(evil)),
        Diagnostic(.error, file: evil, line: 1, column: 1, Verbatim(evil)),
      ], printed: evil)
    for language in Language.allCases {
      let html = try LabPage(theme: Samples.theme, language: language).html(lab: lab, report: report)
      let page = TagReader(html)
      #expect(page.faults.isEmpty)
      let known: Set<String> = ["script", "b", "i", "img"]
      let found = page.tags.filter { known.contains($0.name) && $0.attributes["src"]?.hasPrefix("data:") != true }
      #expect(found.map(\.name).filter { $0 != "b" && $0 != "i" }.isEmpty)
      #expect(!page.tags.contains { $0.attributes.keys.contains { $0.hasPrefix("on") } })
      for scalar in html.unicodeScalars {
        #expect(scalar.value >= 0x20 || scalar == "\n" || scalar == "\t")
        #expect(scalar.value != 0x202E)
      }
      #expect(html.contains("⟨U+202E⟩") && html.contains("&lt;\u{301}script&gt;"))
      #expect(!html.contains("\"NaN") && !html.contains("nan") && !html.contains("inf "))
    }
  }

  @Test("what a program printed is cut where it is endless")
  func printed() throws {
    let html = try Self.page("passed", .english) { lab in
      LabReport(
        lab: lab.id, cells: [], experiments: [], diagnostics: [], printed: String(repeating: "x", count: 50_000))
    }
    #expect(html.contains("… and 30,000 more characters"))
  }

  @Test("of very many messages the first are shown and the rest is counted")
  func manyMessages() throws {
    let html = try Self.page("unfinished", .english) { lab in
      let diagnostics = (0..<500).map { number in
        Diagnostic(.error, file: lab.file, line: 26, column: 3, Verbatim("message \(number)"))
      }
      return LabReport(lab: lab.id, cells: [], experiments: [], diagnostics: diagnostics, printed: "")
    }
    #expect(html.contains("message 99<") && !html.contains("message 100<") && html.contains("400 messages more"))
  }

  @Test("a cell without end is cut, and its messages do not link to lines that are not shown")
  func endlessCell() throws {
    let code = String(repeating: "let x = 1\n", count: 3000)
    let text = "---\ntitle: t\nid: t\ndataset: d\n---\n\n```swift exercise=long\n\(code)```\n"
    let lab = try Samples.lab(text: text)
    let report = LabReport(
      lab: lab.id, cells: [], experiments: [],
      diagnostics: [10, 2900].map { Diagnostic(.error, file: lab.file, line: $0, Verbatim("line \($0)")) }, printed: "")
    let html = try LabPage(theme: Samples.theme, language: .english).html(lab: lab, report: report)
    #expect(html.contains("… and 1,000 more lines"))
    #expect(html.contains("href=\"#L10\"") && !html.contains("href=\"#L2900\"") && html.contains("line 2900"))
    #expect(html.matches(of: /<p>line 2900/).count == 1)
  }

  @Test("a page is written whole, and a folder that is not there is said to be the reason")
  func written() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "pages-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let lab = try Samples.lab("passed")
    let page = LabPage(theme: Samples.theme, language: .english)
    let path = folder.appending(path: "page.html").path
    try page.write(lab: lab, to: path)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == page.html(lab: lab))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["page.html"])
    #expect(throws: PageError.notWritten(path: "/nowhere/page.html", reason: "No such file or directory")) {
      try page.write(lab: lab, to: "/nowhere/page.html")
    }
  }
}
