import Digests
import Testing

/// Expected values: FIPS 180-4's own examples.
struct SHA256Tests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func knownTextsHaveTheirKnownDigests(text: String, digest: String) {
    #expect(SHA256.hash(data: text.utf8).hexadecimal == digest)
  }

  @Test func inPiecesItIsTheSameAsAtOnce() {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 * 7) }
    var hash = SHA256()
    for start in stride(from: 0, to: 1000, by: 37) { hash.update(data: bytes[start..<min(1000, start + 37)]) }
    #expect(hash.finalize() == SHA256.hash(data: bytes))
  }

  @Test func aCopyGoesOnByItself() {
    var first = SHA256()
    first.update(data: "a".utf8)
    var second = first
    second.update(data: "b".utf8)
    #expect(first.finalize() == SHA256.hash(data: "a".utf8))
    #expect(second.finalize() == SHA256.hash(data: "ab".utf8))
  }
}
