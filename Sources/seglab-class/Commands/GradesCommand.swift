internal import ArgumentParser
internal import Checking
internal import Foundation
internal import Grading
internal import Messages
internal import SegLabCommands

/// `seglab grades`: what is in the grade book.
struct GradesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "grades", abstract: ClassHelpPhrase.grades.text(in: .ofEnvironment),
      subcommands: [
        List.self, Show.self, Diff.self, MarkCommand.self, OverrideCommand.self, ExcuseCommand.self, ExtendCommand.self,
        ExportCommand.self, Pages.self, BackupCommand.self,
      ], defaultSubcommand: List.self)
  }

  /// `seglab grades`: everybody, or those of a kind.
  struct List: ParsableCommand {
    /// Which learners are listed.
    enum Filter: String, ExpressibleByArgument, CaseIterable {
      case all, missing, late, unmarked, errors, changed
    }

    static var configuration: CommandConfiguration { CommandConfiguration("list", class: .gradesList) }

    @OptionGroup var common: CommonOptions
    @OptionGroup var book: BookOptions
    @Option(help: ArgumentHelp(class: .filter)) var only = Filter.all
    @Flag(help: ArgumentHelp(.json)) var json = false
    @Flag(help: ArgumentHelp(class: .csv)) var csv = false

    func run() throws {
      let console = common.console
      try book.open(console) { book, lab in
        let entries = try book.entries(of: lab.id).filter { entry in
          switch only {
          case .all: true
          case .missing: entry.file == nil
          case .late: entry.grade?.late != nil || entry.isLate
          case .unmarked: !(entry.grade?.score.unmarked.isEmpty ?? true)
          case .errors: entry.grade?.isUnjudged ?? false
          case .changed: entry.proposed != nil
          }
        }
        if csv {
          // A terminal has its own way to end a line.
          for row in GradesCSV(lab, entries).text.components(separatedBy: "\r\n").dropLast() {
            console.say(verbatim: row)
          }
        } else if json {
          console.say(verbatim: try GradesJSON(lab, entries).text)
        } else {
          GradesTable(console: console).show(entries, of: lab)
        }
      }
    }
  }

  /// `seglab grades show STUDENT`: one learner, thing by thing, with the history of the grade.
  struct Show: ParsableCommand {
    static var configuration: CommandConfiguration { CommandConfiguration("show", class: .gradesShow) }

    @OptionGroup var common: CommonOptions
    @OptionGroup var book: BookOptions
    @Argument(help: ArgumentHelp(class: .student)) var student: String
    @Flag(help: ArgumentHelp(.json)) var json = false

    func run() throws {
      let console = common.console
      try book.open(console) { book, lab in
        let entry = try book.entry(student, lab: lab.id)
        if json {
          console.say(verbatim: try GradesJSON(lab, [entry], withHistory: true).text)
        } else {
          GradesTable(console: console).show(entry, of: lab, try entry.evidence.flatMap { try book.assessment($0) })
        }
      }
    }
  }

  /// `seglab grades diff`: which grades would change, and why.
  struct Diff: ParsableCommand {
    static var configuration: CommandConfiguration { CommandConfiguration("diff", class: .gradesDiff) }

    @OptionGroup var common: CommonOptions
    @OptionGroup var book: BookOptions
    @Argument(help: ArgumentHelp(class: .students)) var students: [String] = []
    @Flag(help: ArgumentHelp(class: .apply)) var apply = false
    @Flag(help: ArgumentHelp(.json)) var json = false

    func run() throws {
      let console = common.console
      try book.open(console, writes: apply) { book, lab in
        let keys = try students.map { try book.entry($0, lab: lab.id).student.key }
        let entries = try book.entries(of: lab.id).filter {
          $0.proposed != nil && (keys.isEmpty || keys.contains($0.student.key))
        }
        if json {
          console.say(verbatim: try GradesJSON(lab, entries).text)
        } else {
          GradesTable(console: console).show(changesOf: entries)
        }
        guard !entries.isEmpty else { return json ? () : console.say(BookPhrase.nothingProposed) }
        if apply {
          let count = try book.applyProposed(lab: lab.id, students: keys.isEmpty ? nil : keys)
          console.mention(BookPhrase.applied(count: count))
        } else if !json {
          console.mention(BookPhrase.howToApply)
        }
      }
    }
  }
}

extension GradesCommand {
  /// `seglab grades pages`: feedback and overview once more, with what was decided since.
  struct Pages: ParsableCommand {
    static var configuration: CommandConfiguration { CommandConfiguration("pages", class: .gradesPages) }

    @OptionGroup var common: CommonOptions
    @OptionGroup var book: BookOptions

    func run() throws {
      let console = common.console
      try book.open(console) { book, lab in try writePages(of: lab, in: book, console) }
    }
  }
}

/// Where the grade book is, and which lab of it is meant.
struct BookOptions: ParsableArguments {
  @Option(name: .customLong("book"), help: ArgumentHelp(class: .book)) var folder = "."
  @Option(help: ArgumentHelp(class: .bookLab)) var lab: String?

  /// Does something with the book and a lab of it.
  ///
  /// - Throws: `Failure` where there is none, or what is asked for is not in it.
  func open(_ console: Console, writes: Bool = false, _ body: (GradeBook, BookLab) throws -> Void) throws {
    do {
      let book = try GradeBook(in: URL(fileURLWithPath: folder, isDirectory: true), makes: false, writes: writes)
      try body(book, try book.lab(lab))
    } catch let problem as GradingProblem {
      throw Failure(problem)
    }
  }
}
