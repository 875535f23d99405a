import Diagnostics
import Messages

/// What stands between the `---` lines at the start of a lab.
struct FrontMatter {
  private(set) var title = ""
  private(set) var language = Language.english
  private(set) var id = ""
  private(set) var idPlace = Place(line: 1, column: 1)
  private(set) var dataset = ""
  private(set) var takesAnySet = false
  private(set) var after: [(id: String, place: Place)] = []
  private(set) var budget: Lab.Budget?
  private(set) var digests: [String] = []
  private(set) var facts: [Lab.Fact] = []
  private(set) var points: Double?
  private(set) var givesPartialCredit = true
  /// The line where the Markdown begins.
  private(set) var bodyStart = 1

  /// - Parameters:
  ///   - source: the whole file of a lab.
  ///   - diagnostics: where mistakes are noted.
  init(_ source: SourceText, _ diagnostics: inout DiagnosticList) {
    guard let value = value(in: source, &diagnostics) else { return }
    read(value, &diagnostics)
  }

  /// - Parameters:
  ///   - source: the whole file of a translation, whose front matter says its title alone.
  ///   - diagnostics: where mistakes are noted.
  init(ofTranslation source: SourceText, _ diagnostics: inout DiagnosticList) {
    guard let value = value(in: source, &diagnostics),
      let fields = FieldReader(value, of: "---", .frontMatter, known: ["title"], example: "title: …", &diagnostics)
    else { return }
    title = fields.required("title", example: "title: …", &diagnostics)?.text(for: "title", &diagnostics) ?? ""
  }

  /// The keys and values between the rules; nil where mistakes keep them from being read.
  private mutating func value(in source: SourceText, _ diagnostics: inout DiagnosticList) -> YAMLValue? {
    let start = Place(line: 1, column: 1)
    guard source.lineCount > 0, Self.isRule(1, in: source) else {
      diagnostics.error(start, .noFrontMatter, help: .beginWithFrontMatter)
      return nil
    }
    guard let end = Self.end(in: source) else {
      diagnostics.error(start, .frontMatterNotClosed, help: .closeFrontMatter)
      // Where the keys seem to end, so that the rest of the lab is looked at too.
      bodyStart =
        (2...max(2, source.lineCount)).first { $0 > source.lineCount || source.isBlank(line: $0) }
        ?? source.lineCount + 1
      return nil
    }
    bodyStart = end + 1
    let lines = 2..<end
    let before = diagnostics.errorCount
    if let value = YAMLReader(source, lines: lines).read(&diagnostics) { return value }
    return diagnostics.errorCount == before ? YAMLValue(form: .mapping([]), place: start) : nil
  }

  /// The line that closes the front matter; a fence before it shows that it is not meant to.
  private static func end(in source: SourceText) -> Int? {
    var line = 2
    while line <= source.lineCount {
      if isRule(line, in: source) { return line }
      if FenceMark(source.bytes[source.range(ofLine: line)]) != nil { return nil }
      line += 1
    }
    return nil
  }

  private static func isRule(_ line: Int, in source: SourceText) -> Bool {
    var text = source.bytes[source.range(ofLine: line)]
    while text.last == UInt8(ascii: " ") || text.last == UInt8(ascii: "\t") { text.removeLast() }
    return text.elementsEqual("---".utf8)
  }

  private mutating func read(_ value: YAMLValue, _ diagnostics: inout DiagnosticList) {
    let known = [
      "title", "language", "id", "dataset", "any_dataset", "digests", "after", "budget", "facts", "points",
      "partial_credit",
    ]
    guard let fields = FieldReader(value, of: "---", .frontMatter, known: known, example: "title: …", &diagnostics)
    else {
      return
    }
    title = fields.required("title", example: "title: …", &diagnostics)?.text(for: "title", &diagnostics) ?? ""
    if let value = fields.optional("language") {
      language = value.option(Language.self, for: "language", &diagnostics) ?? .english
    }
    if let value = fields.required("id", example: "id: fully-connected", &diagnostics) {
      id = value.name(for: "id", &diagnostics) ?? ""
      idPlace = value.place
    }
    dataset =
      fields.required("dataset", example: "dataset: cardiac", &diagnostics)?.name(for: "dataset", &diagnostics) ?? ""
    takesAnySet = fields.optional("any_dataset")?.yesNo(for: "any_dataset", &diagnostics) ?? false
    for value in fields.optional("after")?.list(for: "after", example: "after: [fully-connected]", &diagnostics) ?? [] {
      guard let name = value.name(for: "after", &diagnostics) else { continue }
      after.append((name, value.place))
    }
    points = fields.optional("points")?.number(for: "points", in: .positive, &diagnostics)
    givesPartialCredit = fields.optional("partial_credit")?.yesNo(for: "partial_credit", &diagnostics) ?? true
    if let value = fields.optional("budget") { budget = Self.budget(value, &diagnostics) }
    for value in fields.optional("digests")?.list(for: "digests", example: "digests: [72b3e296d9d5]", &diagnostics)
      ?? []
    {
      guard let text = value.text(for: "digests", &diagnostics) else { continue }
      digests.append(text)
    }
    if let value = fields.optional("facts") {
      let example = "facts: {label_mean: 46.3}"
      guard case .mapping(let entries) = value.form else {
        let _: Lab.Fact? = value.mistaken("facts", .mapping, example: example, &diagnostics)
        return
      }
      for entry in entries {
        guard entry.value.number(for: entry.key, &diagnostics) != nil, case .scalar(let text, _) = entry.value.form
        else {
          continue
        }
        facts.append(Lab.Fact(name: entry.key, written: text, line: entry.keyPlace.line))
      }
    }
  }

  private static func budget(_ value: YAMLValue, _ diagnostics: inout DiagnosticList) -> Lab.Budget? {
    let known = ["parameters", "minutes"]
    let example = "budget: {parameters: 5_000_000, minutes: 15}"
    guard let fields = FieldReader(value, of: "budget", .budget, known: known, example: example, &diagnostics) else {
      return nil
    }
    return Lab.Budget(
      parameters: fields.optional("parameters")?.wholeNumber(for: "parameters", in: .fromOne, &diagnostics),
      minutes: fields.optional("minutes")?.number(for: "minutes", in: .positive, &diagnostics))
  }
}
