public import Diagnostics

extension Lab {
  /// Reads a lab from its file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - file: the file as the reader knows it; the path itself where it is nil.
  /// - Returns: as ``parse(text:file:)``.
  /// - Throws: `LabFileError` where the file is missing, no file, unreadable, too large, or not UTF-8.
  public static func read(
    _ path: String, as file: String? = nil
  ) throws(LabFileError) -> (lab: Lab?, diagnostics: [Diagnostic]) {
    parse(text: try TextFile.read(path), file: file ?? path)
  }
}
