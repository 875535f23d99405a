import Diagnostics

/// The items of a list in YAML, each on lines of its own, and which of them are hidden from learners.
struct MasterItems {
  private let source: SourceText
  private let lines: Range<Int>

  /// - Parameters:
  ///   - source: the whole file.
  ///   - lines: the lines of the list.
  init(_ source: SourceText, _ lines: Range<Int>) { (self.source, self.lines) = (source, lines) }

  /// The lines that learners get: those of items that are not hidden, without the hidden cases in them.
  ///
  /// - Parameter sheet: told of the lines of hidden checks, and how many cases are hidden.
  /// - Returns: the lines; none where every item is hidden.
  func shown(_ sheet: inout MasterSheet) -> Set<Int> {
    var shown: Set<Int> = []
    var hasItem = false
    let items = Self.items(in: source, lines)
    // Comments before the first item belong to the cell.
    shown.formUnion(lines.lowerBound..<(items.first?.lowerBound ?? lines.upperBound))
    for item in items {
      if isHidden(item) {
        sheet.hiddenLines.formUnion(item)
        continue
      }
      hasItem = true
      shown.formUnion(item)
      for part in Self.items(in: source, item.lowerBound + 1..<max(item.lowerBound + 1, item.upperBound))
      where isHidden(part) {
        shown.subtract(part)
        sheet.hiddenCases += 1
      }
    }
    return hasItem || items.isEmpty ? shown : []
  }

  /// The lines of each item that begins with a dash, at the indentation of the first of them.
  private static func items(in source: SourceText, _ lines: Range<Int>) -> [Range<Int>] {
    func indent(_ number: Int) -> Int? {
      guard let line = source.line(number) else { return nil }
      let spaces = line.prefix { $0 == " " }.count
      return line.dropFirst(spaces).first == "-" && !line.dropFirst(spaces).hasPrefix("---") ? spaces : nil
    }
    guard let depth = lines.lazy.compactMap(indent).first else { return [] }
    var starts = lines.filter { indent($0) == depth }
    // What is indented less than the items ends the list.
    let start = starts.first ?? lines.upperBound
    let end =
      (start..<max(start, lines.upperBound)).first { number in
        guard let line = source.line(number), !source.isBlank(line: number) else { return false }
        return line.prefix { $0 == " " }.count < depth
      } ?? lines.upperBound
    starts = starts.filter { $0 < end }
    return zip(starts, starts.dropFirst() + [end]).map { $0..<$1 }
  }

  private func isHidden(_ item: Range<Int>) -> Bool {
    var quiet = DiagnosticList(file: "")
    guard case .list(let values)? = YAMLReader(source, lines: item).read(&quiet)?.form, let value = values.first,
      case .mapping(let entries) = value.form, let hidden = entries.first(where: { $0.key == "hidden" }),
      case .scalar(let text, _) = hidden.value.form
    else { return false }
    return text != "false"
  }
}
