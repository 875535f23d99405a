import Digests
import Foundation
import Testing
import Work

@testable import Sessions

/// Which items a worker takes, one after the other.
struct ItemQueueTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("queue-\(UUID().uuidString)")

  private func store() throws -> WorkStore { try WorkStore(folder, makes: .init(), key: .ofThisProcess) }

  private static func id(_ number: Int) -> String { SHA256.hash(data: "item \(number)".utf8).hexadecimal }

  private static func items(_ numbers: Range<Int>) -> [WorkItem] {
    numbers.map { number in WorkItem(id: id(number), label: "check") { [] } }
  }

  /// Takes and does all that comes until something else does.
  private func done(
    _ queue: inout ItemQueue, _ store: WorkStore, _ watch: LeaseWatch = LeaseWatch()
  ) throws -> (numbers: [Int], then: ItemQueue.Step) {
    var numbers: [Int] = []
    while true {
      let step = try queue.next(in: store, watch)
      guard case .take(let number, let entry, let lease) = step else { return (numbers, step) }
      #expect(entry.id == Self.id(number) && lease.id == entry.id && entry.label == "check")
      numbers.append(number)
      #expect(try lease.publish([1]) == .published)
      queue.end()
    }
  }

  @Test func `all items are taken in order, also of several lists and more than are read at once`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try store()
    try store.enter(Self.items(0..<1500))
    try store.enter(Self.items(1500..<1600))
    let open = [0, 1023, 1024, 1499, 1500, 1599]
    // Nothing is read of a result to know that an item has one.
    for number in 0..<1600 where !open.contains(number) {
      let place = folder.appendingPathComponent("results/\(Self.id(number).prefix(2))")
      try FileManager.default.createDirectory(
        at: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try Data().write(to: place.appendingPathComponent(Self.id(number)))
    }
    var queue = try ItemQueue(.all(stays: false), in: store)
    let (numbers, then) = try done(&queue, store)
    #expect(numbers == open)
    guard case .end = then else { return #expect(Bool(false), "\(then)") }
  }

  @Test(arguments: [ItemWorker.Choice.all(stays: true), .numbers(0..<1)])
  func `an item that was lost is looked at again, and not without end`(choice: ItemWorker.Choice) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try store()
    try store.enter(Self.items(0..<1))
    var queue = try ItemQueue(choice, in: store)
    let watch = LeaseWatch()
    for turn in 1...5 {
      var step = try queue.next(in: store, watch)
      if turn > 1 {
        guard case .wait = step else { return #expect(Bool(false), "\(step)") }
        step = try queue.next(in: store, watch)
      }
      guard case .take(let number, let entry, let lease) = step else { return #expect(Bool(false), "\(turn): \(step)") }
      lease.release()
      #expect(queue.lost(number, entry) == (turn < 5))
      queue.end()
    }
    guard case .end = try queue.next(in: store, watch) else { return #expect(Bool(false)) }
  }

  @Test func `a part takes its own numbers, and looks at no other's lines`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try store()
    try store.enter(Self.items(0..<50))
    let list = folder.appendingPathComponent("order/0000000000")
    var bytes = try Data(contentsOf: list)
    bytes.replaceSubrange(0..<64, with: Data(repeating: 0, count: 64))
    try bytes.write(to: list)
    var queue = try ItemQueue(.numbers(40..<60), in: store)
    let (numbers, then) = try done(&queue, store)
    #expect(numbers == Array(40..<50))
    guard case .end = then else { return #expect(Bool(false), "\(then)") }
    #expect(throws: WorkProblem.noItem(number: 50, count: 50)) { try ItemQueue(.numbers(50..<51), in: store) }
  }

  @Test func `who stays waits for what others are on, and takes what is handed in meanwhile`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try store()
    try store.enter(Self.items(0..<5))
    guard case .taken(let other) = try store.take(Self.id(2), watch: LeaseWatch()) else {
      return #expect(Bool(false), "nobody is on it")
    }
    var queue = try ItemQueue(.all(stays: true), in: store)
    var found = try done(&queue, store)
    #expect(found.numbers == [0, 1, 3, 4])
    guard case .wait = found.then else { return #expect(Bool(false), "\(found.then)") }
    try store.enter(Self.items(5..<7))
    other.release()
    found = try done(&queue, store)
    #expect(found.numbers == [2])
    found = try done(&queue, store)
    #expect(found.numbers == [5, 6])
    guard case .end = found.then else { return #expect(Bool(false), "\(found.then)") }
  }
}
