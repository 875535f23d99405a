internal import ArgumentParser
internal import Datasets
internal import Messages
internal import SegLab

/// `seglab data export NAME --format png --out DIR`: a set for other programs.
struct DataExportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "export", abstract: DataHelpPhrase.export.text(in: .ofEnvironment))
  }

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(.setName)) var name: String
  @Option(help: ArgumentHelp(data: .exportFormat)) var format: ExportFormat
  @Option(help: ArgumentHelp(data: .out)) var out: String
  @Option(help: ArgumentHelp(data: .exportSplit)) var split: Split.Rule?
  @Option(help: ArgumentHelp(.seed)) var seed: UInt64 = 1
  @Flag(help: ArgumentHelp(.json)) var json = false

  /// What was written, in the form `seglab/export/v1`.
  private struct Report: Encodable {
    let schema = "seglab/export/v1"
    let name: String
    let digest: String
    let files: [String]
  }

  func run() throws {
    let console = common.console
    let store = try CourseFolder.current.sets
    var bar = DataProgress(console: console)
    do throws(DatasetError) {
      let set = try store.load(name: name)
      var sides: Split?
      if let split { sides = try Split(of: set, by: split, seed: seed) }
      let files = try SetExporter(set, as: format, split: sides).write(to: out) { bar.show($0, of: $1) }
      if json {
        console.say(json: Report(name: name, digest: set.digest, files: files))
      } else {
        console.say(ExportPhrase.written(name: name, count: set.count, files: files))
      }
    } catch {
      throw error.failure
    }
  }
}
