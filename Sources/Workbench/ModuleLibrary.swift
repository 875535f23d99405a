internal import Foundation

/// The learner's module as it is linked into a program.
enum ModuleLibrary {
  /// What is to be linked for the archive at `path`: itself, or the objects that it should hold where it holds others, too.
  ///
  /// A package manager that builds again adds to an archive and takes nothing out of it: once a source was renamed or removed, what was
  /// compiled from it before stays in there, and defines things a second time. Which objects there should be is written beside the archive.
  static func files(of path: String) -> [String] {
    let map = Toolchain.folder(of: path) + "/SegLab.build/output-file-map.json"
    guard let text = FileManager.default.contents(atPath: map),
      let outputs = try? JSONDecoder().decode([String: Outputs].self, from: text),
      // Without a name stands what the whole module makes, and in most builds that is no object.
      case let objects = outputs.filter({ !$0.key.isEmpty }).values.compactMap(\.object),
      !objects.isEmpty, objects.allSatisfy(Toolchain.exists),
      let members = members(of: path)
    else { return [path] }
    let wanted = Set(objects.map { URL(fileURLWithPath: $0).lastPathComponent })
    return members.allSatisfy(wanted.contains) ? [path] : objects.sorted()
  }

  private struct Outputs: Decodable {
    let object: String?
  }

  private static let headLength = 60

  /// The names of the files in the archive at `path`; nil where it is none. Only their heads are read: it is megabytes.
  static func members(of path: String) -> [String]? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    guard let end = try? file.seekToEnd() else { return nil }
    let length = Int(clamping: end)
    func bytes(_ count: Int, at place: Int) -> Data? {
      guard place >= 0, count >= 0, place <= length - count, (try? file.seek(toOffset: UInt64(place))) != nil
      else { return nil }
      let read = try? file.read(upToCount: count)
      return read?.count == count ? read : nil
    }
    guard bytes(8, at: 0) == Data("!<arch>\n".utf8) else { return nil }
    var names: [String] = []
    // Names of more than 15 letters stand in a member of their own, each closed by a slash and a line break.
    var longNames = Data()
    var place = 8
    while let head = bytes(headLength, at: place) {
      let name = text(head.prefix(16))
      let start = place + headLength
      guard let size = Int(text(head.dropFirst(48).prefix(10))), size >= 0, size <= length - start else {
        return nil
      }
      switch name {
      case "/", "/SYM64/": break
      case "//":
        guard size <= mostNameBytes, let all = bytes(size, at: start) else { return nil }
        longNames = all
      case _ where name.hasPrefix("/"):
        guard let offset = Int(name.dropFirst()), offset >= 0, offset < longNames.count else { return nil }
        names.append(text(longNames.dropFirst(offset).prefix { $0 != UInt8(ascii: "\n") }).trimmingSuffix("/"))
      default: names.append(name.trimmingSuffix("/"))
      }
      place = start + size + size % 2
    }
    return names
  }

  /// More of long names is none of ours: 1 MiB.
  private static let mostNameBytes = 1 << 20

  private static func text(_ bytes: Data) -> String {
    String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespaces)
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
