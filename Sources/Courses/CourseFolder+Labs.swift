internal import Checking
internal import Diagnostics
internal import Foundation
public import Labs
internal import Messages

extension CourseFolder {
  /// The labs' folder as messages call it: `labs` where the course folder is the working directory.
  public var labsPath: String {
    let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath, isDirectory: true).standardizedFileURL
    return here.path == root.path ? "labs" : labs.path
  }

  /// The labs of this folder.
  ///
  /// - Throws: `CourseProblem` that says what to do where there are none.
  public func course() throws(CourseProblem) -> Course { try inLabs(Course.read) }

  /// The files of the labs of this folder, in order.
  ///
  /// - Throws: as ``course()``.
  public func labFiles() throws(CourseProblem) -> [String] { try inLabs(Course.files).labs }

  private func inLabs<Value>(_ read: (String) throws(CourseError) -> Value) throws(CourseProblem) -> Value {
    do { return try read(labsPath) } catch {
      if case .noFolder = error { throw .noLabs(folder: root.path) }
      throw .course(error)
    }
  }

  /// The lab that a user asks for, by number, id, name or path.
  ///
  /// - Parameter asked: what was typed.
  /// - Returns: the lab as it stands in its file, with the doubts about it.
  /// - Throws: `CourseProblem` where there is no such lab, or where it has mistakes.
  public func lab(_ asked: String) throws(CourseProblem) -> Noted<Lab> {
    if let translated = Translation.lab(of: asked), FileManager.default.fileExists(atPath: translated) {
      return try lab(translated)
    }
    let isPath = asked.contains("/") || asked.hasSuffix(".md")
    if isPath, FileManager.default.fileExists(atPath: asked) {
      let read: (lab: Lab?, diagnostics: [Diagnostic])
      do { read = try Lab.read(asked) } catch { throw .labFile(error) }
      return try sound(read.lab, read.diagnostics, path: asked, text: read.lab?.text)
    }
    return try sound(try entry(asked))
  }

  /// The lab's file that a user asks for; one with mistakes too.
  ///
  /// - Throws: `CourseProblem` where there is no such lab.
  func entry(_ asked: String) throws(CourseProblem) -> Course.Entry {
    let course = try course()
    do { return try course.find(asked) } catch { throw .course(error) }
  }

  /// A lab of the course, where it can be used, with the doubts about its file.
  ///
  /// - Throws: as ``lab(_:)``.
  public func sound(_ entry: Course.Entry) throws(CourseProblem) -> Noted<Lab> {
    try sound(entry.lab, entry.diagnostics, path: entry.path, text: entry.text)
  }

  /// A file that was sound when it was shipped was changed by its learner, who is told how to get it back.
  private func sound(
    _ lab: Lab?, _ diagnostics: [Diagnostic], path: String, text: String?
  ) throws(CourseProblem) -> Noted<Lab> {
    let file = URL(fileURLWithPath: path).lastPathComponent
    let original = self.original(file).flatMap { Lab.parse(text: $0, file: path).lab }
    guard let original else { return try usable(lab, diagnostics, path: path, text: text) }
    let name = file.hasSuffix(".md") ? String(file.dropLast(3)) : file
    guard let lab else { throw .wasSound(file: path, lab: name, diagnostics, text: text) }
    let there = Set(lab.hintTargets)
    let missing = original.id == lab.id ? original.hintTargets.filter { !there.contains($0) } : []
    return Noted(
      lab,
      [.diagnostics(diagnostics, text: text)] + missing.map { .line(CoursePhrase.cellMissing(cell: $0, lab: name)) })
  }
}

/// `content` where it can be used, with the doubts about it; its author's mistakes where it cannot.
func usable<Content: Sendable>(
  _ content: Content?, _ diagnostics: [Diagnostic], path: String, text: String?
) throws(CourseProblem) -> Noted<Content> {
  guard let content else { throw .hasMistakes(file: path, diagnostics, text: text) }
  return Noted(content, [.diagnostics(diagnostics, text: text)])
}
