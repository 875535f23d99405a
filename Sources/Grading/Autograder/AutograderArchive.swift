public import Courses
internal import Datasets
internal import Files
internal import Foundation
public import Labs
public import Messages

/// The zip file of which Gradescope makes an autograder: two scripts, the lab with its solution and its data set, and SegLab.
public struct AutograderArchive {
  /// How SegLab comes to a machine of Gradescope's.
  public enum Program: Sendable {
    /// It is built there, of the sources in this folder.
    case source(home: String)
    /// A Debian package, made for the system that runs there.
    case package(path: String)
  }

  /// How the lab is run there.
  public struct Settings: Sendable {
    /// The version of Swift that is installed there, like `6.2.1`.
    public let swift: String
    /// The language of the results.
    public let language: Language
    /// What else `seglab grade` is told: how much is trained, on what.
    public let options: [String]

    /// - Parameters: the parts, as documented on each property.
    public init(swift: String, language: Language, options: [String]) {
      (self.swift, self.language, self.options) = (swift, language, options)
    }
  }

  private let lab: Lab
  private let graded: GradedLab
  private let course: CourseFolder
  private let dataset: String

  /// - Parameters:
  ///   - lab: the lab, or its master, as it stands in its file.
  ///   - graded: the same as submissions are judged by it.
  ///   - course: the course folder with its data set.
  ///   - dataset: the set to train on; nil for the lab's own.
  public init(_ lab: Lab, graded: GradedLab, in course: CourseFolder, dataset: String?) {
    (self.lab, self.graded, self.course, self.dataset) = (lab, graded, course, dataset ?? lab.dataset)
  }

  /// A data set and a package each have no more bytes.
  private static let mostBytes = 1 << 30

  /// The whole file.
  ///
  /// - Parameters:
  ///   - program: how SegLab comes there.
  ///   - settings: how the lab is run there.
  /// - Returns: its bytes: scripts first, all at the archive's root as Gradescope wants them.
  /// - Throws: `GradingProblem` where a part is missing or cannot be read.
  public func bytes(_ program: Program, _ settings: Settings) throws(GradingProblem) -> [UInt8] {
    let name = URL(fileURLWithPath: lab.file).lastPathComponent
    let scripts = AutograderScripts(lab: "labs/\(name)", settings: settings)
    var zip = ZipWriter()
    zip.add("setup.sh", Array(scripts.setup.utf8), isProgram: true)
    zip.add("run_autograder", Array(scripts.run.utf8), isProgram: true)
    zip.add("unjudged.json", unjudged(settings.language))
    zip.add("course/labs/\(name)", Array(lab.text.utf8))
    if let solved = graded.solved, !LabMaster.isMaster(lab) {
      zip.add("course/solutions/\(name)", Array(solved.utf8))
    }
    for language in Language.allCases {
      let path = Translation.path(of: lab.file, in: language)
      guard FileManager.default.fileExists(atPath: path) else { continue }
      let file = "course/labs/\(URL(fileURLWithPath: path).lastPathComponent)"
      zip.add(file, try Self.read(path, limit: Lab.longest))
    }
    try addSet(to: &zip)
    switch program {
    case .package(let path): zip.add("seglab.deb", try Self.read(path, limit: Self.mostBytes))
    case .source(let home): try addSource(home, to: &zip)
    }
    return zip.bytes
  }

  /// What stands in the place of a result until there is one, and where none comes.
  private func unjudged(_ language: Language) -> [UInt8] {
    ResultFormat.gradescope.file(
      GradedResult(
        failure: Message(GradingPhrase.unfinished), lab: graded.lab.id, title: graded.lab.title, by: graded.scheme,
        file: "", language: language))
  }

  private func addSet(to zip: inout ZipWriter) throws(GradingProblem) {
    guard dataset != "none" else { return }
    do { _ = try course.sets.facts(of: dataset) } catch { throw .other(Message(error.phrase)) }
    let folder = course.data.appendingPathComponent(dataset, isDirectory: true)
    try Self.add(folder.path, as: "course/\(OwnFolder.stateName)/data/\(dataset)", to: &zip)
  }

  /// What SegLab is built of; its tests too, because the package names them.
  private func addSource(_ home: String, to zip: inout ZipWriter) throws(GradingProblem) {
    for part in ["Package.swift", "Package.resolved", ".ci/prepare"] {
      let bytes = try Self.read(home + "/" + part, limit: 1 << 22)
      zip.add("seglab/" + part, bytes, isProgram: part.hasPrefix(".ci"))
    }
    for part in ["Sources", "Tests", "labs", "site", "solutions"] {
      try Self.add(home + "/" + part, as: "seglab/" + part, to: &zip)
    }
  }

  /// Adds the files of a folder, those in folders below it too; what is hidden, a link or no file is left out.
  private static func add(_ folder: String, as name: String, to zip: inout ZipWriter) throws(GradingProblem) {
    guard let walk = FileManager.default.enumerator(atPath: folder) else {
      throw .unreadable(path: folder, reason: String(cString: strerror(ENOENT)))
    }
    let files = walk.compactMap { $0 as? String }.filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
    var bytes = 0
    for file in files.sorted() {
      let path = folder + "/" + file
      var facts = stat()
      guard lstat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { continue }
      let content = try read(path, limit: mostBytes)
      bytes += content.count
      guard bytes <= mostBytes else { throw .unreadable(path: folder, reason: String(cString: strerror(EFBIG))) }
      zip.add("\(name)/\(file)", content)
    }
  }

  private static func read(_ path: String, limit: Int) throws(GradingProblem) -> [UInt8] {
    do throws(FileBytes.Fault) { return try FileBytes.read(path, limit: limit) } catch {
      throw .unreadable(path: path, reason: error.systemReason ?? String(cString: strerror(EFBIG)))
    }
  }
}
