internal import ArgumentParser
internal import Courses
internal import Datasets
internal import Foundation
internal import Messages
internal import Pages
internal import SegLab

/// `seglab data show NAME`: what is in a set, every byte of it checked.
struct DataShowCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("show", .dataShow) }

  @Argument(help: ArgumentHelp(.setName)) var name: String
  @Option(help: ArgumentHelp(.split)) var split: Split.Rule?
  @Option(parsing: .unconditional, help: ArgumentHelp(.seed)) var seed: UInt64 = 1
  @Option(help: ArgumentHelp(data: .page)) var page: String?
  @Flag(help: ArgumentHelp(data: .noPage)) var noPage = false
  @Flag(help: ArgumentHelp(.json)) var json = false
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard page != nil, noPage else { return }
    throw ValidationError(DataSetPhrase.optionsClash("--page", with: "--no-page").text(in: .ofEnvironment))
  }

  func run() throws {
    let place = try place()
    try OutputFile.check(page: place)
    let (set, facts) = try shown()
    if let place { try write(set, facts, to: place) }
  }

  /// Where the page goes: where it was asked to, else beside the labs, called after the set; nowhere for another program.
  private func place() throws -> String? {
    if let page { return page }
    guard !noPage, !json, DataStore.isValid(name: name) else { return nil }
    return try common.console.folder().root.appendingPathComponent("\(name)-data.html").path
  }

  /// Shows the set, and gives it with what was said of it.
  private func shown() throws -> (ImageMaskSet, [SetFactPhrase]) {
    let console = common.console
    let store = try console.folder().sets
    do throws(DatasetError) {
      let set = try store.load(name: name)
      let summary = SetSummary(of: set)
      var splits: [SetFactPhrase] = []
      for rule in split.map({ [$0] }) ?? Split.Rule.allCases where set.count > 1 {
        // A set of one patient cannot be divided by patient; that is worth an error only where it was asked for.
        if split == nil, rule == .patient, summary.patients < 2 { continue }
        splits.append(try Split(of: set, by: rule, seed: seed).fact(in: set))
      }
      let card = set.origin?.card.map { [$0] } ?? []
      let facts = summary.facts + splits + card + [.digest(set.digest)]
      if json {
        console.say(
          json: SetJSON(name: name, digest: set.digest, summary: summary, notes: splits + card, in: common.language))
      } else {
        for fact in facts { console.say(fact) }
      }
      return (set, facts)
    } catch {
      throw error.failure
    }
  }

  /// Writes the page about the set.
  private func write(_ set: ImageMaskSet, _ facts: [SetFactPhrase], to page: String) throws {
    do {
      try SetPage(theme: Installation.theme(), language: common.language).write(set: set, facts: facts, to: page)
    } catch let error as PageError {
      throw Failure(.badFile, error.phrase)
    }
    let line = CommandPhrase.pageWritten(path: URL(fileURLWithPath: page).path)
    if json { common.console.mention(line) } else { common.console.say(line) }
  }
}

extension Split {
  /// The split in one line, with the patients who stand on both sides.
  func fact(in set: ImageMaskSet) -> SetFactPhrase {
    let shared = Set(training.map(set.patient)).intersection(validation.map(set.patient))
    return .split(
      rule: rule.rawValue, training: training.count, validation: validation.count, shared: shared.count)
  }
}
