import Files
import Foundation
import Messages
import Testing

@testable import Digests
@testable import Workbench

/// The cache of compiled programs, in a folder that may come from somebody else.
@Suite struct ProgramCacheTests {
  private static let key = String(repeating: "0a", count: 16)
  private let owner = SealKey.ephemeral()

  private func with(_ body: (String) throws -> Void) throws {
    let folder = Bench.folder("programs") + "/.seglab/cache"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func cache(_ folder: String) throws -> ProgramCache { try ProgramCache(folder: folder, key: owner) }

  private func program(_ found: Compilation?) throws -> (path: String, bytes: [UInt8])? {
    guard case .program(let path, _)? = found else { return nil }
    return (path, try FileBytes.read(path, limit: 100))
  }

  @Test func `what was kept is found again, as a copy that only its user can look at`() throws {
    try with { folder in
      _ = try cache(folder).keep([1, 2, 3], messages: [], under: Self.key)
      let again = try cache(folder)
      let (path, bytes) = try #require(try program(again.find(Self.key)))
      #expect(bytes == [1, 2, 3] && path != "\(folder)/\(Self.key).program")
      var facts = stat()
      let above = URL(fileURLWithPath: path).deletingLastPathComponent().path
      #expect(stat(above, &facts) == 0 && facts.st_mode & 0o777 == 0o700)
      // What happens to the cache afterwards does not reach what runs.
      try Data([9, 9, 9]).write(to: URL(fileURLWithPath: "\(folder)/\(Self.key).program"))
      #expect(try FileBytes.read(path, limit: 9) == [1, 2, 3])
      #expect(again.remark == nil)
    }
  }

  @Test func `its folders go with it`() throws {
    try with { folder in
      do {
        let cache = try cache(folder)
        _ = try cache.keep([1], messages: [], under: Self.key)
        _ = try cache.makeScratch()
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(Set(names) == ["\(Self.key).json", "\(Self.key).program"])
    }
  }

  enum Harm: CaseIterable {
    case otherProgram, otherKey, otherUser, noSeal, oldForm, noteOfMistakes, link, pipe, sparse
  }

  @Test(.timeLimit(.minutes(5)), arguments: Harm.allCases)
  func `what was not made here counts as not there`(harm: Harm) throws {
    try with { folder in
      let other = String(repeating: "0b", count: 16)
      _ = try cache(folder).keep([1, 2, 3], messages: [], under: Self.key)
      _ = try cache(folder).keep([4, 5, 6], messages: [], under: other)
      _ = try cache(folder).keep([], under: String(repeating: "0c", count: 16))
      let (note, program) = ("\(folder)/\(Self.key).json", "\(folder)/\(Self.key).program")
      let text = try String(contentsOfFile: note, encoding: .utf8)
      switch harm {
      case .otherProgram: try Data([4, 5, 6]).write(to: URL(fileURLWithPath: program))
      case .otherKey:
        try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(other).json")).write(to: URL(fileURLWithPath: note))
        try Data([4, 5, 6]).write(to: URL(fileURLWithPath: program))
      case .otherUser:
        _ = try ProgramCache(folder: folder, key: .ephemeral()).keep([4, 5, 6], messages: [], under: Self.key)
      case .noSeal:
        let entry = #"{"note":{"bytes":3,"digest":"x","messages":[],"version":2},"seal":""}"#
        try entry.write(toFile: note, atomically: true, encoding: .utf8)
      case .oldForm:
        try #"{"bytes":3,"messages":[],"version":1}"#.write(toFile: note, atomically: true, encoding: .utf8)
      case .noteOfMistakes:
        try text.replacing(#""bytes":3,"#, with: "").write(toFile: note, atomically: true, encoding: .utf8)
      case .link:
        try FileManager.default.moveItem(atPath: program, toPath: program + "-real")
        try FileManager.default.createSymbolicLink(atPath: program, withDestinationPath: program + "-real")
      case .pipe:
        unlink(note)
        mkfifo(note, 0o600)
      case .sparse: truncate(note, 100 << 30)
      }
      #expect(try cache(folder).find(Self.key) == nil)
    }
  }

  @Test func `a folder in which nothing can be kept is no reason not to run`() throws {
    try with { folder in
      let elsewhere = Bench.folder("elsewhere")
      try FileManager.default.createDirectory(
        atPath: URL(fileURLWithPath: folder).deletingLastPathComponent().path, withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(atPath: folder, withDestinationPath: elsewhere)
      let cache = try cache(folder)
      let (path, bytes) = try #require(try program(cache.keep([1, 2], messages: [], under: Self.key)))
      #expect(bytes == [1, 2] && !path.hasPrefix(elsewhere) && !path.hasPrefix(folder))
      #expect(cache.remark == .programNotKept(path: folder, reason: "a symbolic link stands there"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: elsewhere).isEmpty)
    }
  }

  @Test func `only entries of its own are cleared away`() throws {
    try with { folder in
      let cache = try cache(folder)
      for name in ["thesis.json", "\(Self.key).txt", "draft.json.9.part"] {
        try "mine".write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
      }
      for number in 0..<70 {
        let digits = String(number, radix: 16)
        _ = cache.keep([], under: String(repeating: "0", count: 32 - digits.count) + digits)
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(names.count { $0.hasSuffix(".json") && $0 != "thesis.json" } == 64)
      #expect(Set(names).isSuperset(of: ["thesis.json", "\(Self.key).txt", "draft.json.9.part"]))
    }
  }
}
