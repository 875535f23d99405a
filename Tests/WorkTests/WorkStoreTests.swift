import Digests
import Files
import Foundation
import Testing

@testable import Work

struct WorkStoreTests {
  private func place(_ kind: String, _ id: String, in test: borrowing TestStore) -> URL {
    test.folder.appendingPathComponent("\(kind)/\(id.prefix(2))/\(id)")
  }

  @Test func `a thousand items have their numbers, and none is handed in twice`() throws {
    let test = try TestStore()
    #expect(try test.store.enter((0..<600).map(TestStore.item)) == 600)
    #expect(try test.store.enter((300..<1000).map(TestStore.item)) == 400)
    #expect(try test.store.enter((0..<1000).map(TestStore.item)) == 0)
    let entries = try test.store.entries()
    #expect(entries.map(\.id) == (0..<1000).map(TestStore.id))
    #expect(test.store.item(TestStore.id(999)) == .bytes(Array("do 999".utf8), failed: false))
    let longest = try FileManager.default.contentsOfDirectory(atPath: test.folder.path + "/items").map {
      try FileManager.default.contentsOfDirectory(atPath: test.folder.path + "/items/" + $0).count
    }.max()
    #expect(longest ?? 0 < 20)
    for number in stride(from: 0, to: 1000, by: 3) {
      #expect(try test.lease(number)?.publish([0], failed: number % 2 == 0) == .published)
    }
    let states = try test.store.states()
    #expect(states.count { $0.standing == .done } == 167 && states.count { $0.standing == .failed } == 167)
    #expect(try test.store.openNumbers().count == 666)
  }

  @Test(arguments: ["", "x", "done\n", String(repeating: "0", count: 64) + " done\ndo 0"])
  func `a damaged item or result is put aside and named`(text: String) throws {
    let test = try TestStore()
    try test.store.enter([TestStore.item(0)])
    let id = TestStore.id(0)
    #expect(try test.lease()?.publish([5]) == .published)
    for kind in ["items", "results"] {
      try Data(text.utf8).write(to: place(kind, id, in: test))
      guard case .damaged(let path) = kind == "items" ? test.store.item(id) : test.store.result(of: id) else {
        Issue.record("\(text) was taken")
        continue
      }
      #expect(test.store.damaged.contains(path))
      // Only what was put aside is told of: names that anybody may have given are read by people.
      try Data().write(to: place(kind, "\(id).damaged-1\nItem 0 done", in: test))
      #expect(!test.store.damaged.contains { $0.contains("\n") })
      #expect(!FileManager.default.fileExists(atPath: place(kind, id, in: test).path))
    }
    // It is open again, and can be handed in again.
    #expect(try test.store.openNumbers() == [0])
    try test.store.enter([TestStore.item(0)])
    #expect(test.store.item(id) == .bytes(Array("do 0".utf8), failed: false))
    #expect(try test.lease()?.publish([6]) == .published)
  }

