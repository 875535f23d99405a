internal import Digests
internal import Files
internal import Foundation
internal import Messages

/// An item as the store lists it; its number is its place there, from 0.
public struct WorkEntry: Sendable, Equatable {
  /// Its name.
  public let id: String
  /// What kind of work it is.
  public let label: String
}

/// Which items there are.
///
/// They stand in lists: one for all that was handed in together, called by the number of its first item. Every line of a list has the same
/// bytes and a seal of its own, so an item's line is found by its number, and a worker that is to do one item of a hundred thousand reads and
/// believes that line alone. Neither an index beside the lists, which could say something else than they do, nor a file for each item is needed
/// for that.
extension WorkStore {
  /// A list has no more bytes: 2.5 million items.
  private static let mostOrderBytes = 1 << 28
  /// The bytes of a line: a name, a space, a kind with spaces behind it, a space, half a seal, and the end.
  private static let lineBytes = 64 + 1 + WorkItem.mostKindBytes + 1 + sealBytes + 1
  private static let sealBytes = 32
  /// How often is looked, a second apart, where a cache of the file system's does not show yet what there is.
  private static let mostTries = 100
  private static let fewTries = 3
  /// How many lines are in memory at a time.
  private static let mostLines = 4096

  /// One list: the number of its first item, and how many stand in it.
  private struct List {
    let start: Int
    let count: Int
    var name: String { WorkStore.orderName(start) }
    var range: Range<Int> { start..<start + count }
  }

