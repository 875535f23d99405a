import Foundation
import Imaging

/// A folder of a test's own, removed with its last owner.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "datasets-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, and the folders above it.
  func write(_ name: String, _ bytes: [UInt8]) throws {
    let url = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  /// Writes a grey picture of `width` x `height` whose pixels count up from `start`.
  func picture(_ name: String, width: Int = 4, height: Int = 3, from start: Int = 0) throws {
    let samples = (0..<width * height).map { UInt8((start + $0) % 256) }
    try write(name, PNGFile.encode(samples, width: width, height: height, layout: .grey))
  }

  /// Writes a label of `width` x `height`, white in the pixels of `white`.
  func label(_ name: String, width: Int = 4, height: Int = 3, white: Set<Int> = [1]) throws {
    let samples = (0..<width * height).map { white.contains($0) ? UInt8(255) : 0 }
    try write(name, PNGFile.encode(samples, width: width, height: height, layout: .grey))
  }

  /// Everything in the folder, by path, in order.
  var content: [String] {
    get throws { try FileManager.default.subpathsOfDirectory(atPath: path).sorted() }
  }
}
