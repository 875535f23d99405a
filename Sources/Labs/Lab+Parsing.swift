public import Diagnostics
internal import Messages

extension Lab {
  /// The most bytes that a lab may have.
  public static let longest = 4 << 20

  /// Reads a lab from its text.
  ///
  /// Names of exercises, experiments and questions are one family: no two of them are the same. An exercise or experiment may have
  /// several `check` cells, one after the other; they count as one list. Every mistake is reported, not only the first.
  /// - Parameters:
  ///   - text: the whole file; its lines may end as on any system, and it may begin with a byte order mark.
  ///   - file: the file as the reader knows it; stands in every diagnostic.
  /// - Returns: the lab, or nil where a diagnostic is an error; warnings leave it usable.
  public static func parse(text: String, file: String) -> (lab: Lab?, diagnostics: [Diagnostic]) {
    var parser = LabParser(text: text, file: file)
    let lab = parser.lab()
    return (lab, parser.findings.diagnostics)
  }
}
