public import ArgumentParser
internal import Courses
internal import Digests
internal import Experiments
public import Exports
internal import Foundation
internal import Labs
internal import Messages
internal import Pages
internal import SegLabCommands

/// `seglab export …`: runs for other programs.
struct ExportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "export", export: .export,
      subcommands: [
        ExportRunsCommand.self, ExportTensorBoardCommand.self, ExportONNXCommand.self, ExportSafetensorsCommand.self,
        ExportNPZCommand.self, ExportCardCommand.self,
      ])
  }
}

/// `seglab export runs`: the runs that are here.
struct ExportRunsCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("runs", export: .runs) }

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console
    let list = CourseRuns(try console.folder()).finder.list
    guard !list.isEmpty else { throw Failure(.badFile, RunExportPhrase.noRuns) }
    for line in list { console.say(line) }
  }
}

/// What every command takes that writes a run's weights.
struct WeightOptions: ParsableArguments {
  @Argument(help: ArgumentHelp(export: .run)) var name: String
  @Option(help: ArgumentHelp(export: .file)) var out: String
  @Option(help: ArgumentHelp(export: .layout)) var layout = WeightLayout.hwio

  /// Writes the file and says so.
  ///
  /// - Parameters:
  ///   - form: its form.
  ///   - samples: how many validation images stand in it, with what the network gives for them.
  ///   - console: where to speak.
  /// - Throws: `Failure` where there is no such run, or the disk refuses.
  func write(as form: WeightFile.Form, samples: Int = 0, _ console: Console) throws {
    let folder = try console.folder()
    let shelf = CourseRuns(folder)
    do throws(ExportProblem) {
      let run = try shelf.finder.run(name)
      var file = WeightFile(run, weights: try run.weights(in: shelf.store), layout: layout)
      if samples > 0 { try file.addSamples(samples, from: folder.sets) }
      let bytes = try file.write(to: out, as: form)
      console.say(RunExportPhrase.written(path: out, run: run.digest, arrays: file.count, bytes: bytes))
    } catch {
      throw error.failure
    }
  }
}

/// `seglab export safetensors RUN --out FILE`: a run's weights for PyTorch and its kin.
struct ExportSafetensorsCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("safetensors", export: .safetensors) }

  @OptionGroup var common: CommonOptions
  @OptionGroup var options: WeightOptions

  func run() throws { try options.write(as: .safetensors, common.console) }
}

/// `seglab export npz RUN --out FILE`: a run's weights for NumPy.
struct ExportNPZCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("npz", export: .npz) }

  @OptionGroup var common: CommonOptions
  @OptionGroup var options: WeightOptions

  @Option(parsing: .unconditional, help: ArgumentHelp(export: .samples)) var samples = 0

  func run() throws { try options.write(as: .npz, samples: samples, common.console) }

  func validate() throws {
    guard !(0...10_000).contains(samples) else { return }
    let phrase = CommandPhrase.badNumber(option: "--samples", found: String(samples), expected: "0 … 10000")
    throw ValidationError(phrase.text(in: .ofEnvironment))
  }
}

/// `seglab export tensorboard [RUN…] --out DIR`: runs for TensorBoard.
struct ExportTensorBoardCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("tensorboard", export: .tensorboard) }

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(export: .runList)) var names: [String] = []
  @Option(help: ArgumentHelp(export: .folder)) var out: String

  func run() throws {
    let console = common.console
    let folder = try console.folder()
    let shelf = CourseRuns(folder)
    do throws(ExportProblem) {
      var runs: [ExportedRun] = []
      if names.isEmpty { runs = try shelf.finder.all() }
      for name in names { runs += try shelf.finder.all(name) }
      let written = try TensorBoardFolder(out, runs: shelf.store, sets: folder.sets).write(runs)
      console.say(RunExportPhrase.eventsWritten(path: out, runs: written.count))
    } catch {
      throw error.failure
    }
  }
}

/// `seglab export onnx RUN --out FILE`: a run's network for ONNX Runtime and its kin.
struct ExportONNXCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("onnx", export: .onnx) }

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(export: .run)) var name: String
  @Option(help: ArgumentHelp(export: .file)) var out: String
  @Option(help: ArgumentHelp(export: .imageLayout)) var layout = ImageLayout.nhwc
  @Flag(help: ArgumentHelp(export: .prepared)) var prepared = false

  func run() throws {
    let console = common.console
    let folder = try console.folder()
    let shelf = CourseRuns(folder)
    do throws(ExportProblem) {
      let run = try shelf.finder.run(name)
      let weights = try run.weights(in: shelf.store)
      let written = try ONNXFile(run, weights: weights, layout: layout, takesPrepared: prepared).write(
        to: out, images: run.images(in: folder.sets))
      console.say(
        RunExportPhrase.written(
          path: written.files.joined(separator: ", "), run: run.digest, arrays: weights.parts.count,
          bytes: written.bytes))
    } catch {
      throw error.failure
    }
  }
}

/// `seglab export card RUN --out FILE`: what is to be known of a run, as Markdown and as a page.
struct ExportCardCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("card", export: .card) }

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(export: .run)) var name: String
  @Option(help: ArgumentHelp(export: .cardFile)) var out: String

  func run() throws {
    let console = common.console
    let folder = try console.folder()
    let stem = out.hasSuffix(".md") ? String(out.dropLast(3)) : out.hasSuffix(".html") ? String(out.dropLast(5)) : out
    let pages = ProsePage(theme: try Installation.theme(), language: common.language)
    let card: ModelCard
    let digest: String
    do throws(ExportProblem) {
      let run = try CourseRuns(folder).finder.run(name)
      digest = run.digest
      card = ModelCard(run, images: run.images(in: folder.sets), language: common.language, stem: stem)
      try card.write()
    } catch {
      throw error.failure
    }
    do throws(PageError) {
      try pages.write(card.markdown, title: card.title, beside: card.path, to: stem + ".html")
    } catch {
      throw Failure(.badFile, error.phrase)
    }
    console.say(RunExportPhrase.cardWritten(path: card.path, page: stem + ".html", run: digest))
  }
}

extension WeightLayout: ExpressibleByArgument {}
extension ImageLayout: ExpressibleByArgument {}

/// The runs of a course folder, and how a user names them.
struct CourseRuns {
  /// The runs.
  let store: RunStore
  /// Finds one by what a user calls it.
  let finder: RunFinder

  /// - Parameter folder: the course folder.
  init(_ folder: CourseFolder) {
    store = RunStore(folder: folder.runs, key: SealKey.ofUser().key)
    let course = try? folder.course()
    finder = RunFinder(store: store) { asked in (try? course?.find(asked))?.lab?.id }
  }
}

extension ExportProblem {
  /// The problem as a command's end.
  var failure: Failure {
    switch phrase {
    case .unknownRun, .severalRuns: Failure(.usage, phrase)
    default: Failure(.badFile, phrase)
    }
  }
}

extension CommandConfiguration {
  /// A command that hands runs over to other programs.
  init(_ name: String, export phrase: ExportHelpPhrase, subcommands: [any ParsableCommand.Type] = []) {
    self.init(commandName: name, abstract: phrase.text(in: .ofEnvironment), subcommands: subcommands)
  }
}
