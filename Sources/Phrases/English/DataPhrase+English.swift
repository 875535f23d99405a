extension DataPhrase {
  var english: String {
    switch self {
    case .fileUnreadable(let path, let reason):
      return "\(path) cannot be read: \(reason). Check that it is there and that you may read it."
    case .fileNotWritten(let path, let reason):
      return "\(path) cannot be written: \(reason). Check that the folder is yours to write and that the disk has room."
    case .notAFile(let path):
      return "\(path) is not an ordinary file. Put the file itself there, not a folder or a device."
    case .fileEmpty(let path):
      return "\(path) is empty: it has 0 bytes. Copy it again from where it came."
    case .notPNG(let path):
      return "\(path) is not a PNG file: its first 8 bytes are not those of one. Save the picture as PNG, not only "
        + "under another name."
    case .fileDamaged(let path, let reason):
      return "\(path) is damaged (\(reason)). Copy it again from where it came."
    case .fileTooLarge(let path, let bytes, let limit):
      return "\(path) has \(bytes.grouped) bytes; at most \(limit.grouped) are read. Check that it is the file you "
        + "mean."
    case .imageTooLarge(let path, let width, let height, let sideLimit, let pixelLimit):
      return "\(path) is \(width.grouped) x \(height.grouped) pixels; at most \(sideLimit.grouped) on a side and "
        + "\(pixelLimit.grouped) together are read. Cut it or make it smaller first."
    case .imageImplausible(let path, let width, let height, let bytes):
      return "\(path) claims \(width.grouped) x \(height.grouped) pixels, but \(bytes.grouped) bytes cannot hold so "
        + "many. The file is damaged or made to do harm; copy it again from where it came."
    case .setNameInvalid(let name):
      return "A data set cannot be called “\(name.shown)”. Use 1 to 64 letters (a-z, A-Z), digits, “-”, “_” and “.”, "
        + "a letter or digit first."
    case .setUnknown(let name, let known):
      let there = known.isEmpty ? "There are none yet" : "There are: \(known.listedInEnglish)"
      return "There is no data set “\(name)”. \(there). Make one with `seglab data make cardiac`, "
        + "or import one with `seglab data import PATH --as \(name)`."
    case .listUnreadable(let name, let path):
      return "The data set “\(name)” is damaged: its list of images, \(path), cannot be understood. Import or make "
        + "the set again."
    case .listOfOtherForm(let name, let path, let found, let expected):
      return "The data set “\(name)” was kept by another version: \(path) says “\(found.shown)”, and “\(expected)” "
        + "was expected. Import or make the set again."
    case .listAltered(let name, let path):
      return "The data set “\(name)” is damaged: its list of images, \(path), is not as it was written. Import or "
        + "make the set again."
    case .pixelsMissing(let name, let path):
      return "The data set “\(name)” is damaged: its pixels, \(path), are gone. Import or make the set again."
    case .pixelsLength(let name, let path, let expected, let found):
      return "The data set “\(name)” is damaged: \(path) has \(found.grouped) bytes, and \(expected.grouped) were "
        + "expected. Import or make the set again."
    case .sampleAltered(let name, let path, let sample, let offset):
      return "The data set “\(name)” is damaged: the pixels of \(sample), from byte \(offset.grouped) of \(path), "
        + "are not as they were written. Import or make the set again."
    case .folderMissing(let path):
      return "There is no folder \(path). Check the path."
    case .notAFolder(let path):
      return "\(path) is a file, and a folder was expected. Give the folder that holds `images` and `labels`."
    case .subfolderMissing(let path, let expected, let found):
      let names = expected.map { "`\($0)`" }.joined(separator: " or ")
      let there = found.isEmpty ? "it is empty" : "it holds \(found.fewWords)"
      return "\(path) should hold a folder \(names), but \(there). Give the folder that holds `images` and `labels`."
    case .tooManyFiles(let path, let limit):
      return "\(path) holds more than \(limit.grouped) files. Check that it is the folder you mean."
    case .noImages(let path):
      return "\(path) holds no image. Put the images there, as NAME.png, NAME.jpg or NAME.dcm."
    case .noLabel(let image, let label):
      return "\(image) has no label: there is no \(label)."
    case .noImage(let label, let image):
      return "\(label) has no image: there is no \(image)."
    case .sizesDiffer(let image, let imageSize, let label, let labelSize):
      return "\(image) is \(imageSize) pixels, and its label \(label) is \(labelSize). Both must have the same size; "
        + "`--resize WxH` brings all to one."
    case .nameNotText(let folder, let name):
      return "A file in \(folder) has a name that is not UTF-8 text (about “\(name)”). Give it another name."
    case .nameTwice(let folder, let name):
      return "\(folder) holds two files that are both called \(name), but for the way it is written. Rename one of "
        + "them."
    case .badFiles(let path, let problems):
      let files = problems.count == 1 ? "One file" : "\(problems.count.grouped) files"
      return "\(files) below \(path) cannot be imported, so nothing was. Mend what is listed, or leave it out with "
        + "`--skip-bad`:"
        + Self.list(problems.map(\.english))
    case .nothingImported(let path, let problems):
      return "Not one image below \(path) could be imported:" + Self.list(problems.map(\.english))
    case .tooManyPixels(let path, let limit):
      return "The images below \(path) have more than \(limit.grouped) pixels together. Import fewer or smaller ones."
    case .numberOutOfRange(let name, let found, let lowest, let highest):
      return "`\(name)` is \(found.grouped). Give a number from \(lowest.grouped) to \(highest.grouped)."
    case .tooFewImages(let name, let found):
      return "The data set “\(name)” has \(found) image; at least 2 are needed, one to train on and one to measure on."
    case .tooFewPatients(let name, let found):
      return "The data set “\(name)” has images of \(found) patient; a split by patient needs at least 2. Try a split "
        + "by image."
    case .labelsWithGreyLevels(let count):
      let labels = count == 1 ? "1 label has" : "\(count.grouped) labels have"
      return "\(labels) several values besides black, and all of them became class 1. Look at one to see whether that "
        + "is meant."
    case .patientsUnknown:
      return "The file names do not tell the patients, so each image counts as a patient of its own. "
        + "A split by patient is then the same as one by image."
    case .filesIgnored(let count, let first):
      return count == 1
        ? "One file was left alone, because its name is that of neither an image nor a PNG label: \(first)."
        : "\(count.grouped) files were left alone, because their names are those of neither images nor PNG labels, "
          + "\(first) among them."
    case .filesSkipped(let problems):
      return "Left out, as asked:" + Self.list(problems.map(\.english))
    case .dicom(let phrase):
      return phrase.english
    case .formatUnknown(let path, let found):
      let there =
        found.map { $0.isEmpty ? "the folder is empty" : "it holds \($0.fewWords)" } ?? "its name tells no form"
      return "\(path) is in no form that is known here: \(there). Expected were folders `images` and `labels`, "
        + "Sunnybrook's images with contour files, or files that end in .tfrecords; `--format` forces one."
    case .record(let path, let number, let phrase):
      return (number.map { $0 > 0 ? "\(path), record \($0.grouped): " : "\(path): " } ?? "\(path): ") + phrase.english
    case .labels(let phrase):
      return phrase.english
    case .export(let phrase):
      return phrase.english
    case .contour(let phrase):
      return phrase.english
    }
  }

  /// One problem a line, the first of them in full.
  private static func list(_ lines: [String]) -> String {
    let more = lines.count > listed ? ["… and \((lines.count - listed).grouped) more"] : []
    return (lines.prefix(listed) + more).map { "\n  - " + $0 }.joined()
  }
}
