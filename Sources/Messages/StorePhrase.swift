/// What is said of the folders and files that SegLab keeps for itself: of what stands in their way, and of what cannot be kept.
public enum StorePhrase: Phrase, Hashable {
  /// A symbolic link stands where something of SegLab's own should be.
  case link(path: String)
  /// Something else than a folder stands where one of SegLab's own should be.
  case notAFolder(path: String)
  /// Something else than a file stands where one of SegLab's own should be.
  case notAFile(path: String)
  /// A folder belongs to another user, by number.
  case foreign(path: String, owner: Int)
  /// The working directory is no longer there.
  case workingFolderGone
  /// A lab's file is a link, and what is behind it is not changed.
  case labIsLink(path: String)

  /// There is no folder for the key that tells what was made here.
  case noHomeForKey
  /// The key could be known to others.
  case keyUnsafe(path: String)
  /// The key cannot be kept.
  case keyNotKept(path: String, reason: String)

  /// A compiled program could not be kept.
  case programNotKept(path: String, reason: String)
  /// A run is done again, because it does not carry this user's seal.
  case runNotMadeHere(run: String)
  /// A run could not be kept.
  case runNotKept(path: String, reason: String)
  /// Another process does the same training; it is waited for.
  case anotherTrains(run: String)

  /// What was found out about a lab could not be kept.
  case progressNotKept(path: String, reason: String)
  /// What was known of a lab cannot be read, and was put aside.
  case progressDamaged(path: String, aside: String)
  /// What was known of a lab cannot be read, nor put aside.
  case progressUnusable(path: String, reason: String)
  /// What was known of a lab was written by a newer SegLab, and was put aside.
  case progressNewer(path: String, form: String, aside: String)
  /// What is said of a lab was not found out by this user's SegLab: it is not believed. Where it was put aside to.
  case progressForeign(path: String, aside: String?)

