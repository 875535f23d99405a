import Diagnostics
import Messages
internal import Yams

/// Reads the YAML of a cell or of the front matter into values that know their places in the file.
struct YAMLReader {
  /// So many bytes a cell may have.
  static let longest = 65_536
  /// So many mistakes of one kind are looked for in one cell.
  private static let mostRepairs = 16

  private let source: SourceText
  private let lines: Range<Int>

  /// - Parameters:
  ///   - source: the whole file.
  ///   - lines: the lines that hold the YAML, from 1.
  init(_ source: SourceText, lines: Range<Int>) {
    self.source = source
    self.lines = lines
  }

  /// The value, or nil where there is none or where it cannot be read; the reasons are in `diagnostics`.
  func read(_ diagnostics: inout DiagnosticList) -> YAMLValue? {
    guard let last = lines.last else { return nil }
    let start = source.wholeRange(ofLine: lines.lowerBound).lowerBound
    guard source.wholeRange(ofLine: last).upperBound - start <= Self.longest else {
      diagnostics.error(Place(line: lines.lowerBound, column: 1), .yamlTooLong(limit: Self.longest), help: .shorten)
      return nil
    }
    var rows = lines.map { source.text(in: source.range(ofLine: $0)) }
    var renamed: [Place: String] = [:]
    guard YAMLGuard(rows: rows, firstLine: lines.lowerBound).passes(&diagnostics) else { return nil }
    for round in 0...Self.mostRepairs {
      do {
        // What a word stands for, a number or a date, is told by whoever reads the value: Yams would hold each key against seven patterns.
        let parser = try Parser(yaml: rows.joined(separator: "\n") + "\n", resolver: .basic, encoding: .utf8)
        let root = try parser.singleRoot()
        return root.flatMap { value($0, renamed: renamed, &diagnostics) }
      } catch YamlError.duplicatedKeysInMapping(let duplicates, let context) {
        // The reader stops at keys given twice. So that nothing after them goes unseen, the first of them gets another
        // name, and the text is read again.
        let found = place(context.mark)
        guard round < Self.mostRepairs, let key = rename(duplicates, at: context.mark, in: &rows) else {
          diagnostics.error(found, .duplicateKey(duplicates.first ?? "", line: found.line), help: .keepOne)
          return nil
        }
        renamed[found] = key
      } catch let error as YamlError {
        report(error, &diagnostics)
        return nil
      } catch {
        diagnostics.error(place(nil), .badYAML(.other("\(error)")), help: .mendYAML(.other("")))
        return nil
      }
    }
    return nil
  }

  // MARK: Values

  private func value(_ node: Node, renamed: [Place: String], _ diagnostics: inout DiagnosticList) -> YAMLValue {
    let place = self.place(node.mark)
    switch node {
    case .scalar(let scalar):
      return YAMLValue(form: .scalar(scalar.string, isQuoted: scalar.style != .plain), place: place)
    case .sequence(let sequence):
      return YAMLValue(form: .list(sequence.map { value($0, renamed: renamed, &diagnostics) }), place: place)
    case .mapping(let mapping):
      var entries: [YAMLValue.Entry] = []
      for (key, content) in mapping {
        let keyPlace = self.place(key.mark)
        guard case .scalar(let scalar) = key else {
          diagnostics.error(keyPlace, .keyNotWord, help: .writeKey)
          continue
        }
        let value = value(content, renamed: renamed, &diagnostics)
        entries.append(YAMLValue.Entry(key: renamed[keyPlace] ?? scalar.string, keyPlace: keyPlace, value: value))
      }
      return YAMLValue(form: .mapping(withoutDuplicates(entries, &diagnostics)), place: place)
    case .alias:
      // The reader puts what an alias stands for in its place, and the guard has let none through.
      return YAMLValue(form: .scalar("", isQuoted: false), place: place)
    }
  }

  private func withoutDuplicates(_ entries: [YAMLValue.Entry], _ diagnostics: inout DiagnosticList) -> [YAMLValue.Entry]
  {
    var first: [String: Int] = [:]
    return entries.filter { entry in
      if let line = first[entry.key] {
        diagnostics.error(entry.keyPlace, .duplicateKey(entry.key, line: line), help: .keepOne)
        return false
      }
      first[entry.key] = entry.keyPlace.line
      return true
    }
  }

