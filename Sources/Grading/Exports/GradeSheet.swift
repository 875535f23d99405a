internal import Files
internal import Foundation
internal import Messages

/// A file of a learning system into which grades are filled: the instructor's own, every other column byte for byte as it was.
public struct GradeSheet {
  /// The systems whose files are understood.
  public enum System: String, Sendable, CaseIterable {
    /// Moodle's grading worksheet of an assignment, in any language.
    case moodle
    /// The gradebook that Canvas exports.
    case canvas
    /// The grade center that Blackboard exports.
    case blackboard
  }

  /// What was filled in.
  public struct Filled {
    /// The new file.
    public let bytes: [UInt8]
    /// How many grades stand in it.
    public let count: Int
    /// The learners of the book whom it does not have.
    public let notInSheet: [String]
    /// Its rows that are nobody's of the book.
    public let notInBook: [String]
  }

  private let path: String
  private let table: Table
  private let system: System
  private let encoding: SheetEncoding

  /// - Parameters:
  ///   - path: the file.
  ///   - system: whose it is.
  /// - Throws: `GradingProblem` where it cannot be read, or is no table.
  public init(_ path: String, of system: System) throws(GradingProblem) {
    let bytes: [UInt8]
    do throws(FileBytes.Fault) { bytes = try FileBytes.read(path, limit: Table.mostBytes) } catch {
      throw .sheet(path: path, .unreadable(error.systemReason ?? "\(Table.mostBytes)"))
    }
    do throws(SheetTrouble) {
      encoding = SheetEncoding(of: bytes)
      table = try Table(try encoding.decoded(bytes))
    } catch {
      throw .sheet(path: path, error)
    }
    (self.path, self.system) = (path, system)
  }

  /// The names of its columns.
  private var columns: [String] { table.header.map(\.text) }

  /// Fills in the grades of a lab.
  ///
  /// - Parameters:
  ///   - lab: the lab.
  ///   - entries: the learners.
  ///   - column: the name of the lab's column; nil where it can be told.
  ///   - feedback: the column for a word of feedback, and the words by learner; nil for none.
  /// - Returns: the file with the grades in it.
  /// - Throws: `GradingProblem` where the file is none of the system, or the column is not to be found.
  public func filled(
    _ lab: BookLab, _ entries: [BookEntry], column: String? = nil,
    feedback: (column: String, words: (BookEntry) -> String)? = nil
  ) throws(GradingProblem) -> Filled {
    let layout = try layout(lab, column)
    var feedbackColumn: Int?
    if let feedback {
      // The grade's own column has no room for both.
      guard let found = columns.firstIndex(of: feedback.column), found != layout.column else {
        throw .sheet(path: path, .noColumn(asked: feedback.column, known: columns))
      }
      feedbackColumn = found
    }
    var values: [(row: Int, column: Int, text: String)] = []
    var left = Set(entries.map(\.student.key))
    var strangers: [String] = []
    var count = 0
    for (number, row) in table.rows.enumerated() where number > 0 && layout.isLearner(row) {
      guard let entry = layout.entry(of: row, entries) else {
        strangers.append(layout.name(of: row))
        continue
      }
      left.remove(entry.student.key)
      guard let text = layout.text(of: entry, in: row) else { continue }
      values.append((number, layout.column, text))
      if let feedback, let feedbackColumn {
        let words = TableText.defused(feedback.words(entry))
        if !words.isEmpty { values.append((number, feedbackColumn, words)) }
      }
      count += 1
    }
    let missing = entries.filter { left.contains($0.student.key) }.map { "\($0.student.key) (\($0.student.name))" }
    return Filled(
      bytes: encoding.encoded(table.replacing(values)), count: count, notInSheet: missing, notInBook: strangers)
  }

  private func layout(_ lab: BookLab, _ column: String?) throws(GradingProblem) -> any SheetLayout {
    switch system {
    case .moodle: return try found(MoodleLayout.find(table, column), column)
    case .canvas: return try found(CanvasLayout.find(table, column, lab), column)
    case .blackboard: return try found(BlackboardLayout.find(table, column, lab), column)
    }
  }

  private func found(_ layout: LayoutFinding, _ asked: String?) throws(GradingProblem) -> any SheetLayout {
    switch layout {
    case .layout(let layout): return layout
    case .foreign: throw .sheet(path: path, .foreign(system: system.rawValue.capitalized))
    case .noColumn(let known): throw .sheet(path: path, .noColumn(asked: asked, known: known))
    }
  }
}

/// How a system lays out its sheet: whose a row is, where the grade goes, and how it is written there.
protocol SheetLayout {
  /// The column of the grade.
  var column: Int { get }
  /// Whether a row is a learner's.
  func isLearner(_ row: [Table.Field]) -> Bool
  /// What a row calls its learner.
  func name(of row: [Table.Field]) -> String
  /// The learner of a row; nil for nobody of the book, or where several could be meant.
  func entry(of row: [Table.Field], _ entries: [BookEntry]) -> BookEntry?
  /// What is to stand in the grade's column; nil where it stays as it is.
  func text(of entry: BookEntry, in row: [Table.Field]) -> String?
}

/// What became of looking for a layout in a sheet.
enum LayoutFinding {
  /// It is there.
  case layout(any SheetLayout)
  /// The sheet is none of the system.
  case foreign
  /// The grade's column cannot be told; those that there are.
  case noColumn([String])
}

extension [Table.Field] {
  /// The value of a column; empty where the row does not reach it.
  func value(_ column: Int?) -> String {
    guard let column, indices.contains(column) else { return "" }
    return self[column].text.precomposedStringWithCanonicalMapping.trimmingCharacters(in: .whitespaces)
  }
}

extension [BookEntry] {
  /// The one learner with this key, login or, of all others alone, name.
  func one(keys: [String], name: String) -> BookEntry? {
    for key in keys where !key.isEmpty {
      if let found = first(where: { $0.student.key == key || $0.login == key }) { return found }
    }
    let named = filter { !name.isEmpty && $0.student.name == name }
    return named.count == 1 ? named[0] : nil
  }
}

/// How the bytes of a sheet are text.
enum SheetEncoding {
  case utf8, utf16LittleEndian

  init(of bytes: [UInt8]) { self = bytes.starts(with: [0xFF, 0xFE]) ? .utf16LittleEndian : .utf8 }

  func decoded(_ bytes: [UInt8]) throws(SheetTrouble) -> [UInt8] {
    guard self == .utf16LittleEndian else { return bytes }
    guard bytes.count % 2 == 0 else { throw .notText }
    let units = stride(from: 2, to: bytes.count, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }
    guard let text = String(validating: units, as: UTF16.self) else { throw .notText }
    return Array(text.utf8)
  }

  func encoded(_ bytes: [UInt8]) -> [UInt8] {
    guard self == .utf16LittleEndian else { return bytes }
    let units = String(decoding: bytes, as: UTF8.self).utf16
    return [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }
}
