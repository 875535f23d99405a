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

  @Test(arguments: ["x", "zz check\n", "\(String(repeating: "a", count: 64))\n", "\u{0}"])
  func `a list of items that is none is named`(text: String) throws {
    let test = try TestStore()
    try test.store.enter([TestStore.item(0)])
    let list = test.folder.appendingPathComponent("order/0000000000")
    try Data(text.utf8).write(to: list)
    #expect(throws: WorkProblem.damaged(path: list.path)) { try test.store.entries() }
    #expect(throws: WorkProblem.self) { try test.store.enter([TestStore.item(1)]) }
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
