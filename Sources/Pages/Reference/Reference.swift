internal import Messages
internal import Yams

/// Everything that a learner writes, with its words in every language: `reference.yml` of a theme.
struct Reference: Equatable {
  /// Words in each language, as Markdown of one line.
  typealias Words = [Language: String]

  /// A layer, a training, a step, or a type of values.
  struct Symbol: Equatable {
    /// Its name, for example `Conv2D`; its anchor, too.
    let name: String
    /// The page that it stands on.
    let page: Page
    /// How it is called; nil for a type of values.
    let signature: CallText?
    /// The values of a type.
    let cases: [Case]
    /// What it does.
    let text: Words
    /// What its own settings mean.
    let values: [String: Words]
  }

  /// One value of a type.
  struct Case: Equatable {
    /// How it is written: `.cosine(steps: Int, final: Double = 0)`.
    let signature: String
    /// What it does.
    let text: Words
  }

  /// A page of symbols.
  enum Page: String, CaseIterable {
    case layers, training, preprocessing
  }

  /// All symbols in the order of the file.
  let symbols: [Symbol]
  /// What settings mean wherever they stand.
  let values: [String: Words]

  /// Where a name in a learner's code is explained, for example `reference/layers.html#Conv2D`; nil where it is none of these.
  func address(of name: String) -> String? { addresses[name] }
  private let addresses: [String: String]

  /// - Parameters:
  ///   - yaml: symbols and values.
  ///   - languages: the languages that each of them needs.
  ///   - path: what errors call the file.
  /// - Throws: `PageError.settings` with the line of what is not understood.
  init(yaml: String, languages: [Language], path: String) throws(PageError) {
    let root: Node?
    do { root = try compose(yaml: yaml) } catch { throw .settings(path: path, line: 1, problem: .notYAML) }
    let reader = Reader(languages: languages, path: path)
    var symbols: [Symbol] = []
    for node in root?.mapping?["symbols"]?.sequence.map(Array.init) ?? [] {
      let symbol = try reader.symbol(node)
      guard !symbols.contains(where: { $0.name == symbol.name }) else { throw reader.fault(node) }
      symbols.append(symbol)
    }
    self.symbols = symbols
    values = try reader.table(root?.mapping?["values"])
    addresses = Dictionary(
      uniqueKeysWithValues: symbols.map { ($0.name, "reference/\($0.page.rawValue).html#\($0.name)") })
  }

  /// Reads the nodes of the file.
  private struct Reader {
    let languages: [Language]
    let path: String

    func fault(_ node: Node) -> PageError {
      .settings(path: path, line: node.mark?.line ?? 1, problem: .expectedSymbol)
    }

    func symbol(_ node: Node) throws(PageError) -> Symbol {
      guard let mapping = node.mapping, let name = mapping["name"]?.string, !name.isEmpty,
        name.utf8.allSatisfy({
          $0 == UInt8(ascii: ".") || Character(Unicode.Scalar($0)).isLetter || Character(Unicode.Scalar($0)).isNumber
        }),
        let page = mapping["page"]?.string.flatMap(Page.init(rawValue:))
      else { throw fault(node) }
      let signature = mapping["signature"]?.string
      let list = mapping["cases"]?.sequence.map(Array.init) ?? []
      guard (signature == nil) != list.isEmpty else { throw fault(node) }
      let cases = try list.map { entry throws(PageError) in
        guard let signature = entry.mapping?["signature"]?.string else { throw fault(entry) }
        return Case(signature: signature, text: try words(entry))
      }
      var call: CallText?
      if let signature {
        guard let read = CallText(signature) else { throw fault(node) }
        call = read
      }
      return Symbol(
        name: name, page: page, signature: call, cases: cases, text: try words(node),
        values: try table(mapping["values"]))
    }

    func table(_ node: Node?) throws(PageError) -> [String: Words] {
      guard let node else { return [:] }
      guard let mapping = node.mapping else { throw fault(node) }
      var result: [String: Words] = [:]
      for (key, value) in mapping {
        guard let name = key.string else { throw fault(key) }
        result[name] = try words(value)
      }
      return result
    }

    private func words(_ node: Node) throws(PageError) -> Words {
      var result: Words = [:]
      for language in languages {
        guard let text = node.mapping?[language.rawValue]?.string, !text.isEmpty else { throw fault(node) }
        result[language] = text
      }
      return result
    }
  }
}

/// How something is called, taken apart: `Dense(_ name: String = "", weights: [Int])`.
struct CallText: Equatable {
  /// One setting.
  struct Setting: Equatable {
    /// The label that is written before the value; nil where there is none.
    let label: String?
    /// What the value is called where it has no label of its own.
    let name: String
    /// The value's type as Swift has it.
    let type: String
    /// What it is where it is not written; nil where it must be.
    let fallback: String?
  }

  /// The whole text.
  let text: String
  /// The settings in order.
  let settings: [Setting]

  /// - Parameter text: a name, and in parentheses settings with their types and defaults; nil where it is none.
  init?(_ text: String) {
    guard let open = text.firstIndex(of: "("), text.hasSuffix(")") else { return nil }
    self.text = text
    let inside = text[text.index(after: open)...].dropLast()
    var settings: [Setting] = []
    for part in Self.parts(of: inside) {
      guard let colon = part.firstIndex(of: ":") else { return nil }
      let names = part[..<colon].split(separator: " ").map(String.init)
      let rest = part[part.index(after: colon)...]
      let pieces = rest.split(separator: "=", maxSplits: 1).map { $0.trimmed }
      guard let first = names.first, let type = pieces.first else { return nil }
      settings.append(
        Setting(
          label: first == "_" ? nil : first, name: first == "_" ? names.last ?? first : first, type: type,
          fallback: pieces.count > 1 ? pieces[1] : nil))
    }
    self.settings = settings
  }

  /// `text` divided at commas that stand in no brackets and no string.
  private static func parts(of text: Substring) -> [Substring] {
    var parts: [Substring] = []
    var depth = 0
    var isString = false
    var start = text.startIndex
    for index in text.indices {
      switch text[index] {
      case "\"": isString.toggle()
      case "(", "[", "<": if !isString { depth += 1 }
      case ")", "]", ">": if !isString { depth -= 1 }
      case "," where depth == 0 && !isString:
        parts.append(text[start..<index])
        start = text.index(after: index)
      default: break
      }
    }
    if start < text.endIndex { parts.append(text[start...]) }
    return parts
  }
}

extension Substring {
  /// Without spaces at either end.
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
