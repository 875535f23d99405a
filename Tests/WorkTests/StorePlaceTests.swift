import Digests
import Foundation
import Messages
import Testing

@testable import Work

/// Where a store may lie, and what is said of what is in its way.
struct StorePlaceTests {
  private let folder: URL

  init() throws {
    let name = FileManager.default.temporaryDirectory.appendingPathComponent("places-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: name, withIntermediateDirectories: true)
    folder = URL(fileURLWithPath: name).resolvingSymlinksInPath()
  }

  private func problem(at place: String, makes: Bool = true) -> WorkStorePhrase? {
    do throws(WorkProblem) {
      _ = try WorkStore(folder.appendingPathComponent(place), makes: makes ? .init() : nil, key: .ofThisProcess)
    } catch {
      if case .store(let phrase) = error { return phrase }
      Issue.record("\(error)")
    }
    return nil
  }

  @Test func `a store lies in no other one, and in a course's own folder only where work has its place`() {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(problem(at: "work") == nil && problem(at: "work") == nil)
    let (inner, deeper) = (folder.path + "/work/items", folder.path + "/work/a/b")
    #expect(problem(at: "work/items") == .inStore(path: inner, store: folder.path + "/work"))
    #expect(problem(at: "work/a/b") == .inStore(path: deeper, store: folder.path + "/work"))
    #expect(problem(at: ".seglab/work") == nil)
    for name in [".seglab", ".seglab/data", ".seglab/runs/x"] {
      #expect(problem(at: name) == .inOwnFolder(path: folder.path + "/" + name))
    }
  }

  @Test func `a file on the way, and a link to nothing, are told as such`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("file").path
    try Data().write(to: URL(fileURLWithPath: file))
    for name in ["file", "file/a/b"] {
      #expect(problem(at: name) == .notAFolder(path: file))
      #expect(problem(at: name, makes: false) == .none(path: folder.path + "/" + name))
    }
    let link = folder.appendingPathComponent("link").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path + "/none")
    #expect(problem(at: "link") == .linkToNothing(path: link))
    // As the message says.
    try FileManager.default.createDirectory(atPath: folder.path + "/none", withIntermediateDirectories: false)
    #expect(problem(at: "link") == nil)
  }

  /// Who is root may go everywhere.
  @Test(
    .enabled(if: geteuid() != 0, "only for who is not root"),
    arguments: ["", "/items", "/order", "/results", "/common"])
  func `a folder that is closed is told, and is not taken for an empty one`(part: String) throws {
    let store = try WorkStore(folder.appendingPathComponent("work"), makes: .init(), key: .ofThisProcess)
    try store.enter([TestStore.item(0)])
    _ = try store.keepCommon([1])
    let place = store.path + part
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    for mode in [0o000, 0o600] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: place)
      #expect(problem(at: "work", makes: false) == .closed(path: place))
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: place)
    #expect(problem(at: "work", makes: false) == nil)
    try FileManager.default.removeItem(at: folder)
  }
}
