import Files
import Foundation
import Testing

@testable import Digests

@Suite struct SealKeyTests {
  /// RFC 4231, test cases 1 to 3, 6 and 7.
  @Test(arguments: [
    (
      [UInt8](repeating: 0x0B, count: 20), Array("Hi There".utf8),
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
    ),
    (
      Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ),
    (
      [UInt8](repeating: 0xAA, count: 20), [UInt8](repeating: 0xDD, count: 50),
      "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
    ),
    (
      [UInt8](repeating: 0xAA, count: 131), Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    ),
  ])
  func `codes are those of the standard`(key: [UInt8], text: [UInt8], expected: String) {
    #expect(HMAC.code(for: text, key: key).hexadecimal == expected)
    var pieces = HMAC(key: key)
    for byte in text { pieces.update(data: [byte]) }
    #expect(pieces.finalize().hexadecimal == expected)
    #expect(pieces.finalize().equals(Array(HMAC.code(for: text, key: key))))
  }

  private func withHome(_ body: (String) throws -> Void) throws {
    let home = FileManager.default.temporaryDirectory.appendingPathComponent("seglab-key-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: home) }
    try body(home)
  }

  @Test func `the key is made once, below the state's folder or the home`() throws {
    try withHome { home in
      let first = SealKey.load(environment: ["XDG_STATE_HOME": home + "/state", "HOME": home])
      let again = SealKey.load(environment: ["XDG_STATE_HOME": home + "/state"])
      #expect(first.problem == nil && again.problem == nil)
      #expect(first.key.seal("a", [1]) == again.key.seal("a", [1]))
      #expect(FileManager.default.fileExists(atPath: home + "/state/seglab/seal.key"))
      let other = SealKey.load(environment: ["XDG_STATE_HOME": "relative", "HOME": home])
      #expect(other.problem == nil && other.key.seal("a", [1]) != first.key.seal("a", [1]))
      #expect(FileManager.default.fileExists(atPath: home + "/.local/state/seglab/seal.key"))
    }
  }

  @Test func `where there can be no key, one of this process takes its place`() throws {
    #expect(SealKey.load(environment: [:]).problem == .noHome)
    #expect(SealKey.load(environment: [:]).key.seal("a") == SealKey.ofThisProcess.seal("a"))
    guard case .refused? = SealKey.load(environment: ["HOME": "/proc/none"]).problem else {
      Issue.record("nothing can be made in /proc")
      return
    }
    try withHome { home in
      _ = SealKey.load(environment: ["HOME": home])
      let path = home + "/.local/state/seglab/seal.key"
      chmod(path, 0o644)
      let found = SealKey.load(environment: ["HOME": home])
      #expect(found.problem == .unsafe(path: path))
      #expect(found.key.seal("a") == SealKey.ofThisProcess.seal("a"))
    }
  }

  @Test func `a seal is of one purpose, of these parts, and of this key`() {
    let key = SealKey.ephemeral()
    let seals = [
      key.seal("a", [1], [2, 3]), key.seal("b", [1], [2, 3]), key.seal("a", [1, 2], [3]), key.seal("a", [1, 2, 3]),
      key.seal("a", [1], [2, 3], []), SealKey.ephemeral().seal("a", [1], [2, 3]),
    ]
    #expect(Set(seals).count == seals.count)
    #expect(key.seal("a", [1], [2, 3]) == seals[0])
    #expect(key.derived("cases") == key.derived("cases") && key.derived("cases") != key.derived("other"))
    #expect(key.derived("cases") != SealKey.ephemeral().derived("cases"))
  }
}
