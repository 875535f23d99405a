import Foundation
import Labs
import Markup
import Messages
import SegLab
import Testing

@testable import Networks
@testable import Pages

/// The reference says what the learner's module says: its signatures, its layers, its steps.
@Suite struct ReferenceTests {
  /// The text of the module that learners write in.
  private static let module: String = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/SegLab")
    let files =
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    let texts = files.filter { $0.pathExtension == "swift" }.sorted { $0.path < $1.path }.compactMap {
      try? String(contentsOf: $0, encoding: .utf8)
    }
    return texts.joined(separator: "\n").replacing(/\s+/, with: " ")
  }()

  @Test func `every signature stands in the module as the reference has it`() {
    let reference = Samples.theme.reference
    for symbol in reference.symbols {
      if let call = symbol.signature {
        let inside = String(
          call.text[call.text.index(after: call.text.firstIndex(of: "(") ?? call.text.startIndex)...].dropLast())
        let written = inside.isEmpty ? "init(line: Int = #line)" : "init( \(inside), line: Int = #line )"
        let short = "init(\(inside.isEmpty ? "" : inside + ", ")line: Int = #line)"
        let plain = "init(\(inside))"
        #expect(
          [written, short, plain].contains { Self.module.contains($0) },
          "\(symbol.name): the reference has `\(call.text)`; write it in site/reference.yml as the module has it")
      }
      for one in symbol.cases {
        #expect(
          Self.module.contains("case \(one.signature.dropFirst())"),
          "\(symbol.name): no case \(one.signature) in the module")
      }
    }
  }

  @Test func `every layer and step is there, and every setting has a meaning in every language`() {
    let reference = Samples.theme.reference
    let names = Set(reference.symbols.map(\.name))
    for type in Network.layerTypes { #expect(names.contains("\(type)"), "\(type) is missing in site/reference.yml") }
    for match in Self.module.matches(of: /public struct (\w+): (?:Preprocessing|Preprocessing)Step/) {
      #expect(names.contains(String(match.output.1)), "\(match.output.1) is missing in site/reference.yml")
    }
    for symbol in reference.symbols {
      for setting in symbol.signature?.settings ?? [] {
        let words = symbol.values[setting.name] ?? reference.values[setting.name]
        #expect(Set(words?.keys.map { $0 } ?? []) == Set(Language.allCases), "\(symbol.name).\(setting.name)")
      }
      for own in symbol.values.keys {
        #expect(symbol.signature?.settings.contains { $0.name == own } == true, "\(symbol.name) has no setting \(own)")
      }
    }
  }

  @Test func `every word with a point before it is there`() throws {
    let words = [
      "Optimizer": Optimizer.all.map(\.name), "Loss": Loss.all.map(\.name) + ["weighted"],
      "Schedule": Schedule.all.map(\.name), "Activation": Activation.allCases.map(\.rawValue),
      "Padding": Padding.allCases.map(\.rawValue), "Interpolation": Interpolation.allCases.map(\.rawValue),
      "EarlyStopping.Metric": EarlyStopping.Metric.allCases.map(\.rawValue),
      "Normalize.Way": Normalize.Way.allCases.map(\.rawValue), "Resize.Fit": Resize.Fit.allCases.map(\.rawValue),
    ]
    for (type, names) in words {
      let symbol = try #require(Samples.theme.reference.symbols.first { $0.name == type }, "\(type)")
      let told = symbol.cases.map { String($0.signature.dropFirst().prefix { $0.isLetter || $0.isNumber }) }
      #expect(told == names, "\(type): a line a word in site/reference.yml")
    }
  }

  @Test func `bounds are known of every kind of layer`() {
    #expect(Set(LayerBounds.kinds.map { "\($0)" }) == Set(Network.layerTypes.map { "\($0)" }))
    #expect(LayerBounds.all["LeakyReLU"]?["slope"] == ">= 0, < 1")
    #expect(LayerBounds.all["Conv2D"]?["filter"] == "1 … 16777216")
  }

  @Test func `a signature is taken apart at commas outside of brackets and strings`() throws {
    let call = try #require(CallText(#"f(_ a: String = "x, y", of b: [A<B, C>] = g(1, 2), c: Int)"#))
    #expect(
      call.settings == [
        CallText.Setting(label: nil, name: "a", type: "String", fallback: "\"x, y\""),
        CallText.Setting(label: "of", name: "of", type: "[A<B, C>]", fallback: "g(1, 2)"),
        CallText.Setting(label: "c", name: "c", type: "Int", fallback: nil),
      ])
    #expect(CallText("f") == nil && CallText("f(a)") == nil)
  }

  @Test(arguments: [
    ("symbols:\n- name: A\n  page: layers\n  signature: A()\n  en: x", 2), ("symbols:\n- name: A\n  page: none", 2),
    ("symbols:\n- {name: '\"><script>', page: layers, signature: A(), en: x, ko: x}", 2),
    ("values:\n  a: {en: x}", 2), ("symbols:\n- {name: A, page: layers, signature: A, en: x, ko: x}", 2),
  ])
  func `an entry that lacks something is named with its line`(yaml: String, line: Int) {
    #expect(throws: PageError.settings(path: "r.yml", line: line, problem: .expectedSymbol)) {
      try Reference(yaml: yaml, languages: [.english, .korean], path: "r.yml")
    }
  }

  @Test func `names in a lab's code lead to the reference, and other names and foreign text do not`() {
    let links: CodeLinks = { $0 == "Conv2D" ? "../reference/layers.html#Conv2D" : nil }
    let html = CodeListing.coloured("Conv2D(\"<Conv2D>\") + Other() // Conv2D", links: links)
    #expect(html.hasPrefix("<a class=\"t-type\" href=\"../reference/layers.html#Conv2D\">Conv2D</a>"))
    #expect(html.components(separatedBy: "<a ").count == 2 && html.contains("&lt;Conv2D&gt;"))
  }
}

