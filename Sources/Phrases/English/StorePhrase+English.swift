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
    case .labIsNoFile(let path):
      return "\(path) is no file that a lab could be, so it was left alone. "
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
    case .progressNewer(let path, let form):
      return "\(path) was written by a newer SegLab (\(form.shown)), so it is neither read nor changed. "
        + "Use that SegLab in this course, or move the file away."
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
