import Foundation
import Messages
import Testing

@testable import Grading

struct ZipTests {
  private func zip(_ files: [(String, String)]) -> [UInt8] {
    var writer = ZipWriter()
    for (name, text) in files { writer.add(name, Array(text.utf8)) }
    return writer.bytes
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let long = String(repeating: "합성곱 ", count: 5000)
    let archive = try ZipArchive(zip([("김철수/labs/02-fcn.md", long), ("b.md", "x")]))
    #expect(archive.troubles.isEmpty)
    #expect(archive.entries.map(\.path) == [["김철수", "labs", "02-fcn.md"], ["b.md"]])
    #expect(try archive.read(archive.entries[0], limit: 1 << 20) == Array(long.utf8))
  }

  @Test(arguments: ["../up.md", "a/../../up.md", "/etc/passwd", "C:\\x.md", "a\\..\\..\\b.md", "x\0y.md"])
  func noNameLeadsOut(name: String) throws {
    let archive = try ZipArchive(zip([(name, "x"), ("good.md", "y")]))
    #expect(archive.entries.map(\.path) == [["good.md"]])
    #expect(archive.troubles == [.escapes])
  }

  @Test func whatIsThereTwiceIsNotThere() throws {
    let archive = try ZipArchive(zip([("a.md", "1"), ("A.md", "2"), ("b.md", "3")]))
    #expect(archive.entries.map(\.path) == [["b.md"]])
    #expect(archive.troubles == [.duplicate])
  }

  @Test func linksAreNotFollowed() throws {
    var bytes = zip([("a.md", "/etc/passwd")])
    // The mode of the only entry, in the directory.
    let at = try #require(bytes.firstRange(of: [0x50, 0x4B, 1, 2])).lowerBound + 40
    bytes[at] = 0xFF
    bytes[at + 1] = 0xA1
    let archive = try ZipArchive(bytes)
    #expect(archive.entries.isEmpty)
    #expect(archive.troubles == [.link])
  }

  @Test func aBombIsNotUnpacked() throws {
    let bytes = zip([("a.md", String(repeating: "0", count: 8 << 20))])
    let archive = try ZipArchive(bytes)
    #expect(throws: SubmissionPhrase.ZipTrouble.tooLarge(limit: 1 << 20)) {
      try archive.read(archive.entries[0], limit: 1 << 20)
    }
    // One that says that it is small.
    var lying = bytes
    let at = try #require(lying.firstRange(of: [0x50, 0x4B, 1, 2])).lowerBound + 24
    lying.replaceSubrange(at..<at + 4, with: [16, 0, 0, 0])
    let other = try ZipArchive(lying)
    #expect(throws: SubmissionPhrase.ZipTrouble.damaged) { try other.read(other.entries[0], limit: 1 << 20) }
  }

  /// Many names for the same bytes would have them unpacked once for each.
  @Test func filesThatLieOneOverTheOtherAreRefused() throws {
    var random = SystemRandomNumberGenerator()
    let text = (0..<2000).map { _ in String(UInt8.random(in: 33...126, using: &random)) }.joined()
    let bytes = zip([("a.md", text)])
    let start = try #require(bytes.firstRange(of: [0x50, 0x4B, 1, 2])).lowerBound
    let record = Array(bytes[start..<bytes.count - 22])
    var end = Array(bytes[(bytes.count - 22)...])
    var directory = record
    for letter in "bc".utf8 { directory += record.dropLast(4) + [letter] + record.suffix(3) }
    end[8] = 3
    end[10] = 3
    end.replaceSubrange(12..<14, with: [UInt8(directory.count & 0xFF), UInt8(directory.count >> 8)])
    #expect(throws: SubmissionPhrase.ZipTrouble.damaged) {
      try ZipArchive(Array(bytes[..<start]) + directory + end)
    }
  }

  /// Cut, and with any byte changed: an error or a file, never a trap.
  @Test func damagedArchivesAreRefused() {
    let bytes = zip([("a/b.md", String(repeating: "xyz", count: 100)), ("c.md", "c")])
    for length in 0..<bytes.count { open(Array(bytes[..<length])) }
    for index in bytes.indices {
      for value: UInt8 in [0, 0x7F, 0xFF] {
        var damaged = bytes
        damaged[index] = value
        open(damaged)
      }
    }
  }

  private func open(_ bytes: [UInt8]) {
    guard let archive = try? ZipArchive(bytes) else { return }
    for entry in archive.entries { _ = try? archive.read(entry, limit: 1 << 16) }
  }

  @Test func namesOfWindowsInKoreaAreRead() {
    let cp949: [UInt8] = [0xB1, 0xE8, 0xC3, 0xB6, 0xBC, 0xF6]
    #expect(ZipName.text(of: cp949, isUTF8: false) == "김철수")
    // macOS takes Hangul apart.
    let apart = "김철수.md".decomposedStringWithCanonicalMapping
    #expect(ZipName.path(of: apart) == ["김철수.md"])
  }
}
