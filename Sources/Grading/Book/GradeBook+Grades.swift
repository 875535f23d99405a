internal import Checking
internal import Foundation
internal import GRDB
internal import Sessions

extension GradeBook {
  /// Works out the grade of every learner of a lab, or of one: the first one is official at once, another is put forward until it is
  /// applied.
  ///
  /// - Parameters:
  ///   - lab: the lab, by id.
  ///   - student: the learner, by key; nil for all.
  ///   - engine: the engine's version.
  /// - Throws: `GradingProblem` where the book cannot be read or written.
  public func workOutGrades(of lab: String, student: String? = nil, engine: String) throws(GradingProblem) {
    let facts = try self.lab(lab)
    let entries = try entries(of: lab, student: student)
    let scores = try ofEach(entries) { _, assessment in Score(of: assessment.report, by: facts.scheme) }
    // All in one step: a kill leaves the grades of before, or those of now.
    var rows: [(entry: BookEntry, grade: Grade, why: GradeReason)] = []
    for entry in entries {
      let grade = grade(of: entry, entry.evidence.flatMap { scores[$0] }, facts)
      rows.append((entry, grade, why(entry, engine, grade)))
    }
    try doing {
      try pool.write { database in
        for (entry, grade, why) in rows {
          try database.execute(
            sql: "DELETE FROM grade WHERE student = ? AND lab = ? AND isOfficial = 0",
            arguments: [entry.student.key, lab])
          if let last = entry.official.last, last.grade == grade { continue }
          try insert(
            grade, of: entry, lab, evidence: entry.evidence, digest: entry.digest, why,
            isOfficial: entry.official.isEmpty, engine, in: database)
        }
      }
    }
  }

  /// Makes the grades official that are put forward, of all learners or of these.
  ///
  /// - Returns: how many.
  public func applyProposed(lab: String, students: [String]? = nil) throws(GradingProblem) -> Int {
    let keys = try entries(of: lab).filter { entry in
      entry.proposed != nil && students.map { $0.contains(entry.student.key) } ?? true
    }.map(\.student.key)
    try doing {
      try pool.write { database in
        for key in keys {
          try database.execute(
            sql: "UPDATE grade SET isOfficial = 1, made = ? WHERE student = ? AND lab = ? AND isOfficial = 0",
            arguments: [Date().timeIntervalSince1970, key, lab])
        }
      }
    }
    return keys.count
  }

  /// What a person decided changes the official grade at once; what the judge found since stays put forward.
  public func applyDecision(on student: String, lab: String, engine: String) throws(GradingProblem) {
    let facts = try self.lab(lab)
    guard let entry = try entries(of: lab, student: student).first else {
      throw .student(asked: student, near: [])
    }
    if let last = entry.official.last {
      let assessment = try last.evidence.flatMap { key throws(GradingProblem) in try self.assessment(key) }
      let grade = grade(of: entry, assessment.map { Score(of: $0.report, by: facts.scheme) }, facts)
      if grade != last.grade {
        try doing {
          try pool.write { database in
            try insert(
              grade, of: entry, lab, evidence: last.evidence, digest: last.digest, .person, isOfficial: true, engine,
              in: database)
          }
        }
      }
    }
    try workOutGrades(of: lab, student: student, engine: engine)
  }

  private func insert(
    _ grade: Grade, of entry: BookEntry, _ lab: String, evidence: String?, digest: String?, _ why: GradeReason,
    isOfficial: Bool, _ engine: String, in database: Database
  ) throws {
    try database.execute(
      sql: """
        INSERT INTO grade (student, lab, grade, digest, evidence, why, isOfficial, made, engine)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        entry.student.key, lab, BookCoding.text(grade), digest, evidence, why.rawValue, isOfficial,
        Date().timeIntervalSince1970, engine,
      ])
  }

  /// The grade that comes of an assessment, with a person's marks and decisions.
  private func grade(of entry: BookEntry, _ found: Score?, _ lab: BookLab) -> Grade {
    // Of whoever handed in nothing that is the lab, everything is not attempted.
    let nothing = LabReport(lab: lab.id, cells: [], experiments: [], diagnostics: [], printed: "")
    var score = found ?? Score(of: nothing, by: lab.scheme)
    for number in score.items.indices {
      guard let mark = entry.marks[score.items[number].key] else { continue }
      score.items[number].points = mark.points
      score.items[number].words = mark.words.isEmpty ? nil : mark.words
    }
    let days = entry.decisions[DecisionKind.extension.rawValue]?.value ?? 0
    let override = entry.decisions[DecisionKind.override.rawValue].map {
      Grade.Decision(points: $0.value, reason: $0.reason)
    }
    return Grade(
      score: score, late: lab.policy.penalty(at: entry.handedIn, extensionDays: days), override: override,
      excused: entry.decisions[DecisionKind.excuse.rawValue]?.reason)
  }

  private func why(_ entry: BookEntry, _ engine: String, _ grade: Grade) -> GradeReason {
    guard let last = entry.official.last else { return .first }
    if last.digest != entry.digest { return .submission }
    if last.engine != engine { return .engine }
    guard last.evidence == entry.evidence else { return .lab }
    let (old, new) = (last.grade, grade)
    let isDecided =
      old.override != new.override || old.excused != new.excused
      || zip(old.score.items, new.score.items).contains {
        $0.words != $1.words
          || $0.verdict == $1.verdict && $0.of == $1.of && $0.points != $1.points && entry.marks[$1.key] != nil
      }
      || old.late != new.late && entry.decisions[DecisionKind.extension.rawValue] != nil
    if isDecided { return .person }
    return old.score.items.map(\.of) != new.score.items.map(\.of) || old.late != new.late ? .lab : .again
  }
}
