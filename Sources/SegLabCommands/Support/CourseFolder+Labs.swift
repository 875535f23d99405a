internal import Diagnostics
internal import Foundation
internal import Labs
internal import Messages

extension CourseFolder {
  /// The labs' folder as messages call it: `labs` where the course folder is the working directory.
  var labsPath: String {
    let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath, isDirectory: true).standardizedFileURL
    return here.path == root.path ? "labs" : labs.path
  }

  /// The labs of this folder.
  ///
  /// - Throws: `Failure` that says what to do where there are none.
  func course() throws -> Course {
    do { return try Course.read(labsPath) } catch {
      if case .noFolder = error { throw Failure(.badFile, CommandPhrase.noLabs(folder: root.path)) }
      throw Failure(.badFile, error.phrase)
    }
  }

  /// The lab that a user asks for, by number, id, name or path.
  ///
  /// - Parameters:
  ///   - asked: what was typed.
  ///   - console: where the mistakes of its author are shown, if it has any.
  /// - Returns: the lab as it stands in its file.
  /// - Throws: `Failure` where there is no such lab, or where it has mistakes.
  func lab(_ asked: String, console: Console) throws -> Lab {
    let entry: Course.Entry
    let isPath = asked.contains("/") || asked.hasSuffix(".md")
    do {
      if isPath, FileManager.default.fileExists(atPath: asked) {
        let (lab, diagnostics) = try Lab.read(asked)
        return try sound(lab, diagnostics, path: asked, text: lab?.text, console: console)
      }
      entry = try course().find(asked)
    } catch let error as CourseError {
      throw Failure(.badFile, error.phrase)
    } catch let error as LabFileError {
      throw Failure(.badFile, error.phrase)
    }
    return try sound(entry, console: console)
  }

  /// A lab of the course, where it can be used; what is wrong with its file is shown first.
  ///
  /// - Throws: as ``lab(_:console:)``.
  func sound(_ entry: Course.Entry, console: Console) throws -> Lab {
    try sound(entry.lab, entry.diagnostics, path: entry.path, text: entry.text, console: console)
  }

  /// A file that was sound when it was shipped was changed by its learner, who is told how to get it back.
  private func sound(
    _ lab: Lab?, _ diagnostics: [Diagnostic], path: String, text: String?, console: Console
  ) throws -> Lab {
    let file = URL(fileURLWithPath: path).lastPathComponent
    let original = self.original(file).flatMap { Lab.parse(text: $0, file: path).lab }
    guard let original else { return try console.usable(lab, diagnostics, path: path, text: text) }
    let name = file.hasSuffix(".md") ? String(file.dropLast(3)) : file
    guard let lab else {
      console.show(diagnostics, in: text)
      throw Failure(.badFile, CoursePhrase.wasSound(file: path, lab: name), diagnostics: diagnostics)
    }
    console.show(diagnostics, in: text)
    let there = Set(lab.hintTargets)
    for cell in original.hintTargets where original.id == lab.id && !there.contains(cell) {
      console.mention(CoursePhrase.cellMissing(cell: cell, lab: name))
    }
    return lab
  }
}

extension Console {
  /// `lab` where it can be used; its author's mistakes are shown first.
  func usable<Content>(_ lab: Content?, _ diagnostics: [Diagnostic], path: String, text: String?) throws -> Content {
    show(diagnostics, in: text)
    if let lab { return lab }
    let count = diagnostics.count { $0.severity == .error }
    throw Failure(.badFile, CommandPhrase.labHasMistakes(file: path, count: count), diagnostics: diagnostics)
  }

  /// Shows messages about places in a file, beside the result.
  func show(_ diagnostics: [Diagnostic], in text: String?) {
    let source = text.map { SourceText($0) }
    for diagnostic in diagnostics { mention(renderer.text(of: diagnostic, in: source)) }
  }

  /// How diagnostics look here.
  var renderer: DiagnosticRenderer { DiagnosticRenderer(language: language, color: colour, width: columns) }
}
