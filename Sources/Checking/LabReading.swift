public import Diagnostics
public import Labs

// Labs are read without knowing which checks there are; here they are read with all of them.

extension Lab {
  /// Reads a lab from its text; as `parse(text:file:checks:)`, with all checks that there are.
  public static func parse(text: String, file: String) -> (lab: Lab?, diagnostics: [Diagnostic]) {
    parse(text: text, file: file, checks: .all)
  }

  /// Reads a lab from its file; as `read(_:as:checks:)`, with all checks that there are.
  public static func read(
    _ path: String, as file: String? = nil
  ) throws(LabFileError) -> (lab: Lab?, diagnostics: [Diagnostic]) {
    try read(path, as: file, checks: .all)
  }
}

extension Solution {
  /// Reads a solution from its text; as `parse(text:file:checks:)`, with all checks that there are.
  public static func parse(text: String, file: String) -> (solution: Solution?, diagnostics: [Diagnostic]) {
    parse(text: text, file: file, checks: .all)
  }

  /// Reads a solution from its file; as `read(_:as:checks:)`, with all checks that there are.
  public static func read(
    _ path: String, as file: String? = nil
  ) throws(LabFileError) -> (solution: Solution?, diagnostics: [Diagnostic]) {
    try read(path, as: file, checks: .all)
  }
}

extension LabMaster {
  /// Reads a master; as `parse(text:file:checks:)`, with all checks that there are.
  public static func parse(text: String, file: String) -> (master: LabMaster?, diagnostics: [Diagnostic]) {
    parse(text: text, file: file, checks: .all)
  }
}

extension Course {
  /// Reads every lab of a folder; as `read(_:checks:)`, with all checks that there are.
  public static func read(_ folder: String) throws(CourseError) -> Course {
    try read(folder, checks: .all)
  }

  /// Reads one lab of a course; as `entry(at:checks:)`, with all checks that there are.
  public static func entry(at path: String) -> Entry { entry(at: path, checks: .all) }
}
