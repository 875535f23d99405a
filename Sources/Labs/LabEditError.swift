public import Messages

/// Why a cell cannot be given another inside.
public enum LabEditError: Error, Equatable, Sendable {
  /// The lab in `file` has no such cell; `known` are the names of those that it has.
  case noSuchCell(Lab.Cell, file: String, known: [String])
  /// The new text has, on its line `line`, a fence that would end the cell.
  case wouldCloseFence(Lab.Cell, line: Int)

  /// What to say about it.
  public var phrase: any Phrase {
    switch self {
    case .noSuchCell(let cell, let file, let known):
      return LabFilePhrase.noSuchCell(name: cell.name, file: file, known: known)
    case .wouldCloseFence(let cell, let line): return LabFilePhrase.wouldCloseFence(name: cell.name, line: line)
    }
  }
}
