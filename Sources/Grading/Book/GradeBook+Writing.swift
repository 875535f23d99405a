internal import Checking
internal import Digests
internal import Experiments
internal import Foundation
internal import GRDB
internal import Labs
internal import Messages
internal import Sessions

extension GradeBook {
  /// Notes a lab, what it is worth and what being late costs; the seed of its cases is drawn once and stays.
  ///
  /// - Returns: the seed.
  func enter(_ lab: GradedLab, _ policy: LatePolicy?) throws(GradingProblem) -> UInt64 {
    let drawn = UInt64.random(in: .min ... .max)
    let id = lab.lab.id
    return try doing {
      let scheme = try BookCoding.text(lab.scheme)
      return try pool.write { database in
        let old = try Row.fetchOne(database, sql: "SELECT seed, policy FROM lab WHERE id = ?", arguments: [id])
        let seed = (old?["seed"] as String?).flatMap { UInt64($0) } ?? drawn
        let policy = try policy.map(BookCoding.text) ?? old?["policy"] ?? BookCoding.text(LatePolicy())
        try database.execute(
          sql: """
            INSERT INTO lab (id, title, scheme, policy, seed) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET title = excluded.title, scheme = excluded.scheme, policy = excluded.policy
            """, arguments: [id, lab.lab.title, scheme, policy, String(seed)])
        if let text = lab.released {
          try database.execute(sql: "INSERT OR IGNORE INTO release (lab, text) VALUES (?, ?)", arguments: [id, text])
        }
        return seed
      }
    }
  }

  /// Notes who is in the class; what is not known of somebody stays as it was.
  public func enter(_ students: [RosterEntry]) throws(GradingProblem) {
    try doing {
      try pool.write { database in
        for entry in students {
          try database.execute(
            sql: """
              INSERT INTO student (key, name, login, language) VALUES (?, ?, ?, ?)
              ON CONFLICT (key) DO UPDATE SET name = excluded.name, login = excluded.login,
                language = coalesce(excluded.language, language)
              """,
            arguments: [entry.student.key, entry.student.name, entry.login, entry.language?.rawValue])
        }
      }
    }
  }

  /// Notes what was handed in, each with the key of what is found out about it.
  func enter(_ handIns: [(handIn: HandIn, evidence: String?)], lab: String) throws(GradingProblem) {
    try doing {
      try pool.write { database in
        for (handIn, evidence) in handIns {
          // Whoever is on a list already keeps the name of that list.
          try database.execute(
            sql: "INSERT INTO student (key, name) VALUES (?, ?) ON CONFLICT (key) DO NOTHING",
            arguments: [handIn.student.key, handIn.student.name])
          try database.execute(
            sql: """
              INSERT INTO submission (student, lab, file, digest, evidence, handedIn, isLate, remarks)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?)
              ON CONFLICT (student, lab) DO UPDATE SET file = excluded.file, digest = excluded.digest, evidence = excluded.evidence,
                handedIn = excluded.handedIn, isLate = excluded.isLate, remarks = excluded.remarks
              """,
            arguments: [
              handIn.student.key, lab, handIn.file, handIn.text.map { SHA256.hash(data: $0.utf8).hexadecimal },
              evidence, handIn.time?.timeIntervalSince1970, handIn.isLate,
              BookCoding.text(handIn.remarks),
            ])
        }
      }
    }
  }

  /// What was found out about a text, as a book keeps it.
  struct Evidence: Sendable {
    let key: String
    let basis: String
    let assessment: Assessment
    /// How long the judge took.
    let seconds: Double
  }

  /// Keeps what was found out about texts: all of it or nothing.
  func keep(_ evidence: [Evidence], lab: String, engine: String) throws(GradingProblem) {
    try doing {
      let rows = try evidence.map { one in
        let trainings = one.assessment.report.experiments
        let runs = Set(trainings.map(\.run) + trainings.flatMap { $0.sweep.map(\.run) })
        return (one, try PackedAssessment.bytes(of: one.assessment), runs.sorted().joined(separator: " "))
      }
      try pool.write { database in
        for (one, data, runs) in rows {
          try database.execute(
            sql: """
              INSERT OR REPLACE INTO evidence (key, basis, lab, assessment, engine, made, seconds, runs)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?)
              """,
            arguments: [
              one.key, one.basis, lab, data, engine, Date().timeIntervalSince1970, one.seconds, runs,
            ])
        }
      }
    }
  }

  /// Keeps that a training comes to nothing.
  func keep(_ failure: KnownFailure, of run: String) throws(GradingProblem) {
    try doing {
      let text = try BookCoding.text(failure)
      try pool.write { database in
        try database.execute(
          sql: "INSERT OR REPLACE INTO failure (run, failure) VALUES (?, ?)", arguments: [run, text])
      }
    }
  }

  /// Forgets what could not be judged, so that it is judged again.
  func forgetErrors(lab: String) throws(GradingProblem) {
    try doing {
      try pool.write { database in
        try database.execute(sql: "DELETE FROM failure")
        // One at a time: all assessments of a course are more than a machine's memory.
        let rows = try Row.fetchCursor(
          database, sql: "SELECT key, assessment FROM evidence WHERE lab = ?", arguments: [lab])
        var keys: [String] = []
        while let row = try rows.next() {
          let assessment = try? PackedAssessment.assessment(row["assessment"])
          if assessment?.report.hasErrors ?? true { keys.append(row["key"]) }
        }
        for key in keys { try database.execute(sql: "DELETE FROM evidence WHERE key = ?", arguments: [key]) }
      }
    }
  }

  /// A person's mark for one thing of somebody's lab; nil points take it back.
  public func mark(
    _ student: String, lab: String, item: String, points: Double?, words: String
  ) throws(GradingProblem) {
    try doing {
      try pool.write { database in
        try database.execute(
          sql: "INSERT INTO mark (student, lab, item, points, words, made) VALUES (?, ?, ?, ?, ?, ?)",
          arguments: [student, lab, item, points, words, Date().timeIntervalSince1970])
      }
    }
  }

  /// What a person can decide about somebody's lab as a whole.
  public enum DecisionKind: String, Sendable {
    /// These points, in place of all that was worked out.
    case override
    /// The lab need not be done: 1, or it must: nil.
    case excuse
    /// So many days more than others.
    case `extension`
  }

  /// A person's decision about somebody's lab; a nil value takes it back.
  public func decide(
    _ kind: DecisionKind, _ student: String, lab: String, value: Double?, reason: String
  ) throws(GradingProblem) {
    try doing {
      try pool.write { database in
        try database.execute(
          sql: "INSERT INTO decision (student, lab, kind, value, reason, made) VALUES (?, ?, ?, ?, ?, ?)",
          arguments: [student, lab, kind.rawValue, value, reason, Date().timeIntervalSince1970])
      }
    }
  }
}

/// What a book keeps in a column as text.
enum BookCoding {
  /// The same value, the same text.
  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder.ofReports
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func value<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
    try JSONDecoder.ofReports.decode(type, from: Data(text.utf8))
  }
}
