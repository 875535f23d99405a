import Files
import Foundation
import Testing

struct AtomicFileTests {
  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("seglab-files-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  @Test func aFileIsReplacedWholeAndNothingIsLeftBeside() throws {
    try withFolder { folder in
      let place = folder.appendingPathComponent("a.txt").path
      try AtomicFile.write("old", to: place)
      try AtomicFile.write("new words", to: place)
      #expect(try String(contentsOfFile: place, encoding: .utf8) == "new words")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.txt"])
    }
  }

  @Test func manyWritesOfOneFileAtOnceLeaveOneOfThemWhole() throws {
    try withFolder { folder in
      let place = folder.appendingPathComponent("a.program").path
      DispatchQueue.concurrentPerform(iterations: 40) { number in
        let bytes = [UInt8](repeating: UInt8(number), count: 20_000)
        do { try AtomicFile.write(bytes, to: place, mode: 0o700) } catch { Issue.record(error) }
      }
      let found = try FileBytes.read(place, limit: 20_000)
      #expect(found.count == 20_000 && Set(found).count == 1)
      #expect(FileManager.default.isExecutableFile(atPath: place))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.program"])
    }
  }

  @Test func aMissingFolderIsRefusedWithTheSystemsReason() throws {
    try withFolder { folder in
      let place = folder.appendingPathComponent("none/a.txt").path
      #expect {
        try AtomicFile.write("words", to: place)
      } throws: { error in
        (error as? AtomicFile.Fault)?.reason == "No such file or directory"
      }
    }
  }

  @Test func aFolderInPlaceOfTheFileIsRefusedAndStays() throws {
    try withFolder { folder in
      let place = folder.appendingPathComponent("taken")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      #expect(throws: AtomicFile.Fault.self) { try AtomicFile.write("words", to: place.path) }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["taken"])
    }
  }

  @Test func aFileLargerThanAgreedIsNotRead() throws {
    try withFolder { folder in
      let place = folder.appendingPathComponent("a.txt").path
      try AtomicFile.write("12345", to: place)
      #expect(try FileBytes.read(place, limit: 5) == Array("12345".utf8))
      #expect(throws: FileBytes.Fault.tooLarge(path: place, bytes: 5, limit: 4)) { try FileBytes.read(place, limit: 4) }
      #expect(throws: FileBytes.Fault.notAFile(path: folder.path)) { try FileBytes.read(folder.path, limit: 4) }
    }
  }
}
