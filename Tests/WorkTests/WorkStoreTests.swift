import Digests
import Files
import Foundation
import Messages
import Synchronization
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

  /// What becomes of the list of two items.
  enum ListHarm: String, CaseIterable { case digit, kind, swapped, twice, blank, escape, otherSeal }

  @Test(arguments: ListHarm.allCases)
  func `a list of items that nobody wrote is damaged, and nothing waits for it`(harm: ListHarm) throws {
    let test = try TestStore()
    try test.store.enter([TestStore.item(0), TestStore.item(1)])
    let place = test.folder.appendingPathComponent("order/0000000000")
    let lines = try Data(contentsOf: place)
    let (first, second) = (lines.prefix(lines.count / 2), lines.suffix(lines.count / 2))
    func changed(_ at: Int, _ byte: UInt8) -> Data {
      var bytes = lines
      bytes[at] = byte
      return bytes
    }
    let bytes =
      switch harm {
      case .digit: changed(3, lines[3] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0"))
      case .kind: changed(65, UInt8(ascii: "x"))
      case .swapped: second + first
      case .twice: first + first
      case .blank: Data(repeating: UInt8(ascii: " "), count: lines.count / 2) + second
      case .escape: changed(70, 0x1B)
      case .otherSeal: changed(lines.count / 2 - 2, UInt8(ascii: "x"))
      }
    try bytes.write(to: place)
    let problem = WorkProblem.store(.damagedList(path: test.store.path + "/order/0000000000"))
    #expect(throws: problem) { try test.store.entries() }
    #expect(throws: problem) { try test.store.entries(0..<2) }
    #expect(throws: problem) { try test.store.enter([TestStore.item(2)]) }
  }

  @Test(arguments: ["", "x", "short\n", String(repeating: "\n", count: 107)])
  func `a list of another length is damaged`(text: String) throws {
    let test = try TestStore()
    try test.store.enter([TestStore.item(0)])
    try Data(text.utf8).write(to: test.folder.appendingPathComponent("order/0000000000"))
    let problem = WorkProblem.store(.damagedList(path: test.store.path + "/order/0000000000"))
    #expect(throws: problem) { try test.store.count() }
    #expect(throws: problem) { try test.store.entries(0..<1) }
    #expect(throws: problem) { try test.store.enter([TestStore.item(1)]) }
  }

  @Test func `of a long list one line is read for one item`() throws {
    let test = try TestStore()
    try test.store.enter((0..<300).map(TestStore.item))
    try test.store.enter((300..<500).map(TestStore.item))
    #expect(try test.store.count() == 500)
    #expect(try test.store.entries(298..<302).map(\.id) == (298..<302).map(TestStore.id))
    #expect(try test.store.entries(499..<600).map(\.id) == [TestStore.id(499)])
    #expect(try test.store.entries(500..<600).isEmpty && test.store.entries(0..<0).isEmpty)
    // What stands on other lines is not looked at.
    let place = test.folder.appendingPathComponent("order/0000000000")
    var bytes = try Data(contentsOf: place)
    bytes.replaceSubrange(0..<64, with: Data(repeating: 0, count: 64))
    try bytes.write(to: place)
    #expect(try test.store.entries(1..<300).count == 299)
    #expect(throws: WorkProblem.store(.damagedList(path: test.store.path + "/order/0000000000"))) {
      try test.store.entries()
    }
  }

  @Test func `what is to be done is made item by item, and not again`() throws {
    let test = try TestStore()
    let made = Mutex<[Int]>([])
    let items = (0..<10).map { number in
      WorkItem(id: TestStore.id(number), label: "check") {
        made.withLock { $0.append(number) }
        return [UInt8(number)]
      }
    }
    #expect(made.withLock(\.self) == [])
    #expect(try test.store.enter(items) == 10)
    #expect(try test.store.enter(items) == 0)
    #expect(made.withLock(\.self) == Array(0..<10))
    let bad = WorkItem(id: TestStore.id(11), label: "check") { () throws(FileFault) in
      throw FileFault(path: "/text", cause: .notAFile)
    }
    #expect(throws: WorkProblem.self) { try test.store.enter([bad]) }
    #expect(try test.store.count() == 10)
  }

  @Test func `a link to a store's folder is followed, and none within it`() throws {
    let test = try TestStore()
    try test.store.enter([TestStore.item(0)])
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("links-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: place) }
    try FileManager.default.createDirectory(
      at: place.appendingPathComponent(".seglab"), withIntermediateDirectories: true)
    func link(_ name: String, to target: String) throws -> URL {
      let link = place.appendingPathComponent(name)
      try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: target)
      return link
    }
    let home = try link("work", to: test.folder.path)
    let store = try WorkStore(home, key: .ofThisProcess)
    // The name that the user gave: on another machine it may lead by another way.
    #expect(try store.path == home.path && store.entries().count == 1)
    let handedIn = try link(".seglab/work", to: test.folder.path)
    #expect(throws: WorkProblem.store(.link(path: handedIn.path))) { try WorkStore(handedIn, key: .ofThisProcess) }
    let nowhere = try link("nowhere", to: place.path + "/none")
    #expect(throws: WorkProblem.store(.linkToNothing(path: nowhere.path))) {
      try WorkStore(nowhere, makes: .init(), key: .ofThisProcess)
    }
    let leases = test.folder.appendingPathComponent("leases")
    try FileManager.default.createSymbolicLink(atPath: leases.path, withDestinationPath: place.path)
    #expect(throws: WorkProblem.store(.foreignPart(path: leases.path))) { try test.lease() }
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
    let problem = WorkProblem.store(.damagedList(path: place))
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
    let line = test.store.line(WorkEntry(id: TestStore.id(1), label: "check"), number: 5)
    try Data(line).write(to: test.folder.appendingPathComponent("order/0000000005"))
    #expect(throws: WorkProblem.store(.damagedList(path: test.store.path + "/order/0000000005"))) {
      try test.store.entries()
    }
  }

  @Test(arguments: [#"{"beat":1e-300,"patience":1}"#, #"{"beat":15,"patience":181}"#, #"{"beat":15}"#, "{}"])
  func `a rhythm that somebody without the key wrote is damage`(timing: String) throws {
    let test = try TestStore()
    let head = test.folder.appendingPathComponent("store.json")
    let text = try String(contentsOf: head, encoding: .utf8)
    try Data(text.replacing(/\{"beat[^}]*\}/, with: timing).utf8).write(to: head)
    #expect(throws: WorkProblem.store(.damaged(path: head.standardizedFileURL.path))) {
      try WorkStore(test.folder, key: .ofThisProcess)
    }
    // Without it, it is made anew, as the message says; what was handed in stays.
    try test.store.enter([TestStore.item(0)])
    try FileManager.default.removeItem(at: head)
    #expect(throws: WorkProblem.store(.none(path: test.store.path))) { try WorkStore(test.folder, key: .ofThisProcess) }
    #expect(try WorkStore(test.folder, makes: .init(), key: .ofThisProcess).entries().count == 1)
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
    #expect(throws: WorkProblem.store(.otherKey(path: folder.path, key: state + "/seglab/seal.key"))) {
      try WorkStore(folder, key: other)
    }
    #expect(throws: WorkProblem.store(.none(path: folder.path + "/none"))) {
      try WorkStore(folder.appendingPathComponent("none"), key: other)
    }
    for (form, isNewer) in [("seglab/work/v3", false), ("seglab/work/v5", true)] {
      try Data("{\"schema\":\"\(form)\"}".utf8).write(to: folder.appendingPathComponent("store.json"))
      #expect(throws: WorkProblem.store(.otherForm(path: folder.path, form: form, isNewer: isNewer))) {
        try WorkStore(folder, key: .ofThisProcess)
      }
    }
    for text in ["", "{}", "{\"schema\":\"seglab/work/v4\",\"key\":\"\",\"timing\":{\"beat\":1e300,\"patience\":0}}"] {
      try Data(text.utf8).write(to: folder.appendingPathComponent("store.json"))
      #expect(throws: WorkProblem.store(.damaged(path: folder.path + "/store.json"))) {
        try WorkStore(folder, key: .ofThisProcess)
      }
    }
  }

  @Test func `a store is made in a folder of its own, never beside other things`() throws {
    let folder = try TestStore().folder.appendingPathComponent("new")
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("lost+found"), withIntermediateDirectories: true)
    let note = folder.appendingPathComponent("grades.csv")
    try Data("a grade".utf8).write(to: note)
    #expect(throws: WorkProblem.store(.noRoom(path: folder.path))) {
      try WorkStore(folder, makes: .init(), key: .ofThisProcess)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["grades.csv", "lost+found"])
    try FileManager.default.removeItem(at: note)
    #expect(try !WorkStore(folder, makes: .init(), key: .ofThisProcess).isOpenToOthers)
    try FileManager.default.setAttributes([.posixPermissions: 0o770], ofItemAtPath: folder.path)
    #expect(try WorkStore(folder, makes: .init(), key: .ofThisProcess).isOpenToOthers)
  }

  @Test func `an item that was put aside is handed in again, and counts`() throws {
    let test = try TestStore()
    let items = [TestStore.item(0), TestStore.item(1)]
    #expect(try test.store.enter(items) == 2)
    #expect(try test.store.enter(items) == 0)
    try WorkStore.putAside(TestStore.id(1), in: test.store.shard(.items, TestStore.id(1)))
    #expect(try test.store.enter(items) == 1)
    #expect(try test.store.count() == 2)
  }

  @Test func `what items have in common is held against its name`() throws {
    let test = try TestStore()
    let digest = try test.store.keepCommon([1, 2, 3])
    let kept = StoredWork.bytes([1, 2, 3], failed: false)
    #expect(try test.store.keepCommon([1, 2, 3]) == digest && test.store.common(digest) == kept)
    try Data([1, 2]).write(to: test.folder.appendingPathComponent("common/\(digest)"))
    guard case .damaged(let path) = test.store.common(digest) else {
      Issue.record("damage was taken")
      return
    }
    #expect(test.store.damaged == [path])
    #expect(test.store.common(digest) == .missing && test.store.common("../store.json") == .missing)
    #expect(try test.store.keepCommon([1, 2, 3]) == digest && test.store.common(digest) == kept)
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

  @Test func `lists that are lost are told, and handing in again makes them anew`() throws {
    let test = try TestStore()
    #expect(try test.store.count() == 0)
    let items = (0..<3).map(TestStore.item)
    try test.store.enter(Array(items[..<1]))
    try test.store.enter(items)
    #expect(try test.lease()?.publish([5]) == .published)
    let order = test.folder.appendingPathComponent("order")
    try FileManager.default.removeItem(at: order.appendingPathComponent("0000000000"))
    let lost = WorkProblem.store(.damagedList(path: test.store.path + "/order/0000000001"))
    #expect(throws: lost) { try test.store.count() }
    #expect(throws: lost) { try test.store.states() }
    try FileManager.default.removeItem(at: order)
    let unlisted = WorkProblem.store(.unlisted(path: test.store.path))
    #expect(throws: unlisted) { try test.store.count() }
    #expect(throws: unlisted) { try test.store.states() }
    #expect(unlisted.isUnfinished)
    #expect(try test.store.enter(items) == 3)
    #expect(try test.store.openNumbers() == [1, 2])
  }

  @Test func `an item that nobody can do is written anew when it is handed in again`() throws {
    let test = try TestStore()
    try test.store.enter([TestStore.item(0)])
    test.store.putAside(item: TestStore.id(0))
    #expect(try test.store.states().map(\.standing) == [.unreadable] && test.store.damaged.count == 1)
    #expect(try test.store.enter([TestStore.item(0)]) == 1)
    #expect(test.store.hasItem(TestStore.id(0)))
  }

  @Test(arguments: ["items", "order", "leases", "results", "common", "logs"])
  func `what stands in the place of a store's folder is named, and without it all goes on`(part: String) throws {
    let test = try TestStore()
    try test.store.enter([TestStore.item(0)])
    _ = try test.store.keepCommon([1])
    let place = test.store.path + "/" + part
    try? FileManager.default.removeItem(atPath: place)
    for isLink in [false, true] {
      if isLink {
        try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: "/tmp")
      } else {
        try Data().write(to: URL(fileURLWithPath: place))
      }
      #expect(throws: WorkProblem.store(.foreignPart(path: place))) { try WorkStore(test.folder, key: .ofThisProcess) }
      try FileManager.default.removeItem(atPath: place)
    }
    let store = try WorkStore(test.folder, makes: .init(), key: .ofThisProcess)
    try store.enter([TestStore.item(0)])
    #expect(try store.states().map(\.standing) == [.waiting])
  }
}
