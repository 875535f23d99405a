/// What is said of writing a set for other programs.
public enum ExportPhrase: Phrase {
  /// The folder to write to is not empty.
  case folderNotEmpty(path: String, found: [String])
  /// The images of several sizes are more than an archive holds.
  case tooManyForNPZ(name: String, found: Int, limit: Int)
  /// What was written.
  case written(name: String, count: Int, files: [String])

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

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

// MARK: Korean

extension ExportPhrase {
  var korean: String {
    switch self {
    case .folderNotEmpty(let path, let found):
      return "\(Josa.topic.after(path)) 빈 폴더가 아니에요. 지금 들어 있는 것: \(found.fewWords). 빈 폴더나 아직 없는 폴더를 알려 주세요."
    case .tooManyForNPZ(let name, let found, let limit):
      return "‘\(name)’ 데이터 세트에는 크기가 다른 영상이 \(found.grouped)장 있는데, .npz 파일에는 \(limit.grouped)장까지만 들어가요. "
        + "`--format png`나 `--format tfrecord`로 내보내 보세요."
    case .written(let name, let count, let files):
      return "‘\(name)’의 영상 \(count.grouped)장을 내보냈어요: \(files.joined(separator: ", "))"
    }
  }
}
