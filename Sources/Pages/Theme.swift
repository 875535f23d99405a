internal import Diagnostics
internal import Digests
internal import Files
internal import Markup
public import Messages
internal import Mustache

/// How pages look: the site's words, its templates and its style sheet, read once from a folder.
///
/// The folder holds `site.yml`, `templates/*.mustache`, `assets/` and `pages/`. Every value in a template is shown as text unless it
/// stands in three braces.
public struct Theme: Sendable {
  /// The templates that pages are made of: the frame of every page, a lab's page, and the parts of it.
  private static let templates = [
    "page", "icons", "lab", "summary", "contents", "code", "checks", "diagnostics", "experiment", "curves",
    "predictions", "layers", "question", "hint", "set", "table", "site", "home", "text", "search", "doorway",
    "glossary", "sheet", "grade", "reference", "reference-index", "reference-checks", "reference-messages", "example",
    "film", "images", "runs", "operation", "printed", "notebook", "notebook-lab", "notebook-part", "notebook-home",
    "notebook-closed",
  ]
  /// The files in `assets` that a site's pages share.
  private static let assets = ["page.css", "site.css", "figures.js", "site.js"]
  /// The most bytes that a file of a theme has.
  private static let byteLimit = 1 << 20

  /// The folder, as errors call it.
  let folder: String
  /// The languages that its pages are made in.
  public var languages: [Language] { site.languages }
  /// What the site is called.
  public var title: String { site.title }
  /// What `site.yml` says.
  let site: SiteSettings
  /// The style sheet.
  let style: String
  /// The files that a site's pages share.
  let assets: [Asset]
  /// The pages of text that `site.yml` names, and the glossary, in each language.
  let texts: [Language: [SiteText]]
  /// The site's terms.
  let glossary: Glossary
  /// The terms as prose is searched for them, in each language.
  let terms: [Language: TermIndex]
  /// What a learner writes.
  let reference: Reference
  /// A digest of all that was read.
  public let digest: String
  private let library: MustacheLibrary

  /// Reads the theme in `folder`.
  ///
  /// - Throws: `PageError` that names the file that is missing, unreadable or not understood, with its line.
  public init(folder: String) throws(PageError) {
    PageContentType.register()
    self.folder = folder
    let settings = try Self.text(folder + "/site.yml")
    site = try SiteSettings(yaml: settings, path: folder + "/site.yml")
    var read = [settings]
    // What would end the style element early is written so that it does not, and means the same.
    style = Self.compact(try Self.text(folder + "/assets/page.css")).replacing("</", with: "<\\/")
    var assets: [Asset] = []
    for name in Self.assets {
      let text = try Self.text(folder + "/assets/" + name)
      read.append(text)
      assets.append(Asset(name: name, bytes: Array((name == "site.css" ? text + site.colorRules : text).utf8)))
    }
    self.assets = assets
    var texts: [Language: [SiteText]] = [:]
    for language in site.languages {
      for name in site.pages {
        let path = "\(folder)/pages/\(name).\(language.rawValue).md"
        let page = SiteText(name: name, file: path, markdown: try Self.text(path))
        read.append(page.markdown)
        texts[language, default: []].append(page)
      }
    }
    self.texts = texts
    let terms = try Self.text(folder + "/glossary.yml")
    let glossary = try Glossary(yaml: terms, languages: site.languages, path: folder + "/glossary.yml")
    self.glossary = glossary
    self.terms = Dictionary(uniqueKeysWithValues: site.languages.map { ($0, TermIndex(glossary, language: $0)) })
    read.append(terms)
    let symbols = try Self.text(folder + "/reference.yml")
    reference = try Reference(yaml: symbols, languages: site.languages, path: folder + "/reference.yml")
    read.append(symbols)
    var library = MustacheLibrary()
    for name in Self.templates {
      let path = "\(folder)/templates/\(name).mustache"
      let text = try Self.text(path)
      try Self.checkPartials(of: text, path: path)
      do { try library.register(PageContentType.pragma + text, named: name) } catch {
        throw Self.broken(path: path, error)
      }
      read.append(text)
    }
    self.library = library
    digest = SHA256.hash(data: Array(read.joined(separator: "\0").utf8)).hexadecimal
  }

