import Digests
import Files
import Foundation
import Testing

@testable import Work

/// Files among the leases that nobody with the key made: they neither keep an item from being done nor let it come to nothing.
struct ForeignLeaseTests {
  private func leases(_ test: borrowing TestStore) -> URL {
    test.folder.appendingPathComponent("leases/\(TestStore.id(0).prefix(2))")
  }

  private func put(_ bytes: [UInt8], epoch: Int, in test: borrowing TestStore) throws {
    let folder = leases(test)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: folder.appendingPathComponent("\(TestStore.id(0)).\(epoch)"))
  }

  /// A lease that says that many lost the item, by somebody with another key.
  private func forged(epoch: Int, id: String = TestStore.id(0)) throws -> [UInt8] {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("forger-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: place) }
    let key = SealKey.load(environment: ["XDG_STATE_HOME": place.path + "/state"]).key
    let other = try WorkStore(place.appendingPathComponent("store"), makes: .init(), key: key)
    return other.leaseFile(WorkerIdentity(lost: 1000), epoch: epoch, of: id)
  }

  @Test func `a forged count of losses is not believed`() throws {
    let test = try TestStore()
    try test.store.enter([TestStore.item(0)])
    try put(try forged(epoch: 1), epoch: 1, in: test)
    let lease = try #require(try test.lease())
    #expect(lease.epoch == 1 && lease.holder.lost == 0)
    #expect(try lease.publish([1]) == .published)
  }

  @Test func `a lease counts for its item and its epoch alone`() throws {
    let test = try TestStore()
    try test.store.enter([TestStore.item(0), TestStore.item(1)])
    let other = try #require(try test.lease(1))
    try put([UInt8](Data(contentsOf: test.place(of: other))), epoch: 1, in: test)
    #expect(test.store.lease(of: TestStore.id(0)) == nil)
    let lease = try #require(try test.lease())
    try put([UInt8](Data(contentsOf: test.place(of: lease))), epoch: 2, in: test)
    // Whoever holds it goes on, and the next one waits for its own silence, not for that of a copy.
    #expect(lease.beat())
    #expect(try test.lease() == nil)
    #expect(try lease.publish([1]) == .published)
  }

  @Test func `a forged next epoch takes nothing from whoever works`() throws {
    let test = try TestStore()
    try test.store.enter([TestStore.item(0)])
    let lease = try #require(try test.lease())
    for bytes in [[], try forged(epoch: 2)] {
      try put(bytes, epoch: 2, in: test)
      #expect(lease.beat())
    }
    #expect(try lease.publish([1]) == .published)
    #expect(test.store.result(of: lease.id) == .bytes([1], failed: false))
  }

  @Test(arguments: ["folder", "full folder", "link", "pipe"])
  func `what is no file in an epoch's place makes room`(kind: String) throws {
    let test = try TestStore()
    try test.store.enter([TestStore.item(0)])
    try put([], epoch: 1, in: test)
    let place = leases(test).appendingPathComponent("\(TestStore.id(0)).1").path
    try FileManager.default.removeItem(atPath: place)
    switch kind {
    case "link": try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: "/dev/zero")
    case "pipe": #expect(mkfifo(place, 0o600) == 0)
    default:
      let inner = kind == "folder" ? place : place + "/inner"
      try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: true)
    }
    #expect(try test.lease()?.publish([1]) == .published)
  }

  @Test(.timeLimit(.minutes(2))) func `thousands of forged epochs are cleared away once, and the item is done`() throws
  {
    let test = try TestStore()
    try test.store.enter([TestStore.item(0)])
    let first = try #require(try test.lease())
    let folder = leases(test)
    for epoch in 2...6000 {
      #expect(
        link(folder.path + "/junk", folder.path + "/\(first.id).\(epoch)") == 0 || makeJunk(folder, first.id, epoch))
    }
    for name in ["\(first.id).9223372036854775807", "\(first.id).-1", "\(first.id).01"] {
      try Data().write(to: folder.appendingPathComponent(name))
    }
    // The holder is not disturbed, nor is anybody misled.
    #expect(first.beat())
    let next = try test.takeOver(first)
    #expect(next.epoch == 2 && next.holder.lost == 1 && !first.beat())
    #expect(try first.publish([1]) == .lost)
    #expect(try next.publish([2]) == .published)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count < 10)
  }

  private func makeJunk(_ folder: URL, _ id: String, _ epoch: Int) -> Bool {
    let junk = folder.appendingPathComponent("junk")
    guard (try? Data("junk".utf8).write(to: junk)) != nil else { return false }
    return link(junk.path, folder.path + "/\(id).\(epoch)") == 0
  }

  @Test func `a look that the disk refuses loses nothing`() throws {
    let test = try TestStore()
    try test.store.enter([TestStore.item(0)])
    let lease = try #require(try test.lease())
    let own = test.store.lease(of: lease.id, epoch: 1, in: try test.store.shard(.leases, lease.id))
    let other = try #require(test.store.lease(of: lease.id)).made(by: WorkerIdentity(lost: 0))
    func isLost(_ own: WorkStore.LeaseSight, _ next: WorkStore.LeaseSight) -> Bool {
      Lease.isLost(lease.holder, own: own, next: next)
    }
    #expect(!isLost(own, .missing) && !isLost(own, .foreign) && !isLost(own, .refused))
    #expect(!isLost(.refused, .missing) && !isLost(.refused, .refused))
    #expect(isLost(own, .standing(other)) && isLost(.refused, .standing(other)) && isLost(.standing(other), .missing))
    #expect(isLost(.missing, .missing) && isLost(.foreign, .missing))
  }
}

extension StandingLease {
  fileprivate func made(by holder: WorkerIdentity) -> StandingLease {
    StandingLease(epoch: epoch, holder: holder, mark: mark)
  }
}
