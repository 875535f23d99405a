import Digests
import Files
import Foundation
import Synchronization
import Testing

@testable import Work

struct LeaseTests {
  @Test func `of many who take an item at once one gets it, and one result is published`() throws {
    let test = try TestStore()
    try test.store.enter((0..<50).map(TestStore.item))
    let taken = Mutex([String: Int]())
    let published = Mutex(0)
    let store = test.store
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      let watch = LeaseWatch()
      for number in (0..<50).shuffled() {
        guard case .taken(let lease) = try? store.take(TestStore.id(number), watch: watch) else { continue }
        taken.withLock { $0[lease.id, default: 0] += 1 }
        if (try? lease.publish([UInt8(number)])) == .published { published.withLock { $0 += 1 } }
      }
    }
    #expect(taken.withLock { $0.count } == 50)
    #expect(taken.withLock { $0.values.allSatisfy { $0 == 1 } })
    #expect(published.withLock(\.self) == 50)
    for number in 0..<50 { #expect(store.result(of: TestStore.id(number)) == .bytes([UInt8(number)], failed: false)) }
    #expect(try store.openNumbers().isEmpty)
    // Nothing but results is left of them.
    let leases = FileManager.default.enumerator(atPath: test.folder.appendingPathComponent("leases").path)
    #expect(leases?.allObjects.compactMap { $0 as? String }.filter { $0.count > 2 } == [])
  }

  @Test func `a silent holder is taken over with the next epoch, and its publication is refused`() throws {
    let test = try TestStore()
    try test.store.enter([TestStore.item(0)])
    let slow = try #require(try test.lease())
    try test.moveElsewhere(slow)
    let clock = Clock()
    let watch = clock.watch
    #expect(try test.lease(0, watch) == nil)
    clock.pass(179)
    #expect(try test.lease(0, watch) == nil)
    clock.pass(2)
    let next = try #require(try test.lease(0, watch))
    #expect(slow.epoch == 1 && next.epoch == 2 && next.holder.lost == 1)
    #expect(!slow.beat() && next.beat())
    #expect(try slow.publish([1]) == .lost)
    #expect(test.store.result(of: slow.id) == .missing)
    #expect(try next.publish([2]) == .published)
    #expect(try next.publish([3]) == .lost)
    #expect(test.store.result(of: slow.id) == .bytes([2], failed: false))
  }

  @Test func `who was taken over and does not see it is refused by the file system`() throws {
    let test = try TestStore()
    try test.store.enter([TestStore.item(0)])
    let slow = try #require(try test.lease())
    let next = try test.takeOver(slow)
    // What a look did not show the making of the next epoch does.
    let folder = try test.store.shard(.leases, slow.id)
    #expect(try !test.store.make(slow.holder, epoch: slow.epoch + 1, of: slow.id, in: folder))
    // It has not looked since: publishing alone must find out.
    #expect(try slow.publish([1]) == .lost)
    #expect(try next.publish([2]) == .published)
  }

  @Test func `a result that another made meanwhile stays`() throws {
    let test = try TestStore()
    try test.store.enter([TestStore.item(0)])
    let lease = try #require(try test.lease())
    let file = test.store.file([7], of: lease.id, purpose: "work-result")
    try test.store.shard(.results, lease.id, makes: true).create(file, as: lease.id)
    #expect(try lease.publish([1]) == .alreadyThere)
    #expect(test.store.result(of: lease.id) == .bytes([7], failed: false))
  }

