internal import Foundation

/// The learner's module as it is linked into a program.
enum ModuleLibrary {
  /// What is to be linked for the archive at `path`: itself, or the objects that it should hold where it holds others, too.
  ///
  /// A package manager that builds again adds to an archive and takes nothing out of it: once a source was renamed or removed, what was
  /// compiled from it before stays in there, and defines things a second time. Which objects there should be is written beside the archive.
  ///
  /// - Parameters:
  ///   - path: the archive's file.
  ///   - archive: what stands in it; nil where that cannot be read.
  /// - Returns: the files.
  static func files(of path: String, holding archive: Data?) -> [String] {
    let map = Toolchain.folder(of: path) + "/SegLab.build/output-file-map.json"
    guard let text = FileManager.default.contents(atPath: map),
      let outputs = try? JSONDecoder().decode([String: Outputs].self, from: text),
      // Without a name stands what the whole module makes, and in most builds that is no object.
      case let objects = outputs.filter({ !$0.key.isEmpty }).values.compactMap(\.object),
      !objects.isEmpty, objects.allSatisfy(Toolchain.exists),
      let members = archive.flatMap(members)
    else { return [path] }
    let wanted = Set(objects.map { URL(fileURLWithPath: $0).lastPathComponent })
    return members.allSatisfy(wanted.contains) ? [path] : objects.sorted()
  }

  private struct Outputs: Decodable {
    let object: String?
  }

  private static let headLength = 60

  /// The names of the files in an archive, a whole file's bytes; nil where it is none.
  static func members(of archive: Data) -> [String]? {
    guard archive.starts(with: "!<arch>\n".utf8) else { return nil }
    var names: [String] = []
    // Names of more than 15 letters stand in a member of their own, each closed by a slash and a line break.
    var longNames = Data()
    var place = archive.startIndex + 8
    while place + headLength <= archive.endIndex {
      let head = archive[place..<place + headLength]
      let name = text(head.prefix(16))
      guard let length = Int(text(head.dropFirst(48).prefix(10))), length >= 0,
        length <= archive.endIndex - place - headLength
      else { return nil }
      let start = place + headLength
      switch name {
      case "/", "/SYM64/": break
      case "//": longNames = archive[start..<start + length]
      case _ where name.hasPrefix("/"):
        guard let offset = Int(name.dropFirst()), offset >= 0, offset < longNames.count else { return nil }
        names.append(text(longNames.dropFirst(offset).prefix { $0 != UInt8(ascii: "\n") }).trimmingSuffix("/"))
      default: names.append(name.trimmingSuffix("/"))
      }
      place = start + length + length % 2
    }
    return names
  }

  private static func text(_ bytes: Data) -> String {
    String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespaces)
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
