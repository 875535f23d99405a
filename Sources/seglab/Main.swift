internal import SegLabCommands

/// The program `seglab`.
@main
enum Main {
  static func main() async { await SegLabCommand.run() }
}
