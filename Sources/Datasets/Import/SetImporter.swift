internal import Files
public import Imaging
internal import Messages

/// A form that data comes in.
public enum SourceFormat: String, Sendable, CaseIterable {
  /// Folders of images and of labels with equal names.
  case pairs
  /// Series of DICOM images, and contours as text.
  case sunnybrook
  /// Files of TensorFlow records.
  case tfrecord
  /// Volumes and their labels.
  case nifti
}

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
  /// What makes features of records; nil where records cannot be read.
  public var records: (any RecordCoding)?

  /// The usual way.
  public init() {}
}

/// Makes a set of images and labels that come in any of the known forms.
public struct SetImporter {
  /// The file or folder that holds them.
  public let path: String
  /// How they are imported.
  public let options: ImportOptions

  /// - Parameters:
  ///   - path: the file or folder that holds images and labels.
  ///   - options: how they are imported.
  public init(path: String, options: ImportOptions = ImportOptions()) {
    self.path = path
    self.options = options
  }

  /// Reads all images with their labels as one set; the same files give the same digest.
  ///
  /// - Parameters:
  ///   - name: what the set is called.
  ///   - progress: is told after each image how many are done, and of how many.
  /// - Returns: the set, and what a person should know of how it came about.
  /// - Throws: `DatasetError`; `.badFiles` names all that are bad, not only the first.
  public func read(
    as name: String, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(DatasetError) -> (set: ImageMaskSet, report: ImportReport) {
    let format: SourceFormat
    if let forced = options.format { format = forced } else { format = try detectedFormat() }
    let images = ImageFile(decoder: DICOMDecoder(program: options.decoder), scaling: options.scaling)
    var imported: ImportedSamples
    switch format {
    case .pairs: imported = try ImagePairs(folder: path, options: options, images: images).read(progress: progress)
    case .sunnybrook:
      imported = try SunnybrookSource(
        folder: path, kind: options.contour, rule: options.raster, size: options.size, images: images
      ).read(progress: progress)
    case .tfrecord:
      guard let records = options.records else { throw .recordsElsewhere }
      imported = try TFRecordSource(path: path, options: options, coding: records).read(progress: progress)
    case .nifti: imported = try NIfTISource(folder: path, options: options).read(progress: progress)
    }
    imported.leaveOutTwins(path: path)
    guard imported.problems.isEmpty || options.skipBad else {
      throw .badFiles(path: path, problems: imported.problems)
    }
    guard !imported.samples.isEmpty else { throw .nothingImported(path: path, reasons: imported.reasons) }
    let set = ImageMaskSet(
      name: name, classCount: imported.classCount, samples: imported.samples,
      origin: .imported(format: format.rawValue))
    return (set, ImportReport(format: format, of: imported))
  }

  /// The form of what is at the path: by the names of folders and files.
  ///
  /// - Throws: `DatasetError.unknownFormat` where it is none of those that are known.
  public func detectedFormat() throws(DatasetError) -> SourceFormat {
    let names: [String]
    do { names = try FolderListing(of: path).names } catch {
      guard case .notAFolder = error else { throw error }
      guard TFRecordSource.recognises(path) else {
        if let format = ForeignFormat(name: path) { throw .foreign(path: path, format) }
        throw .unknownFormat(path: path, found: nil)
      }
      return .tfrecord
    }
    if ImagePairs.recognises(names) {
      let images = try FolderListing(of: "\(path)/images").names
      return images.contains(where: NIfTISource.isVolume) && !images.contains(where: ImagePairs.isImage)
        ? .nifti : .pairs
    }
    if names.contains(where: TFRecordSource.recognises) { return .tfrecord }
    let tree = try FolderTree(of: path)
    if SunnybrookLayout.recognises(tree) { return .sunnybrook }
    if NIfTISource.recognizes(tree) { return .nifti }
    for file in tree.files {
      if let format = ForeignFormat(name: file), format != .jpeg { throw .foreign(path: file, format) }
    }
    throw .unknownFormat(path: path, found: names)
  }
}

extension ImportedSamples {
  /// Why there is nothing: what is wrong with files, and where nothing is, what is missing.
  fileprivate var reasons: [DataPhrase] { problems.isEmpty ? remarks : problems.map(\.phrase) }

  /// Of samples that are called alike only the first stays; the others are problems.
  fileprivate mutating func leaveOutTwins(path: String) {
    var seen: Set<String> = []
    samples.removeAll { sample in
      let isTwin = !seen.insert(sample.id).inserted
      if isTwin { problems.append(.nameTwice(folder: path, name: sample.id)) }
      return isTwin
    }
  }
}
