/// What is said of a file that somebody handed in.
public enum SubmissionPhrase: Phrase {
  /// The file as a whole is no lab, so that nobody can tell what was changed in it.
  case fileBroken
  /// The file has a cell that the lab does not have.
  case unknownCell(String)
  /// The file has a cell twice.
  case severalCells(String)
  /// A cell of the lab is not in the file.
  case cellMissing(String)
  /// A cell does not end where it should.
  case cellCut(String)
  /// What stands in a cell cannot stand in one.
  case cellUnusable(String)
  /// The file is too large.
  case tooLarge(bytes: Int, limit: Int)
  /// The file is not text.
  case notText
  /// Nothing among what was handed in is a file of this lab.
  case noLab(lab: String, found: [String])
  /// There are several; which one counts.
  case newest(taken: String, of: Int)
  /// A zip cannot be read.
  case zip(file: String, ZipTrouble)
  /// A link or the like, which is not followed.
  case notAFile(file: String)
  /// More files, or more bytes of text, than are looked at.
  case tooMuch(files: Int, bytes: Int)
  /// A class handed in more files than are read.
  case tooManyFiles(limit: Int)
  /// Files of one number or login name different people.
  case severalNames(key: String, names: [String])

  /// Why a zip, or a file in one, is not taken.
  public enum ZipTrouble: Codable, Sendable, Hashable {
    /// It is none, or damaged.
    case damaged
    /// A name leads out of it.
    case escapes
    /// A name is there twice.
    case duplicate
    /// A link stands in it.
    case link
    /// It needs a password.
    case encrypted
    /// It is packed in a way that is not read.
    case method(Int)
    /// So many files are more than `limit`.
    case tooMany(limit: Int)
    /// It unpacks to more than `limit` bytes.
    case tooLarge(limit: Int)
    /// It stands inside another, inside another.
    case tooDeep
  }

