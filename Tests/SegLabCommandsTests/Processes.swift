import Foundation

/// The system's processes, as Linux tells of them.
enum Processes {
  /// The words of `/proc/PID/stat` behind the program's name: its state, its parent.
  private static func facts(_ number: Int32) -> [Substring]? {
    guard let text = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8),
      let end = text.lastIndex(of: ")")
    else {
      return nil
    }
    return text[text.index(after: end)...].split(separator: " ")
  }

  /// Whether a process is no more, or nothing but its name is left of it.
  static func hasEnded(_ number: Int32) -> Bool { facts(number).map { $0[0] == "Z" || $0[0] == "X" } ?? true }

  /// The processes that `parent` started with `word` as their last argument.
  static func children(of parent: Int32, running word: String) -> [Int32] {
    let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.compactMap { Int32($0) } ?? []
    return numbers.filter { number in
      guard let facts = facts(number), facts.count > 1, facts[1] == "\(parent)", facts[0] != "Z" else { return false }
      let arguments = (try? Data(contentsOf: URL(fileURLWithPath: "/proc/\(number)/cmdline"))) ?? Data()
      return String(decoding: arguments, as: UTF8.self).split(separator: "\0").last == Substring(word)
    }
  }

  /// Whether a process has a file or folder open that lies in `folder`: of several that do the same, the one that works there.
  static func works(_ number: Int32, in folder: URL) -> Bool {
    let path = folder.resolvingSymlinksInPath().path
    let open = "/proc/\(number)/fd"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: open)) ?? []
    return names.contains { name in
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "\(open)/\(name)"))?.hasPrefix(path + "/") == true
    }
  }

  /// Everything that `ancestor` started, by itself or by what it started, which has not ended.
  static func descendants(of ancestor: Int32) -> Set<Int32> {
    let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.compactMap { Int32($0) } ?? []
    var parents: [Int32: Int32] = [:]
    for number in numbers {
      guard let facts = facts(number), facts.count > 1, facts[0] != "Z" else { continue }
      parents[number] = Int32(facts[1])
    }
    var found: Set<Int32> = [ancestor]
    while true {
      let more = parents.filter { !found.contains($0.key) && found.contains($0.value) }.map(\.key)
      if more.isEmpty { return found.subtracting([ancestor]) }
      found.formUnion(more)
    }
  }

  /// What a process is called by the kernel: the first 15 letters of its program's file.
  static func name(of number: Int32) -> String? {
    (try? String(contentsOfFile: "/proc/\(number)/comm", encoding: .utf8))?.trimmingCharacters(in: .newlines)
  }
}
