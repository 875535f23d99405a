public import Diagnostics
import Foundation
public import Messages

/// A folder of labs.
public struct Course: Sendable {
  /// The most labs that a course may have.
  public static let most = 1000
  /// The most bytes that all labs of a course may have together.
  public static let mostBytes = 32 << 20

  /// One file of the folder.
  public struct Entry: Sendable {
    /// The file, folder included.
    public let path: String
    /// The file's name without `.md`, for example `01-fully-connected`.
    public let name: String
    /// The lab; nil where it has mistakes.
    public let lab: Lab?
    /// What is to be said about the file.
    public let diagnostics: [Diagnostic]
    /// The file's text, for showing a diagnostic's line; nil where it could not be read.
    public let text: String?
  }

  /// The labs in the order of their file names.
  public let entries: [Entry]
  /// The checks that its labs can ask for.
  private let forms: CheckForms
  /// Files that would be labs but for a second ending that an editor gave them: `01-intro.md.txt`.
  let misnamed: [String]
  /// Mistakes between labs: two with one id, an `after` that names no lab, labs that come after one another.
  public let diagnostics: [Diagnostic]

  /// Reads every lab of a folder: files that end with `.md`, but for `README.md` and translations such as `01-intro.ko.md`.
  ///
  /// A file that cannot be read becomes an entry with a diagnostic.
  /// - Parameters:
  ///   - folder: the folder's path.
  ///   - checks: the checks that its labs can ask for.
  /// - Returns: the course.
  /// - Throws: `CourseError` where the folder is missing or unreadable, or holds no labs or too many.
  public static func read(_ folder: String, checks: CheckForms) throws(CourseError) -> Course {
    let (paths, misnamed) = try files(in: folder)
    return Course(entries(paths, checks), checks: checks, misnamed: misnamed)
  }

  /// The files of a folder that are labs, as ``read(_:checks:)`` reads them.
  ///
  /// - Parameter folder: the folder's path.
  /// - Returns: their paths in order; and the names of files that would be labs but for a second ending.
  /// - Throws: as ``read(_:checks:)``.
  public static func files(in folder: String) throws(CourseError) -> (labs: [String], misnamed: [String]) {
    let names: [String]
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
      throw .noFolder(path: folder)
    }
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw .unreadable(path: folder, reason: error.localizedDescription)
    }
    let files = names.filter(isLab).sorted()
    guard !files.isEmpty else { throw .noLabs(path: folder) }
    guard files.count <= most else { throw .tooManyLabs(path: folder) }
    let base = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    // What is too large for a lab is not read, and says so by itself.
    let sizes = files.map { name in
      var facts = stat()
      return stat("\(base)/\(name)", &facts) == 0 && facts.st_size <= Lab.longest ? Int(facts.st_size) : 0
    }
    guard sizes.reduce(0, +) <= mostBytes else { throw .tooLarge(path: folder) }
    return (files.map { "\(base)/\($0)" }, names.filter { $0.contains(".md.") }.sorted())
  }

  /// The labs at `paths`, read on all processors: each is read by itself.
  private static func entries(_ paths: [String], _ checks: CheckForms) -> [Entry] {
    Parallel.map(paths.count) { entry(at: paths[$0], checks: checks) }
  }

  /// - Parameters:
  ///   - entries: the labs in order.
  ///   - checks: the checks that they can ask for.
  ///   - misnamed: files with a second ending.
  init(_ entries: [Entry], checks: CheckForms, misnamed: [String] = []) {
    self.entries = entries
    forms = checks
    self.misnamed = misnamed
    diagnostics = CourseChecker(entries.compactMap(\.lab)).diagnostics
  }

  /// Finds a lab by what somebody types: its number (`1`, `01`), its id, its file's name, or a path.
  ///
  /// - Parameter asked: what was typed; a path may lead outside the course.
  /// - Returns: the lab's entry, which may be one with mistakes.
  /// - Throws: `CourseError.noSuchLab` with the nearest names, `.ambiguousLab`, or `.file` where a path leads nowhere.
  public func find(_ asked: String) throws(CourseError) -> Entry {
    if let entry = entries.first(where: { $0.path == asked }) { return entry }
    // Somebody who reads a translation names it; the cells are in the lab that it translates.
    if let lab = Translation.lab(of: asked), let entry = try? find(lab) { return entry }
    let stem = asked.hasSuffix(".md") ? String(asked.dropLast(3)) : asked
    if let entry = entries.first(where: { $0.name == stem }) { return entry }
    if asked.contains("/") || asked.hasSuffix(".md") {
      do {
        let text = try TextFile.read(asked)
        return Self.entry(asked, text: text, forms)
      } catch {
        throw .file(error)
      }
    }
    let matches = entries.filter { entry in
      if let number = Int(asked) { return entry.number == number }
      return entry.lab?.id == asked || entry.topic == asked
    }
    if let only = matches.first, matches.count == 1 { return only }
    guard matches.isEmpty else { throw .ambiguousLab(asked: asked, matches: matches.map(\.name)) }
    let other = misnamed.first { file in
      let name = file.components(separatedBy: ".md.")[0]
      return name == stem || Int(asked).map { $0 == Int(name.prefix { $0.isASCII && $0.isNumber }) } ?? false
    }
    if let other { throw .otherEnding(file: other, name: other.components(separatedBy: ".md.")[0] + ".md") }
    throw .noSuchLab(asked: asked, nearest: nearest(to: asked))
  }

  private func nearest(to asked: String) -> [String] {
    let names = entries.flatMap { entry in
      [entry.name, entry.topic, entry.lab?.id].compactMap { $0 }.map { (word: $0, entry: entry.name) }
    }
    let beginning = entries.filter { $0.topic.hasPrefix(asked) && !asked.isEmpty }.map(\.name)
    if !beginning.isEmpty { return beginning }
    guard let word = Spelling.nearest(to: asked, among: names.map(\.word)),
      let near = names.first(where: { $0.word == word })
    else { return entries.prefix(9).map(\.name) }
    return [near.entry]
  }

  private static func isLab(_ file: String) -> Bool {
    guard file.hasSuffix(".md"), !file.hasPrefix("."), file.lowercased() != "readme.md" else { return false }
    return !Translation.isTranslation(file)
  }

  /// Reads one lab of a course.
  ///
  /// - Parameters:
  ///   - path: the lab's file.
  ///   - checks: the checks that it can ask for.
  /// - Returns: the lab; where its file cannot be read, an entry with a diagnostic.
  public static func entry(at path: String, checks: CheckForms) -> Entry {
    do {
      return entry(path, text: try TextFile.read(path), checks)
    } catch {
      return Entry(
        path: path, name: name(of: path), lab: nil, diagnostics: [error.diagnostic(file: path)], text: nil)
    }
  }

  private static func entry(_ path: String, text: String, _ checks: CheckForms) -> Entry {
    let (lab, diagnostics) = Lab.parse(text: text, file: path, checks: checks)
    return Entry(path: path, name: name(of: path), lab: lab, diagnostics: diagnostics, text: text)
  }

  /// What the lab of a file is called: its name without the ending.
  public static func name(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.hasSuffix(".md") ? String(file.dropLast(3)) : file
  }
}

