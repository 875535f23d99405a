/// What keeps a lab's file, or the folder of a course, from being read or changed.
public enum LabFilePhrase: Phrase {
  /// There is no file at the path.
  case missing(path: String)
  /// The path leads to something that is no file.
  case notAFile(path: String)
  /// The system does not let it be read, for its own reason.
  case unreadable(path: String, reason: String)
  /// The file has more than `limit` bytes.
  case tooLarge(path: String, limit: Int)
  /// The byte at `offset`, on `line`, does not belong to UTF-8.
  case notUTF8(path: String, offset: Int, line: Int)
  /// There is no folder at the path.
  case noFolder(path: String)
  /// The folder holds no lab.
  case noLabs(path: String)
  /// The folder holds more than `limit` labs.
  case tooManyLabs(path: String, limit: Int)
  /// No lab is called that; those nearest to it, or all there are.
  case noSuchLab(asked: String, nearest: [String])
  /// Several labs may be meant.
  case ambiguousLab(asked: String, matches: [String])
  /// The lab has no exercise or question of that name; those it has.
  case noSuchCell(name: String, file: String, known: [String])
  /// The new code has, on its line `line`, a fence that would end the cell.
  case wouldCloseFence(name: String, line: Int)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}
