public import Imaging

/// How a set is imported; what is nil is found out or left as it is.
public struct ImportOptions: Sendable {
  /// The form of the data.
  public var format: SourceFormat?
  /// The size that images and labels are brought to.
  public var size: PixelSize?
  /// What the pixels of a label mean; by default whatever is not black is class 1, and in records each value is a class.
  public var labels: LabelRule?
  /// Whether what cannot be imported is left out; otherwise one bad file fails the import.
  public var skipBad = false
  /// Which contours become masks.
  public var contour = ContourKind.endo
  /// Which pixels a contour holds.
  public var raster = Contour.RasterRule.course
  /// Which values of a DICOM image become black and white.
  public var scaling = DICOMFile.Scaling.range
  /// The program that decodes DICOM files.
  public var decoder = DICOMDecoder.programName

  /// The usual way.
  public init() {}
}
