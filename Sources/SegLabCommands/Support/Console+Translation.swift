internal import Diagnostics
internal import Foundation
internal import Labs
internal import Messages

extension Console {
  /// `lab` with the words of the translation beside its file, where there is one in this language.
  ///
  /// A translation with mistakes is no reason to keep anyone from working: the mistakes are shown, and the lab stays as it is.
  func translated(_ lab: Lab) -> Lab {
    let path = Translation.path(of: lab.file, in: language)
    guard FileManager.default.fileExists(atPath: path) else { return lab }
    do throws(LabFileError) {
      var (translation, diagnostics) = try Translation.read(path)
      var result: Lab?
      if let translation {
        let merged = lab.translated(by: translation)
        result = merged.lab
        diagnostics += merged.diagnostics
      }
      guard let result else {
        let source = translation.map { SourceText($0.text) }
        for diagnostic in diagnostics { mention(renderer.text(of: diagnostic, in: source)) }
        mention(CoursePhrase.shownUntranslated(file: path))
        return lab
      }
      return result
    } catch {
      mention(error.phrase)
      return lab
    }
  }
}
