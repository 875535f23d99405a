internal import Foundation
internal import Labs
internal import Messages

/// Looks whether what a lab's prose says can be relied on: its commands exist and name labs, cells and data sets that there are, and the
/// numbers that it takes from its data set are those of the set.
struct ProseInspector {
  let course: Course
  /// Why a command's words are none; nil where they are one.
  let refusal: ([String]) -> String?

  /// A command in a text, and where it stands.
  private struct Command {
    let words: [String]
    let line: Int

    var text: String { "seglab " + words.joined(separator: " ") }
  }

  // MARK: Commands

  /// Notes the commands of a text that would not do what the text says.
  func inspectCommands(in text: String, of lab: Lab, file: String, _ findings: inout CourseVerifier.LabDiagnostics) {
    let commands = Self.commands(in: text)
    for command in commands where !command.words.contains(where: { $0.contains("…") }) {
      if let reason = refusal(command.words) {
        findings.fault(file, command.line, .commandUnknown(command: command.text, reason: reason))
      } else if let phrase = strange(command, lab, commands) {
        findings.fault(file, command.line, phrase)
      }
    }
  }

  /// A name in a command that stands for nothing.
  private func strange(_ command: Command, _ lab: Lab, _ all: [Command]) -> VerifyPhrase? {
    let words = command.words
    guard let name = words.first else { return nil }
    let places = words.dropFirst().prefix { !$0.hasPrefix("-") }.map { $0 }
    if ["run", "hint", "answer", "solution", "diff", "summary", "reset", "calibrate"].contains(name),
      let asked = places.first, asked != asked.uppercased() || Int(asked) != nil
    {
      guard let entry = try? course.find(asked) else { return .labUnknown(command: command.text, lab: asked) }
      let cells = entry.lab.map { $0.exercises.map(\.id) + $0.questions.map(\.id) } ?? []
      if places.count > 1, name != "answer", places[1] != places[1].uppercased(), !cells.contains(places[1]) {
        return .cellUnknown(command: command.text, cell: places[1], known: cells)
      }
    }
    // What is imported in the same text is there once its reader has done so.
    let imported = all.flatMap { Self.value(of: "--as", in: $0.words).map { [$0] } ?? [] }
    let sets = Set(course.entries.compactMap { $0.lab?.dataset } + imported + ["cardiac", "knee"])
    var asked = Self.value(of: "--data", in: words)
    if name == "data", places.count > 1, places[0] == "show" || places[0] == "export" { asked = places[1] }
    guard let asked, asked != asked.uppercased(), !sets.contains(asked) else { return nil }
    return .setUnknown(command: command.text, set: asked, known: sets.sorted())
  }

  private static func value(of option: String, in words: [String]) -> String? {
    words.firstIndex(of: option).flatMap { words.indices.contains($0 + 1) ? words[$0 + 1] : nil }
  }

  /// The commands in a text: the lines of shell cells that begin with `seglab`, and what stands so between backticks.
  private static func commands(in text: String) -> [Command] {
    var found: [Command] = []
    var fence: String?
    for (number, line) in text.components(separatedBy: .newlines).enumerated() {
      let plain = line.trimmingCharacters(in: .whitespaces)
      if plain.hasPrefix("```") {
        fence = fence == nil ? String(plain.dropFirst(3)) : nil
        continue
      }
      if let fence {
        // Other cells are code and keys; hints are prose.
        let isShell = ["sh", "bash", "shell", "console"].contains(fence)
        if isShell, let words = words(plain) { found.append(Command(words: words, line: number + 1)) }
        if !fence.hasPrefix("text hint"), !fence.hasPrefix("yaml question") { continue }
      }
      for match in line.matches(of: /`(seglab [^`]*)`/) {
        if let words = words(String(match.output.1)) { found.append(Command(words: words, line: number + 1)) }
      }
    }
    return found
  }

  /// What stands behind `seglab` in a line, word by word; nil where it is no such line.
  private static func words(_ line: String) -> [String]? {
    let command = line.split(separator: "#").first.map(String.init) ?? ""
    var words: [String] = []
    var word = ""
    var quote: Character?
    for sign in command + " " {
      switch (quote, sign) {
      case (let open?, _) where sign == open: quote = nil
      case (nil, "\""), (nil, "'"): quote = sign
      case (nil, " "):
        if !word.isEmpty { words.append(word) }
        word = ""
      default: word.append(sign)
      }
    }
    guard words.first == "seglab" else { return nil }
    return Array(words.dropFirst().prefix { !["|", "&&", ";", ">", "&"].contains($0) })
  }

  // MARK: Numbers

  /// Notes facts of a lab that are not its set's, and facts that a text of it does not have.
  ///
  /// - Parameters:
  ///   - lab: the lab.
  ///   - texts: its text and its translations', by file.
  ///   - facts: those of its data set; nil where the set is not at hand as a whole.
  ///   - findings: where they are noted.
  static func inspectFacts(
    of lab: Lab, texts: [(file: String, text: String)], _ facts: SetFacts?,
    _ findings: inout CourseVerifier.LabDiagnostics
  ) {
    for fact in lab.facts {
      if let facts {
        switch facts.agrees(fact.name, fact.written) {
        case true?: break
        case false?:
          findings.fault(
            lab.file, fact.line,
            .factDiffers(
              name: fact.name, written: fact.written, measured: facts.values[fact.name] ?? .nan, set: lab.dataset))
        case nil: findings.fault(lab.file, fact.line, .factUnknown(name: fact.name, known: facts.values.keys.sorted()))
        }
      }
      for (file, text) in texts {
        let body = text.components(separatedBy: "\n---\n").dropFirst().joined(separator: "\n")
        if !speaks(of: fact.written, body) {
          findings.fault(
            file, file == lab.file ? fact.line : 0, .factNotInProse(name: fact.name, written: fact.written))
        }
      }
    }
  }

  /// Whether a number stands in a text by itself, and not as a part of another.
  private static func speaks(of number: String, _ text: String) -> Bool {
    var rest = text[...]
    while let place = rest.range(of: number) {
      let before = place.lowerBound > text.startIndex ? text[text.index(before: place.lowerBound)] : " "
      let after = place.upperBound < text.endIndex ? text[place.upperBound] : " "
      let next =
        after == "." && text.index(after: place.upperBound) < text.endIndex
        ? text[text.index(after: place.upperBound)] : " "
      if !before.isNumber, before != ".", !after.isNumber, !next.isNumber { return true }
      rest = text[place.upperBound...]
    }
    return false
  }
}
