internal import Checking
internal import Experiments
public import Foundation
internal import GRDB
internal import Labs
public import Messages
public import Sessions

/// A lab as a book knows it.
public struct BookLab: Sendable {
  /// Its id.
  public let id: String
  /// Its title.
  public let title: String
  /// What it is worth, thing by thing.
  public let scheme: GradingScheme
  /// What being late costs.
  public let policy: LatePolicy
}

/// All that a book knows of one learner and one lab, but for what was found out.
public struct BookEntry: Sendable {
  /// Who.
  public let student: Student
  /// Their login or e-mail address; empty where it is not known.
  public let login: String
  /// The language that they were put down with; nil for none.
  public let language: Language?
  /// The file that was handed in; nil where none was.
  public let file: String?
  /// Where its assessment is kept; nil where there is none.
  public let evidence: String?
  /// The digest of the text that was handed in.
  let digest: String?
  /// When it was handed in.
  public let handedIn: Date?
  /// Whether the learning system says that it was late.
  public let isLate: Bool
  /// What is to be said of how it was found.
  public let remarks: [Message]
  /// Marks by thing: the newest of each that was not taken back.
  public let marks: [String: Mark]
  /// Decisions by kind: the newest of each that was not taken back.
  public let decisions: [String: Decision]
  /// The grades that were official, the newest last.
  public internal(set) var official: [GradeRecord]
  /// The grade that would be official; nil where nothing differs.
  public internal(set) var proposed: GradeRecord?

  /// A person's mark.
  public struct Mark: Sendable, Hashable {
    /// The points.
    public let points: Double
    /// What the person wrote.
    public let words: String
  }

  /// A person's decision.
  public struct Decision: Sendable, Hashable {
    /// What was decided on, as a number.
    public let value: Double
    /// Why.
    public let reason: String
  }

  /// The grade that counts; nil where there is none yet.
  public var grade: Grade? { official.last?.grade }
}

/// A grade with what led to it.
public struct GradeRecord: Sendable {
  /// The grade.
  public let grade: Grade
  /// Where the assessment is kept that it comes from; nil where nothing was handed in.
  public let evidence: String?
  let digest: String?
  /// Why it differs from the one before.
  public let why: GradeReason
  /// When it was made, or became official.
  public let made: Date
  /// The engine's version.
  public let engine: String
}

/// Why a grade came to be.
public enum GradeReason: String, Codable, Sendable {
  /// There was none before.
  case first
  /// Something else was handed in.
  case submission
  /// The lab, its checks or its points changed.
  case lab
  /// The engine is of another version.
  case engine
  /// A person decided.
  case person
  /// The same was judged once more.
  case again
}

extension GradeBook {
  /// The labs of the book, by id.
  public func labs() throws(GradingProblem) -> [BookLab] {
    try doing {
      try pool.read { database in
        try Row.fetchAll(database, sql: "SELECT id, title, scheme, policy FROM lab ORDER BY id").map { row in
          BookLab(
            id: row["id"], title: row["title"], scheme: try BookCoding.value(GradingScheme.self, row["scheme"]),
            policy: try BookCoding.value(LatePolicy.self, row["policy"]))
        }
      }
    }
  }

  /// The lab that is asked for; the only one where none is.
  public func lab(_ asked: String?) throws(GradingProblem) -> BookLab {
    let all = try labs()
    if let found = asked.map({ id in all.first { $0.id == id } }) ?? (all.count == 1 ? all[0] : nil) { return found }
    throw .lab(asked: asked, known: all.map(\.id))
  }

  /// All learners of the class for one lab, by key; only one of them where one is named.
  public func entries(of lab: String, student: String? = nil) throws(GradingProblem) -> [BookEntry] {
    try doing {
      try pool.read { database in
        var marks: [String: [String: BookEntry.Mark]] = [:]
        for row in try Row.fetchAll(
          database,
          sql:
            "SELECT student, item, points, words FROM mark WHERE lab = ? AND student = coalesce(?, student) ORDER BY id",
          arguments: [lab, student])
        {
          let points = row["points"] as Double?
          marks[row["student"], default: [:]][row["item"]] = points.map { .init(points: $0, words: row["words"]) }
        }
        var decisions: [String: [String: BookEntry.Decision]] = [:]
        for row in try Row.fetchAll(
          database,
          sql:
            "SELECT student, kind, value, reason FROM decision WHERE lab = ? AND student = coalesce(?, student) ORDER BY id",
          arguments: [lab, student])
        {
          let value = row["value"] as Double?
          decisions[row["student"], default: [:]][row["kind"]] = value.map { .init(value: $0, reason: row["reason"]) }
        }
        var grades: [String: [(isOfficial: Bool, record: GradeRecord)]] = [:]
        for row in try Row.fetchAll(
          database, sql: "SELECT * FROM grade WHERE lab = ? AND student = coalesce(?, student) ORDER BY id",
          arguments: [lab, student])
        {
          let record = GradeRecord(
            grade: try BookCoding.value(Grade.self, row["grade"]), evidence: row["evidence"], digest: row["digest"],
            why: GradeReason(rawValue: row["why"]) ?? .first, made: Date(timeIntervalSince1970: row["made"]),
            engine: row["engine"])
          grades[row["student"], default: []].append((row["isOfficial"], record))
        }
        let rows = try Row.fetchAll(
          database,
          sql: """
            SELECT student.key, student.name, student.login, student.language, submission.file, submission.digest,
              submission.evidence, submission.handedIn, submission.isLate, submission.remarks
            FROM student LEFT JOIN submission ON submission.student = student.key AND submission.lab = ?
            WHERE student.key = coalesce(?, student.key) ORDER BY student.key
            """, arguments: [lab, student])
        return try rows.map { row in
          let key = row["key"] as String
          let all = grades[key] ?? []
          let file = row["file"] as String?
          return BookEntry(
            student: Student(key: key, name: row["name"]), login: row["login"],
            language: (row["language"] as String?).flatMap { Language(rawValue: $0) },
            file: file.flatMap { $0.isEmpty ? nil : $0 }, evidence: row["evidence"], digest: row["digest"],
            handedIn: (row["handedIn"] as Double?).map { Date(timeIntervalSince1970: $0) },
            isLate: row["isLate"] ?? false,
            remarks: try (row["remarks"] as String?).map { try BookCoding.value([Message].self, $0) } ?? [],
            marks: marks[key] ?? [:], decisions: decisions[key] ?? [:],
            official: all.filter(\.isOfficial).map(\.record), proposed: all.last { !$0.isOfficial }?.record)
        }
      }
    }
  }

