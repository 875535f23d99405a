import Files
import Foundation
import Testing

struct ScratchFileTests {
  @Test func `what was added is found again, and nobody else finds it`() throws {
    try Place.with { place in
      let file = try ScratchFile(in: OwnFolder(place.folder.path, for: .writing))
      let places = try (0..<500).map { number in try file.add("text \(number)".utf8) }
      let empty = try file.add([])
      for number in [499, 0, 250] {
        #expect(try String(decoding: file.bytes(at: places[number]), as: UTF8.self) == "text \(number)")
      }
      #expect(try file.bytes(at: empty).isEmpty)
      #expect(try place.names().isEmpty)
    }
  }

  @Test func `a part of a file is read, and not beyond its end`() throws {
    try Place.with { place in
      try place.write("0123456789", to: "file")
      try place.link("link", to: "file")
      let folder = try OwnFolder(place.folder.path)
      #expect(try folder.read("file", at: 3, count: 4) == Array("3456".utf8))
      #expect(try folder.read("file", at: 10, count: 0).isEmpty)
      for (offset, count) in [(3, 8), (11, 0), (-1, 2), (0, -1), (.max, 1), (1, .max)] {
        #expect(throws: FileBytes.Fault.notAFile(path: folder.path + "/file")) {
          try folder.read("file", at: offset, count: count)
        }
      }
      #expect(throws: FileBytes.Fault.notAFile(path: folder.path + "/link")) {
        try folder.read("link", at: 0, count: 1)
      }
    }
  }
}
