public import Digests
internal import Files
public import Foundation
public import Messages

/// The machine's memory, as Linux tells it.
public enum MachineMemory {
  /// Bytes that a new program can have without others being pushed out; 0 where the system does not tell.
  public static var available: Int {
    guard let text = try? String(contentsOfFile: "/proc/meminfo", encoding: .utf8) else { return 0 }
    for line in text.split(separator: "\n") where line.hasPrefix("MemAvailable:") {
      return line.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 * 1024 } ?? 0
    }
    return 0
  }

  /// What a process that trains may take of its address space: more than it is told to use, because much of it is never touched.
  static var addressSpace: Int {
    let free = available
    return free > 0 ? free + (8 << 30) : 0
  }
}

extension SealKey {
  /// The user's key, and what to say where it cannot be used.
  ///
  /// Made here where there is none yet.
  /// - Parameter environment: the process's environment.
  /// - Returns: the key, one for this process alone where none can be kept; and what to say of it.
  public static func ofUser(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> (key: SealKey, remark: StorePhrase?) {
    let (key, problem) = load(environment: environment)
    return (key, problem?.phrase)
  }
}

extension SealKey.Problem {
  /// What happened, and what to try first.
  var phrase: StorePhrase {
    switch self {
    case .noHome: .noHomeForKey
    case .unsafe(let path): .keyUnsafe(path: path)
    case .refused(let fault): .keyNotKept(path: fault.path, reason: fault.reason)
    }
  }
}
