internal import Files
internal import Foundation
public import Labs
public import Messages

/// The beginning of a lab's translation: every cell in its place, and all words that are to be translated, each piece behind a mark.
struct TranslationTemplate {
  let lab: Lab
  let language: Language

  /// What stands before a piece that nobody has translated yet.
  static func mark(of language: Language) -> String { "⟦\(language.rawValue)⟧ " }

  private var mark: String { Self.mark(of: language) }

  /// The translation's text.
  var text: String {
    let lines = lab.text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
    var result = ["---", "title: \(quoted(lab.title))", "---"]
    var index = bodyStart(of: lines)
    var isNew = true
    while index < lines.count {
      let line = lines[index]
      if let fence = line.wholeMatch(of: /\s{0,3}(?<ticks>`{3,}|~{3,})(?<info>[^`]*)/) {
        let end = lines[(index + 1)...].firstIndex { Self.closes($0, fence.output.ticks) } ?? lines.count - 1
        result.append(String(line))
        result += body(of: String(fence.output.info), lines: lines[(index + 1)..<max(index + 1, end)])
        result.append(String(lines[end]))
        index = end + 1
        isNew = true
        continue
      }
      let isBlank = line.allSatisfy(\.isWhitespace)
      result.append(isBlank ? String(line) : marked(line, isNew: isNew))
      isNew = isBlank || line.hasPrefix("#")
      index += 1
    }
    return result.joined(separator: "\n")
  }

  private static func closes(_ line: Substring, _ ticks: Substring) -> Bool {
    let bare = line.drop { $0 == " " }
    return bare.hasPrefix(ticks) && bare.drop { $0 == ticks.first }.allSatisfy(\.isWhitespace)
  }

  /// The line behind the front matter.
  private func bodyStart(of lines: [Substring]) -> Int {
    guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else { return 0 }
    return end + 1
  }

  /// What stands in a cell of the translation; code that is no cell stays.
  private func body(of info: String, lines: ArraySlice<Substring>) -> [String] {
    let words = info.split(separator: " ")
    guard words.count == 2, let kind = words[1].split(separator: "=").first else { return lines.map(String.init) }
    let name = words[1].drop { $0 != "=" }.dropFirst()
    switch kind {
    case "exercise", "given", "check", "experiment", "answer": return []
    case "hint": return lines.enumerated().map { $0.offset == 0 ? mark + $0.element : String($0.element) }
    case "question":
      for case .question(let question) in lab.blocks where question.id == name { return self.lines(of: question) }
      return lines.map(String.init)
    default: return lines.map(String.init)
    }
  }

  private func lines(of question: Lab.Question) -> [String] {
    let ask = ["ask: \(quoted(question.text))"]
    switch question.form {
    case .choice(let choices):
      return ask + ["choices:"]
        + choices.flatMap {
          ["  - key: \($0.key)", "    text: \(quoted($0.text))", "    why: \(quoted($0.why))"]
        }
    case .number(_, _, let why):
      let wrong = question.wrong.map { "  \($0.value.plain): \(quoted($0.why))" }
      return ask + (wrong.isEmpty ? [] : ["wrong:"] + wrong) + ["why: \(quoted(why))"]
    case .text(let why): return ask + (why.map { ["why: \(quoted($0))"] } ?? [])
    }
  }

  /// A text in quotes as YAML reads it, behind the mark.
  private func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    return "\"\(mark)\(escaped)\""
  }

  /// A line of prose; the mark stands where a heading, an item or a paragraph begins.
  private func marked(_ line: Substring, isNew: Bool) -> String {
    if let match = line.prefixMatch(of: /\s*(?:#{1,6} +|[-*+] +|[0-9]+[.)] +|> *)/) {
      return match.output + mark + line[match.range.upperBound...]
    }
    // Rows of tables, formulas and indented code stay as they are.
    let starts = line.drop { $0 == " " }
    guard isNew, line.prefix(while: { $0 == " " }).count < 4, !["|", "$", "<", "["].contains(starts.first) else {
      return String(line)
    }
    return mark + line
  }
}

extension CourseFolder {
  /// Makes the beginning of a lab's translation beside the lab.
  ///
  /// - Parameters:
  ///   - lab: the lab.
  ///   - language: the language to translate into.
  /// - Returns: the path of the new file.
  /// - Throws: `CourseProblem` where there is one already, or it cannot be written.
  public func makeTranslation(of lab: Lab, into language: Language) throws(CourseProblem) -> String {
    let path = Translation.path(of: lab.file, in: language)
    guard !FileManager.default.fileExists(atPath: path) else { throw .labExists(path: path) }
    do { try AtomicFile.write(TranslationTemplate(lab: lab, language: language).text, to: path) } catch {
      throw .notWritten(path: path, reason: reason(of: error))
    }
    return path
  }
}
