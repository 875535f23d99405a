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

  /// Whether a file of this name is an image that is read.
  static func isImage(_ name: String) -> Bool {
    name.split(separator: ".").dropFirst().last.map { ImageFile.endings.contains($0.lowercased()) } ?? false
  }

  /// Reads all pairs of equal names; the order in which the file system lists them does not matter.
  ///
  /// The images of a file of several frames are called after it and their number, from 1, and have labels of such names. Files that are
  /// no images by their names, hidden files and deeper folders are left alone; pictures of a form that is not read are problems.
  /// - Parameter progress: is told after each pair how many are done, and of how many.
  /// - Returns: the samples, and what is to be told of them.
  /// - Throws: `DatasetError` where folders cannot be read, or hold no images.
  func read(progress: (_ done: Int, _ total: Int) -> Void) throws(DatasetError) -> ImportedSamples {
    let (imageFolder, labelFolder) = try folders()
    var imported = ImportedSamples()
    let imageFiles = try files(in: imageFolder, endings: ImageFile.endings, into: &imported)
    refuseForeign(imageFiles, in: imageFolder, of: &imported)
    let foreign = imported.problems
    let labelFiles = FrameLabels(files: try files(in: labelFolder, endings: ["png"], into: &imported))
    guard !imageFiles.isEmpty || !foreign.isEmpty else { throw .noImages(path: imageFolder) }
    for (id, label) in labelFiles.files.sorted(by: { $0.key < $1.key }) {
      guard imageFiles[id] == nil, !labelFiles.isOfFrame(id, of: imageFiles), !isNamed(id, in: foreign) else {
        continue
      }
      imported.problems.append(.noImage(label: "\(labelFolder)/\(label)", image: "\(imageFolder)/\(id).png"))
    }
    let rule = options.labels ?? .any
    imported.remarks.append(.labels(rule.phrase))
    var (pending, greyLevels, done) = ([PendingSample](), 0, 0)
    for (id, file) in imageFiles.sorted(by: { $0.key < $1.key }) {
      let image = "\(imageFolder)/\(file)"
      if labelFiles.has(id) {
        for result in pairs(id: id, image: image, labels: labelFiles, in: labelFolder, rule: rule, &imported) {
          switch result {
          case .success(let sample):
            imported.count(sample.image)
            if sample.label.hasGreyLevels { greyLevels += 1 }
            pending.append(sample)
          case .failure(let failure): imported.problems += failure.problems
          }
        }
        try imported.check(path: folder)
      } else {
        imported.problems.append(labelMissing(id: id, image: image, in: labelFolder, imported))
      }
      done += 1
      progress(done, imageFiles.count)
    }
    try imported.classify(pending, by: rule, path: folder)
    imported.labelsWithGreyLevels = greyLevels
    return imported
  }

  /// Notes pictures of a form that is not read, but for those beside which the same is in one that is.
  private func refuseForeign(_ files: [String: String], in folder: String, of imported: inout ImportedSamples) {
    for path in imported.ignored.filter({ $0.hasPrefix(folder + "/") }) {
      guard let format = ForeignFormat(name: path) else { continue }
      imported.ignored.removeAll { $0 == path }
      if files[Self.stem(of: path)] == nil { imported.problems.append(.badFile(.foreign(path: path, format))) }
    }
  }

  /// Whether one of the problems is about an image of this name.
  private func isNamed(_ id: String, in problems: [ImportProblem]) -> Bool {
    problems.contains { problem in
      guard case .badFile(let error) = problem else { return false }
      return Self.stem(of: error.path) == id
    }
  }

  /// That an image has no label, or one that is no PNG file.
  private func labelMissing(id: String, image: String, in folder: String, _ imported: ImportedSamples) -> ImportProblem
  {
    let other = imported.ignored.first { $0.hasPrefix(folder + "/") && Self.stem(of: $0) == id }
    guard let other, let format = ForeignFormat(name: other) else {
      return .noLabel(image: image, label: "\(folder)/\(id).png")
    }
    return .labelOfOtherForm(image: image, label: other, found: format.rawValue)
  }

  /// A file's name without folders and ending.
  private static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? String(name)
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

  /// The images of a file with their labels, or what is wrong with either.
  private func pairs(
    id: String, image: String, labels: FrameLabels, in folder: String, rule: LabelRule,
    _ imported: inout ImportedSamples
  ) -> [Result<PendingSample, Failure>] {
    let frames: ImageFrames
    do { frames = try images.frames(at: image) } catch {
      var problems: [ImportProblem] = [.badFile(error)]
      // Both faults at once, so that nobody mends one and meets the next.
      if let label = labels.files[id] {
        do { _ = try PNGFile.label(at: "\(folder)/\(label)", by: rule) } catch { problems.append(.badFile(error)) }
      }
      return [.failure(Failure(problems: problems))]
    }
    if frames.isTurned { imported.turnedImages += 1 }
    guard frames.images.count > 1 else {
      guard let label = labels.files[id] else {
        return [.failure(Failure(problems: [.noLabel(image: image, label: "\(folder)/\(id).png")]))]
      }
      return [pair(id: id, patient: PatientName.of(id), frames.images[0], image, label: "\(folder)/\(label)", rule)]
    }
    var results: [Result<PendingSample, Failure>] = []
    for (index, frame) in frames.images.enumerated() {
      guard let label = labels.file(of: id, frame: index + 1) else { continue }
      let name = "\(id)-\(SunnybrookName.padded(index + 1))"
      results.append(pair(id: name, patient: PatientName.of(id), frame, image, label: "\(folder)/\(label)", rule))
    }
    if results.count < frames.images.count {
      imported.remarks.append(
        .framesWithoutLabel(
          image: image, frames: frames.images.count, labels: results.count,
          example: "\(folder)/\(id)-\(SunnybrookName.padded(2)).png"))
    }
    return results
  }

  /// One image with its label, or what is wrong with the label.
  private func pair(
    id: String, patient: String, _ image: GreyImage, _ imagePath: String, label: String, _ rule: LabelRule
  ) -> Result<PendingSample, Failure> {
    let values: LabelValues
    do { values = try PNGFile.label(at: label, by: rule) } catch {
      return .failure(Failure(problems: [.badFile(error)]))
    }
    do throws(ImportProblem) {
      return .success(
        try PendingSample(
          id: id, patient: patient, image: image, label: values, size: options.size, imageSource: imagePath,
          labelSource: label))
    } catch {
      return .failure(Failure(problems: [error]))
    }
  }
}

