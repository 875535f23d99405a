public import Checking
internal import Foundation

/// What one report is worth by a scheme.
public struct Score: Codable, Sendable, Hashable {
  /// What one thing is worth here.
  public struct Item: Codable, Sendable, Hashable {
    /// Its name in the grade book.
    public let key: String
    /// What it could be worth.
    public let of: Double
    /// What it is worth by itself, or by a person's mark where there is one; nil where a person has yet to give it.
    public var points: Double?
    /// The verdict on it.
    public let verdict: Verdict
    /// What a person wrote about it; nil where nobody did.
    public var words: String?
  }

  /// The things in the order of the scheme.
  public internal(set) var items: [Item]

  /// What all of it is worth, without what a person has yet to give.
  public var earned: Double { items.reduce(0) { $0 + ($1.points ?? 0) } }
  /// What all of it could be worth.
  public var total: Double { items.reduce(0) { $0 + $1.of } }
  /// The things that a person has yet to mark.
  public var unmarked: [String] { items.filter { $0.points == nil }.map(\.key) }

  /// - Parameters:
  ///   - report: what was found out.
  ///   - scheme: what the lab is worth, thing by thing.
  public init(of report: LabReport, by scheme: GradingScheme) {
    let cells = Dictionary(report.cells.map { ($0.id, $0) }) { first, _ in first }
    items = scheme.items.map { item in
      let cell = cells[item.cell]
      let results = item.check.map { number in cell?.checks.filter { $0.check == number } ?? [] } ?? cell?.checks ?? []
      // A fault belongs to no check, and nothing is known then of those that it kept from being made.
      let isFaulty = cell?.checks.contains { $0.check == nil && $0.verdict == .error } ?? false
      let own: Verdict = results.isEmpty ? .notAttempted : Verdict(of: results.map(\.verdict))
      let verdict = isFaulty && !own.isRight ? .error : own
      if item.isManual {
        // Where nothing was written there is nothing to read.
        return Item(key: item.key, of: item.points, points: verdict.isRight ? nil : 0, verdict: verdict)
      }
      let isWhole = cell?.verdict.isRight ?? false
      let share = scheme.givesPartialCredit ? Self.share(of: results, item) : isWhole && verdict.isRight ? 1 : 0
      return Item(key: item.key, of: item.points, points: item.points * share, verdict: verdict)
    }
  }

  /// How much of a thing was reached: of a function the calls that were right, of several results those that passed.
  private static func share(of results: [CheckResult], _ item: GradingScheme.Item) -> Double {
    guard !results.isEmpty else { return 0 }
    if item.check == nil { return results.allSatisfy(\.verdict.isRight) ? 1 : 0 }
    let shares = results.map { result -> Double in
      if result.verdict.isRight { return 1 }
      guard result.verdict == .notYet, case .calls(_, let right)? = result.measured,
        case .calls(_, let all)? = result.expected, all > 0
      else { return 0 }
      return Double(min(right, all)) / Double(all)
    }
    return shares.reduce(0, +) / Double(shares.count)
  }
}
