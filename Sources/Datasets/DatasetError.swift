public import Imaging
public import Messages
public import SegLab

/// Why a set could not be imported, kept, found or divided.
public enum DatasetError: Error, Equatable, Sendable {
  /// A set cannot be called `name`.
  case invalidName(String)
  /// There is no set of this name; `known` are there.
  case unknownSet(name: String, known: [String])
  /// The kept set `name` is broken.
  case damagedSet(name: String, damage: StoreDamage)
  /// The file or folder at `path` cannot be read, for the system's `reason`.
  case unreadable(path: String, reason: String)
  /// The file or folder at `path` cannot be written, for the system's `reason`.
  case notWritten(path: String, reason: String)
  /// There is nothing at `path`.
  case noSuchFolder(path: String)
  /// There is a file at `path` where a folder was expected.
  case notAFolder(path: String)
  /// The folder at `path` holds no folder of one of the `expected` names, but those that were `found`.
  case subfolderMissing(path: String, expected: [String], found: [String])
  /// The folder at `path` has more than `limit` entries.
  case tooManyFiles(path: String, limit: Int)
  /// The folder at `path` holds no PNG image.
  case noImages(path: String)
  /// Files below `path` cannot be imported, for these reasons.
  case badFiles(path: String, problems: [ImportProblem])
  /// Not one of the images below `path` could be imported.
  case nothingImported(path: String, reasons: [DataPhrase])
  /// The images together have more pixels than a set may have.
  case tooManyPixels(path: String, limit: Int)
  /// The number called `name` is not one of those `allowed`.
  case numberOutOfRange(name: String, found: Int, allowed: ClosedRange<Int>)
  /// A set of `found` images, or patients, cannot be divided.
  case cannotSplit(name: String, rule: Split.Rule, found: Int)
  /// The folder at `path`, which holds `found`, is of no form that is known; nor is the file, where that is nil.
  case unknownFormat(path: String, found: [String]?)
  /// The file at `path` is of a form that is known, and not read here.
  case foreign(path: String, ForeignFormat)
  /// There are no contours of the kind that was asked for below `path`.
  case noContours(path: String, kind: String, found: [String])
  /// The labels below `path` have more values than there can be classes.
  case tooManyLabelValues(path: String, found: Int, limit: Int)
  /// Labels are coloured, the one at `path` first, where grey values were to tell classes apart.
  case labelsColoured(path: String, colours: [String], limit: Int)
  /// The program that decodes DICOM files cannot be started.
  case decoderMissing(program: String, reason: String)
  /// The labels of records have no colours to be told apart by.
  case coloursInRecords(path: String)
  /// The folder at `path`, which was to be written to, is not empty.
  case folderNotEmpty(path: String, found: [String])
  /// The set `name` has images of several sizes, and more than an archive can hold.
  case tooManyForNPZ(name: String, found: Int, limit: Int)
  /// Files of records are read and written by another program than this one.
  case recordsElsewhere
  /// A file of records is damaged.
  case records(path: String, RecordProblem)

  /// What is wrong, and what to try first.
  public var phrase: DataPhrase {
    switch self {
    case .invalidName(let name): .setNameInvalid(name: name)
    case .unknownSet(let name, let known): .setUnknown(name: name, known: known)
    case .damagedSet(let name, let damage): damage.phrase(name: name)
    case .unreadable(let path, let reason): .fileUnreadable(path: path, reason: reason)
    case .notWritten(let path, let reason): .fileNotWritten(path: path, reason: reason)
    case .noSuchFolder(let path): .folderMissing(path: path)
    case .notAFolder(let path): .notAFolder(path: path)
    case .subfolderMissing(let path, let expected, let found):
      .subfolderMissing(path: path, expected: expected, found: found)
    case .tooManyFiles(let path, let limit): .tooManyFiles(path: path, limit: limit)
    case .noImages(let path): .noImages(path: path)
    case .badFiles(let path, let problems): .badFiles(path: path, problems: problems.map(\.phrase))
    case .nothingImported(let path, let reasons): .nothingImported(path: path, problems: reasons)
    case .tooManyPixels(let path, let limit): .tooManyPixels(path: path, limit: limit)
    case .numberOutOfRange(let name, let found, let allowed):
      .numberOutOfRange(name: name, found: found, lowest: allowed.lowerBound, highest: allowed.upperBound)
    case .unknownFormat(let path, let found): .formatUnknown(path: path, found: found)
    case .foreign(let path, let format): format.phrase(path: path)
    case .labelsColoured(let path, let colours, let limit):
      .labels(.coloured(path: path, colours: colours, limit: limit))
    case .noContours(let path, let kind, let found): .contour(.none(path: path, kind: kind, found: found))
    case .tooManyLabelValues(let path, let found, let limit):
      .labels(.tooManyValues(path: path, found: found, limit: limit))
    case .decoderMissing(let program, let reason): .dicom(.decoderMissing(program: program, reason: reason))
    case .coloursInRecords(let path): .labels(.coloursInRecords(path: path))
    case .folderNotEmpty(let path, let found): .export(.folderNotEmpty(path: path, found: found))
    case .tooManyForNPZ(let name, let found, let limit):
      .export(.tooManyForNPZ(name: name, found: found, limit: limit))
    case .recordsElsewhere: .export(.recordsElsewhere)
    case .records(let path, let problem): .record(path: path, number: nil, problem.phrase)
    case .cannotSplit(let name, let rule, let found):
      rule == .image ? .tooFewImages(name: name, found: found) : .tooFewPatients(name: name, found: found)
    }
  }
}

/// What is broken in a kept set.
public enum StoreDamage: Equatable, Sendable {
  /// The list of samples at `path` cannot be understood.
  case listUnreadable(path: String)
  /// The list of samples at `path` is of another form than this program reads.
  case otherForm(path: String, found: String, expected: String)
  /// The list of samples at `path` contradicts itself.
  case listAltered(path: String)
  /// The file of pixels at `path` is not there.
  case pixelsMissing(path: String)
  /// The file of pixels at `path` does not have as many bytes as the samples need.
  case pixelsLength(path: String, expected: Int, found: Int)
  /// The pixels of `sample`, from byte `offset` on of the file at `path`, are not those that were kept.
  case sampleAltered(path: String, sample: String, offset: Int)

  /// What is wrong with the set `name`, and what to try first.
  func phrase(name: String) -> DataPhrase {
    switch self {
    case .listUnreadable(let path): .listUnreadable(name: name, path: path)
    case .otherForm(let path, let found, let expected):
      .listOfOtherForm(name: name, path: path, found: found, expected: expected)
    case .listAltered(let path): .listAltered(name: name, path: path)
    case .pixelsMissing(let path): .pixelsMissing(name: name, path: path)
    case .pixelsLength(let path, let expected, let found):
      .pixelsLength(name: name, path: path, expected: expected, found: found)
    case .sampleAltered(let path, let sample, let offset):
      .sampleAltered(name: name, path: path, sample: sample, offset: offset)
    }
  }
}
