internal import Checking
internal import Files
internal import Foundation
internal import Labs
internal import Messages

/// A report with the lab that it is about, as a file: all that is needed to show it again, in any language, without running anything.
struct ReportFile: Codable {
  /// Names and versions this form of file.
  static let currentSchema = "seglab/report-file/v1"
  /// The most bytes of a file that is read.
  private static let limit = 256 << 20

  private(set) var schema = ReportFile.currentSchema
  /// The lab's file, as the reader knows it.
  let file: String
  /// The lab's text as it was judged.
  let text: String
  /// What was found out.
  let report: LabReport

  /// - Parameters:
  ///   - lab: the lab.
  ///   - report: what was found out about it.
  init(lab: Lab, report: LabReport) {
    (file, text) = (lab.file, lab.text)
    self.report = report
  }

  /// Reads a file.
  ///
  /// - Throws: `Failure` where there is no such report, or one of another version.
  init(path: String) throws {
    let bytes: [UInt8]
    do { bytes = try FileBytes.read(path, limit: Self.limit) } catch {
      throw Failure(.badFile, ReportPhrase.notReadable(path: path, reason: error.systemReason ?? ""))
    }
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    guard let found = try? decoder.decode(ReportFile.self, from: Data(bytes)), found.schema == Self.currentSchema,
      found.report.schema == LabReport.currentSchema
    else { throw Failure(.badFile, ReportPhrase.notAReport(path: path, schema: Self.currentSchema)) }
    self = found
  }

  /// The lab, read again from its text.
  ///
  /// - Throws: `Failure` where the text is no lab any more.
  func lab() throws -> Lab {
    guard let lab = Lab.parse(text: text, file: file).lab else {
      throw Failure(.badFile, ReportPhrase.notAReport(path: file, schema: Self.currentSchema))
    }
    return lab
  }

  /// Writes the file.
  ///
  /// - Throws: `Failure` where the disk refuses.
  func write(to path: String, console: Console) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    do { try AtomicFile.write(try encoder.encode(self), to: path) } catch {
      throw Failure(.internalFault, CommandPhrase.notWritten(path: path, reason: reason(of: error)))
    }
    console.mention(ReportPhrase.written(path: path))
  }
}
