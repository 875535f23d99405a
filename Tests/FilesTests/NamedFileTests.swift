import Files
import Foundation
import Testing

/// Files at places that a user names, whatever stands there.
@Suite struct NamedFileTests {
  @Test(.enabled(if: geteuid() == 0, "needs to be root"))
  func `a device is written through, and stays a device`() throws {
    try Place.with { place in
      try #require(mknod(place.path("null"), S_IFCHR | 0o666, 0x103) == 0)
      try AtomicFile.write("words", to: place.path("null"))
      var facts = stat()
      #expect(lstat(place.path("null"), &facts) == 0 && facts.st_mode & S_IFMT == S_IFCHR)
      #expect(try place.names() == ["null"])
    }
  }

  @Test(.enabled(if: geteuid() == 0, "needs to be root"))
  func `a device that is full says so`() throws {
    try Place.with { place in
      // One of the test's own: the machine's would be lost to a program that gets this wrong.
      try #require(mknod(place.path("full"), S_IFCHR | 0o666, 0x107) == 0)
      #expect(fault { try AtomicFile.write("words", to: place.path("full")) }?.reason == "No space left on device")
      var facts = stat()
      #expect(lstat(place.path("full"), &facts) == 0 && facts.st_mode & S_IFMT == S_IFCHR)
    }
  }

  @Test(.timeLimit(.minutes(5))) func `a pipe without a reader is not waited for`() throws {
    try Place.with { place in
      try #require(mkfifo(place.path("pipe"), 0o600) == 0)
      let found = fault { try AtomicFile.write("words", to: place.path("pipe")) }
      #expect(found == FileFault(path: place.path("pipe"), cause: .noReader))
      #expect(try place.names() == ["pipe"])
    }
  }

  @Test(.timeLimit(.minutes(5))) func `a pipe with a reader brings it everything`() throws {
    try Place.with { place in
      try #require(mkfifo(place.path("pipe"), 0o600) == 0)
      let reader = open(place.path("pipe"), O_RDONLY | O_NONBLOCK)
      defer { close(reader) }
      let text = String(repeating: "words ", count: 40_000)
      let reading = DispatchQueue(label: "reader")
      var found: [UInt8] = []
      let isDone = DispatchSemaphore(value: 0)
      nonisolated(unsafe) var bytes: [UInt8] = []
      reading.async {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while bytes.count < text.utf8.count {
          let count = read(reader, &buffer, buffer.count)
          if count > 0 { bytes += buffer[..<count] } else { usleep(1000) }
        }
        isDone.signal()
      }
      try AtomicFile.write(text, to: place.path("pipe"))
      isDone.wait()
      found = bytes
      #expect(found == Array(text.utf8))
    }
  }

  @Test(.timeLimit(.minutes(5))) func `readers that go away are told of, however many at once`() throws {
    try Place.with { place in
      let pipes = (0..<8).map { place.path("pipe\($0)") }
      for pipe in pipes { try #require(mkfifo(pipe, 0o600) == 0) }
      let text = String(repeating: "words ", count: 40_000)
      DispatchQueue.concurrentPerform(iterations: pipes.count) { index in
        for _ in 0..<20 {
          let reader = open(pipes[index], O_RDONLY | O_NONBLOCK)
          Thread {
            var byte: UInt8 = 0
            while read(reader, &byte, 1) < 1 { usleep(100) }
            close(reader)
          }.start()
          #expect(fault { try AtomicFile.write(text, to: pipes[index]) }?.cause == .noReader)
        }
      }
    }
  }

  @Test func `a link is followed, and stays a link`() throws {
    try Place.with { place in
      try place.write("old", to: "inner/real.txt")
      try place.link("link", to: "inner/real.txt")
      try AtomicFile.write("new", to: place.path("link"))
      #expect(place.isLink("link") && !place.isLink("inner/real.txt"))
      #expect(try place.text("inner/real.txt") == "new")
      #expect(try place.names("inner") == ["real.txt"])
    }
  }

  @Test func `a link that leads nowhere yet leads to the new file`() throws {
    try Place.with { place in
      try place.link("link", to: "new.txt")
      try AtomicFile.write("new", to: place.path("link"))
      #expect(try place.isLink("link") && place.text("new.txt") == "new")
      try place.link("lost", to: "none/new.txt")
      #expect(fault { try AtomicFile.write("new", to: place.path("lost")) }?.cause == .system(ENOENT))
    }
  }

  @Test func `links that lead in a circle are refused`() throws {
    try Place.with { place in
      try place.link("one", to: "other")
      try place.link("other", to: "one")
      #expect(fault { try AtomicFile.write("new", to: place.path("one")) }?.cause == .system(ELOOP))
      #expect(try place.names() == ["one", "other"])
    }
  }

  @Test func `a file keeps its rights`() throws {
    try Place.with { place in
      try place.write("old", to: "a.txt")
      chmod(place.path("a.txt"), 0o600)
      try AtomicFile.write("new", to: place.path("a.txt"))
      var facts = stat()
      #expect(stat(place.path("a.txt"), &facts) == 0 && facts.st_mode & 0o777 == 0o600)
    }
  }

  @Test func `what leads to a process's own output is written there`() throws {
    try Place.with { place in
      let file = open(place.path("out"), O_WRONLY | O_CREAT, 0o644)
      try #require(Foundation.write(file, "first ", 6) == 6)
      try AtomicFile.write("page", to: "/proc/self/fd/\(file)")
      #expect(Foundation.write(file, "", 0) == 0)
      close(file)
      #expect(try place.text("out") == "first page")
      #expect(try place.names() == ["out"])
    }
  }

  @Test func `a long name is no obstacle`() throws {
    try Place.with { place in
      let name = String(repeating: "n", count: 250)
      try AtomicFile.write("words", to: place.path(name))
      #expect(try place.names() == [name])
    }
  }
}
