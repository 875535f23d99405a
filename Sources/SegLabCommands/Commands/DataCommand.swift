internal import ArgumentParser
internal import Courses
internal import Datasets
internal import Foundation
internal import Messages

/// `seglab data …`: the sets of images with masks.
struct DataCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "data", abstract: HelpPhrase.data.text(in: .ofEnvironment),
      subcommands: [
        DataImportCommand.self, DataExportCommand.self, DataMakeCommand.self, DataListCommand.self,
        DataShowCommand.self,
      ])
  }
}

extension DatasetError {
  /// The error as a command's end: a bad file, but for words that cannot be and a decoder that did not come with the program.
  var failure: Failure {
    switch self {
    case .invalidName, .numberOutOfRange, .folderNotEmpty, .tooManyForNPZ, .coloursInRecords: Failure(.usage, phrase)
    case .decoderMissing: Failure(.internalFault, phrase)
    default: Failure(.badFile, phrase)
    }
  }
}

extension SetSummary {
  /// The sizes with how many images each has; their range where there are many.
  var sizeWords: [String] {
    guard sizes.count > 1 else { return [sizes[0].size.description] }
    guard sizes.count > 6 else { return sizes.map { "\($0.images) × \($0.size)" } }
    func range(_ values: [Int]) -> String { "\(values.min() ?? 0)–\(values.max() ?? 0)" }
    return ["\(range(sizes.map(\.size.width))) x \(range(sizes.map(\.size.height)))"]
  }
}

/// `seglab data list`: the sets that are here.
struct DataListCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("list", .dataList) }

  @Flag(help: ArgumentHelp(.json)) var json = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console
    let entries: [DataStore.Entry]
    let store = try console.folder().sets
    do { entries = try store.list() } catch { throw error.failure }
    var broken = false
    var sets: [SetJSON] = []
    for entry in entries {
      switch entry.facts {
      case .success(let facts):
        sets.append(SetJSON(name: entry.name, digest: facts.digest, summary: facts.summary, in: common.language))
        guard !json else { continue }
        console.say(
          SetFactPhrase.listed(
            name: entry.name, images: facts.summary.count, sizes: facts.summary.sizeWords.joined(separator: ", "),
            patients: facts.summary.patients, foreground: 1 - facts.summary.baselineAccuracy, digest: facts.digest))
      case .failure(let error):
        broken = true
        console.mention(error.phrase)
      }
    }
    if json {
      console.say(json: ["sets": sets])
    } else if entries.isEmpty {
      console.say(CommandPhrase.noData)
    }
    if broken { throw ExitStatus.badFile.code }
  }
}

/// A data set in the form `seglab/set/v1`, for other programs.
struct SetJSON: Encodable {
  let schema = "seglab/set/v1"
  let name: String
  let digest: String
  let summary: SetSummary
  /// Numbers by the names of `SetSummary.Statistic`.
  let statistics: [String: Double]
  let notes: [String]

  /// - Parameters:
  ///   - name: the set's name.
  ///   - digest: the digest of its content.
  ///   - summary: the set in numbers.
  ///   - notes: what else is to be told.
  ///   - language: the language of the notes.
  init(name: String, digest: String, summary: SetSummary, notes: [any Phrase] = [], in language: Language) {
    self.name = name
    self.digest = digest
    self.summary = summary
    statistics = Dictionary(
      uniqueKeysWithValues: SetSummary.Statistic.allCases.map { ($0.rawValue, summary.value(of: $0)) })
    self.notes = notes.map { $0.text(in: language) }
  }
}

extension SetSummary {
  /// The set in numbers, a line each.
  var facts: [SetFactPhrase] {
    [
      .images(count: count, sizes: sizeWords), .patients(count: patients), labelFact,
      .emptyLabels(count: emptyLabels),
      .intensities(mean: mean, deviation: standardDeviation, least: minimum, most: maximum),
      .baseline(accuracy: baselineAccuracy),
    ]
  }

  private var labelFact: SetFactPhrase {
    guard hasGreyLabels else { return .classes(shares: classShares) }
    return .greyLabels(
      mean: labelValues.mean, deviation: labelValues.standardDeviation, least: labelValues.minimum,
      most: labelValues.maximum, binary: binaryLabelValues.mean)
  }
}

extension SetOrigin {
  /// What is known of sets of this kind; nil for imported ones.
  var card: SetFactPhrase? {
    switch self {
    case .cardiac: .cardiacCard
    case .knee: .kneeCard
    case .imported: nil
    }
  }
}
