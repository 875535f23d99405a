import Foundation
import Imaging

/// Ten pairs of 32 x 32 pixels: a bright square on a dark ground, in another place each time.
enum TinySet {
  static func write(to folder: URL) throws {
    for name in ["images", "labels"] {
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    for number in 0..<10 {
      var image = [UInt8](repeating: 20, count: 32 * 32)
      var label = [UInt8](repeating: 0, count: 32 * 32)
      for row in 8 + number..<14 + number {
        for column in 10..<16 {
          image[row * 32 + column] = 220
          label[row * 32 + column] = 255
        }
      }
      for (name, pixels) in [("images", image), ("labels", label)] {
        let file = folder.appendingPathComponent("\(name)/P-\(number % 2)_\(number).png")
        try PNGFile.write(PNGFile.encode(pixels, width: 32, height: 32, layout: .grey), to: file.path)
      }
    }
  }
}
