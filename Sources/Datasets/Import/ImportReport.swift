public import Imaging
public import Messages

/// What an import did, besides the set itself.
public struct ImportReport: Equatable, Sendable {
  /// The form that the data came in.
  public let format: SourceFormat
  /// What was left out, and why; empty unless problems were to be skipped.
  public let skipped: [ImportProblem]
  /// Files that were not looked at, because their names are not those of images.
  public let ignored: [String]
  /// How many labels have several values besides black, all of which became class 1.
  public let labelsWithGreyLevels: Int
  /// How many images were turned as their files say that they are to be shown.
  public let turnedImages: Int
  /// Whether not one label holds anything but background.
  public let allLabelsEmpty: Bool
  /// Whether the names do not tell the patients, so that each image counts as a patient of its own.
  public let patientsUnknown: Bool
  private let remarks: [DataPhrase]

  /// What is to be told of `imported`, which came in the form `format`.
  init(format: SourceFormat, of imported: ImportedSamples) {
    self.format = format
    skipped = imported.problems
    ignored = imported.ignored
    labelsWithGreyLevels = imported.labelsWithGreyLevels
    turnedImages = imported.turnedImages
    allLabelsEmpty = imported.samples.allSatisfy { sample in sample.label.classes.allSatisfy { $0 == 0 } }
    patientsUnknown = imported.samples.count > 1 && imported.samples.allSatisfy { $0.patient == $0.id }
    remarks = imported.remarks
  }

  /// What the person who imports should know, in order: the rule for labels first.
  public var notes: [DataPhrase] {
    var notes = remarks
    if allLabelsEmpty { notes.append(.labels(.allEmpty)) }
    if turnedImages > 0 { notes.append(.imagesTurned(count: turnedImages)) }
    if labelsWithGreyLevels > 0 { notes.append(.labelsWithGreyLevels(count: labelsWithGreyLevels)) }
    if patientsUnknown { notes.append(.patientsUnknown) }
    if !ignored.isEmpty { notes.append(.filesIgnored(count: ignored.count, first: ignored[0])) }
    if !skipped.isEmpty { notes.append(.filesSkipped(problems: skipped.map(\.phrase))) }
    return notes
  }
}

/// Why one image of a folder cannot be imported.
public enum ImportProblem: Error, Equatable, Sendable {
  /// The image `image` has no label: there is no `label`.
  case noLabel(image: String, label: String)
  /// The label of the image `image` is no PNG file, as it should be, but `found`.
  case labelOfOtherForm(image: String, label: String, found: String)
  /// The label `label` has no image: there is no `image`.
  case noImage(label: String, image: String)
  /// A file cannot be read.
  case badFile(ImagingError)
  /// Image and label have different sizes.
  case sizesDiffer(image: String, imageSize: PixelSize, label: String, labelSize: PixelSize)
  /// A file's name is no UTF-8 text; `name` shows it as well as can be.
  case nameNotText(folder: String, name: String)
  /// Two files of one folder differ in letters that are written alike, or only in the case of `.png`.
  case nameTwice(folder: String, name: String)
  /// A contour leaves its image.
  case contourOutside(contour: String, image: String, size: PixelSize)
  /// Two contours of one kind belong to one image.
  case contourTwice(contour: String, other: String)
  /// A pixel of a label has a value that stands for no class.
  case labelValue(label: String, found: Int, expected: [Int])
  /// A volume cannot be read, or does not fit its label.
  case volume(NIfTIPhrase)
  /// A record cannot be read as an image with its label.
  case badRecord(path: String, number: Int, RecordProblem)

  /// What is wrong, and what to try first.
  public var phrase: DataPhrase {
    switch self {
    case .noLabel(let image, let label): .noLabel(image: image, label: label)
    case .labelOfOtherForm(let image, let label, let found):
      .labelOfOtherForm(image: image, label: label, found: found)
    case .noImage(let label, let image): .noImage(label: label, image: image)
    case .badFile(let error): error.phrase
    case .sizesDiffer(let image, let imageSize, let label, let labelSize):
      .sizesDiffer(
        image: image, imageSize: imageSize.description, label: label, labelSize: labelSize.description)
    case .nameNotText(let folder, let name): .nameNotText(folder: folder, name: name)
    case .nameTwice(let folder, let name): .nameTwice(folder: folder, name: name)
    case .contourOutside(let contour, let image, let size):
      .contour(.outside(path: contour, image: image, size: size.description))
    case .contourTwice(let contour, let other): .contour(.twice(path: contour, other: other))
    case .labelValue(let label, let found, let expected):
      .labels(.valueUnknown(path: label, found: found, expected: expected))
    case .volume(let phrase): .nifti(phrase)
    case .badRecord(let path, let number, let problem): .record(path: path, number: number, problem.phrase)
    }
  }
}
