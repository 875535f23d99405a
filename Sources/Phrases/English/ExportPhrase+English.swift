extension ExportPhrase {
  var english: String {
    switch self {
    case .folderNotEmpty(let path, let found):
      return "\(path) is not empty: it holds \(found.fewWords). Give an empty folder, or one that is not there yet."
    case .tooManyForNPZ(let name, let found, let limit):
      return "The data set “\(name)” has \(found.grouped) images of several sizes; an .npz file holds at most "
        + "\(limit.grouped). Export it with `--format png` or `--format tfrecord`."
    case .written(let name, let count, let files):
      return "Wrote \(count.grouped) images of “\(name)”: \(files.joined(separator: ", "))"
    }
  }
}
