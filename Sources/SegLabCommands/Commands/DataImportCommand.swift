internal import ArgumentParser
internal import Datasets
internal import Foundation
internal import Phrases

/// `seglab data import PATH --as NAME`: images and labels of equal names, kept as a set.
struct DataImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("import", .dataImport) }

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(.importPath)) var path: String
  @Option(name: .customLong("as"), help: ArgumentHelp(.asName)) var name: String
  @Flag(help: ArgumentHelp(.skipBad)) var skipBad = false
  @Flag(help: ArgumentHelp(.json)) var json = false

  func run() throws {
    let console = common.console
    let store = CourseFolder.current.sets
    do throws(DatasetError) {
      guard DataStore.isValid(name: name) else { throw .invalidName(name) }
      let (set, report) = try PNGPairs(folder: path).read(as: name, skipBad: skipBad) { done, total in
        if console.live { console.draw(done < total ? "\(done)/\(total)" : "") }
      }
      try store.save(set, as: name)
      let summary = SetSummary(of: set)
      if json {
        console.say(
          json: SetJSON(name: name, digest: set.digest, summary: summary, notes: report.notes, in: common.language))
        return
      }
      for note in report.notes { console.mention(note) }
      console.say(CommandPhrase.dataSaved(name: name, count: set.count, digest: set.digest))
      for fact in summary.facts { console.say(fact) }
    } catch {
      throw error.failure
    }
  }
}