  /// The learner that is asked for: by key, login or name.
  public func entry(_ asked: String, lab: String) throws(GradingProblem) -> BookEntry {
    let all = try entries(of: lab)
    let word = asked.precomposedStringWithCanonicalMapping
    let exact = all.filter { [$0.student.key, $0.login, $0.student.name].contains(word) }
    if exact.count == 1 { return exact[0] }
    if let byKey = exact.first(where: { $0.student.key == word }) { return byKey }
    let near = exact.isEmpty ? all.filter { $0.student.name.localizedCaseInsensitiveContains(word) } : exact
    if near.count == 1 { return near[0] }
    throw .student(asked: asked, near: near.prefix(8).map { "\($0.student.key) (\($0.student.name))" })
  }

  /// What was found out under a key; nil where nothing is kept there.
  public func assessment(_ key: String) throws(GradingProblem) -> Assessment? {
    try doing {
      try pool.read { database in
        let row = try Row.fetchOne(database, sql: "SELECT assessment FROM evidence WHERE key = ?", arguments: [key])
        return try row.map { try PackedAssessment.assessment($0["assessment"]) }
      }
    }
  }

  /// What `body` makes of each assessment that some of `entries` has, by key: many hand in the same text, which is read once, and no more
  /// than a few assessments are in memory at a time.
  func ofEach<Value: Sendable>(
    _ entries: [BookEntry], _ body: @Sendable (String, Assessment) -> Value
  ) throws(GradingProblem) -> [String: Value] {
    let keys = Array(Set(entries.compactMap(\.evidence)))
    let results = Parallel.map(keys.count) { number in
      Result { () throws(GradingProblem) in try assessment(keys[number]).map { body(keys[number], $0) } }
    }
    var values: [String: Value] = [:]
    for (key, result) in zip(keys, results) { values[key] = try result.get() }
    return values
  }

  /// The newest assessment with the same numbers, and how long the judge took over it; nil where there is none.
  func assessment(onBasis basis: String) throws(GradingProblem) -> (assessment: Assessment, seconds: Double)? {
    try doing {
      try pool.read { database in
        let row = try Row.fetchOne(
          database, sql: "SELECT assessment, seconds FROM evidence WHERE basis = ? ORDER BY made DESC LIMIT 1",
          arguments: [basis])
        return try row.map {
          (try PackedAssessment.assessment($0["assessment"]), $0["seconds"])
        }
      }
    }
  }

  /// The texts of a lab as learners got them, one after the other: the newest of those that the book was graded by.
  func releases(of lab: String) throws(GradingProblem) -> [String] {
    try doing {
      try pool.read { database in
        try String.fetchAll(
          database, sql: "SELECT text FROM release WHERE lab = ? ORDER BY id DESC LIMIT 8", arguments: [lab])
      }
    }
  }

  /// How long the judge took over each assessment of a lab, by key.
  func judgingSeconds(lab: String) throws(GradingProblem) -> [String: Double] {
    try doing {
      try pool.read { database in
        let rows = try Row.fetchAll(
          database, sql: "SELECT key, seconds FROM evidence WHERE lab = ?", arguments: [lab])
        return Dictionary(rows.map { ($0["key"] as String, $0["seconds"] as Double) }) { first, _ in first }
      }
    }
  }

  /// The keys under which something is kept.
  func knownEvidence() throws(GradingProblem) -> Set<String> {
    try doing { try pool.read { Set(try String.fetchAll($0, sql: "SELECT key FROM evidence")) } }
  }

  /// The digests of all runs that some assessment speaks of: they stay in the store.
  func namedRuns() throws(GradingProblem) -> Set<String> {
    let rows = try doing { try pool.read { try String.fetchAll($0, sql: "SELECT runs FROM evidence") } }
    return Set(rows.flatMap { $0.split(separator: " ").map(String.init) })
  }

  /// The trainings that came to nothing.
  func failures() throws(GradingProblem) -> [String: KnownFailure] {
    try doing {
      try pool.read { database in
        let rows = try Row.fetchAll(database, sql: "SELECT run, failure FROM failure")
        return Dictionary(
          try rows.map { ($0["run"] as String, try BookCoding.value(KnownFailure.self, $0["failure"])) }
        ) { first, _ in first }
      }
    }
  }
}
