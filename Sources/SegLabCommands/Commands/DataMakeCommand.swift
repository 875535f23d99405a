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

  func validate() throws {
    guard (2...10_000).contains(count) else {
      let phrase = CommandPhrase.badNumber(option: "--count", found: String(count), expected: "2 … 10000")
      throw ValidationError(phrase.text(in: common.language))
    }
  }

  func run() throws {
    let name = name ?? generator.rawValue
    do throws(DatasetError) {
      guard DataStore.isValid(name: name) else { throw .invalidName(name) }
      let set = CardiacPhantom(seed: seed).set(named: name, count: count)
      try CourseFolder.current.sets.save(set, as: name)
      if json {
        common.console.say(
          json: SetJSON(name: name, digest: set.digest, summary: SetSummary(of: set), in: common.language))
      } else {
        common.console.say(CommandPhrase.dataSaved(name: name, count: set.count, digest: set.digest))
      }
    } catch {
      throw error.failure
    }
  }
}
