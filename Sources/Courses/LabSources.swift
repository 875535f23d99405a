internal import Digests
internal import Foundation
internal import Labs
public import Messages

/// The files that a lab of a course is made of when it is read in some languages: as long as none of them changes, neither does the lab.
public struct LabSources: Equatable, Sendable {
  /// SHA-256 of them all, as 64 hexadecimal digits.
  public let digest: String

  /// Nil where a file is there that cannot be read; what is wrong with it says whoever reads the lab.
  ///
  /// - Parameters:
  ///   - path: the lab's file, as messages call it.
  ///   - folder: its course.
  ///   - languages: the languages.
  ///   - installation: what came with SegLab, where the words of its own labs are looked for.
  public init?(of path: String, in folder: CourseFolder, languages: [Language], installation: Installation?) {
    guard let text = try? Lab.text(of: path) else { return nil }
    let name = URL(fileURLWithPath: path).lastPathComponent
    let original = folder.original(name)
    var parts = [path, text, original.map { "=" + $0 } ?? ""]
    // Words that SegLab laid beside a lab are read in another way than those of an author who keeps solutions.
    let solutions = folder.root.appendingPathComponent("solutions").path
    parts.append(FileManager.default.fileExists(atPath: solutions) ? "1" : "")
    for language in languages {
      let beside = Translation.path(of: path, in: language)
      guard let words = Self.text(of: beside) else { return nil }
      parts += [language.rawValue, words]
      guard words.isEmpty, let shipped = installation?.labs.appendingPathComponent(name).path else { continue }
      guard let own = Self.text(of: shipped), let other = Self.text(of: Translation.path(of: shipped, in: language))
      else { return nil }
      parts += [own, other]
    }
    digest = SHA256.hash(parts: parts).hexadecimal
  }

  /// A file's text behind a sign that it is there; empty where there is none, nil where it cannot be read.
  private static func text(of path: String) -> String? {
    do throws(LabFileError) { return "=" + (try Lab.text(of: path)) } catch {
      if case .missing = error { return "" }
      return nil
    }
  }
}
