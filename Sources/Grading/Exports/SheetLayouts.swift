internal import Foundation

/// Moodle's grading worksheet: columns are named in the language of the site, and their order is always the same.
struct MoodleLayout: SheetLayout {
  let column: Int
  private let identifier: Int
  private let name: Int
  private let login: Int?
  private let most: Int?

  /// What the grade's column is called in languages that are seen here.
  private static let gradeNames: Set<String> = [
    "grade", "성적", "점수", "bewertung", "note", "calificación", "nota", "成绩", "評定",
  ]

  private init(column: Int, identifier: Int, name: Int, login: Int?, most: Int?) {
    (self.column, self.identifier, self.name, self.login, self.most) = (column, identifier, name, login, most)
  }

  /// Looks for the columns: the first ends in each learner's number; before the one that holds the same number in each row, the most that
  /// can be had, stands the grade.
  static func find(_ table: Table, _ asked: String?) -> LayoutFinding {
    let rows = table.rows.dropFirst()
    let columns = table.header.map(\.text)
    guard columns.count >= 4, !rows.isEmpty, rows.allSatisfy({ number(in: $0.value(0)) != nil }) else {
      return .foreign
    }
    let most = columns.indices.dropFirst(2).first { column in
      let values = Set(rows.map { $0.value(column) })
      return values.count == 1 && column > 2 && (values.first.flatMap(decimal) ?? 0) > 0
    }
    let named = columns.indices.first { gradeNames.contains(columns[$0].lowercased()) }
    let login = columns.indices.first { column in rows.contains { $0.value(column).contains("@") } }
    guard let column = asked.map({ columns.firstIndex(of: $0) }) ?? named ?? most.map({ $0 - 1 }) else {
      return .noColumn(columns)
    }
    return .layout(MoodleLayout(column: column, identifier: 0, name: 1, login: login, most: most))
  }

  func isLearner(_ row: [Table.Field]) -> Bool { Self.number(in: row.value(identifier)) != nil }
  func name(of row: [Table.Field]) -> String { "\(row.value(identifier)) (\(row.value(name)))" }

  func entry(of row: [Table.Field], _ entries: [BookEntry]) -> BookEntry? {
    entries.one(keys: [Self.number(in: row.value(identifier)) ?? "", row.value(login)], name: row.value(name))
  }

  func text(of entry: BookEntry, in row: [Table.Field]) -> String? {
    // Moodle has no word for somebody who is excused: the cell stays as it is.
    guard let grade = entry.grade, let points = grade.points, grade.total > 0 else { return nil }
    let scale = most.flatMap { Self.decimal(row.value($0)) } ?? grade.total
    let text = GradeNumber.text(points / grade.total * scale)
    return most.map { row.value($0).contains(",") } == true ? text.replacing(".", with: ",") : text
  }

  /// The number at the end of `Participant 123`.
  private static func number(in text: String) -> String? {
    let digits = text.reversed().prefix { $0.isASCII && $0.isNumber }
    return digits.isEmpty ? nil : String(digits.reversed())
  }

  private static func decimal(_ text: String) -> Double? { Double(text.replacing(",", with: ".")) }
}

/// The gradebook of Canvas: a row with the points possible, then a row for each learner.
struct CanvasLayout: SheetLayout {
  let column: Int
  private let id: Int
  private let keys: [Int]
  private let name: Int
  private let possible: [Table.Field]

  static func find(_ table: Table, _ asked: String?, _ lab: BookLab) -> LayoutFinding {
    let columns = table.header.map { $0.text.trimmingCharacters(in: .whitespaces) }
    guard let id = columns.firstIndex(of: "ID"), let section = columns.firstIndex(where: { $0.contains("Section") }),
      let possible = table.rows.dropFirst().first(where: { $0.value(0).contains("Points Possible") })
    else { return .foreign }
    // Behind those of the learner stand the assignments, each with its number in brackets.
    let assignments = columns.indices.filter { $0 > section && columns[$0].wholeMatch(of: /.*\(\d+\)/) != nil }
    let known = assignments.map { columns[$0] }
    let named = assignments.filter { column in
      let title = columns[column].replacing(/\s*\(\d+\)$/, with: "")
      return asked.map { columns[column] == $0 || title == $0 || columns[column].hasSuffix("(\($0))") }
        ?? (title == lab.title || title == lab.id)
    }
    guard named.count == 1 else { return .noColumn(known) }
    return .layout(
      CanvasLayout(
        column: named[0], id: id,
        keys: ["SIS User ID", "SIS Login ID", "Integration ID"].compactMap { columns.firstIndex(of: $0) },
        name: columns.firstIndex(of: "Student") ?? 0, possible: possible))
  }

  func isLearner(_ row: [Table.Field]) -> Bool { !row.value(id).isEmpty && Int(row.value(id)) != nil }
  func name(of row: [Table.Field]) -> String { "\(row.value(id)) (\(row.value(name)))" }

  func entry(of row: [Table.Field], _ entries: [BookEntry]) -> BookEntry? {
    entries.one(keys: ([id] + keys).map { row.value($0) }, name: row.value(name))
  }

  func text(of entry: BookEntry, in row: [Table.Field]) -> String? {
    guard let grade = entry.grade else { return nil }
    guard let points = grade.points else { return "EX" }
    guard grade.total > 0 else { return nil }
    let most = Double(possible.value(column).replacing(",", with: ".")) ?? grade.total
    return GradeNumber.text(points / grade.total * most)
  }
}

/// The grade center of Blackboard: `Title [Total Pts: 10 Score] |12345`.
struct BlackboardLayout: SheetLayout {
  let column: Int
  private let login: Int
  private let ids: [Int]
  private let most: Double?

  static func find(_ table: Table, _ asked: String?, _ lab: BookLab) -> LayoutFinding {
    let columns = table.header.map { $0.text.trimmingCharacters(in: .whitespaces) }
    let logins: Set<String> = ["username", "user name", "사용자 이름"]
    guard let login = columns.firstIndex(where: { logins.contains($0.lowercased()) }) else { return .foreign }
    let scored = columns.indices.filter { columns[$0].contains("|") && columns[$0].contains("[") }
    let named = scored.filter { column in
      let title = columns[column].prefix { $0 != "[" }.trimmingCharacters(in: .whitespaces)
      return asked.map { columns[column] == $0 || title == $0 || columns[column].hasSuffix("|\($0)") }
        ?? (title == lab.title || title == lab.id)
    }
    guard named.count == 1 else { return .noColumn(scored.map { columns[$0] }) }
    let most = columns[named[0]].firstMatch(of: /([\d.,]+)[^\d\]]*\]/)
      .flatMap { Double(String($0.1).replacing(",", with: ".")) }
    let ids = columns.indices.filter { ["student id", "학생 id", "학번"].contains(columns[$0].lowercased()) }
    return .layout(BlackboardLayout(column: named[0], login: login, ids: Array(ids), most: most))
  }

  func isLearner(_ row: [Table.Field]) -> Bool { !row.value(login).isEmpty }
  func name(of row: [Table.Field]) -> String { row.value(login) }

  func entry(of row: [Table.Field], _ entries: [BookEntry]) -> BookEntry? {
    entries.one(keys: ([login] + ids).map { row.value($0) }, name: "")
  }

  func text(of entry: BookEntry, in row: [Table.Field]) -> String? {
    guard let grade = entry.grade, let points = grade.points, grade.total > 0 else { return nil }
    return GradeNumber.text(points / grade.total * (most ?? grade.total))
  }
}
