internal import Foundation

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
