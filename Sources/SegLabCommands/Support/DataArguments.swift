public import ArgumentParser
public import Datasets
internal import Foundation
public import Imaging
internal import Messages
public import SegLab
internal import Workbench

extension SourceFormat: ExpressibleByArgument {}
extension ExportFormat: ExpressibleByArgument {}
extension ContourKind: ExpressibleByArgument {}
extension Contour.RasterRule: ExpressibleByArgument {}
extension DICOMFile.Scaling: ExpressibleByArgument {}
extension SplitRule: ExpressibleByArgument {}

extension LabelRule: ExpressibleByArgument {
  /// Reads a rule as it is typed, for example `threshold=100`.
  public init?(argument: String) { self.init(argument) }
}

extension PixelSize: ExpressibleByArgument {
  /// Reads a size as it is typed, `256x256`: 1 to 16,384 pixels on a side.
  public init?(argument: String) {
    let words = argument.lowercased().split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard words.count == 2, let width = words[0], let height = words[1] else { return nil }
    guard (1...PNGFile.sideLimit).contains(width), (1...PNGFile.sideLimit).contains(height) else { return nil }
    self.init(width: width, height: height)
  }
}

extension ArgumentHelp {
  /// Help in the environment's language.
  init(data phrase: DataHelpPhrase) { self.init(stringLiteral: phrase.text(in: .ofEnvironment)) }
}

extension Installation {
  /// The program that decodes DICOM files: it lies beside this one.
  static var decoder: String {
    URL(fileURLWithPath: Toolchain.runningProgram).deletingLastPathComponent()
      .appendingPathComponent(DICOMDecoder.programName).path
  }
}
