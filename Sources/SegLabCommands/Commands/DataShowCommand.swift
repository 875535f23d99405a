public import ArgumentParser
public import Datasets
internal import Phrases

/// `seglab data show NAME`: what is in a set, every byte of it checked.
struct DataShowCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("show", .dataShow) }

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(.setName)) var name: String
  @Option(help: ArgumentHelp(.split)) var split: Split.Rule?
  @Option(help: ArgumentHelp(.seed)) var seed: UInt64 = 1
  @Flag(help: ArgumentHelp(.json)) var json = false

  func run() throws {
    let console = common.console
    do throws(DatasetError) {
      let set = try CourseFolder.current.sets.load(name: name)
      let summary = SetSummary(of: set)
      var splits: [SetFactPhrase] = []
      for rule in split.map({ [$0] }) ?? Split.Rule.allCases where set.count > 1 {
        // A set of one patient cannot be divided by patient; that is worth an error only where it was asked for.
        if split == nil, rule == .patient, summary.patients < 2 { continue }
        splits.append(try Split(of: set, by: rule, seed: seed).fact(in: set))
      }
      if json {
        console.say(
          json: SetJSON(name: name, digest: set.digest, summary: summary, notes: splits, in: common.language))
        return
      }
      for fact in summary.facts + splits + [.digest(set.digest)] { console.say(fact) }
    } catch {
      throw error.failure
    }
  }
}

extension Split.Rule: ExpressibleByArgument {}

extension Split {
  /// The split in one line, with the patients who stand on both sides.
  func fact(in set: ImageMaskSet) -> SetFactPhrase {
    let shared = Set(training.map(set.patient)).intersection(validation.map(set.patient))
    return .split(
      rule: rule.rawValue, training: training.count, validation: validation.count, shared: shared.count)
  }
}
