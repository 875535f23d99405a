internal import ArgumentParser
internal import Files
internal import Foundation
internal import Grading
internal import Messages
internal import SegLabCommands

/// `seglab grades export SYSTEM SHEET --to FILE`: the grades, in a file of a learning system or in a table.
struct ExportCommand: ParsableCommand {
  /// Where grades go.
  enum System: String, ExpressibleByArgument, CaseIterable { case moodle, canvas, blackboard, csv }

  static var configuration: CommandConfiguration { CommandConfiguration("export", class: .gradesExport) }

  @OptionGroup var common: CommonOptions
  @OptionGroup var book: BookOptions
  @Argument(help: ArgumentHelp(class: .system)) var system: System
  @Argument(help: ArgumentHelp(class: .sheet)) var sheet: String?
  @Option(help: ArgumentHelp(class: .to)) var to: String
  @Option(help: ArgumentHelp(class: .column)) var column: String?
  @Option(help: ArgumentHelp(class: .feedbackColumn)) var feedbackColumn: String?

  func validate() throws {
    guard system != .csv, sheet == nil else { return }
    throw ValidationError(ClassHelpPhrase.sheet.text(in: .ofEnvironment))
  }

  func run() throws {
    let console = common.console
    try book.open(console) { book, lab in
      let entries = try book.entries(of: lab.id)
      guard let sheet, let kind = GradeSheet.System(rawValue: system.rawValue) else {
        // What opens CSV as a table needs the mark before it to read Hangul.
        try write(Array("\u{FEFF}".utf8) + Array(GradesCSV(lab, entries).text.utf8))
        return console.say(BookPhrase.written(path: to, filled: entries.count))
      }
      let feedback = feedbackColumn.map { name in
        (column: name, words: { (entry: BookEntry) in GradesTable(console: console).points(of: entry.grade) })
      }
      let filled = try GradeSheet(sheet, of: kind).filled(lab, entries, column: column, feedback: feedback)
      try write(filled.bytes)
      console.say(BookPhrase.written(path: to, filled: filled.count))
      if !filled.notInSheet.isEmpty { console.mention(BookPhrase.notInSheet(filled.notInSheet)) }
      if !filled.notInBook.isEmpty { console.mention(BookPhrase.notInBook(filled.notInBook)) }
    }
  }

  private func write(_ bytes: [UInt8]) throws {
    do { try AtomicFile.write(bytes, to: to) } catch { throw GradingProblem.notWritten(path: to, reason: error.reason) }
  }
}