/// The figures of operations compute what the layers compute.
@Suite struct OperationFigureTests {
  private func last(_ name: String) throws -> [[Int?]] {
    try #require(OperationFigure.all[name]?.figure.steps.last?.output)
  }

  // The slides have 0 in place of −2: some programs make negative results of a pooling 0. Ours keeps the largest number.
  @Test func `the slides' table is pooled as the slides have it, one window a step`() throws {
    #expect(try last("MaxPool2D") == [[5, 8, 9, 5, -2], [8, 9, 7, 5, 4], [7, 8, 5, 7, 1], [2, 3, 3, 6, 5]])
    let steps = try #require(OperationFigure.all["MaxPool2D"]?.figure.steps)
    #expect(steps.count == 20 && steps[0].words == "max(4, −3, 0, 5) = 5" && steps[0].output[0][1] == nil)
  }

  @Test func `a convolution and its transpose are what their sums say`() throws {
    // By hand: (1 - 0) + 2 (0 - 3) + (2 - 0) at the first window.
    #expect(try last("Conv2D")[0][0] == -3 && last("Conv2D").count == 3)
    let spread = try last("ConvTranspose2D")
    #expect(spread.count == 5 && spread[0] == [1, 2, 3, 4, 2] && spread[2][2] == 1 + 2 + 3 - 1)
    for name in OperationFigure.all.keys {
      let view = try #require(OperationFigure.all[name]?.figure.view(title: "<t>"))
      #expect(TagReader(view.symbols + view.stepList.map(\.svg).joined()).faults.isEmpty)
      #expect(!view.stepList.map(\.svg).joined().contains("<t>"))
    }
  }
}

/// Terms of the glossary are linked where a section first uses them.
@Suite struct TermLinkerTests {
  private func linker(_ language: Language) throws -> TermLinker {
    let yaml = """
      - id: loss
        en: {term: Loss, text: x}
        ko: {term: 손실, text: x}
      - id: dice
        en: {term: Dice coefficient, also: [Dice], text: x}
        ko: {term: 다이스 계수, also: [Dice], text: x}
      - id: feature-map
        en: {term: Feature map, text: x}
        ko: {term: 특징 맵, text: x}
      """
    let glossary = try Glossary(yaml: yaml, languages: Language.allCases, path: "g")
    return TermLinker(TermIndex(glossary, language: language), address: "../g.html")
  }

  @Test(arguments: [
    (Language.english, "The loss falls; the loss.", "The [loss] falls; the loss."),
    (.english, "Glossy lossless closs", "Glossy lossless closs"),
    (.english, "Feature maps <b>", "[Feature maps] &lt;b&gt;"),
    (.english, "Dice coefficients and Dice", "[Dice coefficients] and Dice"),
    (.english, "“LOSS” and a feature mapping; DICE", "“[LOSS]” and a feature mapping; [DICE]"),
    (.english, "DICE-loss, 1loss, Loss", "[DICE]-loss, 1loss, [Loss]"),
    (.korean, "손실을 줄이면 손실이", "[손실]을 줄이면 손실이"), (.korean, "손실값과 무손실", "손실값과 무손실"),
    (.korean, "Dice는 특징 맵에서도", "[Dice]는 [특징 맵]에서도"), (.english, "", ""),
  ])
  func `a term is linked once, whole, without its particle`(language: Language, text: String, expected: String) throws {
    let html = try linker(language).html(text)
    #expect(html.replacing(/<a class="term" href="[^"]*">/, with: "[").replacing("</a>", with: "]") == expected)
  }

  @Test func `a new section links again`() throws {
    let linker = try linker(.english)
    #expect(linker.html("loss").contains("href=\"../g.html#loss\"") && !linker.html("loss").contains("<a"))
    linker.beginSection()
    #expect(linker.html("loss").contains("<a"))
  }
}
