#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The name that something has while it is not whole yet: `NAME.0123456789abcdef.part`.
///
/// Whoever writes it holds a lock on it, so that whoever clears up asks the lock, and need not guess which process still lives. The
/// sixteen digits are drawn: nobody can put anything in the way of a name that is not known yet.
public enum PartName {
  private static let ending = ".part"
  private static let digits = 16

  /// A new name for the parts of what is to be called `name`.
  public static func make(for name: String) -> String {
    // A name has at most 255 bytes; what it stands for is of use to people alone.
    "\(name.utf8.count > 200 ? ".seglab" : name).\(drawn())\(ending)"
  }

  /// Sixteen hexadecimal digits that nobody can know beforehand.
  static func drawn() -> String {
    let number = String(UInt64.random(in: 0 ... .max), radix: 16)
    return String(repeating: "0", count: digits - number.count) + number
  }

  /// What is to be called so once it is whole; nil where `name` is no name of ours.
  public static func target(of name: String) -> String? {
    guard name.hasSuffix(ending) else { return nil }
    let rest = name.dropLast(ending.count)
    guard let point = rest.lastIndex(of: "."), point > rest.startIndex else { return nil }
    let drawn = rest[rest.index(after: point)...]
    guard drawn.utf8.count == digits, drawn.utf8.allSatisfy(isDigit) else { return nil }
    return String(rest[..<point])
  }

  /// Whether `name` is a digest as SegLab writes it: `count` hexadecimal digits.
  public static func isDigest(_ name: some StringProtocol, count: Int = 64) -> Bool {
    name.utf8.count == count && name.utf8.allSatisfy(isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}

/// Why the system refuses.
struct SystemError: Error {
  /// Its error number.
  let number: Int32
}

/// A file that is being written, under a name of its own, beside the one that it takes the place of.
struct PartFile {
  let folder: Int32
  let name: String
  let descriptor: Int32

  /// - Parameters:
  ///   - folder: the folder's descriptor.
  ///   - target: what the file is to be called in the end.
  ///   - mode: who may do what with it.
  /// - Returns: the new file, held by a lock; the system's error number where there can be none.
  static func make(in folder: Int32, for target: String, mode: UInt32) -> Result<PartFile, SystemError> {
    // A name that is taken, or taken from us by whoever clears up, before the lock is ours, is given up for another.
    for _ in 0..<64 {
      let name = PartName.make(for: target)
      let file = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
      if file < 0 {
        if errno == EEXIST || errno == EINTR { continue }
        return .failure(SystemError(number: errno))
      }
      var facts = stat()
      let isTaken = flock(file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
      if isTaken || (fstat(file, &facts) == 0 && facts.st_nlink == 0) {
        close(file)
        continue
      }
      return .success(PartFile(folder: folder, name: name, descriptor: file))
    }
    return .failure(SystemError(number: EEXIST))
  }

  /// Gives the file its name, once all is on the disk where `syncs` says so; the system's error number, or 0.
  func finish(as target: String, syncs: Bool = true) -> Int32 {
    var code: Int32 = !syncs || fsync(descriptor) == 0 ? 0 : errno
    if code == 0, renameat(folder, name, folder, target) != 0 { code = errno }
    if code != 0 { unlinkat(folder, name, 0) }
    // Whatever it could still say was asked of fsync before.
    close(descriptor)
    return code
  }

  /// Gives the file up.
  func discard() {
    unlinkat(folder, name, 0)
    close(descriptor)
  }
}
