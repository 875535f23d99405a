import Files
import Foundation
import Testing

@Suite struct SecretFileTests {
  private let drawn = [UInt8](0..<32)

  private func folder(in place: Place) throws -> OwnFolder {
    try OwnFolder(place.path("seglab"), for: .making(mode: 0o700))
  }

  @Test func `it is made once, and read by its user alone`() throws {
    try Place.with { place in
      let folder = try folder(in: place)
      #expect(try SecretFile.bytes(of: "key", in: folder, or: drawn) == drawn)
      #expect(try SecretFile.bytes(of: "key", in: folder, or: drawn.reversed()) == drawn)
      var facts = stat()
      #expect(stat(place.path("seglab/key"), &facts) == 0 && facts.st_mode & 0o777 == 0o600)
      #expect(stat(place.path("seglab"), &facts) == 0 && facts.st_mode & 0o777 == 0o700)
      #expect(try place.names("seglab") == ["key"])
    }
  }

  enum Harm: CaseIterable { case readable, link, short, long, folderIsOpen, pipe, foreign }

  @Test(arguments: Harm.allCases) func `what others could have made or read is refused`(harm: Harm) throws {
    guard harm != .foreign || geteuid() == 0 else { return }
    try Place.with { place in
      let folder = try folder(in: place)
      _ = try SecretFile.bytes(of: "key", in: folder, or: drawn)
      let path = place.path("seglab/key")
      switch harm {
      case .readable: chmod(path, 0o640)
      case .link:
        rename(path, path + "-real")
        try place.link("seglab/key", to: "key-real")
      case .short: truncate(path, 31)
      case .long: truncate(path, 33)
      case .folderIsOpen: chmod(place.path("seglab"), 0o770)
      case .pipe:
        unlink(path)
        mkfifo(path, 0o600)
      case .foreign: chown(path, 1234, 1234)
      }
      #expect(throws: SecretFile.Fault.unsafe(path: path)) { try SecretFile.bytes(of: "key", in: folder, or: drawn) }
    }
  }

  @Test func `many at once get the same bytes`() throws {
    try Place.with { place in
      let folder = try folder(in: place)
      nonisolated(unsafe) var found = [[UInt8]?](repeating: nil, count: 20)
      let lock = NSLock()
      DispatchQueue.concurrentPerform(iterations: 20) { number in
        let bytes = try? SecretFile.bytes(of: "key", in: folder, or: [UInt8](repeating: UInt8(number), count: 32))
        lock.withLock { found[number] = bytes }
      }
      #expect(Set(found).count == 1 && found[0] != nil)
      #expect(try place.names("seglab") == ["key"])
    }
  }
}
