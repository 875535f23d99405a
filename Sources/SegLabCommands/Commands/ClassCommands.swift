internal import ArgumentParser
internal import Messages

/// A command for a class, which the program `seglab-class` does.
protocol ClassCompanion: NamedCompanion {}

extension ClassCompanion {
  static var program: String { "seglab-class" }
  static var group: [String] { [] }
}

/// `seglab release`.
struct ReleaseCompanion: ClassCompanion {
  static let name = "release"
  static let help = ClassHelpPhrase.release
  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

/// `seglab grade`.
struct GradeCompanion: ClassCompanion {
  static let name = "grade"
  static let help = ClassHelpPhrase.grade
  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

/// `seglab grades`.
struct GradesCompanion: ClassCompanion {
  static let name = "grades"
  static let help = ClassHelpPhrase.grades
  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

/// `seglab export gradescope`.
struct GradescopeCompanion: ClassCompanion {
  static let name = "gradescope"
  static let group = ["export"]
  static let help = ClassHelpPhrase.gradescope
  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}