  @Test(arguments: ["link", "folder", "full folder", "pipe"])
  func `what is no file and stands in a result's place is put aside, and the result published`(kind: String) throws {
    let test = try TestStore()
    try test.store.enter([TestStore.item(0)])
    let lease = try #require(try test.lease())
    _ = try test.store.shard(.results, lease.id, makes: true)
    let place = test.folder.appendingPathComponent("results/\(lease.id.prefix(2))/\(lease.id)").path
    switch kind {
    case "link": try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: "/etc/passwd")
    case "pipe": #expect(mkfifo(place, 0o600) == 0)
    default:
      let inner = kind == "folder" ? place : place + "/inner"
      try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: true)
    }
    #expect(try lease.publish([1]) == .published)
    #expect(test.store.result(of: lease.id) == .bytes([1], failed: false))
    #expect(test.store.damaged.count == 1)
  }

  @Test(arguments: [
    #""host":"ada\u001b]0;x\u0007""#, #""host":"ada\nItem 0 done.""#, #""host":"ada\u202e""#, #""process":-5"#,
    #""process":0"#, #""since":-1e308"#, #""since":1e308"#, #""host":"\#(String(repeating: "a", count: 300))""#,
  ])
  func `what no worker says of itself is not shown as a worker`(said: String) throws {
    let test = try TestStore()
    try test.store.enter([TestStore.item(0)])
    let lease = try #require(try test.lease())
    #expect(test.store.lease(of: lease.id)?.holder == lease.holder)
    try test.change(lease) { text in
      var text = text
      let name = try #require(said.split(separator: ":").first)
      let range = try #require(text.firstRange(of: try Regex("\(name):(\"[^\"]*\"|[-0-9.e+]+)")))
      text.replaceSubrange(range, with: said)
      return text
    }
    #expect(test.store.lease(of: lease.id) == nil)
  }

  @Test func `signs of life keep an item, whatever the clocks say`() throws {
    let test = try TestStore()
    try test.store.enter([TestStore.item(0)])
    let lease = try #require(try test.lease())
    try test.moveElsewhere(lease)
    let place = test.place(of: lease)
    let clock = Clock()
    let watch = clock.watch
    for round in 0..<20 {
      // The other machine's clock is years off, forwards and backwards, and so are the file's times.
      let year = Double(round % 2 == 0 ? -3 : 40) * 31_557_600
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: year)], ofItemAtPath: place.path)
      #expect(lease.beat())
      #expect(try test.lease(0, watch) == nil)
      clock.pass(120)
    }
    #expect(watch.sawLife(of: lease.id, try #require(test.store.lease(of: lease.id))))
    // A beat that others see a minute late makes them wait, not take.
    clock.pass(170)
    #expect(try test.lease(0, watch) != nil)
  }

  @Test func `an item that was given back is taken at once`() throws {
    let test = try TestStore()
    try test.store.enter([TestStore.item(0)])
    let first = try #require(try test.lease())
    try test.moveElsewhere(first)
    first.release()
    let next = try #require(try test.lease())
    #expect(next.epoch == 2 && next.holder.lost == 0)
    #expect(try first.publish([1]) == .lost)
  }

  @Test func `a holder of this machine that has ended is taken over at once`() throws {
    let test = try TestStore()
    try test.store.enter([TestStore.item(0)])
    let lease = try #require(try test.lease())
    #expect(try test.lease() == nil)
    // A process of that number may live; it began at another time.
    try test.change(lease) { $0.replacing(/"began":"[^"]*"/, with: "\"began\":\"1\"") }
    #expect(try test.lease()?.epoch == 2)
  }

  @Test(arguments: ["", "{", "released         \n{}", String(repeating: "x", count: 100_000), "\u{0}\u{1}\n[1,2"])
  func `a damaged lease holds nothing`(text: String) throws {
    let test = try TestStore()
    try test.store.enter([TestStore.item(0)])
    let lease = try #require(try test.lease())
    try Data(text.utf8).write(to: test.place(of: lease))
    let next = try #require(try test.lease())
    #expect(next.epoch == 1 && next.holder.lost == 0)
    #expect(!lease.beat())
    #expect(try lease.publish([1]) == .lost)
    #expect(try next.publish([2]) == .published)
  }

  @Test func `the keeper says when its lease is lost`() throws {
    let test = try TestStore()
    try test.store.enter([TestStore.item(0)])
    let lease = try #require(try test.lease())
    let first = test.store.lease(of: lease.id)
    let lost = DispatchSemaphore(value: 0)
    let keeper = LeaseKeeper(lease, every: 0.02) { lost.signal() }
    Thread.sleep(forTimeInterval: 0.1)
    #expect(try #require(test.store.lease(of: lease.id)?.beats) > first?.beats ?? 0)
    let folder = try test.store.shard(.leases, lease.id)
    #expect(try test.store.make(WorkerIdentity(lost: 1), epoch: 2, of: lease.id, in: folder))
    #expect(lost.wait(timeout: .now() + 5) == .success)
    keeper.end()
  }
}