extension Course.Entry {
  /// The number that the file's name begins with.
  fileprivate var number: Int? { Int(name.prefix { $0.isASCII && $0.isNumber }) }

  /// The file's name without its number: `fully-connected`.
  fileprivate var topic: String {
    let rest = name.drop { $0.isASCII && $0.isNumber }
    return rest.count < name.count && rest.first == "-" ? String(rest.dropFirst()) : name
  }
}

/// Why a course or one of its labs cannot be found.
public enum CourseError: Error, Equatable, Sendable {
  /// There is no folder at `path`.
  case noFolder(path: String)
  /// The folder cannot be read; `reason` in the system's words.
  case unreadable(path: String, reason: String)
  /// The folder holds no lab.
  case noLabs(path: String)
  /// The folder holds more than ``Course/most`` labs.
  case tooManyLabs(path: String)
  /// The labs of the folder have more than ``Course/mostBytes`` bytes together.
  case tooLarge(path: String)
  /// No lab is called `asked`; `nearest` are those that may be meant, or all where none is near.
  case noSuchLab(asked: String, nearest: [String])
  /// The lab's file has a second ending.
  case otherEnding(file: String, name: String)
  /// Several labs may be meant by `asked`.
  case ambiguousLab(asked: String, matches: [String])
  /// The file that was asked for cannot be read.
  case file(LabFileError)

  /// What to say about it.
  public var phrase: any Phrase {
    switch self {
    case .noFolder(let path): return LabFilePhrase.noFolder(path: path)
    case .unreadable(let path, let reason): return LabFilePhrase.unreadable(path: path, reason: reason)
    case .noLabs(let path): return LabFilePhrase.noLabs(path: path)
    case .tooManyLabs(let path): return LabFilePhrase.tooManyLabs(path: path, limit: Course.most)
    case .tooLarge(let path): return LabFilePhrase.courseTooLarge(path: path, mebibytes: Course.mostBytes >> 20)
    case .noSuchLab(let asked, let nearest): return LabFilePhrase.noSuchLab(asked: asked, nearest: nearest)
    case .otherEnding(let file, let name): return MisplacedPhrase.otherEnding(file: file, name: name)
    case .ambiguousLab(let asked, let matches): return LabFilePhrase.ambiguousLab(asked: asked, matches: matches)
    case .file(let error): return error.phrase
    }
  }
}