  /// Gives the key at `mark` a name that no author writes, letter for letter, so that every column stays.
  private func rename(_ keys: [String], at mark: Mark, in rows: inout [String]) -> String? {
    guard rows.indices.contains(mark.line - 1) else { return nil }
    var scalars = Array(rows[mark.line - 1].unicodeScalars)
    var start = mark.column - 1
    if scalars.indices.contains(start), scalars[start] == "\"" || scalars[start] == "'" { start += 1 }
    for key in keys where !key.isEmpty {
      let letters = Array(key.unicodeScalars)
      guard start + letters.count <= scalars.count, scalars[start...].starts(with: letters) else { continue }
      scalars.replaceSubrange(start..<(start + letters.count), with: substitutes(letters.count, line: mark.line))
      var row = String.UnicodeScalarView()
      row.append(contentsOf: scalars)
      rows[mark.line - 1] = String(row)
      return key
    }
    return nil
  }

  /// Private-use characters that spell the line, so that two keys renamed in one mapping differ.
  private func substitutes(_ count: Int, line: Int) -> [Unicode.Scalar] {
    (0..<count).map { index in
      Unicode.Scalar(UInt32(0xE000 + (line + index * 101) % 0x1800)) ?? "\u{E000}"
    }
  }

  // MARK: Places and mistakes

  /// The place in the file of a place in the YAML; the reader counts columns in Unicode scalars.
  private func place(_ mark: Mark?) -> Place {
    guard let mark, !lines.isEmpty else { return Place(line: max(1, lines.lowerBound), column: 1) }
    let number = lines.lowerBound + mark.line - 1
    // Something is missing at the end: the last line that holds anything is where to look.
    guard number < lines.upperBound else {
      let last = lines.last { !source.isBlank(line: $0) } ?? lines.lowerBound
      return Place(line: last, column: source.range(ofLine: last).count + 1)
    }
    let scalars = source.text(in: source.range(ofLine: number)).unicodeScalars
    let bytes = scalars.prefix(mark.column - 1).reduce(0) { $0 + UTF8.width($1) }
    return Place(line: number, column: bytes + 1)
  }

  private func report(_ error: YamlError, _ diagnostics: inout DiagnosticList) {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      var fault = YAMLFault(problem: problem, context: context?.text ?? "")
      if fault.mayBeTab, isIndentedWithTab(self.place(mark).line) { fault = .tab }
      // What was opened and not closed is to be looked for where it opens.
      let isLeftOpen = fault == .quotes || fault == .brackets || fault == .noColon
      let place = self.place(isLeftOpen ? context?.mark ?? mark : mark)
      diagnostics.error(place, .badYAML(fault), help: .mendYAML(fault))
    default:
      diagnostics.error(place(nil), .badYAML(.other("\(error)")), help: .mendYAML(.other("")))
    }
  }

  private func isIndentedWithTab(_ line: Int) -> Bool {
    source.bytes[source.range(ofLine: line)].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      .contains(UInt8(ascii: "\t"))
  }
}

extension YAMLFault {
  /// What libyaml's words mean for an author.
  fileprivate init(problem: String, context: String) {
    switch problem {
    case "mapping values are not allowed in this context": self = .colon
    case "could not find expected ':'": self = .noColon
    case "found character that cannot start any token", "did not find expected comment or line break",
      "found undefined alias", "found undefined tag handle",
      "did not find expected alphabetic or numeric character", "did not find expected whitespace or line break":
      self = .specialCharacter
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'",
      "did not find expected node content":
      self = .brackets
    case "found unexpected end of stream": self = .quotes
    case "did not find expected key", "did not find expected '-' indicator",
      "block sequence entries are not allowed in this context", "mapping keys are not allowed in this context":
      self = .indentation
    case "but found another document", "did not find expected <document start>": self = .secondDocument
    default: self = .other(context.isEmpty ? problem : "\(context), \(problem)")
    }
  }

  /// Whether a tab can be the reason, about which the reader says nothing.
  fileprivate var mayBeTab: Bool {
    if case .other = self { return true }
    return self == .specialCharacter || self == .indentation
  }
}
