internal import ArgumentParser
internal import Courses
internal import Datasets
internal import Digests
internal import Foundation
internal import Messages
internal import Sessions

/// `seglab data make cardiac`: a generated set, the same bytes for the same numbers.
struct DataMakeCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("make", .dataMake) }

  /// What can be generated.
  enum Generator: String, ExpressibleByArgument, CaseIterable {
    case cardiac
    case knee
  }

  @Argument(help: ArgumentHelp(data: .generator)) var generator: Generator
  @Option(name: .customLong("as"), help: ArgumentHelp(.asName)) var name: String?
  @Option(parsing: .unconditional, help: ArgumentHelp(.dataSeed)) var seed: UInt64 = 1
  @Option(parsing: .unconditional, help: ArgumentHelp(.count)) var count: Int?
  @Option(parsing: .unconditional, help: ArgumentHelp(data: .patients)) var patients: Int?
  @Option(parsing: .unconditional, help: ArgumentHelp(data: .slices)) var slices: Int?
  @Option(parsing: .unconditional, help: ArgumentHelp(data: .phases)) var phases: Int?
  @Flag(help: ArgumentHelp(.json)) var json = false
  @OptionGroup var common: CommonOptions

  func validate() throws {
    let counted = [("--patients", patients), ("--slices", slices), ("--phases", phases)]
    for (option, value) in counted
    where value != nil && (count != nil || (generator == .knee && option != "--patients")) {
      let other = count == nil ? generator.rawValue : "--count"
      throw ValidationError(DataSetPhrase.optionsClash(option, with: other).text(in: .ofEnvironment))
    }
  }

  func run() throws {
    let console = common.console
    let name = name ?? generator.rawValue
    let store = try console.courseFolder().sets
    // Made now, so that a judge finds it.
    _ = SealKey.ofUser()
    var bar = DataProgress(console: console)
    do throws(DatasetError) {
      guard DataStore.isValid(name: name) else { throw .invalidName(name) }
      let set: ImageMaskSet
      switch generator {
      case .cardiac: set = try heart().make(as: name) { bar.show($0, of: $1) }
      case .knee:
        let images = count ?? patients.map { $0.multipliedReportingOverflow(by: 2).partialValue }
        set = try KneePhantom(count: images ?? KneePhantom.usualCount, seed: seed).make(as: name) {
          bar.show($0, of: $1)
        }
      }
      try store.save(set, as: name)
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

  private func heart() throws(DatasetError) -> CardiacPhantom {
    guard patients != nil || slices != nil || phases != nil else {
      return try CardiacPhantom(count: count ?? 260, seed: seed)
    }
    return try CardiacPhantom(patients: patients ?? 15, slices: slices ?? 9, phases: phases ?? 2, seed: seed)
  }
}