  private static func orderName(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 10 - digits.count)) + digits
  }

  /// Where the lists lie; nil where nothing was handed in yet.
  private func orders() throws(WorkProblem) -> OwnFolder? {
    do throws(FileFault) { return try folder(.order) } catch {
      guard error.cause == .system(ENOENT) else { throw WorkProblem(reading: error) }
      return nil
    }
  }

  private static func damaged(_ name: String, in folder: OwnFolder) -> WorkProblem {
    .store(.damagedList(path: "\(folder.path)/\(name)"))
  }

  /// The lists from the first on, by their names and lengths; nothing of them is read.
  ///
  /// - Throws: `WorkProblem` where one is damaged, or another has a number that nobody gave: one before it was lost.
  private static func lists(in folder: OwnFolder) throws(WorkProblem) -> [List] {
    var look = 0
    while true {
      look += 1
      var (lists, next): ([List], Int) = ([], 0)
      while let facts = folder.facts(of: orderName(next)) {
        guard facts.kind == .file, (1...mostOrderBytes).contains(facts.bytes), facts.bytes % lineBytes == 0 else {
          throw damaged(orderName(next), in: folder)
        }
        lists.append(List(start: next, count: facts.bytes / lineBytes))
        next += facts.bytes / lineBytes
      }
      let known = Set(lists.map(\.name))
      let listed = folder.names.filter { $0.utf8.count == 10 && $0.utf8.allSatisfy { (48...57).contains($0) } }
      guard let stray = listed.filter({ !known.contains($0) }).min() else { return lists }
      // Where the folder has the next name, a cache says that there is no such file: that shows in a minute. Where it has a later one alone, it
      // may have been read while lists were handed in: that shows at the next look.
      let isListed = stray == orderName(next)
      guard look < (isListed ? mostTries : fewTries) else { throw damaged(stray, in: folder) }
      Thread.sleep(forTimeInterval: 1)
    }
  }

  /// How many items there are.
  ///
  /// - Throws: `WorkProblem` where a list is not what was written, as far as its length tells; where there are items, and no list.
  /// - Complexity: a look at the file system for each list.
  public func count() throws(WorkProblem) -> Int {
    if let folder = try orders(), let last = try Self.lists(in: folder).last { return last.range.upperBound }
    let items = try? folder(.items)
    guard items?.names.isEmpty ?? true else { throw .store(.unlisted(path: path)) }
    return 0
  }

  /// The items of these numbers; fewer where there are not so many.
  ///
  /// - Parameter range: the numbers.
  /// - Returns: the items, in order.
  /// - Throws: `WorkProblem` where their lines are not what was written.
  /// - Complexity: what is read is the lines of these items.
  public func entries(_ range: Range<Int>) throws(WorkProblem) -> [WorkEntry] {
    guard let folder = try orders() else { return [] }
    var entries: [WorkEntry] = []
    for list in try Self.lists(in: folder) {
      let part = range.clamped(to: list.range)
      guard !part.isEmpty else { continue }
      let bytes: [UInt8]
      do throws(FileBytes.Fault) {
        bytes = try folder.read(
          list.name, at: (part.lowerBound - list.start) * Self.lineBytes, count: part.count * Self.lineBytes)
      } catch {
        if case .notAFile = error { throw Self.damaged(list.name, in: folder) }
        throw WorkProblem(error)
      }
      for start in stride(from: 0, to: bytes.count, by: Self.lineBytes) {
        let number = part.lowerBound + start / Self.lineBytes
        guard let entry = entry(bytes[start..<start + Self.lineBytes], number: number) else {
          throw Self.damaged(list.name, in: folder)
        }
        entries.append(entry)
      }
    }
    return entries
  }

  /// Shows `body` every item with its number, a few thousand at a time, once it is sure that the lists are such as somebody wrote.
  ///
  /// - Parameter body: is shown an item.
  /// - Throws: what `body` throws; `WorkProblem` where the lists are not what was written: a number that nobody gave, a name twice.
  func forEach(_ body: (Int, WorkEntry) throws(WorkProblem) -> Void) throws(WorkProblem) {
    guard let folder = try orders() else { return }
    var ids: Set<String> = []
    for list in try Self.lists(in: folder) {
      for start in stride(from: list.start, to: list.range.upperBound, by: Self.mostLines) {
        let part = start..<min(start + Self.mostLines, list.range.upperBound)
        for (number, entry) in zip(part, try entries(part)) {
          guard ids.insert(entry.id).inserted else { throw Self.damaged(list.name, in: folder) }
          try body(number, entry)
        }
      }
    }
  }

  /// All items, by number.
  ///
  /// - Throws: as ``count()``, and where a line of a list is not what was written.
  public func entries() throws(WorkProblem) -> [WorkEntry] {
    var entries: [WorkEntry] = []
    try forEach { _, entry in entries.append(entry) }
    return entries
  }

  /// Gives numbers to the items that have none.
  ///
  /// - Returns: those that had none.
  func order(_ items: [WorkItem]) throws(WorkProblem) -> Set<String> {
    var (place, tries): (String, Int) = ("", 0)
    var given: Set<String> = []
    while true {
      var (ids, count): (Set<String>, Int) = ([], 0)
      try forEach { _, entry in
        ids.insert(entry.id)
        count += 1
      }
      var (lines, new): ([UInt8], [String]) = ([], [])
      for item in items where lines.count < Self.mostOrderBytes - Self.lineBytes && ids.insert(item.id).inserted {
        lines += line(WorkEntry(id: item.id, label: item.label), number: count + new.count)
        new.append(item.id)
      }
      guard !new.isEmpty else { return given }
      let name = Self.orderName(count)
      do throws(FileFault) {
        let folder = try folder(.order, for: .making(mode: 0o700))
        if try folder.create(lines, as: name, mode: 0o600) {
          given.formUnion(new)
          continue
        }
      } catch {
        throw WorkProblem(error)
      }
      // Somebody who handed in others meanwhile has the number; what a cache does not show of that yet it shows in a minute.
      (place, tries) = (name, place == name ? tries + 1 : 1)
      guard tries < Self.mostTries else { throw .store(.damagedList(path: "\(path)/\(Part.order.rawValue)/\(name)")) }
      if tries > 1 { Thread.sleep(forTimeInterval: 1) }
    }
  }

  /// The line of an item in a list.
  func line(_ entry: WorkEntry, number: Int) -> [UInt8] {
    let words = Array("\(entry.id) \(entry.label)".utf8)
    let seal = key.seal("work-line", Array(String(number).utf8), words).hexadecimal
    let filler = [UInt8](repeating: UInt8(ascii: " "), count: Self.lineBytes - 1 - Self.sealBytes - words.count)
    return words + filler + Array(seal.utf8.prefix(Self.sealBytes)) + [UInt8(ascii: "\n")]
  }

  /// What a line of a list says; nil where nobody with the key wrote it there.
  private func entry(_ line: ArraySlice<UInt8>, number: Int) -> WorkEntry? {
    let words = line.dropLast(Self.sealBytes + 1).split(separator: UInt8(ascii: " "), maxSplits: 1)
    guard words.count == 2, let id = String(validating: words[0], as: UTF8.self), PartName.isDigest(id),
      let label = String(validating: words[1].prefix { $0 != UInt8(ascii: " ") }, as: UTF8.self), WorkItem.isKind(label)
    else { return nil }
    let entry = WorkEntry(id: id, label: label)
    return line.elementsEqual(self.line(entry, number: number)) ? entry : nil
  }
}
