internal import ArgumentParser
internal import Datasets
internal import Messages

/// `seglab data list`: the sets that are here.
struct DataListCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("list", .dataList) }

  @OptionGroup var common: CommonOptions
  @Flag(help: ArgumentHelp(.json)) var json = false

  func run() throws {
    let console = common.console
    let entries: [DataStore.Entry]
    let store = try CourseFolder.current.sets
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
