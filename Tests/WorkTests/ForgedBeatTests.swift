import Foundation
import Testing

@testable import Work

/// Lines in a lease that its holder did not write: they neither give the item back nor are a sign of life.
struct ForgedBeatTests {
  /// Writes over a lease's file from its first byte on, as anybody can who may write in the folder.
  private func overwrite(_ lease: Lease, with bytes: some Sequence<UInt8>, in test: borrowing TestStore) throws {
    let file = try FileHandle(forWritingTo: test.place(of: lease))
    try file.write(contentsOf: Data(bytes))
    try file.close()
  }

  private func line(of lease: Lease, in test: borrowing TestStore) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: test.place(of: lease)).prefix(LeaseMark.bytes))
  }

  /// A lease of another machine's that gave one sign of life, and a watch that saw it a moment ago.
  private func held(_ test: borrowing TestStore, _ watch: LeaseWatch) throws -> Lease {
    try test.store.enter([TestStore.item(0), TestStore.item(1)])
    let lease = try #require(try test.lease())
    try test.moveElsewhere(lease)
    #expect(lease.beat())
    #expect(try test.lease(0, watch) == nil)
    return lease
  }

  /// Nobody takes the item before the holder was silent for too long, and then somebody does.
  private func expectPatience(_ test: borrowing TestStore, _ clock: Clock, _ watch: LeaseWatch) throws {
    #expect(test.store.lease(of: TestStore.id(0))?.isReleased == false)
    #expect(try test.lease(0, watch) == nil)
    clock.pass(179)
    #expect(try test.lease(0, watch) == nil)
    clock.pass(2)
    #expect(try test.lease(0, watch)?.holder.lost == 1)
  }

  @Test(arguments: [
    "released         ", "released         \n", "released          \(String(repeating: "0", count: 64))\n",
    "99999999999999999 \(String(repeating: "f", count: 64))\n", "\u{0}", "-0000000000000001 ",
  ])
  func `a line without a seal neither gives an item back nor is a sign of life`(text: String) throws {
    let test = try TestStore()
    let clock = Clock()
    let watch = clock.watch
    let lease = try held(test, watch)
    try overwrite(lease, with: text.utf8, in: test)
    try expectPatience(test, clock, watch)
  }

  @Test func `the holder goes on where somebody wrote over its line`() throws {
    let test = try TestStore()
    let clock = Clock()
    let watch = clock.watch
    let lease = try held(test, watch)
    for _ in 0..<3 {
      try overwrite(lease, with: "released         \n".utf8, in: test)
      clock.pass(100)
      #expect(try test.lease(0, watch) == nil)
      #expect(lease.beat())
      #expect(try test.lease(0, watch) == nil)
    }
    #expect(watch.sawLife(of: lease.id, try #require(test.store.lease(of: lease.id))))
    #expect(try lease.publish([1]) == .published)
  }

  @Test func `a sign of life that was seen before keeps nobody`() throws {
    let test = try TestStore()
    let clock = Clock()
    let watch = clock.watch
    let lease = try held(test, watch)
    let old = try line(of: lease, in: test)
    #expect(lease.beat())
    let new = try line(of: lease, in: test)
    #expect(try test.lease(0, watch) == nil)
    for (passed, line) in [(60.0, old), (60, new), (59, old)] {
      clock.pass(passed)
      try overwrite(lease, with: line, in: test)
      #expect(try test.lease(0, watch) == nil)
    }
    clock.pass(2)
    #expect(try test.lease(0, watch)?.epoch == 2)
  }

  @Test func `the word of an item's last holder does not give it back again`() throws {
    let test = try TestStore()
    try test.store.enter([TestStore.item(0)])
    let first = try #require(try test.lease())
    first.release()
    let released = try line(of: first, in: test)
    let second = try #require(try test.lease())
    try test.moveElsewhere(second)
    let clock = Clock()
    let watch = clock.watch
    #expect(try test.lease(0, watch) == nil)
    try overwrite(second, with: released, in: test)
    try expectPatience(test, clock, watch)
  }

  @Test func `the word of another item's holder does not give an item back`() throws {
    let test = try TestStore()
    let clock = Clock()
    let watch = clock.watch
    let lease = try held(test, watch)
    let other = try #require(try test.lease(1))
    other.release()
    try overwrite(lease, with: try line(of: other, in: test), in: test)
    try expectPatience(test, clock, watch)
  }

  @Test func `the word of who held the same epoch before does not give an item back`() throws {
    let test = try TestStore()
    try test.store.enter([TestStore.item(0)])
    let first = try #require(try test.lease())
    first.release()
    let released = try line(of: first, in: test)
    // Its file is damaged, so its epoch is taken anew.
    try Data().write(to: test.place(of: first))
    let second = try #require(try test.lease())
    #expect(second.epoch == first.epoch)
    try test.moveElsewhere(second)
    let clock = Clock()
    let watch = clock.watch
    #expect(try test.lease(0, watch) == nil)
    try overwrite(second, with: released, in: test)
    try expectPatience(test, clock, watch)
  }

  @Test(arguments: [LeaseMark.beat(3), .released]) func `a line counts for its item, its epoch and its holder alone`(
    mark: LeaseMark
  ) throws {
    let test = try TestStore()
    let (holder, other) = (WorkerIdentity(lost: 0), WorkerIdentity(lost: 0))
    let line = test.store.line(mark, of: holder, epoch: 1, of: TestStore.id(0))
    func read(_ holder: WorkerIdentity, _ epoch: Int, _ number: Int) -> LeaseMark? {
      test.store.mark(in: line, of: holder, epoch: epoch, of: TestStore.id(number))
    }
    #expect(line.count == LeaseMark.bytes && read(holder, 1, 0) == mark)
    #expect(read(other, 1, 0) == nil && read(holder, 2, 0) == nil && read(holder, 1, 1) == nil)
  }

  @Test func `a line that was read while it was written says nothing, and the lease stands`() throws {
    let test = try TestStore()
    let clock = Clock()
    let watch = clock.watch
    let lease = try held(test, watch)
    let old = try line(of: lease, in: test)
    lease.release()
    let new = try line(of: lease, in: test)
    for end in 1..<LeaseMark.bytes where Array(new[..<end]) + old[end...] != new {
      try overwrite(lease, with: Array(new[..<end]) + old[end...], in: test)
      let seen = try #require(test.store.lease(of: lease.id))
      #expect(!seen.isReleased && seen.holder.token == lease.holder.token)
    }
    #expect(try test.lease(0, watch) == nil)
    try overwrite(lease, with: new, in: test)
    #expect(try test.lease(0, watch)?.holder.lost == 0)
  }
}
