public import Foundation

/// Times as people write them.
public enum WrittenTime {
  /// The time that `text` says: `2026-11-30T23:59`, of this computer's time zone, with seconds or without, a space in the place of the
  /// `T`, or with a zone behind it: `Z`, `+09:00`.
  public static func date(_ text: String) -> Date? {
    guard
      let match = text.wholeMatch(
        of: /(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?(Z|[+-]\d{2}:?\d{2})?/)
    else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    if let zone = match.7 {
      let digits = zone.filter(\.isNumber)
      let minutes = (Int(digits.prefix(2)) ?? 0) * 60 + (Int(digits.dropFirst(2)) ?? 0)
      guard let found = TimeZone(secondsFromGMT: (zone.hasPrefix("-") ? -60 : 60) * minutes) else { return nil }
      calendar.timeZone = found
    }
    var parts = DateComponents()
    (parts.year, parts.month, parts.day) = (Int(match.1), Int(match.2), Int(match.3))
    // A day without a time of day ends with it.
    (parts.hour, parts.minute) = (match.4.flatMap { Int($0) } ?? 23, match.5.flatMap { Int($0) } ?? 59)
    parts.second = match.6.flatMap { Int($0) } ?? 0
    guard parts.isValidDate(in: calendar) else { return nil }
    return calendar.date(from: parts)
  }
}