  @Test func `what one item came to is not believed of another`() throws {
    let test = try TestStore()
    try test.store.enter([TestStore.item(0), TestStore.item(1)])
    #expect(try test.lease()?.publish([5]) == .published)
    let folder = place("results", TestStore.id(1), in: test).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: place("results", TestStore.id(0), in: test), to: place("results", TestStore.id(1), in: test))
    guard case .damaged = test.store.result(of: TestStore.id(1)) else {
      Issue.record("a result was believed of another item")
      return
    }
  }

  @Test(arguments: [
    "", "\n\n", "x check\n", "ID\n", "ID check more\n", "ID CHECK\n", "ID \u{1B}]0;x\u{7}\n", "ID check\nID check\n",
    "ID " + String(repeating: "a", count: 41) + "\n", "x", "zz check\n", String(repeating: "a", count: 64) + "\n",
    "\u{0}",
  ])
  func `a list of items that nobody wrote is damaged, and nothing waits for it`(text: String) throws {
    let test = try TestStore()
    try test.store.enter([TestStore.item(0)])
    let place = test.folder.appendingPathComponent("order/0000000000")
    try Data(text.replacing("ID", with: TestStore.id(0)).utf8).write(to: place)
    let problem = WorkProblem.damaged(path: test.store.path + "/order/0000000000")
    #expect(throws: problem) { try test.store.entries() }
    #expect(throws: problem) { try test.store.enter([TestStore.item(1)]) }
  }

  @Test(arguments: ["link", "folder", "pipe"])
  func `a list that is no file is damaged`(kind: String) throws {
    let test = try TestStore()
    try test.store.enter([TestStore.item(0)])
    let place = test.store.path + "/order/0000000001"
    switch kind {
    case "link": try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: "/dev/zero")
    case "folder": try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    default: #expect(mkfifo(place, 0o600) == 0)
    }
    let problem = WorkProblem.damaged(path: place)
    #expect(throws: problem) { try test.store.entries() }
    #expect(throws: problem) { try test.store.enter([TestStore.item(1)]) }
  }

  @Test func `a list whose number nobody gave is damaged, and what is none of ours is passed over`() throws {
    let test = try TestStore()
    try test.store.enter([TestStore.item(0)])
    for name in ["junk\n", "1", "00000000010", "x000000001"] {
      try Data("junk".utf8).write(to: test.folder.appendingPathComponent("order/" + name))
    }
    #expect(try test.store.entries().count == 1)
    try Data("\(TestStore.id(1)) check\n".utf8).write(to: test.folder.appendingPathComponent("order/0000000005"))
    #expect(throws: WorkProblem.damaged(path: test.store.path + "/order/0000000005")) { try test.store.entries() }
  }

  @Test(arguments: [
    (#"{"beat":1e-300,"patience":1}"#, false), (#"{"beat":0.001,"patience":1}"#, false),
    (#"{"beat":-1,"patience":1}"#, false), (#"{"beat":9,"patience":10}"#, false),
    (#"{"beat":1,"patience":1e300}"#, false), (#"{"beat":0.05,"patience":1}"#, true),
  ])
  func `a rhythm that keeps a worker busy, or never shows its life, is damage`(timing: String, isSound: Bool) throws {
    let test = try TestStore()
    let head = test.folder.appendingPathComponent("store.json")
    let text = try String(contentsOf: head, encoding: .utf8)
    try Data(text.replacing(/\{"beat[^}]*\}/, with: timing).utf8).write(to: head)
    let found = Result { () throws(WorkProblem) in try WorkStore(test.folder, key: .ofThisProcess).path }
    #expect(found == (isSound ? .success(test.store.path) : .failure(.damaged(path: head.standardizedFileURL.path))))
  }

  @Test func `links lead nowhere`() throws {
    let test = try TestStore()
    try test.store.enter([TestStore.item(0)])
    let item = place("items", TestStore.id(0), in: test)
    try FileManager.default.removeItem(at: item)
    try FileManager.default.createSymbolicLink(atPath: item.path, withDestinationPath: "/etc/passwd")
    guard case .damaged = test.store.item(TestStore.id(0)) else {
      Issue.record("a link was followed")
      return
    }
  }

  @Test func `a store of another key, a damaged one and none are told apart`() throws {
    let test = try TestStore()
    let folder = test.folder
    let state = folder.appendingPathComponent("state").path
    let (other, problem) = SealKey.load(environment: ["XDG_STATE_HOME": state])
    #expect(problem == nil)
    #expect(throws: WorkProblem.otherKey(path: folder.path)) { try WorkStore(folder, key: other) }
    #expect(throws: WorkProblem.noStore(path: folder.path + "/none")) {
      try WorkStore(folder.appendingPathComponent("none"), key: other)
    }
    for text in ["", "{}", "{\"schema\":\"seglab/work/v1\",\"key\":\"\",\"timing\":{\"beat\":1e300,\"patience\":0}}"] {
      try Data(text.utf8).write(to: folder.appendingPathComponent("store.json"))
      #expect(throws: WorkProblem.damaged(path: folder.path + "/store.json")) {
        try WorkStore(folder, key: .ofThisProcess)
      }
    }
  }

  @Test func `what items have in common is held against its name`() throws {
    let test = try TestStore()
    let digest = try test.store.keepCommon([1, 2, 3])
    #expect(try test.store.keepCommon([1, 2, 3]) == digest && test.store.common(digest) == [1, 2, 3])
    try Data([1, 2]).write(to: test.folder.appendingPathComponent("common/\(digest)"))
    #expect(test.store.common(digest) == nil && test.store.common("../store.json") == nil)
    #expect(try test.store.keepCommon([1, 2, 3]) == digest && test.store.common(digest) == [1, 2, 3])
  }

  @Test func `a file that is made where one stands is not`() throws {
    let test = try TestStore()
    let folder = try OwnFolder(test.folder.path, for: .writing)
    #expect(try folder.create([1], as: "a") && !folder.create([2], as: "a"))
    #expect(try folder.read("a", limit: 9) == [1])
    try folder.overwrite("a", at: 0, with: [9, 9])
    #expect(try folder.read("a", limit: 9) == [9, 9])
    #expect(throws: FileFault.self) { try folder.overwrite("none", at: 0, with: [1]) }
    #expect(folder.names.allSatisfy { PartName.target(of: $0) == nil })
  }
}
