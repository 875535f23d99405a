public import Foundation

/// What being late costs.
public struct LatePolicy: Codable, Sendable, Hashable {
  /// When work is due; nil where it never is.
  public var due: Date?
  /// How many minutes late are none.
  public var graceMinutes: Double
  /// How many per cent of what was earned each begun day costs.
  public var percentPerDay: Double
  /// The most per cent that it can cost.
  public var mostPercent: Double

  /// - Parameters: the parts, as documented on each property.
  public init(due: Date? = nil, graceMinutes: Double = 5, percentPerDay: Double = 10, mostPercent: Double = 100) {
    self.due = due
    self.graceMinutes = graceMinutes
    self.percentPerDay = percentPerDay
    self.mostPercent = mostPercent
  }

  /// What handing in at `time` costs.
  ///
  /// - Parameters:
  ///   - time: when it was handed in; nil where nobody knows, which costs nothing.
  ///   - extensionDays: by how many days the learner may be later than others.
  /// - Returns: the begun days and the per cent; nil where it was in time.
  public func penalty(at time: Date?, extensionDays: Double = 0) -> LatePenalty? {
    guard let due, let time else { return nil }
    let minutes = (time.timeIntervalSince(due) / 60) - extensionDays * 24 * 60
    guard minutes.isFinite, minutes > graceMinutes else { return nil }
    let days = min(10_000, (minutes / (24 * 60)).rounded(.up))
    return LatePenalty(days: Int(max(1, days)), percent: min(mostPercent, percentPerDay * max(1, days)))
  }
}

/// What being late cost.
public struct LatePenalty: Codable, Sendable, Hashable {
  /// The days that had begun.
  public let days: Int
  /// The per cent of what was earned.
  public let percent: Double
}