/// The label files of a folder, by their names without the ending; those of a file's frames are called after it and their number.
private struct FrameLabels {
  let files: [String: String]

  /// Whether there is a label for the file called `id`, or for one of its frames.
  func has(_ id: String) -> Bool {
    files[id] != nil || file(of: id, frame: 1) != nil || files.keys.contains { Self.owner(of: $0) == id }
  }

  /// Whether `label` is one of a frame of one of the images.
  func isOfFrame(_ label: String, of images: [String: String]) -> Bool {
    Self.owner(of: label).map { images[$0] != nil } ?? false
  }

  /// The label of a frame, by its number from 1; the first may be called as the file is.
  func file(of id: String, frame: Int) -> String? {
    let names = ["-", "_"].flatMap { ["\(id)\($0)\(SunnybrookName.padded(frame))", "\(id)\($0)\(frame)"] }
    return names.lazy.compactMap { files[$0] }.first ?? (frame == 1 ? files[id] : nil)
  }

  /// What stands before a frame's number; nil where there is none.
  private static func owner(of label: String) -> String? {
    let digits = label.reversed().prefix { $0.isASCII && $0.isNumber }.count
    guard digits > 0, let mark = label.dropLast(digits).last, mark == "-" || mark == "_" else { return nil }
    return String(label.dropLast(digits + 1))
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
