internal import ArgumentParser
internal import Courses
internal import Digests
internal import Foundation
internal import Messages
internal import Pages
internal import Workbench

/// What `seglab site build` and `serve` take alike: where the site goes, and what it is made of.
package struct PublishingOptions: ParsableArguments {
  @Option(help: ArgumentHelp(site: .out)) var out = "_site"
  @Option(help: ArgumentHelp(site: .theme)) var theme: String?
  @Option(help: ArgumentHelp(site: .reports)) var reports: String?
  @Flag(help: ArgumentHelp(site: .answers)) var answers = false

  package init() {}

  /// What makes the site of the course that the user is in.
  ///
  /// - Throws: `Failure` where there is no course.
  package func publisher(on console: Console) throws -> SitePublisher {
    SitePublisher(folder: try console.folder(), options: self)
  }
}

/// Makes a course's site, as often as it is asked to.
package struct SitePublisher: Sendable {
  private let folder: CourseFolder
  private let theme: String?
  private let reports: String?
  private let answers: Bool
  /// The folder of the theme; nil where none is to be found.
  private let themeFolder: String?
  /// The folder that the site is made in.
  package let out: String

  fileprivate init(folder: CourseFolder, options: PublishingOptions) {
    self.folder = folder
    (theme, reports, answers, out) = (options.theme, options.reports, options.answers, options.out)
    themeFolder = options.theme ?? (try? Installation.find())?.site.path
  }

  /// Makes the site; only what has changed is made again.
  ///
  /// - Returns: what was done.
  /// - Throws: `Failure` where a lab, the theme or the folder does not allow it; the site that was there stays.
  func made(on console: Console) throws -> SiteBuilder.Outcome {
    let theme =
      try self.theme.map { path throws(Failure) in
        do throws(PageError) { return try Theme(folder: path) } catch { throw Failure(.badFile, error.phrase) }
      } ?? Installation.theme()
    let (key, _) = SealKey.ofUser()
    var memory = SiteMemory(in: folder.state.path, key: key, version: Self.version)
    let course = try console.told(
      SiteCourse.read(
        folder, languages: theme.languages, reports: reports, showsAnswers: answers, remembering: &memory))
    let builder = SiteBuilder(theme: theme, source: course, version: SegLabCommand.version)
    console.show(builder.doubts.map { .diagnostics($0.list, text: $0.text) })
    do throws(PageError) {
      let outcome = try builder.build(into: out, remembering: &memory)
      memory.keep(in: folder.state.path, key: key)
      return outcome
    } catch {
      throw Failure(.badFile, error.phrase)
    }
  }

  /// Makes the site and says so.
  ///
  /// - Throws: as ``made(on:)``.
  package func build(on console: Console) throws {
    let outcome = try made(on: console)
    console.say(SitePhrase.built(pages: outcome.pages, made: outcome.made, path: out))
  }

  /// Makes the site again after a save; what is wrong is said, and the site stays as it was.
  ///
  /// - Returns: whether there is a new site.
  package func rebuild(on console: Console) -> Bool {
    do {
      try build(on: console)
      return true
    } catch {
      if let failure = error as? Failure {
        console.mention(failure.phrase)
      } else {
        console.mention(CommandPhrase.unexpected(String(describing: error)))
      }
      return false
    }
  }

  /// The times and sizes of the files that the site is made of (labs, reports, the theme): what differs after a save.
  package var state: [String: String] {
    var state: [String: String] = [:]
    let folders: [String?] = [
      folder.root.appendingPathComponent("labs").path, reports ?? folder.root.appendingPathComponent("reports").path,
      themeFolder,
    ]
    for folder in folders.compactMap({ $0 }) {
      let names = FileManager.default.enumerator(atPath: folder)
      var seen = 0
      while let name = names?.nextObject() as? String, seen < Self.mostFiles {
        seen += 1
        let path = folder + "/" + name
        guard let facts = try? FileManager.default.attributesOfItem(atPath: path) else { continue }
        let time = (facts[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        state[path] = "\(time) \((facts[.size] as? Int) ?? 0)"
      }
    }
    return state
  }

  /// The version of the program, and which build of it this is: another may read labs in another way.
  private static let version: String = {
    let facts = try? FileManager.default.attributesOfItem(atPath: Toolchain.runningProgram)
    let time = (facts?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
    return "\(SegLabCommand.version) \(time) \((facts?[.size] as? Int) ?? 0)"
  }()

  /// More files of a folder are not looked at.
  private static let mostFiles = 5_000
}
