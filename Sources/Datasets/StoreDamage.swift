internal import Messages

/// What is broken in a kept set.
public enum StoreDamage: Equatable, Sendable {
  /// The list of samples at `path` cannot be understood.
  case listUnreadable(path: String)
  /// The list of samples at `path` is of another form than this program reads.
  case otherForm(path: String, found: String, expected: String)
  /// The list of samples at `path` contradicts itself.
  case listAltered(path: String)
  /// The file of pixels at `path` is not there.
  case pixelsMissing(path: String)
  /// The file of pixels at `path` does not have as many bytes as the samples need.
  case pixelsLength(path: String, expected: Int, found: Int)
  /// The pixels of `sample`, from byte `offset` on of the file at `path`, are not those that were kept.
  case sampleAltered(path: String, sample: String, offset: Int)

  /// What is wrong with the set `name`, and what to try first.
  func phrase(name: String) -> DataPhrase {
    switch self {
    case .listUnreadable(let path): .listUnreadable(name: name, path: path)
    case .otherForm(let path, let found, let expected):
      .listOfOtherForm(name: name, path: path, found: found, expected: expected)
    case .listAltered(let path): .listAltered(name: name, path: path)
    case .pixelsMissing(let path): .pixelsMissing(name: name, path: path)
    case .pixelsLength(let path, let expected, let found):
      .pixelsLength(name: name, path: path, expected: expected, found: found)
    case .sampleAltered(let path, let sample, let offset):
      .sampleAltered(name: name, path: path, sample: sample, offset: offset)
    }
  }
}
