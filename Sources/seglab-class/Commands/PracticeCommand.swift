internal import ArgumentParser
internal import Courses
internal import Files
internal import Foundation
internal import Grading
internal import Messages
internal import SegLabCommands

/// `seglab-class practice LAB --out DIR`: a class that does not exist, to try grading with.
struct PracticeCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("practice", class: .practice) }

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(class: .practiceLab)) var lab: String
  @Option(help: ArgumentHelp(class: .practiceOut)) var out: String
  @Option(help: ArgumentHelp(class: .count)) var count = 30
  @Option(help: ArgumentHelp(class: .distinct)) var distinct = 12
  @Option(help: ArgumentHelp(class: .seed)) var seed: UInt64 = 1

  func validate() throws {
    for (name, value) in [("--count", count), ("--distinct", distinct)] where !(1...10_000).contains(value) {
      let phrase = CommandPhrase.badNumber(option: name, found: "\(value)", expected: "1 … 10000")
      throw ValidationError(phrase.text(in: .ofEnvironment))
    }
  }

  func run() throws {
    let console = common.console
    let course = try console.folder()
    let lab = try console.lab(self.lab, in: course)
    let solution = try console.asked(SolutionBook(folder: course).solution(of: lab))
    do {
      try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
      for submission in try PracticeClass(of: lab, solution: solution).submissions(
        count: count, distinct: distinct, seed: seed)
      {
        try AtomicFile.write(submission.text, to: "\(out)/\(submission.name)")
      }
    } catch {
      throw Failure(notWritten: out, error)
    }
    console.say(GradingPhrase.practiced(count: count, folder: out))
  }
}
