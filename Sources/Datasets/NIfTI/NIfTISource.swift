internal import Imaging
internal import Messages

/// Volumes and their labels as NIfTI files, laid out as in ACDC (`patient001/patient001_frame01.nii.gz` beside `…_gt.nii.gz`), as in the
/// Medical Segmentation Decathlon (`imagesTr` and `labelsTr`), or in folders `images` and `labels`.
struct NIfTISource {
  /// The folder that holds them.
  let folder: String
  let options: ImportOptions

  private static let pairs = [("imagesTr", "labelsTr"), ("images", "labels"), ("images", "masks")]
  private static let endings = [".nii.gz", ".nii"]
  private static let labelMark = "_gt"

  /// Whether a folder holds volumes in one of the layouts.
  static func recognizes(_ tree: FolderTree) -> Bool { !volumes(tree).pairs.isEmpty }

  /// Whether a file of this name is a volume.
  static func isVolume(_ name: String) -> Bool { endings.contains(where: name.lowercased().hasSuffix) }

  /// Reads all volumes, slice by slice, in the order of their names.
  ///
  /// - Parameter progress: is told after each volume how many are done, and of how many.
  /// - Returns: the samples, and what is to be told of them.
  /// - Throws: `DatasetError` where the folder cannot be read, or is too large.
  func read(progress: (_ done: Int, _ total: Int) -> Void) throws(DatasetError) -> ImportedSamples {
    let found = Self.volumes(try FolderTree(of: folder))
    var imported = ImportedSamples()
    imported.problems += found.alone
    var pending: [PendingSample] = []
    for (number, pair) in found.pairs.enumerated() {
      do throws(NIfTIPhrase) {
        let (image, label) = (try NIfTIVolume(path: pair.image), try NIfTIVolume(path: pair.label))
        if image.count > 1 { imported.remarks.append(.nifti(.firstOfMany(path: pair.image, count: image.count))) }
        guard image.size == label.size else {
          throw .sizesDiffer(image: pair.image, imageSize: image.size, label: pair.label, labelSize: label.size)
        }
        try add(image, label, pair, to: &pending, &imported)
      } catch {
        imported.problems.append(.volume(error))
      }
      try imported.check(path: folder)
      progress(number + 1, found.pairs.count)
    }
    try imported.classify(pending, by: options.labels ?? .values([]), path: folder)
    return imported
  }

  private struct Pair {
    let name: String
    let image: String
    let label: String
  }

  /// The volumes with their labels, by name, and those that lack one.
  private static func volumes(_ tree: FolderTree) -> (pairs: [Pair], alone: [ImportProblem]) {
    var images: [String: String] = [:]
    var labels: [String: String] = [:]
    for path in tree.files {
      let parts = path.split(separator: "/").map(String.init)
      guard let file = parts.last, let ending = endings.first(where: file.lowercased().hasSuffix) else { continue }
      let stem = String(file.dropLast(ending.count))
      let parent = parts.dropLast().last ?? ""
      if let pair = pairs.first(where: { $0.0 == parent || $0.1 == parent }) {
        // nnU-Net numbers the channels of an image.
        let name = pair.0 == parent && stem.hasSuffix("_0000") ? String(stem.dropLast(5)) : stem
        if pair.0 == parent { images[name] = path } else { labels[name] = path }
      } else if stem.hasSuffix(labelMark) {
        labels[String(stem.dropLast(labelMark.count))] = path
      } else {
        images[stem] = path
      }
    }
    let both = labels.keys.filter { images[$0] != nil }.sorted()
    let lonely = labels.keys.filter { images[$0] == nil }.sorted()
    return (
      both.map { Pair(name: $0, image: images[$0] ?? "", label: labels[$0] ?? "") },
      lonely.map { .volume(.noImage(label: labels[$0] ?? "", name: $0)) }
    )
  }

  private func add(
    _ image: NIfTIVolume, _ label: NIfTIVolume, _ pair: Pair, to pending: inout [PendingSample],
    _ imported: inout ImportedSamples
  ) throws(NIfTIPhrase) {
    let shades = try Shades(image, path: pair.image)
    for slice in 0..<image.size[2] {
      let name = "\(pair.name)-\(SunnybrookName.padded(slice + 1))"
      let picture = GreyImage(
        width: image.size[0], height: image.size[1], samples: image.slice(slice).map(shades.shade),
        maximum: shades.maximum)
      var classes: [UInt16] = []
      classes.reserveCapacity(picture.samples.count)
      for value in label.slice(slice) {
        guard value >= 0, value <= 65_535, value == value.rounded() else {
          throw .labelValue(path: pair.label, value: value.isFinite ? "\(value)" : "NaN", slice: slice + 1)
        }
        classes.append(UInt16(value))
      }
      imported.count(picture)
      do throws(ImportProblem) {
        var sample = try PendingSample(
          id: name, patient: PatientName.of(pair.name), image: picture,
          label: LabelValues(width: picture.width, height: picture.height, values: classes, hasGreyLevels: false),
          size: options.size, imageSource: pair.image, labelSource: pair.label)
        if options.size == nil { sample.spacing = image.spacing }
        pending.append(sample)
      } catch {
        imported.problems.append(error)
      }
    }
  }

  /// How the numbers of a volume become shades of grey: whole ones stay as they are where they can, others go from black to white.
  private struct Shades {
    let maximum: UInt16
    private let least: Double
    private let scale: Double

    init(_ volume: NIfTIVolume, path: String) throws(NIfTIPhrase) {
      var (least, most) = (Double.infinity, -Double.infinity)
      for value in volume.values {
        guard value.isFinite else { throw .notFinite(path: path) }
        (least, most) = (min(least, value), max(most, value))
      }
      if volume.isWhole, least >= 0, most <= 65_535 {
        (self.least, scale, maximum) = (0, 1, UInt16(max(1, most)))
      } else {
        let span = most - least
        (self.least, scale, maximum) = (least, span > 0 && span.isFinite ? 65_535 / span : 0, 65_535)
      }
    }

    func shade(_ value: Double) -> UInt16 { UInt16(max(0, min(Double(maximum), ((value - least) * scale).rounded()))) }
  }
}
