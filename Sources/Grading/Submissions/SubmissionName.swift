internal import Foundation

/// A learner, as a file of a class names them.
public struct Student: Codable, Sendable, Hashable {
  /// What tells them from all others: a number that a system gave them, a login, or else a name.
  public var key: String
  /// Their name, as far as it is known.
  public var name: String
}

/// What the name of a handed-in file or folder says, as Moodle, Canvas and Blackboard write it.
struct SubmissionName: Equatable {
  /// Who handed it in.
  let student: Student
  /// The file's own name; nil for a folder, and where the name is all there is.
  let original: String?
  /// What orders several files of one learner by time where their own times do not; larger is newer.
  var order = ""
  /// Whether the system says that it was late.
  var isLate = false

  /// - Parameters:
  ///   - written: the name of a file or folder, composed as NFC.
  ///   - isFolder: whether it is a folder's, which ends with the system's own words: what stands before them may be a learner's choice. A
  ///     file's name ends with what the learner called it.
  ///   - logins: which login the beginning of one of Blackboard's names stands for, where its last word does not tell learners apart.
  init(_ written: String, isFolder: Bool = false, logins: [String: String] = [:]) {
    let name = Self.harmless(written)
    let moodle =
      isFolder
      ? /(.+)_(\d+)_assignsubmission_[a-z]+(?:_(.*))?/ : /(.+?)_(\d+)_assignsubmission_[a-z]+(?:_(.*))?/
    if let match = name.wholeMatch(of: moodle) {
      let original = match.3.map(String.init).flatMap { $0.isEmpty ? nil : $0 }
      self.init(student: Student(key: String(match.2), name: String(match.1)), original: original)
    } else if let match = name.wholeMatch(
      of: /(.+?)_attempt_(\d{4}(?:-\d{2}){5})(?:_(.+?))?(?:\.txt)?/), match.1.contains("_")
    {
      let head = String(match.1)
      let login = logins[head] ?? Self.lastWords(1, of: head)
      let original = match.3.map { String($0) + (name.hasSuffix(".txt") && !$0.hasSuffix(".txt") ? ".txt" : "") }
      self.init(student: Student(key: login, name: login), original: original, order: String(match.2))
    } else if let match = name.wholeMatch(of: /([^_]+)_(?:(LATE)_)?(\d+)_(\d+)_(.+)/) {
      let original = String(match.5)
      // Canvas numbers what was handed in again: `lab-2.md`.
      let version = original.firstMatch(of: /-(\d+)(?:\.[^.]*)?$/).flatMap { Int($0.1) } ?? 0
      self.init(
        student: Student(key: String(match.3), name: String(match.1)), original: original,
        order: String(repeating: "0", count: max(0, 6 - String(version).count)) + String(version),
        isLate: match.2 != nil)
    } else {
      let stem = Self.withoutEnding(name)
      self.init(student: Student(key: stem, name: stem), original: nil)
    }
  }

  /// The logins in Blackboard's names where their last words are the same: a login may have underscores as well as the assignment has.
  ///
  /// - Parameter names: the names of a class.
  /// - Returns: by the beginning of a name, as many words of it as tell it from the others that end alike.
  static func logins(of names: some Sequence<String>) -> [String: String] {
    let heads = Set(
      names.compactMap {
        harmless($0).wholeMatch(of: /(.+?)_attempt_\d{4}(?:-\d{2}){5}.*/).map { String($0.1) }
      })
    var logins: [String: String] = [:]
    for (_, alike) in Dictionary(grouping: heads, by: { lastWords(1, of: $0) }) where alike.count > 1 {
      let most = alike.map { $0.count(where: { $0 == "_" }) }.max() ?? 0
      let words = (1...most + 1).first { count in Set(alike.map { lastWords(count, of: $0) }).count == alike.count }
      for head in alike { logins[head] = lastWords(words ?? most + 1, of: head) }
    }
    return logins
  }

  private static func lastWords(_ count: Int, of head: String) -> String {
    head.split(separator: "_").suffix(count).joined(separator: "_")
  }

  /// A name without the signs that move text about, which are no part of anybody's.
  private static func harmless(_ name: String) -> String {
    String(String.UnicodeScalarView(name.unicodeScalars.map { $0.movesText ? " " : $0 }))
  }

  private init(student: Student, original: String?, order: String = "", isLate: Bool = false) {
    (self.student, self.original, self.order, self.isLate) = (student, original, order, isLate)
  }

  /// Whether a system wrote the name.
  static func isOfSystem(_ name: String) -> Bool {
    name.contains("_assignsubmission_") || name.contains("_attempt_")
      || name.wholeMatch(of: /[^_]+_(?:LATE_)?\d+_\d+_.+/) != nil
  }

  /// A file's name without the ending that says what it is.
  static func withoutEnding(_ name: String) -> String {
    for ending in [".md", ".zip", ".markdown", ".txt"] where name.lowercased().hasSuffix(ending) {
      let stem = String(name.dropLast(ending.count))
      return stem.isEmpty ? name : stem
    }
    return name
  }
}