  /// The result could not be written to standard output.
  case resultNotWritten(reason: String)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension StorePhrase {
  var english: String {
    switch self {
    case .link(let path):
      return "\(path) is a symbolic link, and in its own folder SegLab follows none: what is behind it may be somebody "
        + "else's. Remove the link with `rm \(path.quoted)`; what it leads to stays, and SegLab makes its own anew. "
        + "To keep a course on another disk, put all of it there."
    case .notAFolder(let path):
      return "\(path) should be a folder of SegLab's own, and something else stands there. "
        + "Move it away with `mv \(path.quoted) \((path + ".old").quoted)`; SegLab makes its own anew."
    case .notAFile(let path):
      return "\(path) should be a file of SegLab's own, and something else stands there. "
        + "Move it away with `mv \(path.quoted) \((path + ".old").quoted)`; SegLab makes its own anew."
    case .foreign(let path, let owner):
      return "\(path) belongs to another user (number \(owner)), so SegLab writes nothing there. "
        + "Make it yours with `sudo chown -R $(id -u) \(path.quoted)`, or work in a course folder of your own."
    case .workingFolderGone:
      return "The folder that this terminal is in is no longer there. Go to a course folder with `cd` and try again."
    case .labIsLink(let path):
      return "\(path) is a symbolic link, so it was left alone: what is behind it may be more than a lab. "
        + "Move it away with `mv \(path.quoted) \((path + ".old").quoted)` to have the lab's own file there."
    case .noHomeForKey:
      return
        "Neither HOME nor XDG_STATE_HOME names a folder, so SegLab has no place for the key by which it knows what "
        + "it made itself: what is compiled and trained now is done again the next time. Set HOME to your own folder."
    case .keyUnsafe(let path):
      return
        "\(path), the key by which SegLab knows what it made itself, could have been made or read by others, so it is "
        + "not used: what is compiled and trained now is done again the next time. "
        + "Remove it with `rm -f \(path.quoted) && chmod 700 \(path.folder.quoted)`; SegLab makes a new one."
    case .keyNotKept(let path, let reason):
      return "\(path), for the key by which SegLab knows what it made itself, cannot be used: \(reason). "
        + "What is compiled and trained now is done again the next time. Look whether it is yours to write."
    case .programNotKept(let path, let reason):
      return
        "The compiled program could not be kept in \(path): \(reason). It runs all the same, and is compiled again the "
        + "next time."
    case .runNotMadeHere(let run):
      return "The run \(run.prefix(12)) in the store was not made here, so it is trained again."
    case .runNotKept(let path, let reason):
      return
        "The run could not be kept as \(path): \(reason). What it showed holds, but it is trained again the next time."
    case .anotherTrains(let run):
      return "Another SegLab does the same training, run \(run.prefix(12)); waiting for what comes of it."
    case .progressNotKept(let path, let reason):
      return
        "\(path) could not be written: \(reason). What was found out holds, but `seglab list` will not know of it. "
        + "Look whether the folder is yours to write, and whether the disk has room."
    case .progressDamaged(let path, let aside):
      return "\(path), which tells how far a lab has come, cannot be read. It was put aside as \(aside); "
        + "run the lab again and SegLab knows."
    case .progressUnusable(let path, let reason):
      return "\(path), which tells how far a lab has come, cannot be used: \(reason). "
        + "Move it away with `mv \(path.quoted) \((path + ".old").quoted)`; SegLab makes its own anew."
    case .progressNewer(let path, let form, let aside):
      return "\(path) was written by a newer SegLab (\(form.shown)), and was put aside as \(aside). "
        + "Use that SegLab in this course and move the file back, or run the lab again with this one."
    case .progressForeign(let path, let aside):
      return
        "\(path), which tells how far a lab has come, does not carry your seal: it came with the folder or was edited, so nothing of "
        + "it is counted. " + (aside.map { "It was put aside as \($0). " } ?? "") + "Run the lab, and SegLab knows."
    case .resultNotWritten(let reason):
      return "The result could not be written to standard output: \(reason)."
    }
  }
}

extension String {
  /// As a shell takes it for one word.
  var quoted: String {
    let isPlain = utf8.allSatisfy { byte in
      byte >= 0x80 || UInt8(ascii: "a") <= byte && byte <= UInt8(ascii: "z")
        || UInt8(ascii: "A") <= byte && byte <= UInt8(ascii: "Z")
        || UInt8(ascii: "0") <= byte && byte <= UInt8(ascii: "9") || "/._-+,:@%".utf8.contains(byte)
    }
    return isPlain && !isEmpty
      ? self : "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }

  /// The folder that a path leads into.
  var folder: String {
    guard let slash = lastIndex(of: "/"), slash > startIndex else { return hasPrefix("/") ? "/" : "." }
    return String(self[..<slash])
  }
}

// MARK: Korean

extension StorePhrase {
  var korean: String {
    switch self {
    case .link(let path):
      return "\(path) 자리에 심볼릭 링크가 있어요. 링크 너머는 다른 사람의 것일 수 있어서 SegLab은 자기 폴더에서 링크를 따라가지 않아요. "
        + "`rm \(path.quoted)`\(.toward, after: path.quoted) 링크를 지워 주세요. 링크가 가리키던 것은 그대로 남고, SegLab이 필요한 것을 새로 만들어요. "
        + "다른 디스크를 쓰려면 실습 폴더 전체를 그 디스크에 두세요."
    case .notAFolder(let path):
      return "\(path) 자리에는 SegLab의 폴더가 있어야 하는데 다른 것이 있어요. "
        + "`mv \(path.quoted) \((path + ".old").quoted)`로 옮겨 두면 SegLab이 새로 만들어요."
    case .notAFile(let path):
      return "\(path) 자리에는 SegLab의 파일이 있어야 하는데 다른 것이 있어요. "
        + "`mv \(path.quoted) \((path + ".old").quoted)`로 옮겨 두면 SegLab이 새로 만들어요."
    case .foreign(let path, let owner):
      return "\(path) 폴더의 주인이 다른 사용자(번호 \(owner))라서 SegLab은 거기에 아무것도 쓰지 않아요. "
        + "`sudo chown -R $(id -u) \(path.quoted)`\(.toward, after: path.quoted) 주인을 바꾸거나, 본인의 실습 폴더에서 해 보세요."
    case .workingFolderGone: return "이 터미널이 있던 폴더가 없어졌어요. `cd`로 실습 폴더에 가서 다시 해 보세요."
    case .labIsLink(let path):
      return "\(path) 자리에 심볼릭 링크가 있어서 그대로 두었어요. 링크 너머에 실습 말고 다른 것이 있을 수 있어요. "
        + "`mv \(path.quoted) \((path + ".old").quoted)`로 옮겨 두면 실습 파일을 놓을 수 있어요."
    case .noHomeForKey:
      return "HOME도 XDG_STATE_HOME도 폴더를 가리키지 않아서, SegLab이 직접 만든 것을 알아보는 열쇠를 둘 곳이 없어요. "
        + "지금 컴파일하고 학습한 것은 다음에 다시 해야 해요. HOME에 본인의 폴더를 적어 주세요."
    case .keyUnsafe(let path):
      return "SegLab이 직접 만든 것을 알아보는 열쇠 \(path)에 다른 사람의 손이 닿을 수 있어서 쓰지 않았어요. "
        + "지금 컴파일하고 학습한 것은 다음에 다시 해야 해요. "
        + "`rm -f \(path.quoted) && chmod 700 \(path.folder.quoted)`\(.toward, after: path.folder.quoted) 지우면 SegLab이 새로 만들어요."
    case .keyNotKept(let path, let reason):
      return "SegLab이 직접 만든 것을 알아보는 열쇠를 \(path)에 둘 수 없어요: \(reason). "
        + "지금 컴파일하고 학습한 것은 다음에 다시 해야 해요. 쓸 권한이 있는지 확인해 보세요."
    case .programNotKept(let path, let reason):
      return "컴파일한 프로그램을 \(path)에 보관하지 못했어요: \(reason). 그래도 실행은 하고, 다음에는 다시 컴파일해요."
    case .runNotMadeHere(let run):
      return "보관된 실행 \(Josa.topic.after(String(run.prefix(12)))) 여기서 만든 것이 아니라서 다시 학습해요."
    case .runNotKept(let path, let reason):
      return "실행을 \(path)에 보관하지 못했어요: \(reason). 이번 결과는 그대로 쓸 수 있지만 다음에는 다시 학습해요."
    case .anotherTrains(let run):
      return "다른 SegLab이 같은 학습(실행 \(run.prefix(12)))\(.object, after: run.prefix(12)) 하고 있어서 그 결과를 기다려요."
    case .progressNotKept(let path, let reason):
      return "\(path) 파일을 쓰지 못했어요: \(reason). 이번 결과는 그대로지만 `seglab list`에는 나오지 않아요. "
        + "쓸 권한이 있는지, 디스크에 자리가 있는지 확인해 보세요."
    case .progressDamaged(let path, let aside):
      return "실습의 진행 상황을 담은 \(path) 파일을 읽을 수 없어서 \(Josa.toward.after(aside)) 옮겨 두었어요. 실습을 다시 실행하면 새로 기록해요."
    case .progressUnusable(let path, let reason):
      return "실습의 진행 상황을 담는 \(path) 파일을 쓸 수 없어요: \(reason). "
        + "`mv \(path.quoted) \((path + ".old").quoted)`로 옮겨 두면 SegLab이 새로 만들어요."
    case .progressNewer(let path, let form, let aside):
      return "\(path) 파일은 더 새로운 SegLab이 쓴 것(\(form.shown))이라서 \(Josa.toward.after(aside)) 옮겨 두었어요. "
        + "그 SegLab을 쓰면서 파일을 되돌려 놓거나, 이 SegLab으로 실습을 다시 실행해 주세요."
    case .progressForeign(let path, let aside):
      return "실습의 진행 상황을 담은 \(path) 파일에 내 봉인이 없어요. 폴더와 함께 왔거나 누가 고친 파일이라서 반영하지 않았어요. "
        + (aside.map { "\(Josa.toward.after($0)) 옮겨 두었어요. " } ?? "") + "실습을 실행하면 새로 기록해요."
    case .resultNotWritten(let reason): return "결과를 표준 출력에 쓰지 못했어요: \(reason)."
    }
  }
}