  /// Whether it is for who grades alone: it names others.
  public var isForGrader: Bool { if case .severalNames = self { true } else { false } }

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension SubmissionPhrase {
  var english: String {
    switch self {
    case .fileBroken:
      return "The file as a whole could not be read as a lab; the cells that could be found in it were judged."
    case .unknownCell(let name): return "The file has a cell `\(name)`, which the lab does not have: it does not count."
    case .severalCells(let name): return "The file has cell `\(name)` more than once: the first one counts."
    case .cellMissing(let name): return "Cell `\(name)` is not in the file: it counts as not attempted."
    case .cellCut(let name): return "Cell `\(name)` has a line that ends it early: what stands above that line counts."
    case .cellUnusable(let name):
      return "What stands in cell `\(name)` cannot stand in a cell: it counts as not attempted."
    case .tooLarge(let bytes, let limit):
      return "The file has \(bytes.asBytes), and a lab has at most \(limit.asBytes): it was not read."
    case .notText: return "The file is not text in UTF-8: save it as UTF-8 and hand it in again."
    case .noLab(let lab, let found):
      return found.isEmpty
        ? "Nothing was handed in for “\(lab)”."
        : "None of the files that were handed in is the lab “\(lab)”: \(found.listedInEnglish)."
    case .newest(let taken, let count): return "Of \(count) files the newest counts: \(taken)"
    case .zip(let file, let trouble): return "\(file): \(trouble.english)"
    case .notAFile(let file): return "\(file) is a link or a device, and was not followed."
    case .tooMuch(let files, let bytes):
      return
        "There are more than \(files.grouped) files of text, or \(bytes.asBytes) of it: the rest was not looked at."
    case .tooManyFiles(let limit):
      return
        "There are more than \(limit.grouped) files: the rest was not read. Grade the class in several folders, into the same book."
    case .severalNames(let key, let names):
      return "Files of \(key) name different people: \(names.listedInEnglish). Look whose the one is that counts."
    }
  }
}

extension SubmissionPhrase.ZipTrouble {
  fileprivate var english: String {
    switch self {
    case .damaged: "this is no zip file, or a damaged one. Pack it once more."
    case .escapes: "a file in it leads out of its folder, and was not unpacked."
    case .duplicate: "a name stands in it twice, so that nobody can tell which file is meant."
    case .link: "a link in it was not followed."
    case .encrypted: "it needs a password. Pack it without one."
    case .method(let number): "it is packed by a method (\(number)) that is not read. Pack it in the ordinary way."
    case .tooMany(let limit): "it holds more than \(limit.grouped) files."
    case .tooLarge(let limit): "it unpacks to more than \(limit.asBytes)."
    case .tooDeep: "a zip inside a zip inside a zip was not unpacked."
    }
  }
}

// MARK: Korean

extension SubmissionPhrase {
  var korean: String {
    switch self {
    case .fileBroken: return "파일 전체를 실습으로 읽을 수 없어서, 찾을 수 있는 셀만 채점했어요."
    case .unknownCell(let name): return "파일에 실습에는 없는 셀 `\(name)`\(.subject, after: name) 있어서 세지 않았어요."
    case .severalCells(let name): return "파일에 셀 `\(name)`\(.subject, after: name) 여러 번 있어서 첫 번째만 세었어요."
    case .cellMissing(let name): return "파일에 셀 `\(name)`\(.subject, after: name) 없어서 시도하지 않은 것으로 보았어요."
    case .cellCut(let name): return "셀 `\(name)` 안에 셀을 일찍 끝내는 줄이 있어서, 그 위까지만 세었어요."
    case .cellUnusable(let name): return "셀 `\(name)`의 내용은 셀 안에 둘 수 없어서 시도하지 않은 것으로 보았어요."
    case .tooLarge(let bytes, let limit):
      return "파일이 \(bytes.asBytes)\(.copula, after: bytes.asBytes). 실습은 \(limit.asBytes)까지라서 읽지 않았어요."
    case .notText: return "파일이 UTF-8 텍스트가 아니에요. UTF-8로 저장해서 다시 내 보세요."
    case .noLab(let lab, let found):
      return found.isEmpty
        ? "“\(lab)” 실습에 낸 파일이 없어요." : "낸 파일 가운데 “\(lab)” 실습이 없어요: \(found.listedInKorean)"
    case .newest(let taken, let count): return "파일 \(count)개 가운데 가장 새로운 것으로 채점했어요: \(taken)"
    case .zip(let file, let trouble): return "\(file): \(trouble.korean)"
    case .notAFile(let file): return "\(file): 링크나 장치여서 따라가지 않았어요."
    case .tooMuch(let files, let bytes):
      return "텍스트 파일이 \(files.grouped)개나 \(bytes.asBytes)보다 많아서 나머지는 보지 않았어요."
    case .tooManyFiles(let limit):
      return "파일이 \(limit.grouped)개보다 많아서 나머지는 읽지 않았어요. 폴더를 여러 개로 나누어 같은 성적부에 채점해 보세요."
    case .severalNames(let key, let names):
      return "\(key)의 파일에 서로 다른 이름이 있어요: \(names.listedInKorean). 채점한 파일이 누구 것인지 확인해 보세요."
    }
  }
}

extension SubmissionPhrase.ZipTrouble {
  fileprivate var korean: String {
    switch self {
    case .damaged: "zip 파일이 아니거나 손상되었어요. 다시 압축해 보세요."
    case .escapes: "폴더 밖으로 나가는 파일이 있어서 풀지 않았어요."
    case .duplicate: "같은 이름이 두 번 있어서 어느 파일인지 알 수 없어요."
    case .link: "안에 있는 링크는 따라가지 않았어요."
    case .encrypted: "비밀번호가 필요해요. 비밀번호 없이 압축해 보세요."
    case .method(let number): "읽지 못하는 방식(\(number))으로 압축되었어요. 보통 방식으로 압축해 보세요."
    case .tooMany(let limit): "파일이 \(limit.grouped)개보다 많아요."
    case .tooLarge(let limit): "풀면 \(limit.asBytes)보다 커요."
    case .tooDeep: "zip 안의 zip 안의 zip은 풀지 않았어요."
    }
  }
}
