/// A language that SegLab speaks with its users.
///
/// Adding a case makes the compiler name every phrase that still needs its words.
public enum Language: String, Sendable, CaseIterable, Codable {
  /// English.
  case english = "en"
  /// Korean.
  case korean = "ko"

  /// The language that a POSIX locale name asks for; English where it asks for none that SegLab speaks.
  ///
  /// - Parameter locale: as in `LANG`, for example `ko_KR.UTF-8`.
  public init(locale: String) {
    self = locale.hasPrefix("ko") ? .korean : .english
  }
}