  /// The template `name` filled with `values`; one of the theme's own names.
  func render(_ name: String, with values: some Any) -> String {
    guard let text = library.render(TemplateValues.values(of: values) ?? [:], withTemplate: name) else {
      preconditionFailure("no template is called \(name); there are \(Self.templates.count) others")
    }
    return text
  }

  /// A style sheet without comments and indentation, which every page that stands alone would carry along.
  static func compact(_ style: String) -> String {
    var rest = style[...]
    var kept = ""
    while let open = rest.firstMatch(of: /\/\*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/) {
      kept += rest[..<open.range.lowerBound]
      guard open.output == "/*" else {
        // A text may hold what elsewhere begins a comment.
        kept += open.output
        rest = rest[open.range.upperBound...]
        continue
      }
      guard let close = rest[open.range.upperBound...].firstRange(of: "*/") else { return style }
      rest = rest[close.upperBound...]
      // A comment divides two words.
      if kept.last?.isWhitespace == false, rest.first?.isWhitespace == false { kept += " " }
    }
    kept += rest
    return kept.split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " || $0 == "\t" } }.filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  private static func text(_ path: String) throws(PageError) -> String {
    let bytes: [UInt8]
    do { bytes = try FileBytes.read(path, limit: byteLimit) } catch {
      switch error {
      case .refused(_, code: 2): throw .missing(path: path)
      case .refused: throw .unreadable(path: path, reason: error.systemReason ?? "")
      case .notAFile: throw .missing(path: path)
      case .tooLarge(_, let bytes, let limit): throw .tooLarge(path: path, bytes: bytes, limit: limit)
      }
    }
    switch UTF8.firstFault(in: bytes) {
    case let offset?: throw .notUTF8(path: path, offset: offset)
    case nil: return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Mustache leaves out a partial that it cannot find; here that is an error.
  private static func checkPartials(of text: String, path: String) throws(PageError) {
    let source = SourceText(text)
    for number in 1...max(1, source.lineCount) {
      var rest = (source.line(number) ?? "")[...]
      while let tag = rest.firstRange(of: "{{>") {
        rest = rest[tag.upperBound...]
        let name = rest.prefix { $0 != "}" }.split(separator: " ").joined()
        guard templates.contains(name) else { throw .noSuchPartial(path: path, line: number, name: name) }
      }
    }
  }

  private static func broken(path: String, _ error: any Error) -> PageError {
    guard let error = error as? MustacheTemplate.ParserError else {
      return .template(path: path, line: 1, column: 1, reason: "\(error)")
    }
    let context = error.context
    // The first line also holds what stands in front of every template.
    let column = context.columnNumber - (context.lineNumber == 1 ? PageContentType.pragma.count : 0)
    return .template(path: path, line: context.lineNumber, column: max(1, column), reason: "\(error.error)")
  }
}

extension Theme {
  /// A file that a site's pages share.
  struct Asset {
    let name: String
    let bytes: [UInt8]
  }
}

extension UTF8 {
  /// Where the first byte stands that does not belong to UTF-8; nil where all do.
  fileprivate static func firstFault(in bytes: [UInt8]) -> Int? {
    var index = 0
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): index += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return index
      }
    }
  }
}

extension Theme {
  /// Content in the frame that every page has.
  ///
  /// - Throws: `PageError.noSuchLanguage` where the theme's settings have no words in the language.
  func page(_ content: String, title: String, in language: Language) throws(PageError) -> String {
    guard let description = site.description[language], let footer = site.footer[language] else {
      throw .noSuchLanguage(
        path: folder + "/site.yml", language: language.rawValue, known: site.languages.map(\.rawValue))
    }
    let words = PageLabel.words(in: language)
    let page = PageView(
      words: words, language: language.rawValue, pageTitle: "\(title) · \(site.title)", siteTitle: site.title,
      siteDescription: description, footer: footer, style: style, content: content)
    return render("page", with: page)
  }
}
