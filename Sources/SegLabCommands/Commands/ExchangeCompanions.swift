package import ArgumentParser
package import Messages

/// The program `seglab-exchange`, which brings the formats of other programs along.
enum ExchangeProgram {
  static let name = "seglab-exchange"

  /// Becomes that program, for the very words that this one was started with.
  ///
  /// - Throws: `Failure` where it was not built, with the line that builds it; it never returns otherwise.
  static func takeOver() throws(Failure) {
    let words = Array(CommandLine.arguments.dropFirst())
    throw Companion(program: name, command: "seglab " + words.joined(separator: " ")).become(with: words)
  }
}

/// A command that `seglab-exchange` does.
protocol ExchangeCompanion: NamedCompanion {}

extension ExchangeCompanion {
  static var program: String { ExchangeProgram.name }
}

/// `seglab export …`: runs for other programs, and a lab for another grader.
struct ExportGroup: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export", abstract: ExportHelpPhrase.export.text(in: .ofEnvironment),
      subcommands: [
        RunsCompanion.self, TensorBoardCompanion.self, ONNXCompanion.self, SafetensorsCompanion.self,
        NPZCompanion.self, CardCompanion.self, GradescopeCompanion.self,
      ])
  }
}

/// `seglab import …`: what other programs made.
struct ImportGroup: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import", abstract: ExportHelpPhrase.import.text(in: .ofEnvironment),
      subcommands: [WeightsCompanion.self])
  }
}

/// `seglab export runs`.
struct RunsCompanion: ExchangeCompanion {
  static let name = "runs"
  static let group = ["export"]
  static let help = ExportHelpPhrase.runs
  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

/// `seglab export tensorboard`.
struct TensorBoardCompanion: ExchangeCompanion {
  static let name = "tensorboard"
  static let group = ["export"]
  static let help = ExportHelpPhrase.tensorboard
  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

/// `seglab export onnx`.
struct ONNXCompanion: ExchangeCompanion {
  static let name = "onnx"
  static let group = ["export"]
  static let help = ExportHelpPhrase.onnx
  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

/// `seglab export safetensors`.
struct SafetensorsCompanion: ExchangeCompanion {
  static let name = "safetensors"
  static let group = ["export"]
  static let help = ExportHelpPhrase.safetensors
  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

/// `seglab export npz`.
struct NPZCompanion: ExchangeCompanion {
  static let name = "npz"
  static let group = ["export"]
  static let help = ExportHelpPhrase.npz
  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

/// `seglab export card`.
struct CardCompanion: ExchangeCompanion {
  static let name = "card"
  static let group = ["export"]
  static let help = ExportHelpPhrase.card
  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

/// `seglab import weights`.
struct WeightsCompanion: ExchangeCompanion {
  static let name = "weights"
  static let group = ["import"]
  static let help = ExportHelpPhrase.importWeights
  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

extension ArgumentHelp {
  /// Help of the commands that hand runs over to other programs.
  package init(export phrase: ExportHelpPhrase) { self.init(stringLiteral: phrase.text(in: .ofEnvironment)) }
}
