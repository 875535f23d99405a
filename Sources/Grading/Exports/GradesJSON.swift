internal import Foundation

/// The grades of a lab as JSON, for other programs.
public struct GradesJSON {
  /// The whole text.
  public let text: String

  private struct Document: Encodable {
    let schema = "seglab/grades/v1"
    let lab: String
    let title: String
    let of: Double
    let students: [Row]
  }

  private struct Row: Encodable {
    let id: String
    let name: String
    let login: String
    let state: BookEntry.State
    let file: String?
    let handed_in: Date?
    let points: Double?
    let of: Double
    let late: LatePenalty?
    let items: [Score.Item]
    let override: Grade.Decision?
    let excused: String?
    let proposed: Change?
    let history: [Past]?
  }

  private struct Change: Encodable {
    let points: Double?
    let why: GradeReason
    let changes: [GradeChange]
  }

  private struct Past: Encodable {
    let points: Double?
    let why: GradeReason
    let made: Date
    let engine: String
    let evidence: String?
  }

  /// - Parameters:
  ///   - lab: the lab.
  ///   - entries: the learners.
  ///   - withHistory: whether every grade that was official is told.
  /// - Throws: `EncodingError` for a number that JSON has no word for.
  public init(_ lab: BookLab, _ entries: [BookEntry], withHistory: Bool = false) throws {
    let rows = entries.map { entry in
      Row(
        id: entry.student.key, name: entry.student.name, login: entry.login, state: entry.state, file: entry.file,
        handed_in: entry.handedIn, points: entry.grade?.points, of: entry.grade?.total ?? lab.scheme.total,
        late: entry.grade?.late, items: entry.grade?.score.items ?? [], override: entry.grade?.override,
        excused: entry.grade?.excused,
        proposed: entry.proposed.map { Change(points: $0.grade.points, why: $0.why, changes: entry.changes) },
        history: withHistory
          ? entry.official.map {
            Past(points: $0.grade.points, why: $0.why, made: $0.made, engine: $0.engine, evidence: $0.evidence)
          } : nil)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    encoder.dateEncodingStrategy = .iso8601
    let document = Document(lab: lab.id, title: lab.title, of: lab.scheme.total, students: rows)
    text = String(decoding: try encoder.encode(document), as: UTF8.self)
  }
}
