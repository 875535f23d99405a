internal import ArgumentParser
internal import Foundation
internal import Sessions

/// `seglab judge`: the process in which a lab is judged; not for people. It reads a request from its standard input and answers in lines.
struct JudgeCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration(commandName: "judge", shouldDisplay: false) }

  func run() async throws {
    let request = try FileHandle.standardInput.read(upToCount: JudgeWorker.requestLimit) ?? Data()
    guard await JudgeWorker(output: .standardOutput).answer(request) else { throw ExitStatus.usage.code }
  }
}
