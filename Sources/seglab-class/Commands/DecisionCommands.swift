internal import ArgumentParser
internal import Foundation
internal import Grading
internal import Messages
internal import SegLabCommands

/// `seglab grades mark STUDENT ITEM POINTS`: points that a person gives, for a question in words or in the place of the judge's.
struct MarkCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("mark", class: .gradesMark) }

  @OptionGroup var common: CommonOptions
  @OptionGroup var book: BookOptions
  @Argument(help: ArgumentHelp(class: .student)) var student: String
  @Argument(help: ArgumentHelp(class: .item)) var item: String
  @Argument(help: ArgumentHelp(class: .points)) var points: Double?
  @Option(help: ArgumentHelp(class: .words)) var words = ""

  func run() throws {
    try book.change(common.console, student) { book, lab, entry in
      guard let found = lab.scheme.items.first(where: { $0.key == item }) else {
        throw GradingProblem.item(asked: item, known: lab.scheme.items.map(\.key))
      }
      if let points { try checkPoints(points, most: found.points) }
      try book.mark(entry.student.key, lab: lab.id, item: item, points: points, words: words)
    }
  }
}

/// `seglab grades override STUDENT POINTS --reason …`: points in the place of all that was worked out.
struct OverrideCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("override", class: .gradesOverride) }

  @OptionGroup var common: CommonOptions
  @OptionGroup var book: BookOptions
  @Argument(help: ArgumentHelp(class: .student)) var student: String
  @Argument(help: ArgumentHelp(class: .points)) var points: Double?
  @Option(help: ArgumentHelp(class: .reason)) var reason: String

  func run() throws {
    try book.change(common.console, student) { book, lab, entry in
      if let points { try checkPoints(points, most: lab.scheme.total * 10) }
      try decide(.override, entry, lab, book, points, reason)
    }
  }
}

/// `seglab grades excuse STUDENT --reason …`: the learner need not do the lab.
struct ExcuseCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("excuse", class: .gradesExcuse) }

  @OptionGroup var common: CommonOptions
  @OptionGroup var book: BookOptions
  @Argument(help: ArgumentHelp(class: .student)) var student: String
  @Option(help: ArgumentHelp(class: .reason)) var reason: String
  @Flag(help: ArgumentHelp(class: .undo)) var undo = false

  func run() throws {
    try book.change(common.console, student) { book, lab, entry in
      try decide(.excuse, entry, lab, book, undo ? nil : 1, reason)
    }
  }
}

/// `seglab grades extend STUDENT DAYS --reason …`: the learner may be later than others.
struct ExtendCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("extend", class: .gradesExtend) }

  @OptionGroup var common: CommonOptions
  @OptionGroup var book: BookOptions
  @Argument(help: ArgumentHelp(class: .student)) var student: String
  @Argument(help: ArgumentHelp(class: .days)) var days: Double
  @Option(help: ArgumentHelp(class: .reason)) var reason: String

  func run() throws {
    try book.change(common.console, student) { book, lab, entry in
      try checkPoints(days, most: 1000)
      try decide(.extension, entry, lab, book, days == 0 ? nil : days, reason)
    }
  }
}

/// `seglab grades backup FILE`: the whole book in one other file.
struct BackupCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("backup", class: .gradesBackup) }

  @OptionGroup var common: CommonOptions
  @Option(name: .customLong("book"), help: ArgumentHelp(class: .book)) var folder = "."
  @Argument(help: ArgumentHelp(class: .backupFile)) var file: String

  func run() throws {
    do throws(GradingProblem) {
      let book = try GradeBook(in: URL(fileURLWithPath: folder, isDirectory: true), makes: false, writes: false)
      try book.backUp(to: file)
    } catch {
      throw Failure(.badFile, error.phrase)
    }
    common.console.say(BookPhrase.backedUp(path: file))
  }
}

private func checkPoints(_ points: Double, most: Double) throws {
  guard points >= 0, points <= most else {
    throw Failure(.usage, BookPhrase.badPoints(found: points, most: most))
  }
}

private func decide(
  _ kind: GradeBook.DecisionKind, _ entry: BookEntry, _ lab: BookLab, _ book: GradeBook, _ value: Double?,
  _ reason: String
) throws {
  guard reason.contains(where: { !$0.isWhitespace }) else { throw Failure(.usage, BookPhrase.noReason) }
  try book.decide(kind, entry.student.key, lab: lab.id, value: value, reason: reason)
}

extension BookOptions {
  /// Changes what a person says of one learner, works the grade out again and shows it.
  fileprivate func change(
    _ console: Console, _ student: String, _ body: (GradeBook, BookLab, BookEntry) throws -> Void
  ) throws {
    try open(console, writes: true) { book, lab in
      let entry = try book.entry(student, lab: lab.id)
      try body(book, lab, entry)
      try book.applyDecision(on: entry.student.key, lab: lab.id, engine: SegLabCommand.version)
      let now = try book.entry(entry.student.key, lab: lab.id)
      console.say(
        BookPhrase.kept(student: now.student.name, points: GradesTable(console: console).points(of: now.grade)))
    }
  }
}
