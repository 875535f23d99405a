internal import SegLabCommands

/// The program `seglab-notebook`, which `seglab notebook` and `seglab site serve` start.
@main
enum Main {
  static func main() async {
    if CommandLine.arguments.dropFirst().prefix(2) == ["site", "serve"] {
      await CommandProgram.run(SiteProgram.self)
    } else {
      await CommandProgram.run(OpenCommand.self)
    }
  }
}
