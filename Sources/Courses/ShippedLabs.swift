internal import Checking
internal import Foundation
internal import Labs
internal import Messages

/// The labs in a folder of their author's, as a course in one language gets them: one file a lab, which holds words and cells.
///
/// Their author keeps one lab and a file of words for each other language; the two are woven into one when they are laid.
struct ShippedLabs {
  /// The folder of the labs and their translations.
  let folder: URL

  /// The names of the files that a course gets, in order.
  ///
  /// - Throws: `CourseProblem` where the folder cannot be read.
  func names() throws(CourseProblem) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .filter { $0.hasSuffix(".md") && !Translation.isTranslation($0) }.sorted()
    } catch {
      throw .folderNotMade(path: folder.path, reason: reason(of: error))
    }
  }

  /// Whether a file of that name is a lab.
  static func isLab(_ name: String) -> Bool { !Translation.isTranslation(name) && name.lowercased() != "readme.md" }

  /// A lab's text in `language`; its own where no translation fits it.
  ///
  /// - Parameters:
  ///   - name: the name of its file.
  ///   - language: the language of its words.
  /// - Returns: the text.
  /// - Throws: `CourseProblem` where the file cannot be read.
  func text(of name: String, in language: Language) throws(CourseProblem) -> String {
    let path = folder.appendingPathComponent(name).path
    let text: String
    do { text = try Lab.text(of: path) } catch { throw .labFile(error) }
    guard Self.isLab(name), let lab = Lab.parse(text: text, file: name).lab, lab.language != language,
      let translation = try? Translation.read(Translation.path(of: path, in: language)).translation
    else { return text }
    return lab.woven(with: translation).text ?? text
  }

  /// The words of a lab in `language`; nil where there are none.
  ///
  /// - Parameters:
  ///   - name: the name of its file.
  ///   - language: the language of the words.
  /// - Returns: the words, as a translation of the lab.
  func words(of name: String, in language: Language) -> Translation? {
    let path = folder.appendingPathComponent(name).path
    if let translation = try? Translation.read(Translation.path(of: path, in: language)).translation {
      return translation
    }
    guard let lab = try? Lab.read(path).lab, lab.language == language else { return nil }
    return Translation(of: lab)
  }
}
