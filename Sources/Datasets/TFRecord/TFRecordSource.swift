internal import Imaging

/// Files of TensorFlow records, each record one image with its label.
///
/// A record has the features `height`, `width`, `depth` (numbers), `img_raw` or `image_raw`, `label_raw` (bytes), and perhaps `name`; what
/// `seglab data export` writes beside them (`maximum`, `classes`, `patient`) is read back.
struct TFRecordSource {
  /// A file, or a folder of files.
  let path: String
  let options: ImportOptions
  /// What makes features of a record's content.
  let coding: any RecordCoding

  private static let endings = ["tfrecord", "tfrecords", "tfrec"]

  /// Whether a file of this name holds records.
  static func recognises(_ name: String) -> Bool {
    let parts = name.lowercased().split(separator: ".")
    // TensorFlow numbers the parts of a large file: `train.tfrecord-00000-of-00010`, or the number before the ending.
    let shard = /(?<name>[^.]*?)-[0-9]+-of-[0-9]+/
    return parts.enumerated().contains { index, part in
      let match = part.wholeMatch(of: shard)
      return (index > 0 && (endings + [""]).dropLast().contains(String(match?.output.name ?? part))) || match != nil
    }
  }

  /// Reads all records of all files, in the order of the files' names.
  ///
  /// - Parameter progress: is told how many bytes are done, and of how many.
  /// - Returns: the samples, and what is to be told of them.
  /// - Throws: `DatasetError`; a file whose records cannot be found fails the import unless bad files are skipped.
  func read(progress: (_ done: Int, _ total: Int) -> Void) throws(DatasetError) -> ImportedSamples {
    let files = try files()
    var readers: [(file: String, reader: TFRecordReader)] = []
    for file in files { readers.append((file, try TFRecordReader(path: file))) }
    let total = readers.reduce(0) { $0 + $1.reader.byteCount }
    var imported = ImportedSamples()
    var pending: [PendingSample] = []
    var (declared, before) = (0, 0)
    for (file, reader) in readers {
      var number = 0
      while let content = try next(of: reader, file: file, into: &imported) {
        number += 1
        do throws(RecordProblem) {
          let record = try TFRecordSample(content, by: coding)
          declared = max(declared, record.classCount)
          imported.count(record.image)
          pending.append(try sample(record, file: file, number: number))
        } catch {
          imported.problems.append(.badRecord(path: file, number: number, error))
        }
        try imported.check(path: path)
        progress(before + reader.offset, total)
      }
      before += reader.byteCount
      if reader.byteCount == 0 { imported.problems.append(.badRecord(path: file, number: 0, .empty)) }
    }
    let rule = options.labels ?? (declared > 0 ? .values((0..<min(declared, 256)).map(UInt16.init)) : .values([]))
    if case .colours = rule { throw .coloursInRecords(path: path) }
    try imported.classify(pending.map { $0.read(by: rule) }, by: rule, path: path)
    return imported
  }

  /// The next record's content; nil at the file's end, or where nothing more can be found in it.
  private func next(
    of reader: TFRecordReader, file: String, into imported: inout ImportedSamples
  ) throws(DatasetError) -> [UInt8]? {
    do { return try reader.next() } catch {
      guard case .records(_, let problem) = error, options.skipBad else { throw error }
      imported.problems.append(.badRecord(path: file, number: 0, problem))
      return nil
    }
  }

  private func sample(
    _ record: TFRecordSample, file: String, number: Int
  ) throws(RecordProblem) -> PendingSample {
    let stem = file.split(separator: "/").last.map(String.init) ?? file
    var plain = stem.split(separator: ".").first.map(String.init) ?? stem
    // Of numbered parts only the whole name tells one from another.
    if !plain.contains("-of-"), let part = stem.firstMatch(of: /-([0-9]+)-of-[0-9]+$/) { plain += "-" + part.output.1 }
    let id = record.name ?? "\(plain)-\(SunnybrookName.padded(number))"
    let source = "\(file), \(id)"
    // Image and label of a record always have one size, so that nothing can differ.
    guard
      let pending = try? PendingSample(
        id: id, patient: record.patient ?? PatientName.of(id), image: record.image, label: record.label,
        size: options.size, imageSource: source, labelSource: source)
    else { throw .notExample }
    return pending
  }

  /// The files, in the order of their names.
  private func files() throws(DatasetError) -> [String] {
    let names: [String]
    do { names = try FolderListing(of: path).names } catch {
      guard case .notAFolder = error else { throw error }
      return [path]
    }
    let files = names.filter(Self.recognises)
    guard !files.isEmpty else { throw .unknownFormat(path: path, found: names) }
    return files.map { "\(path)/\($0)" }
  }
}

extension PendingSample {
  /// The label's numbers as `rule` reads grey values.
  fileprivate func read(by rule: LabelRule) -> PendingSample {
    switch rule {
    case .any: relabelled { $0 == 0 ? 0 : 1 }
    case .threshold(let least): relabelled { $0 >= UInt16(least) ? 1 : 0 }
    case .values, .colours, .grey: self
    }
  }
}
