internal import Files
internal import Foundation

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Who holds a lease.
public struct WorkerIdentity: Codable, Sendable, Equatable {
  /// The machine's name, for people.
  public let host: String
  /// The number of the process there.
  public let process: Int32
  /// What tells it from every other.
  public let token: String
  /// When it began, in seconds since 1970 by its own clock: for people, nothing is decided by it.
  public let since: Double
  /// Which start of which machine it is, and which processes see each other and count time alike there: whoever is of the same place can
  /// look whether the process still lives.
  let place: String
  /// When the process began, by that machine's own count.
  let began: String
  /// How many before it lost the item without a word.
  public let lost: Int

  /// This process.
  ///
  /// - Parameter lost: how many before it lost the item without a word.
  init(lost: Int) {
    let number = getpid()
    host = String(ProcessInfo.processInfo.hostName.unicodeScalars.filter(Self.isOfName).map(Character.init).prefix(255))
    process = number
    token = String(UInt64.random(in: 0 ... .max), radix: 16)
    since = Date().timeIntervalSince1970
    place = Self.place
    began = Self.began(number) ?? ""
    self.lost = lost
  }

  /// Whether this is what a worker says of itself: people read its host on their terminals.
  var isSound: Bool {
    process > 0 && since >= 0 && since < 1e11 && host.utf8.count <= 255 && host.unicodeScalars.allSatisfy(Self.isOfName)
  }

  private static func isOfName(_ letter: Unicode.Scalar) -> Bool { ("!"..."~").contains(letter) }

  /// Whether the process is known to have ended; false where nothing is known of it.
  var hasEnded: Bool {
    guard !place.isEmpty, place == Self.place, !began.isEmpty else { return false }
    return Self.began(process) != began
  }

  private static let place: String = {
    guard let boot = try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8),
      let space = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/pid")
    else { return "" }
    // Who counts time from another point sees another beginning of the same process. Old kernels have one time for all.
    let time = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/time")
    return [boot.trimmingCharacters(in: .whitespacesAndNewlines), space, time ?? ""].joined(separator: " ")
  }()

  /// When a process began, in ticks; nil where there is none of this number.
  private static func began(_ number: Int32) -> String? {
    guard let text = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8),
      let end = text.lastIndex(of: ")")
    else { return nil }
    // The name in brackets may hold anything; behind it the state is the first word, and the beginning the twentieth.
    let words = text[text.index(after: end)...].split(separator: " ")
    guard words.count > 19, words[0] != "Z" else { return nil }
    return String(words[19])
  }
}
