import Files
import Foundation
import Testing

@Suite struct FileBytesTests {
  private let path = NSTemporaryDirectory() + "bytes-" + UUID().uuidString

  @Test func `a file is read whole, up to the limit and not beyond`() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data([1, 2, 3]).write(to: URL(fileURLWithPath: path))
    #expect(try FileBytes.read(path, limit: 3) == [1, 2, 3])
    #expect(throws: FileBytes.Fault.tooLarge(path: path, bytes: 3, limit: 2)) { try FileBytes.read(path, limit: 2) }
    try Data().write(to: URL(fileURLWithPath: path))
    #expect(try FileBytes.read(path, limit: 0) == [])
  }

  @Test func `a folder is not read, a pipe is not waited for, and what is missing is told`() {
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(throws: FileBytes.Fault.notAFile(path: "/tmp")) { try FileBytes.read("/tmp", limit: 9) }
    let missing = FileBytes.Fault.refused(path: path, code: ENOENT)
    #expect(throws: missing) { try FileBytes.read(path, limit: 9) }
    #expect(missing.systemReason == "No such file or directory")
    #expect(mkfifo(path, 0o600) == 0)
    #expect(throws: FileBytes.Fault.notAFile(path: path)) { try FileBytes.read(path, limit: 9) }
  }

  @Test func `a file written in parts holds them one after the other`() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    try AtomicFile.write(parts: [[1, 2], [], [3]], to: path)
    #expect(try FileBytes.read(path, limit: 9) == [1, 2, 3])
  }
}
