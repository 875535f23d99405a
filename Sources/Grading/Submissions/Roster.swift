internal import Files
internal import Foundation
public import Messages

/// Somebody on the list of a class.
public struct RosterEntry: Sendable, Hashable {
  /// Who.
  public let student: Student
  /// Their login or e-mail address; empty where it is not known.
  public let login: String
  /// The language of their feedback; nil for that of what they hand in.
  public let language: Language?
}

/// Reads the list of a class: a table whose first line names the columns `id`, `name`, `login` and `language`, the first of which must be there.
public enum Roster {
  /// Everybody on the list.
  ///
  /// - Throws: `GradingProblem` where the file cannot be read, or is no such list.
  public static func read(_ path: String) throws(GradingProblem) -> [RosterEntry] {
    let bytes: [UInt8]
    do throws(FileBytes.Fault) { bytes = try FileBytes.read(path, limit: Table.mostBytes) } catch {
      throw .unreadable(path: path, reason: error.systemReason ?? "")
    }
    let table: Table
    do throws(SheetTrouble) { table = try Table(bytes) } catch { throw .sheet(path: path, error) }
    let names = table.header.map { $0.text.trimmingCharacters(in: .whitespaces).lowercased() }
    guard let id = names.firstIndex(of: "id") else {
      throw .other(Message(GradingPhrase.badRoster(path: path, columns: names)))
    }
    let (name, login, language) = (
      names.firstIndex(of: "name"), names.firstIndex(of: "login"), names.firstIndex(of: "language")
    )
    return table.rows.dropFirst().compactMap { row in
      let (key, called) = (row.value(id), row.value(name))
      guard !key.isEmpty else { return nil }
      return RosterEntry(
        student: Student(key: key, name: called.isEmpty ? key : called), login: row.value(login),
        language: Language(rawValue: row.value(language)))
    }
  }
}
