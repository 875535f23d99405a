internal import ArgumentParser
internal import Datasets
internal import Digests
internal import Foundation
internal import Imaging
internal import Messages
internal import Sessions

/// `seglab data import PATH --as NAME`: images and labels in any known form, kept as a set.
struct DataImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("import", .dataImport) }

  @OptionGroup var common: CommonOptions
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

  func run() throws {
    let console = common.console
    let store = try CourseFolder.current.sets
    // Made now, so that a judge finds it.
    _ = SealKey.ofUser()
    var bar = DataProgress(console: console)
    do throws(DatasetError) {
      guard DataStore.isValid(name: name) else { throw .invalidName(name) }
      let (set, report) = try SetImporter(path: path, options: options).read(as: name) { bar.show($0, of: $1) }
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

  private var options: ImportOptions {
    var options = ImportOptions()
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
