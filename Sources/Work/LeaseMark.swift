internal import Digests

/// The first line of a lease: what its holder said last.
///
/// It is sealed over the item, the epoch and the holder, so that nobody without the key gives an item back that another works on, and no line
/// of another lease, or of this name's last holder, counts for this one. All lines have as many bytes: one is written over the other in place,
/// and what stands behind it stays where it is. So whoever reads while one is written finds it torn, and the lease whole. A line that is torn,
/// or that somebody without the key wrote, says nothing.
enum LeaseMark: Equatable {
  /// The holder lives; each time it says so the count is higher.
  case beat(Int)
  /// The item was given back.
  case released

  /// How many bytes the word has, with what fills it up.
  fileprivate static let wordBytes = 17
  private static let sealBytes = 64
  /// How many bytes the line has: word, space, seal, and its end.
  static let bytes = wordBytes + 1 + sealBytes + 1

  /// A count, or the word that the item was given back, as long as each other.
  fileprivate var word: [UInt8] {
    let (text, filler) =
      switch self {
      case .beat(let count): (String(count), "0")
      case .released: ("released", " ")
      }
    let fill = String(repeating: filler, count: max(0, Self.wordBytes - text.utf8.count))
    return Array((self == .released ? text + fill : fill + text).utf8)
  }

  /// What a word says; nil for what is none.
  fileprivate init?(word: some Collection<UInt8>) {
    if word.elementsEqual(LeaseMark.released.word) {
      self = .released
    } else if let count = Int(String(decoding: word, as: UTF8.self)), count >= 0 {
      self = .beat(count)
    } else {
      return nil
    }
  }
}

extension WorkStore {
  /// The first line of a lease's file.
  ///
  /// - Parameters:
  ///   - mark: what it says.
  ///   - holder: who says it.
  ///   - epoch: the lease's epoch.
  ///   - id: the item.
  /// - Returns: as many bytes as ``LeaseMark/bytes``.
  func line(_ mark: LeaseMark, of holder: WorkerIdentity, epoch: Int, of id: String) -> [UInt8] {
    let word = mark.word
    let seal = key.seal("work-beat", Array(id.utf8), Array(String(epoch).utf8), Array(holder.token.utf8), word)
    return word + Array(" \(seal.hexadecimal)\n".utf8)
  }

  /// What the first line of a lease's file says.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - holder: who holds the lease.
  ///   - epoch: its epoch.
  ///   - id: the item.
  /// - Returns: what the holder said; nil where the line is torn, or not the holder's.
  func mark(in bytes: [UInt8], of holder: WorkerIdentity, epoch: Int, of id: String) -> LeaseMark? {
    guard let mark = LeaseMark(word: bytes.prefix(LeaseMark.wordBytes)),
      bytes.starts(with: line(mark, of: holder, epoch: epoch, of: id))
    else { return nil }
    return mark
  }
}
