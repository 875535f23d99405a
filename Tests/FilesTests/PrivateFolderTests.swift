import Files
import Foundation
import Testing

@Suite struct PrivateFolderTests {
  @Test func `nobody else may look into it, and it goes with everything in it`() throws {
    try Place.with { place in
      try place.makeFolder(".seglab/cache")
      try place.write("precious", to: "precious/text")
      var folder: PrivateFolder? = try PrivateFolder(in: OwnFolder(place.path(".seglab/cache"), for: .writing))
      let path = try #require(folder?.path)
      var facts = stat()
      #expect(stat(path, &facts) == 0 && facts.st_mode & 0o777 == 0o700)
      let file = try #require(try folder?.write([1, 2], as: "program", mode: 0o700))
      #expect(FileManager.default.isExecutableFile(atPath: file))
      let inner = try #require(try folder?.makeFolder("scratch"))
      try FileManager.default.createSymbolicLink(atPath: inner + "/link", withDestinationPath: place.path("precious"))
      folder = nil
      #expect(try place.names(".seglab/cache").isEmpty)
      #expect(try place.text("precious/text") == "precious")
    }
  }

  @Test func `one that is held stays, one that a killed process left goes with the next`() throws {
    try Place.with { place in
      try place.write("x", to: ".seglab/cache/seglab-private-0123456789abcdef/program")
      try place.write("x", to: ".seglab/cache/seglab-private-mine/program")
      let cache = try OwnFolder(place.path(".seglab/cache"), for: .writing)
      let first = try PrivateFolder(in: cache)
      let second = try PrivateFolder(in: cache)
      let names = [first, second].map { URL(fileURLWithPath: $0.path).lastPathComponent }
      #expect(try Set(place.names(".seglab/cache")) == Set(names + ["seglab-private-mine"]))
    }
  }

  @Test func `there is one among temporary files`() throws {
    let folder = try PrivateFolder.temporary()
    #expect(try FileBytes.read(folder.write([7], as: "a", mode: 0o600), limit: 1) == [7])
  }
}
