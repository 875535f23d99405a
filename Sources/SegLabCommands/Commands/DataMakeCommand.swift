internal import ArgumentParser
internal import Datasets
internal import Foundation
internal import Phrases

/// `seglab data make cardiac`: a generated set, the same bytes for the same seed.
struct DataMakeCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("make", .dataMake) }

  /// What can be generated.
  enum Generator: String, ExpressibleByArgument, CaseIterable {
    case cardiac
  }

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(.generator)) var generator: Generator
  @Option(name: .customLong("as"), help: ArgumentHelp(.asName)) var name: String?
  @Option(help: ArgumentHelp(.dataSeed)) var seed: UInt64 = 1
  @Option(help: ArgumentHelp(.count)) var count = 260
  @Flag(help: ArgumentHelp(.json)) var json = false

  func run() throws {
    let console = common.console
    let name = name ?? generator.rawValue
    do throws(DatasetError) {
      guard DataStore.isValid(name: name) else { throw .invalidName(name) }
      let set = try CardiacPhantom(count: count, seed: seed).make(as: name) { done, total in
        if console.live { console.draw(done < total ? "\(done)/\(total)" : "") }
      }
      try CourseFolder.current.sets.save(set, as: name)
      if json {
        console.say(
          json: SetJSON(name: name, digest: set.digest, summary: SetSummary(of: set), in: common.language))
      } else {
        console.say(CommandPhrase.dataSaved(name: name, count: set.count, digest: set.digest))
      }
    } catch {
      throw error.failure
    }
  }
}
