internal import Files
internal import Foundation
internal import Imaging

/// A form that a set is written in for other programs.
public enum ExportFormat: String, Sendable, CaseIterable {
  /// Folders of images and of labels with equal names.
  case png
  /// Files of TensorFlow records.
  case tfrecord
  /// Arrays for NumPy.
  case npz
  /// Volumes of the slices of a patient.
  case nifti
}

/// Writes a set, or both sides of a divided one, in a form that other programs read.
public struct SetExporter {
  /// The set.
  public let set: ImageMaskSet
  /// The form.
  public let format: ExportFormat
  /// How the set is divided; nil leaves it in one piece.
  public let split: Split?
  private let records: (any RecordCoding)?

  /// - Parameters:
  ///   - set: the set.
  ///   - format: the form.
  ///   - split: how the set is divided; nil leaves it in one piece.
  ///   - records: what makes records of features; nil where records cannot be written.
  public init(
    _ set: ImageMaskSet, as format: ExportFormat, split: Split? = nil, records: (any RecordCoding)? = nil
  ) {
    self.set = set
    self.format = format
    self.split = split
    self.records = records
  }

  /// One side of the set, and what its files are called.
  private struct Part {
    let name: String
    let indices: [Int]
  }

  /// Writes all files into `folder`, which is made where it is not there.
  ///
  /// As `png`: `images/NAME.png` and `labels/NAME.png` in the folder, or in `train` and `validation` below it; a label's classes are
  /// spread over 0...255, so that two classes are 0 and 255. As `tfrecord`: `NAME.tfrecords`, or `train_images.tfrecords` and
  /// `val_images.tfrecords`. As `npz`: `NAME.npz`, or `train.npz` and `validation.npz`. As `nifti`: `imagesTr/PATIENT.nii.gz` and
  /// `labelsTr/PATIENT.nii.gz` in the folder, or in `train` and `validation` below it; slices in the order of their names.
  /// - Parameters:
  ///   - folder: the folder; it must be empty.
  ///   - progress: is told after each image how many are done, and of how many.
  /// - Returns: the files, or for `png` the folders, that were written.
  /// - Throws: `DatasetError.folderNotEmpty`, `.notWritten`, `.tooManyForNPZ`, or `.recordsElsewhere`.
  public func write(
    to folder: String, progress: @escaping (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(DatasetError) -> [String] {
    try prepare(folder)
    var written: [String] = []
    var done = 0
    let total = set.count
    for part in parts {
      let tick = {
        done += 1
        progress(done, total)
      }
      switch format {
      case .png:
        let place = part.name.isEmpty ? folder : "\(folder)/\(part.name)"
        try writePictures(part, to: place, tick: tick)
        written += ["\(place)/images", "\(place)/labels"]
      case .tfrecord:
        guard let records else { throw .recordsElsewhere }
        let path = "\(folder)/\(part.name).tfrecords"
        let framed = part.indices.lazy.map { index in
          tick()
          let features = TFRecordSample.features(of: set.samples[index], classCount: set.classCount)
          return TFRecordFrame.around(records.content(of: features))
        }
        try write(framed, to: path)
        written.append(path)
      case .npz:
        let path = "\(folder)/\(part.name).npz"
        let archive = try NPZArchive(of: part.indices.map { set.samples[$0] }, set: set.name)
        for _ in part.indices { tick() }
        try write(archive.parts, to: path)
        written.append(path)
      case .nifti:
        let place = part.name.isEmpty ? folder : "\(folder)/\(part.name)"
        try writeVolumes(part, to: place, tick: tick)
        written += ["\(place)/imagesTr", "\(place)/labelsTr"]
      }
    }
    return written
  }

  private var parts: [Part] {
    guard let split else {
      let isFolder = format == .png || format == .nifti
      return [Part(name: isFolder ? "" : set.name, indices: Array(set.samples.indices))]
    }
    let names = format == .tfrecord ? ["train_images", "val_images"] : ["train", "validation"]
    return [Part(name: names[0], indices: split.training), Part(name: names[1], indices: split.validation)]
  }

  private func prepare(_ folder: String) throws(DatasetError) {
    try make(folder)
    let listing = try FolderListing(of: folder)
    guard listing.names.isEmpty, listing.broken.isEmpty else {
      throw .folderNotEmpty(path: folder, found: listing.names + listing.broken)
    }
  }

  private func make(_ folder: String) throws(DatasetError) {
    do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
      throw .notWritten(path: folder, reason: error.localizedDescription)
    }
  }

  private func write(_ parts: some Sequence<ContiguousArray<UInt8>>, to path: String) throws(DatasetError) {
    do { try AtomicFile.write(parts: parts, to: path) } catch {
      throw .notWritten(path: error.path, reason: error.reason)
    }
  }

  private func writeVolumes(_ part: Part, to place: String, tick: () -> Void) throws(DatasetError) {
    try make("\(place)/imagesTr")
    try make("\(place)/labelsTr")
    for (name, slices) in Self.volumes(of: part.indices.map { set.samples[$0] }) {
      let volume = NIfTIWriter(slices: slices)
      try write(CollectionOfOne(volume.images), to: "\(place)/imagesTr/\(name).nii.gz")
      try write(CollectionOfOne(volume.labels), to: "\(place)/labelsTr/\(name).nii.gz")
      for _ in slices { tick() }
    }
  }

  private func writePictures(_ part: Part, to place: String, tick: () -> Void) throws(DatasetError) {
    try make("\(place)/images")
    try make("\(place)/labels")
    let last = set.classCount - 1
    let shades = (0...last).map { UInt8($0 * 255 / last) }
    for index in part.indices {
      let sample = set.samples[index]
      let label = sample.label.classes.map { shades[Int($0)] }
      do throws(ImagingError) {
        try PNGFile.write(PNGFile.encodeDeep(sample.image), to: "\(place)/images/\(sample.id).png")
        try PNGFile.write(
          PNGFile.encode(label, width: sample.size.width, height: sample.size.height, layout: .grey),
          to: "\(place)/labels/\(sample.id).png")
      } catch {
        guard case .notWritten(let path, let reason) = error else { throw .notWritten(path: place, reason: "") }
        throw .notWritten(path: path, reason: reason)
      }
      tick()
    }
  }
}
