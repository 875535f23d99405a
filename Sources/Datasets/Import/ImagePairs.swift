internal import Imaging
internal import Messages

/// A folder of images and labels: `images/NAME.png` (or .jpg, .dcm) and `labels/NAME.png` (or `masks/NAME.png`).
struct ImagePairs {
  /// The folder that holds both.
  let folder: String
  let options: ImportOptions
  let images: ImageFile
  private static let labelFolderNames = ["labels", "masks"]

  /// Whether a folder that holds these names is one of this form.
  static func recognises(_ names: [String]) -> Bool {
    names.contains("images") && labelFolderNames.contains(where: names.contains)
  }

  /// Reads all pairs of equal names; the order in which the file system lists them does not matter.
  ///
  /// Files that are no images by their names, hidden files and deeper folders are left alone.
  /// - Parameter progress: is told after each pair how many are done, and of how many.
  /// - Returns: the samples, and what is to be told of them.
  /// - Throws: `DatasetError` where folders cannot be read, or hold no images.
  func read(progress: (_ done: Int, _ total: Int) -> Void) throws(DatasetError) -> ImportedSamples {
    let (imageFolder, labelFolder) = try folders()
    var imported = ImportedSamples()
    let imageFiles = try files(in: imageFolder, endings: ImageFile.endings, into: &imported)
    let labelFiles = try files(in: labelFolder, endings: ["png"], into: &imported)
    guard !imageFiles.isEmpty else { throw .noImages(path: imageFolder) }
    for (id, label) in labelFiles.sorted(by: { $0.key < $1.key }) where imageFiles[id] == nil {
      imported.problems.append(.noImage(label: "\(labelFolder)/\(label)", image: "\(imageFolder)/\(id).png"))
    }
    let rule = options.labels ?? .any
    imported.remarks.append(.labels(rule.phrase))
    var (pending, greyLevels, done) = ([PendingSample](), 0, 0)
    for (id, file) in imageFiles.sorted(by: { $0.key < $1.key }) {
      let image = "\(imageFolder)/\(file)"
      if let label = labelFiles[id] {
        switch pair(id: id, image: image, label: "\(labelFolder)/\(label)", rule: rule) {
        case .success(let sample):
          imported.count(sample.image)
          if sample.label.hasGreyLevels { greyLevels += 1 }
          pending.append(sample)
        case .failure(let failure): imported.problems += failure.problems
        }
        try imported.check(path: folder)
      } else {
        imported.problems.append(.noLabel(image: image, label: "\(labelFolder)/\(id).png"))
      }
      done += 1
      progress(done, imageFiles.count)
    }
    try imported.classify(pending, by: rule, path: folder)
    imported.labelsWithGreyLevels = greyLevels
    return imported
  }

  /// The folders of images and of labels.
  private func folders() throws(DatasetError) -> (images: String, labels: String) {
    let found = try FolderListing(of: folder).names
    guard found.contains("images") else {
      throw .subfolderMissing(path: folder, expected: ["images"], found: found)
    }
    guard let labels = Self.labelFolderNames.first(where: found.contains) else {
      throw .subfolderMissing(path: folder, expected: Self.labelFolderNames, found: found)
    }
    return ("\(folder)/images", "\(folder)/\(labels)")
  }

  /// The files in `folder` whose names end so, by their names without the ending.
  private func files(
    in folder: String, endings: Set<String>, into imported: inout ImportedSamples
  ) throws(DatasetError) -> [String: String] {
    let listing = try FolderListing(of: folder)
    var files: [String: String] = [:]
    for name in listing.names {
      guard let point = name.lastIndex(of: "."), point > name.startIndex,
        endings.contains(name[name.index(after: point)...].lowercased())
      else {
        imported.ignored.append("\(folder)/\(name)")
        continue
      }
      let id = String(name[..<point])
      if files[id] == nil {
        files[id] = name
      } else {
        imported.problems.append(.nameTwice(folder: folder, name: name))
      }
    }
    imported.problems += listing.broken.map { .nameNotText(folder: folder, name: $0) }
    return files
  }

  private struct Failure: Error {
    let problems: [ImportProblem]
  }

  /// One image with its label, or what is wrong with either.
  private func pair(id: String, image: String, label: String, rule: LabelRule) -> Result<PendingSample, Failure> {
    var problems: [ImportProblem] = []
    var grey: GreyImage?
    var values: LabelValues?
    do { grey = try images.image(at: image) } catch { problems.append(.badFile(error)) }
    do { values = try PNGFile.label(at: label, by: rule) } catch { problems.append(.badFile(error)) }
    guard let grey, let values else { return .failure(Failure(problems: problems)) }
    do throws(ImportProblem) {
      return .success(
        try PendingSample(
          id: id, patient: PatientName.of(id), image: grey, label: values, size: options.size, imageSource: image,
          labelSource: label))
    } catch {
      return .failure(Failure(problems: [error]))
    }
  }
}

/// Whose image a file holds, by the file's name.
enum PatientName {
  /// The part of `id` that names the patient.
  ///
  /// Image files of a study are called after the patient and then the image, as in `SC-HF-I-01-IM-0001-0048.dcm` or
  /// `patient007_frame01`. So it is what stands before `-IM-`, or else before the first `_` where a digit is in it;
  /// where neither is there, every image counts as a patient of its own.
  static func of(_ id: String) -> String {
    let bytes = Array(id.utf8)
    let mark = Array("-IM-".utf8)
    if bytes.count > mark.count {
      for start in 1..<(bytes.count - mark.count + 1) where bytes[start..<start + mark.count].elementsEqual(mark) {
        return String(decoding: bytes[..<start], as: UTF8.self)
      }
    }
    if let end = bytes.firstIndex(of: UInt8(ascii: "_")) {
      let start = bytes[..<end]
      let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
      if start.contains(where: digits.contains) { return String(decoding: start, as: UTF8.self) }
    }
    return id
  }
}
