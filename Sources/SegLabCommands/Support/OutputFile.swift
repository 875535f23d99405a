internal import Foundation
internal import Messages

/// A file that a command was asked to write: a page or a report.
struct OutputFile {
  /// What is written, by the option that asks for it.
  enum Kind: String {
    case page, report

    /// What every file of the kind begins with.
    fileprivate var start: Character { self == .page ? "<" : "{" }
    fileprivate var ending: String { self == .page ? "html" : "json" }
  }

  /// Looks whether something of another kind stands there, before minutes of training: a slip of the finger may name one's own lab.
  ///
  /// - Parameters:
  ///   - page: where a page is asked for.
  ///   - report: where a report is asked for.
  /// - Throws: `Failure` where a file would be lost, or both ask for the same one.
  static func check(page: String? = nil, report: String? = nil) throws(Failure) {
    for (kind, path) in [(Kind.page, page), (.report, report)] {
      guard let path else { continue }
      var facts = stat()
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
      guard stat(folder, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR else {
        throw Failure(.badFile, CommandPhrase.noFolder(option: "--\(kind.rawValue)", path: path, folder: folder))
      }
      guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_size > 0 else { continue }
      let first = try? FileHandle(forReadingFrom: URL(fileURLWithPath: path)).read(upToCount: 1)
      guard first != Data(String(kind.start).utf8) else { continue }
      throw failure(path, kind)
    }
    let places = [page, report].compactMap { $0.map { URL(fileURLWithPath: $0).standardizedFileURL.path } }
    if let report, places.count == 2, places[0] == places[1] { throw failure(report, .report) }
  }

  private static func failure(_ path: String, _ kind: Kind) -> Failure {
    let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    return Failure(
      .usage,
      CommandPhrase.placeTaken(
        option: "--\(kind.rawValue)", path: path, free: "\(name)-\(kind.rawValue).\(kind.ending)"))
  }
}
