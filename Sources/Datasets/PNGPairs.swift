internal import Imaging

/// A folder of PNG images and labels: `images/NAME.png` and `labels/NAME.png` (or `masks/NAME.png`).
public struct PNGPairs {
  /// The folder that holds both.
  public let folder: String
  private static let labelFolderNames = ["labels", "masks"]

  /// - Parameter folder: the folder that holds `images` and `labels`.
  public init(folder: String) { self.folder = folder }

  /// Reads all pairs of equal names as one set; the order in which the file system lists them does not matter.
  ///
  /// A label's pixel belongs to class 1 where it is not black, whatever its value. Files whose names do not end in
  /// `.png`, hidden files and deeper folders are left alone.
  /// - Parameters:
  ///   - name: what the set is called.
  ///   - skipBad: whether pairs that cannot be imported are left out; otherwise one of them fails the import.
  ///   - progress: is told after each pair how many are done, and of how many.
  /// - Throws: `DatasetError`; `.badFiles` names all that are bad, not only the first.
  /// - Returns: the set, and what a person should know of how it came about.
  public func read(
    as name: String, skipBad: Bool = false, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(DatasetError) -> (set: ImageMaskSet, report: ImportReport) {
    let (images, labels) = try folders()
    var problems: [ImportProblem] = []
    var ignored: [String] = []
    let imageFiles = try pngFiles(in: images, problems: &problems, ignored: &ignored)
    let labelFiles = try pngFiles(in: labels, problems: &problems, ignored: &ignored)
    guard !imageFiles.isEmpty else { throw .noImages(path: images) }
    for (id, label) in labelFiles.sorted(by: { $0.key < $1.key }) where imageFiles[id] == nil {
      problems.append(.noImage(label: "\(labels)/\(label)", image: "\(images)/\(id).png"))
    }
    var samples: [LabelledImage] = []
    var (pixels, done, greyLevels) = (0, 0, 0)
    for (id, file) in imageFiles.sorted(by: { $0.key < $1.key }) {
      let image = "\(images)/\(file)"
      if let label = labelFiles[id] {
        switch pair(id: id, image: image, label: "\(labels)/\(label)") {
        case .success(let (sample, hasGreyLevels)):
          pixels += sample.size.count
          guard pixels <= ImageMaskSet.pixelLimit else {
            throw .tooManyPixels(path: folder, limit: ImageMaskSet.pixelLimit)
          }
          if hasGreyLevels { greyLevels += 1 }
          samples.append(sample)
        case .failure(let failure): problems += failure.problems
        }
      } else {
        problems.append(.noLabel(image: image, label: "\(labels)/\(id).png"))
      }
      done += 1
      progress(done, imageFiles.count)
    }
    guard problems.isEmpty || skipBad else { throw .badFiles(path: folder, problems: problems) }
    guard !samples.isEmpty else { throw .nothingImported(path: folder, problems: problems) }
    let report = ImportReport(
      imageFolder: images, labelFolder: labels, skipped: problems, ignored: ignored, labelsWithGreyLevels: greyLevels,
      patientsUnknown: samples.count > 1 && samples.allSatisfy { $0.patient == $0.id })
    return (ImageMaskSet(name: name, samples: samples), report)
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

  /// The PNG files in `folder` by their names without `.png`.
  private func pngFiles(
    in folder: String, problems: inout [ImportProblem], ignored: inout [String]
  ) throws(DatasetError) -> [String: String] {
    let listing = try FolderListing(of: folder)
    var files: [String: String] = [:]
    for name in listing.names {
      guard name.utf8.count > 4, name.suffix(4).lowercased() == ".png" else {
        ignored.append("\(folder)/\(name)")
        continue
      }
      let id = String(name.dropLast(4))
      if files[id] == nil {
        files[id] = name
      } else {
        problems.append(.nameTwice(folder: folder, name: name))
      }
    }
    problems += listing.broken.map { .nameNotText(folder: folder, name: $0) }
    return files
  }

  private struct Failure: Error {
    let problems: [ImportProblem]
  }

  /// One image with its label and whether that has grey levels, or what is wrong with either.
  private func pair(id: String, image: String, label: String) -> Result<(LabelledImage, Bool), Failure> {
    var problems: [ImportProblem] = []
    var grey: GreyImage?
    var mask: (mask: Mask, hasGreyLevels: Bool)?
    do { grey = try PNGFile.image(at: image) } catch { problems.append(.badFile(error)) }
    do { mask = try PNGFile.mask(at: label) } catch { problems.append(.badFile(error)) }
    guard let grey, let mask else { return .failure(Failure(problems: problems)) }
    let imageSize = PixelSize(width: grey.width, height: grey.height)
    let labelSize = PixelSize(width: mask.mask.width, height: mask.mask.height)
    guard imageSize == labelSize else {
      let problem = ImportProblem.sizesDiffer(
        image: image, imageSize: imageSize, label: label, labelSize: labelSize)
      return .failure(Failure(problems: [problem]))
    }
    let sample = LabelledImage(id: id, patient: PatientName.of(id), image: grey, label: mask.mask)
    return .success((sample, mask.hasGreyLevels))
  }
}
