internal import Checking
internal import Courses
internal import Digests
internal import Files
public import Foundation
internal import Labs
internal import Messages
public import Pages
internal import Sessions

/// Writes what each learner is told: a page, the same in Markdown, and a zip of all pages as Moodle takes it.
public struct FeedbackWriter: Sendable {
  private let book: GradeBook
  private let lab: BookLab
  private let theme: Theme
  private let mostZipped: Int

  /// - Parameters:
  ///   - book: the book.
  ///   - lab: the lab.
  ///   - theme: how pages look.
  ///   - mostZipped: the most pages of one zip: a class that has more gets several, each of which a browser uploads and this program holds.
  public init(_ book: GradeBook, _ lab: BookLab, theme: Theme, mostZipped: Int = 5_000) {
    (self.book, self.lab, self.theme, self.mostZipped) = (book, lab, theme, max(1, mostZipped))
  }

  /// The folder for a lab's feedback, beside the book.
  public var folder: URL { book.folder.appendingPathComponent("feedback/\(lab.id)", isDirectory: true) }

  /// Writes the files of every learner whose grade or work is another than when they were written.
  ///
  /// - Returns: how many were written.
  /// - Throws: `GradingProblem` where the disk refuses; `PageError`.
  public func write() throws -> Int {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let stateFile = folder.appendingPathComponent(".written.json").path
    let old = (try? FileBytes.read(stateFile, limit: 1 << 28)).flatMap {
      try? JSONDecoder().decode([String: String].self, from: Data($0))
    }
    var state: [String: String] = [:]
    let common = [theme.digest, try BookCoding.text(lab.scheme)]
    let entries = try book.entries(of: lab.id)
    for entry in entries { state[entry.student.key] = try digest(of: entry, common) }
    let due = entries.filter { entry in
      let key = entry.student.key
      return old?[key] != state[key] || !FileManager.default.fileExists(atPath: page(of: entry))
    }
    // A page takes a few hundredths of a second, and there is one for everybody; waiting for the disk would take as long for each.
    try AtomicFile.writeMany(in: folder.path) { put in
      for result in Parallel.map(due.count, { number in Result { try write(due[number], put) } }) { try result.get() }
    }
    try writeZips(of: entries)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    try AtomicFile.write(try encoder.encode(state), to: stateFile)
    return due.count
  }

  private func page(of entry: BookEntry) -> String {
    folder.appendingPathComponent(Self.fileName(of: entry.student) + ".html").path
  }

  /// Writes the files of one learner.
  private func write(
    _ entry: BookEntry, _ put: @Sendable (_ text: String, _ name: String) throws(FileFault) -> Void
  ) throws {
    let assessment = try entry.evidence.flatMap { try book.assessment($0) }
    let language = entry.language ?? assessment?.language ?? .english
    let words = GradeWords(entry: entry, lab: lab, language: language)
    let name = Self.fileName(of: entry.student)
    try put(try html(assessment, words), name + ".html")
    try put(markdown(assessment, words), name + ".md")
  }

  private static let mostZippedBytes = 512 << 20

  /// Writes all pages as Moodle takes feedback: `LAB-moodle.zip`, and from a certain size of a class `LAB-moodle-2.zip` and so on.
  private func writeZips(of entries: [BookEntry]) throws {
    var zip = ZipWriter()
    var number = 1
    func path(_ number: Int) -> String {
      let end = number > 1 ? "-\(number)" : ""
      return book.folder.appendingPathComponent("feedback/\(lab.id)-moodle\(end).zip").path
    }
    for entry in entries {
      guard let bytes = try? FileBytes.read(page(of: entry), limit: 1 << 28) else { continue }
      if zip.count == mostZipped || zip.size + bytes.count > Self.mostZippedBytes, zip.count > 0 {
        try AtomicFile.write(zip.bytes, to: path(number))
        (zip, number) = (ZipWriter(), number + 1)
      }
      let name = Self.plain(entry.student.name) + "_" + Self.plain(entry.student.key)
      zip.add("\(name)_assignsubmission_file_/feedback.html", bytes)
    }
    try AtomicFile.write(zip.bytes, to: path(number))
    // Those of a time when the class was larger.
    while unlink(path(number + 1)) == 0 { number += 1 }
  }

