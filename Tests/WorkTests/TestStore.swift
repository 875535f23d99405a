import Digests
import Foundation
import Synchronization
import Testing

@testable import Work

/// A store in a folder of its own.
struct TestStore: ~Copyable {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("work-\(UUID().uuidString)")
  let store: WorkStore

  init(patience: Double = 180) throws {
    store = try WorkStore(folder, makes: .init(patience: patience), key: .ofThisProcess)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The name of an item.
  static func id(_ number: Int) -> String { SHA256.hash(data: "item \(number)".utf8).hexadecimal }

  static func item(_ number: Int) -> WorkItem {
    WorkItem(id: id(number), label: "check") { Array("do \(number)".utf8) }
  }

  func lease(_ number: Int = 0, _ watch: LeaseWatch = LeaseWatch()) throws -> Lease? {
    guard case .taken(let lease) = try store.take(Self.id(number), watch: watch) else { return nil }
    return lease
  }

  /// Where a lease is kept.
  func place(of lease: Lease) -> URL {
    folder.appendingPathComponent("leases/\(lease.id.prefix(2))/\(lease.id).\(lease.epoch)")
  }

  /// Lets a lease look like one of another machine: nobody here can see whether its process lives.
  func moveElsewhere(_ lease: Lease) throws {
    try change(lease) { $0.replacing(/"place":"[^"]*"/, with: "\"place\":\"elsewhere\"") }
  }

  /// Changes who holds a lease, as somebody with the key could.
  func change(_ lease: Lease, _ body: (String) throws -> String) throws {
    let bytes = try [UInt8](Data(contentsOf: place(of: lease)))
    let mark = LeaseMark.bytes
    let text = try body(String(decoding: bytes.dropFirst(mark + 65), as: UTF8.self))
    let sealed = store.sealedLease(Array(text.utf8), epoch: lease.epoch, of: lease.id)
    try Data(bytes.prefix(mark) + sealed).write(to: place(of: lease))
  }

  /// Lets another take the item over, as one of another machine does that lost patience.
  func takeOver(_ lease: Lease) throws -> Lease {
    try moveElsewhere(lease)
    let clock = Clock()
    let watch = clock.watch
    #expect(try self.lease(0, watch) == nil)
    clock.pass(store.timing.patience + 1)
    return try #require(try self.lease(0, watch))
  }

}

/// A watch that a test moves on.
final class Clock: Sendable {
  private let time = Mutex(Duration.zero)
  var watch: LeaseWatch { LeaseWatch { [self] in time.withLock(\.self) } }
  func pass(_ seconds: Double) { time.withLock { $0 += .seconds(seconds) } }
}
