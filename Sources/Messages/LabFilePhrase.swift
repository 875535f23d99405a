/// What keeps a lab's file, or the folder of a course, from being read or changed.
public enum LabFilePhrase: Phrase {
  /// There is no file at the path.
  case missing(path: String)
  /// The path leads to something that is no file.
  case notAFile(path: String)
  /// The system does not let it be read, for its own reason.
  case unreadable(path: String, reason: String)
  /// The file has more than `limit` bytes.
  case tooLarge(path: String, limit: Int)
  /// The byte at `offset`, on `line`, does not belong to UTF-8.
  case notUTF8(path: String, offset: Int, line: Int)
  /// There is no folder at the path.
  case noFolder(path: String)
  /// The folder holds no lab.
  case noLabs(path: String)
  /// The folder holds more than `limit` labs.
  case tooManyLabs(path: String, limit: Int)
  /// The labs of the folder together are larger than the limit.
  case courseTooLarge(path: String, mebibytes: Int)
  /// No lab is called that; those nearest to it, or all there are.
  case noSuchLab(asked: String, nearest: [String])
  /// Several labs may be meant.
  case ambiguousLab(asked: String, matches: [String])
  /// The lab has no exercise or question of that name; those it has.
  case noSuchCell(name: String, file: String, known: [String])
  /// The new code has, on its line `line`, a fence that would end the cell.
  case wouldCloseFence(name: String, line: Int)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}

// MARK: English

extension LabFilePhrase {
  var english: String {
    switch self {
    case .missing(let path): return "There is no file \(path): look for a mistake in the path"
    case .notAFile(let path): return "\(path) is not a file: give the path of a lab, which ends with .md"
    case .unreadable(let path, let reason): return "\(path) cannot be read: \(reason)"
    case .tooLarge(let path, let limit):
      return
        "\(path) has more than \(limit.grouped) bytes, the most for a lab: divide it, or look if it is the right file"
    case .notUTF8(let path, let offset, let line):
      return
        "\(path) is not UTF-8: byte \(offset.grouped), on line \(line), does not belong to it; save the file as UTF-8"
    case .noFolder(let path):
      return "There is no folder \(path): begin with `seglab init`, or go to the folder of your course"
    case .noLabs(let path): return "There is no lab in \(path): labs are files that end with .md"
    case .tooManyLabs(let path, let limit): return "\(path) holds more than \(limit.grouped) labs: divide the course"
    case .courseTooLarge(let path, let mebibytes):
      return "The labs in \(path) are larger than \(mebibytes) MiB together: divide the course"
    case .noSuchLab(let asked, let nearest):
      return nearest.isEmpty
        ? "No lab is called `\(asked)`" : "No lab is called `\(asked)`; did you mean \(nearest.quoted(and: "or"))?"
    case .ambiguousLab(let asked, let matches):
      return "`\(asked)` may be \(matches.quoted(and: "or")): write more of the name"
    case .noSuchCell(let name, let file, let known):
      return known.isEmpty
        ? "\(file) has nothing called `\(name)` to fill in"
        : "\(file) has nothing called `\(name)` to fill in; it has \(known.quoted(and: "and"))"
    case .wouldCloseFence(let name, let line):
      return "Line \(line) of the code for `\(name)` is a fence and would end the cell: begin it with something else"
    }
  }
}

// MARK: Korean

extension LabFilePhrase {
  var korean: String {
    switch self {
    case .missing(let path): return "\(path) 파일이 없어요. 경로를 다시 확인해 보세요"
    case .notAFile(let path): return Josa.topic.after(path) + " 파일이 아니에요. .md로 끝나는 실습 파일의 경로를 써 보세요"
    case .unreadable(let path, let reason): return "\(path) 파일을 읽을 수 없어요: \(reason)"
    case .tooLarge(let path, let limit):
      return "\(path) 파일이 실습의 한도인 \(limit.grouped)바이트보다 커요. 맞는 파일인지 확인하거나 나눠 보세요"
    case .notUTF8(let path, let offset, let line):
      return "\(path) 파일이 UTF-8이 아니에요. \(line)번째 줄, \(offset.grouped)번째 바이트가 잘못됐어요. UTF-8로 저장해 보세요"
    case .noFolder(let path): return "\(path) 폴더가 없어요. `seglab init`부터 실행하거나 과정 폴더로 이동해 보세요"
    case .noLabs(let path): return "\(path) 폴더에 실습이 없어요. 실습은 .md로 끝나는 파일이에요"
    case .tooManyLabs(let path, let limit): return "\(path) 폴더에 실습이 \(limit.grouped)개보다 많아요. 과정을 나눠 보세요"
    case .courseTooLarge(let path, let mebibytes):
      return "\(path) 폴더의 실습을 모두 합하면 \(mebibytes)MiB보다 커요. 과정을 나눠 보세요"
    case .noSuchLab(let asked, let nearest):
      return "이름이 `\(asked)`인 실습이 없어요" + (nearest.isEmpty ? "" : ". 혹시 \(nearest.quoted)인가요?")
    case .ambiguousLab(let asked, let matches):
      return "`\(asked)`에 맞는 실습이 여럿이에요(\(matches.quoted)). 이름을 더 길게 써 보세요"
    case .noSuchCell(let name, let file, let known):
      return "\(file)에는 이름이 `\(name)`인 칸이 없어요" + (known.isEmpty ? "" : ". 있는 것: \(known.quoted)")
    case .wouldCloseFence(let name, let line):
      return "`\(name)` 코드의 \(line)번째 줄이 울타리라서 셀이 거기서 끝나 버려요. 그 줄을 다르게 시작해 보세요"
    }
  }
}
