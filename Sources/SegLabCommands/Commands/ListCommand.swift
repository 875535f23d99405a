internal import ArgumentParser
internal import Messages

/// `seglab list`: the labs, what is done, what waits for another, what is next.
struct ListCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("list", .list) }

  @OptionGroup var common: CommonOptions
  @Flag(help: ArgumentHelp(.json)) var json = false

  func run() throws {
    let list = try CourseList(folder: CourseFolder.current, console: common.console)
    let isSound: Bool
    if json {
      let (lines, sound) = try list.lines()
      common.console.say(json: ["labs": lines])
      isSound = sound
    } else {
      isSound = try list.show()
    }
    if !isSound { throw ExitStatus.badFile.code }
  }
}
