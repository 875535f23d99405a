public import Checking
internal import Files
internal import Foundation
public import Labs

/// A report with the lab that it is about, as a file: all that is needed to show it again, in any language, without running anything.
public struct ReportFile: Codable {
  /// Names and versions this form of file.
  public static let currentSchema = "seglab/report-file/v1"
  /// The most bytes of a file that is read.
  private static let limit = 256 << 20

  private(set) var schema = ReportFile.currentSchema
  /// The lab's file, as the reader knows it.
  public let file: String
  /// The lab's text as it was judged.
  public let text: String
  /// What was found out.
  public let report: LabReport

  /// - Parameters:
  ///   - lab: the lab.
  ///   - report: what was found out about it.
  public init(lab: Lab, report: LabReport) {
    (file, text) = (lab.file, lab.text)
    self.report = report
  }

  /// Reads a file.
  ///
  /// - Throws: `CourseProblem` where there is no such report, or one of another version.
  public init(path: String) throws(CourseProblem) {
    let bytes: [UInt8]
    do { bytes = try FileBytes.read(path, limit: Self.limit) } catch {
      throw .reportNotReadable(path: path, reason: error.systemReason ?? "")
    }
    guard let found = try? JSONDecoder.ofReports.decode(ReportFile.self, from: Data(bytes)),
      found.schema == Self.currentSchema,
      found.report.schema == LabReport.currentSchema
    else { throw .notAReport(path: path) }
    self = found
  }

  /// The lab, read again from its text.
  ///
  /// - Throws: `CourseProblem` where the text is no lab any more.
  public func lab() throws(CourseProblem) -> Lab {
    guard let lab = Lab.parse(text: text, file: file).lab else {
      throw .notAReport(path: file)
    }
    return lab
  }

  /// Writes the file.
  ///
  /// - Throws: `CourseProblem` where the disk refuses.
  public func write(to path: String) throws(CourseProblem) {
    let encoder = JSONEncoder.ofReports
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do { try AtomicFile.write(try encoder.encode(self), to: path) } catch {
      throw .notWritten(path: path, reason: reason(of: error))
    }
  }
}