  /// What decides the files of one learner, `common` being what decides everybody's.
  private func digest(of entry: BookEntry, _ common: [String]) throws -> String {
    let grade = try entry.grade.map { try BookCoding.text($0) } ?? ""
    let remarks = try BookCoding.text(entry.remarks)
    let parts =
      [
        grade, entry.evidence ?? "", entry.language?.rawValue ?? "", remarks, entry.student.name,
      ] + common
    return SHA256.hash(data: parts.joined(separator: "\u{0}").utf8).hexadecimal
  }

  /// A name for a learner's files, whatever the learner is called.
  static func fileName(of student: Student) -> String {
    let plain = Self.plain(student.key)
    // What was changed in it, is the same but for its letters' case, or looks like a name made here must not meet another's.
    let looksMade = plain.firstMatch(of: /-[0-9a-f]{8}$/) != nil
    guard plain != student.key || plain.lowercased() != plain || looksMade else { return plain }
    return plain + "-" + SHA256.hash(data: student.key.utf8).hexadecimal.prefix(8)
  }

  private static let mostNameBytes = 120

  private static func plain(_ text: String) -> String {
    let kept = text.unicodeScalars.map { scalar -> Character in
      let isPlain =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || " -.".unicodeScalars.contains(scalar)
      return isPlain ? Character(scalar) : "-"
    }
    // A file system counts bytes, and a sign may have many.
    var name = ""
    for sign in kept.prefix(60) {
      guard name.utf8.count + String(sign).utf8.count <= mostNameBytes else { break }
      name.append(sign)
    }
    name = name.trimmingCharacters(in: CharacterSet(charactersIn: " ."))
    return name.isEmpty ? "learner" : name
  }

  private func html(_ assessment: Assessment?, _ words: GradeWords) throws -> String {
    let panel = GradePanel(
      heading: GradeLabel.feedback.text(in: words.language) + ": " + words.entry.student.name, total: words.total,
      rows: words.lines.map { line in
        GradePanel.Row(
          name: line.name, points: line.points, slug: line.verdict.rawValue,
          word: VerdictPhrase(line.verdict.rawValue).text(in: words.language), remark: line.remark)
      }, notes: words.notes + remarks(assessment, words))
    guard let assessment, let lab = Lab.parse(text: assessment.text, file: assessment.report.file).lab else {
      let content = SheetPage.Content(
        title: self.lab.title, kicker: panel.heading, facts: [panel.total] + panel.notes, sections: [])
      return try SheetPage(theme: theme, language: words.language).html(content)
    }
    return try LabPage(theme: theme, language: words.language).html(
      lab: lab.translated(to: words.language).value, report: assessment.report.forLearner, grade: panel)
  }

  private func remarks(_ assessment: Assessment?, _ words: GradeWords) -> [String] {
    (assessment?.remarks ?? []).map { $0.text(in: words.language) }
      + (assessment?.report.changes ?? []).map {
        $0.phraseWhereNotCounted(file: words.entry.file ?? "").text(in: words.language)
      }
  }

  /// The same in Markdown: what is not right, and what to try first.
  private func markdown(_ assessment: Assessment?, _ words: GradeWords) -> String {
    var text = "# \(Self.inert(lab.title)): \(Self.inert(words.entry.student.name))\n\n**\(words.total)**\n"
    let notes = words.notes + remarks(assessment, words)
    if !notes.isEmpty { text += "\n" + notes.map { "- \(Self.inert($0))\n" }.joined() }
    text +=
      "\n| \(GradeLabel.item.text(in: words.language)) | | \(GradeLabel.verdict.text(in: words.language)) |\n|---|--:|---|\n"
    for line in words.lines {
      let word = VerdictPhrase(line.verdict.rawValue).text(in: words.language)
      text += "| \(Self.inert(line.name)) | \(line.points) | \(word) |\n"
      if let remark = line.remark { text += "| \(Self.inert(remark)) | | |\n" }
    }
    for cell in assessment?.report.forLearner.cells ?? [] {
      guard let check = cell.checks.first(where: { !$0.verdict.isRight && $0.verdict != .blocked }),
        let message = check.message
      else { continue }
      text += "\n## \(cell.id)\n\n\(Self.inert(message.text(in: words.language)))\n"
    }
    return text
  }

  /// Text that is only ever shown: no sign of Markdown or HTML in it means anything.
  static func inert(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\\", "`", "*", "_", "[", "]", "#", "|", "!", "~": result += "\\" + String(scalar)
      case "\r", "\n": result += " "
      default:
        if scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format { continue }
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
