/// What kind of content a form that is not read has.
public enum ForeignKind: Codable, Sendable, Hashable {
  /// One picture.
  case picture
  /// Many slices, or arrays of numbers.
  case volume
  /// Other files, packed.
  case archive
}

/// What is said of image files, sets of images and their store.
public enum DataPhrase: Phrase {
  /// A file or folder cannot be read; `reason` is the system's.
  case fileUnreadable(path: String, reason: String)
  /// A file or folder cannot be written; `reason` is the system's.
  case fileNotWritten(path: String, reason: String)
  /// Something else stands where a file was expected.
  case notAFile(path: String)
  /// A file has no bytes.
  case fileEmpty(path: String)
  /// A file is no PNG file.
  case notPNG(path: String)
  /// A file has a form that is known by name and not read.
  case formatNotRead(path: String, format: String, kind: ForeignKind)
  /// A sound file of a kind that is not read; `reason` is the library's.
  case kindUnsupported(path: String, reason: String)
  /// A PNG file is broken; `reason` is the PNG library's.
  case fileDamaged(path: String, reason: String)
  /// A file has more bytes than are read.
  case fileTooLarge(path: String, bytes: Int, limit: Int)
  /// An image has more pixels than are read.
  case imageTooLarge(path: String, width: Int, height: Int, sideLimit: Int, pixelLimit: Int)
  /// An image claims more pixels than its file can hold.
  case imageImplausible(path: String, width: Int, height: Int, bytes: Int)
  /// A name that no set can have.
  case setNameInvalid(name: String)
  /// There is no such set; `known` are there.
  case setUnknown(name: String, known: [String])
  /// A kept set's list of samples cannot be understood.
  case listUnreadable(name: String, path: String)
  /// A kept set's list of samples has another form than is read.
  case listOfOtherForm(name: String, path: String, found: String, expected: String)
  /// A kept set's list of samples contradicts itself.
  case listAltered(name: String, path: String)
  /// A kept set's pixels are gone.
  case pixelsMissing(name: String, path: String)
  /// A kept set's pixels are too few or too many bytes.
  case pixelsLength(name: String, path: String, expected: Int, found: Int)
  /// The pixels of one sample of a kept set were altered.
  case sampleAltered(name: String, path: String, sample: String, offset: Int)
  /// There is nothing at the path.
  case folderMissing(path: String)
  /// A file stands where a folder was expected.
  case notAFolder(path: String)
  /// A folder lacks a folder of one of the `expected` names.
  case subfolderMissing(path: String, expected: [String], found: [String])
  /// A folder has too many entries.
  case tooManyFiles(path: String, limit: Int)
  /// A folder holds no PNG image.
  case noImages(path: String)
  /// An image has no label.
  case noLabel(image: String, label: String)
  /// An image's label is there, and no PNG file.
  case labelOfOtherForm(image: String, label: String, found: String)
  /// Frames of a file have no label.
  case framesWithoutLabel(image: String, frames: Int, labels: Int, example: String)
  /// Images were turned as their files say.
  case imagesTurned(count: Int)
  /// A label has no image.
  case noImage(label: String, image: String)
  /// An image and its label have different sizes.
  case sizesDiffer(image: String, imageSize: String, label: String, labelSize: String)
  /// A file's name is no UTF-8 text.
  case nameNotText(folder: String, name: String)
  /// Two files of a folder have names that mean the same.
  case nameTwice(folder: String, name: String)
  /// Files cannot be imported.
  case badFiles(path: String, problems: [DataPhrase])
  /// Not one image could be imported.
  case nothingImported(path: String, problems: [DataPhrase])
  /// The images together have too many pixels.
  case tooManyPixels(path: String, limit: Int)
  /// A number is too small or too large.
  case numberOutOfRange(name: String, found: Int, lowest: Int, highest: Int)
  /// A set with too few images to divide.
  case tooFewImages(name: String, found: Int)
  /// A set with too few patients to divide by patient.
  case tooFewPatients(name: String, found: Int)
  /// Labels that have several values besides black.
  case labelsWithGreyLevels(count: Int)
  /// The files' names do not tell patients apart.
  case patientsUnknown
  /// Files that were not looked at.
  case filesIgnored(count: Int, first: String)
  /// Files that were left out, and why.
  case filesSkipped(problems: [DataPhrase])
  /// Neither the names in a folder nor a file's name tell a form that is known.
  case formatUnknown(path: String, found: [String]?)
  /// What is said of the meaning of labels.
  case labels(LabelPhrase)
  /// What is said of a file of records, or of the record of that number in it.
  case record(path: String, number: Int?, RecordPhrase)
  /// What is said of writing a set for other programs.
  case export(ExportPhrase)
  /// What is said of a DICOM file.
  case dicom(DICOMPhrase)
  /// What is said of contours, and of the images that they belong to.
  case contour(ContourPhrase)
  /// What is said of volumes.
  case nifti(NIfTIPhrase)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }

  /// The sets that can be made, by the names that labs call them.
  static let generated = ["cardiac", "knee"]

  /// How many problems of a list are told in full.
  private static let listed = 20

  /// One problem a line, the first of them in full.
  static func list(_ problems: [DataPhrase], in language: Language) -> String {
    let left = problems.count - listed
    let more =
      switch language {
      case .english: "… and \(left.grouped) more"
      case .korean: "… 그 밖에 \(left.grouped)개"
      }
    return (problems.prefix(listed).map { $0.text(in: language) } + (left > 0 ? [more] : []))
      .map { "\n  - " + $0 }.joined()
  }
}
