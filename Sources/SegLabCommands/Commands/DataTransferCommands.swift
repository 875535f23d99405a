public import ArgumentParser
internal import Courses
public import Datasets
internal import Digests
internal import Foundation
public import Imaging
internal import Messages
public import SegLab
internal import Sessions
internal import Workbench

/// `seglab data import PATH --as NAME`: images and labels in any known form, kept as a set.
package struct DataImportCommand: ParsableCommand {
  package static var configuration: CommandConfiguration { CommandConfiguration("import", .dataImport) }

  @Argument(help: ArgumentHelp(data: .path)) var path: String
  @Option(name: .customLong("as"), help: ArgumentHelp(.asName)) var name: String
  @Option(help: ArgumentHelp(data: .format)) var format: SourceFormat?
  @Option(help: ArgumentHelp(data: .resize)) var resize: PixelSize?
  @Option(help: ArgumentHelp(data: .label)) var label: LabelRule?
  @Option(help: ArgumentHelp(data: .contour)) var contour: ContourKind = .endo
  @Option(help: ArgumentHelp(data: .raster)) var raster: Contour.RasterRule = .course
  @Option(help: ArgumentHelp(data: .scale)) var scale: DICOMFile.Scaling = .range
  @Flag(help: ArgumentHelp(.skipBad)) var skipBad = false
  @Flag(help: ArgumentHelp(.json)) var json = false
  @OptionGroup var common: CommonOptions

  /// The command with nothing set.
  package init() {}

  package func run() throws { try run(records: nil) }

  /// Imports what is there.
  ///
  /// - Parameter records: what makes features of TensorFlow's records; without it another program takes over where it is needed.
  /// - Throws: `Failure`.
  package func run(records: (any RecordCoding)?) throws {
    let console = common.console
    let store = try console.folder().sets
    // Made now, so that a judge finds it.
    _ = SealKey.ofUser()
    var bar = DataProgress(console: console)
    do throws(DatasetError) {
      guard DataStore.isValid(name: name) else { throw .invalidName(name) }
      let (set, report) = try SetImporter(path: path, options: options(records)).read(as: name) { bar.show($0, of: $1) }
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
      if error == .recordsElsewhere { try ExchangeProgram.takeOver() }
      throw error.failure
    }
  }

  private func options(_ records: (any RecordCoding)?) -> ImportOptions {
    var options = ImportOptions()
    options.records = records
    options.format = format
    options.size = resize
    options.labels = label
    options.skipBad = skipBad
    options.contour = contour
    options.raster = raster
    options.scaling = scale
    options.decoder = Installation.decoder
    return options
  }
}

/// `seglab data export NAME --format png --out DIR`: a set for other programs.
package struct DataExportCommand: ParsableCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "export", abstract: DataHelpPhrase.export.text(in: .ofEnvironment))
  }

  @Argument(help: ArgumentHelp(.setName)) var name: String
  @Option(help: ArgumentHelp(data: .exportFormat)) var format: ExportFormat
  @Option(help: ArgumentHelp(data: .out)) var out: String
  @Option(help: ArgumentHelp(data: .exportSplit)) var split: Split.Rule?
  @Option(parsing: .unconditional, help: ArgumentHelp(.seed)) var seed: UInt64 = 1
  @Flag(help: ArgumentHelp(.json)) var json = false
  @OptionGroup var common: CommonOptions

  /// What was written, in the form `seglab/export/v1`.
  private struct Report: Encodable {
    let schema = "seglab/export/v1"
    let name: String
    let digest: String
    let files: [String]
  }

  /// The command with nothing set.
  package init() {}

  package func run() throws { try run(records: nil) }

  /// Exports the set.
  ///
  /// - Parameter records: what makes TensorFlow's records of features; without it another program takes over where it is needed.
  /// - Throws: `Failure`.
  package func run(records: (any RecordCoding)?) throws {
    // Before the set is read: the other program reads it.
    if format == .tfrecord, records == nil { try ExchangeProgram.takeOver() }
    let console = common.console
    let store = try console.folder().sets
    var bar = DataProgress(console: console)
    do throws(DatasetError) {
      let set = try store.load(name: name)
      var sides: Split?
      if let split { sides = try Split(of: set, by: split, seed: seed) }
      let files = try SetExporter(set, as: format, split: sides, records: records).write(to: out) {
        bar.show($0, of: $1)
      }
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

extension SourceFormat: ExpressibleByArgument {}
extension ExportFormat: ExpressibleByArgument {}
extension ContourKind: ExpressibleByArgument {}
extension Contour.RasterRule: ExpressibleByArgument {}
extension DICOMFile.Scaling: ExpressibleByArgument {}
extension SplitRule: ExpressibleByArgument {}

extension LabelRule: ExpressibleByArgument {
  /// Reads a rule as it is typed, for example `threshold=100`.
  public init?(argument: String) { self.init(argument) }
}

extension PixelSize: ExpressibleByArgument {
  /// Reads a size as it is typed, `256x256`: 1 to 16,384 pixels on a side.
  public init?(argument: String) {
    let words = argument.lowercased().split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard words.count == 2, let width = words[0], let height = words[1] else { return nil }
    guard (1...PNGFile.sideLimit).contains(width), (1...PNGFile.sideLimit).contains(height) else { return nil }
    self.init(width: width, height: height)
  }
}

extension ArgumentHelp {
  /// Help in the environment's language.
  init(data phrase: DataHelpPhrase) { self.init(stringLiteral: phrase.text(in: .ofEnvironment)) }
}

extension Installation {
  /// The program that decodes DICOM files: it lies beside this one.
  static var decoder: String { Toolchain.beside(DICOMDecoder.programName) }
}
