import Files
import Foundation
import Testing

/// SegLab's own folder in a course that may come from anybody.
@Suite struct OwnFolderTests {
  @Test(arguments: [".seglab", ".seglab/data", ".seglab/data/hearts"])
  func `a link anywhere from the state's folder on is refused, and nothing comes behind it`(name: String) throws {
    try Place.with { place in
      try place.makeFolder("elsewhere/data/hearts")
      try place.makeFolder("elsewhere/hearts")
      try place.makeFolder(URL(fileURLWithPath: name).deletingLastPathComponent().relativePath)
      try place.link(name, to: place.path("elsewhere"))
      let file = place.path(".seglab/data/hearts/set.json")
      let expected = FileFault(path: place.path(name), cause: .link)
      #expect(fault { try AtomicFile.write("words", to: file, kind: .own) } == expected)
      #expect(fault { _ = try OwnFolder(place.path(".seglab/data/hearts"), for: .making(mode: 0o755)) } == expected)
      #expect(fault { _ = try OwnFolder(place.path(".seglab/data/hearts")) } == expected)
      #expect(try place.names("elsewhere") == ["data", "hearts"] && place.names("elsewhere/hearts").isEmpty)
    }
  }

  @Test func `a link above it is the user's own, and followed`() throws {
    try Place.with { place in
      try place.makeFolder("disk/course")
      try place.link("course", to: "disk/course")
      let folder = try OwnFolder(place.path("course/.seglab/runs"), for: .making(mode: 0o700))
      try folder.write(Array("words".utf8), as: "a")
      #expect(try place.text("disk/course/.seglab/runs/a") == "words")
    }
  }

  @Test func `a link, a pipe or a folder in place of a file is refused and stays`() throws {
    try Place.with { place in
      try place.makeFolder(".seglab/folder")
      try place.write("precious", to: "precious.txt")
      try place.link(".seglab/link", to: place.path("precious.txt"))
      try #require(mkfifo(place.path(".seglab/pipe"), 0o600) == 0)
      let folder = try OwnFolder(place.path(".seglab"), for: .writing)
      for (name, cause) in [("link", FileFault.Cause.link), ("pipe", .notAFile), ("folder", .notAFile)] {
        let expected = FileFault(path: place.path(".seglab/\(name)"), cause: cause)
        #expect(fault { try AtomicFile.write("words", to: place.path(".seglab/\(name)"), kind: .own) } == expected)
        #expect(fault { _ = try folder.lock(name) } == expected)
        #expect(throws: FileBytes.Fault.self) { try folder.read(name, limit: 100) }
      }
      #expect(try place.text("precious.txt") == "precious")
      #expect(try place.names(".seglab") == ["folder", "link", "pipe"])
    }
  }

  @Test func `a file in place of a folder is refused`() throws {
    try Place.with { place in
      try place.write("x", to: ".seglab")
      let expected = FileFault(path: place.path(".seglab"), cause: .notAFolder)
      #expect(fault { _ = try OwnFolder(place.path(".seglab/runs"), for: .making(mode: 0o755)) } == expected)
    }
  }

  @Test(.enabled(if: geteuid() == 0, "needs to be root"))
  func `another user's folder is read and not written`() throws {
    try Place.with { place in
      try place.write("words", to: ".seglab/a")
      try #require(chown(place.path(".seglab"), 1234, 1234) == 0)
      #expect(try OwnFolder(place.path(".seglab")).read("a", limit: 9) == Array("words".utf8))
      let expected = FileFault(path: place.path(".seglab"), cause: .foreign(owner: 1234))
      #expect(fault { _ = try OwnFolder(place.path(".seglab"), for: .writing) } == expected)
    }
  }

  @Test func `two names change places`() throws {
    try Place.with { place in
      try place.write("old", to: ".seglab/old/a")
      try place.write("new", to: ".seglab/new/a")
      let folder = try OwnFolder(place.path(".seglab"), for: .writing)
      #expect(folder.exchange("old", "new"))
      #expect(try place.text(".seglab/old/a") == "new" && place.text(".seglab/new/a") == "old")
      #expect(!folder.exchange("old", "none"))
    }
  }

  @Test func `what is being written is held, and what a killed writer left is not`() throws {
    try Place.with { place in
      try place.makeFolder(".seglab")
      let folder = try OwnFolder(place.path(".seglab"), for: .writing)
      var held: String?
      try folder.write(
        parts: AnySequence<ContiguousArray<UInt8>> {
          AnyIterator {
            guard held == nil else { return nil }
            held = folder.names.first { PartName.target(of: $0) == "a.json" }
            if let held { #expect(!folder.removeUnlessHeld(held)) }
            return [1, 2]
          }
        }, as: "a.json")
      try #require(held != nil)
      #expect(try place.names(".seglab") == ["a.json"])
      try place.write("left", to: ".seglab/a.json.0123456789abcdef.part")
      #expect(folder.removeUnlessHeld("a.json.0123456789abcdef.part"))
      #expect(try place.names(".seglab") == ["a.json"])
    }
  }

  @Test func `a lock keeps the second out until the first is gone`() throws {
    try Place.with { place in
      try place.makeFolder(".seglab")
      let folder = try OwnFolder(place.path(".seglab"), for: .writing)
      var lock = try folder.lock("lock")
      #expect(try lock != nil && folder.lock("lock") == nil)
      lock = nil
      #expect(try folder.lock("lock") != nil)
    }
  }

  @Test(arguments: [
    ("a.json.0123456789abcdef.part", "a.json"), ("draft.999999.part", nil), (".0123456789abcdef.part", nil),
    ("0123456789abcdef.part", nil), ("a.0123456789ABCDEF.part", nil), ("a.0123456789abcdef.part~", nil),
    ("a.0123456789abcde.part", nil),
  ])
  func `only names of the exact form are taken for parts`(name: String, target: String?) {
    #expect(PartName.target(of: name) == target)
  }

  @Test func `a name that is drawn is taken for a part of what it was drawn for`() {
    #expect((0..<100).allSatisfy { _ in PartName.target(of: PartName.make(for: "a.b")) == "a.b" })
    #expect(Set((0..<100).map { _ in PartName.make(for: "a") }).count == 100)
  }
}
