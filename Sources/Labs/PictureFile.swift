public import Foundation

/// The picture files that a lab may show on its page.
public enum PictureFile {
  /// The most bytes that one of them may have.
  public static let mostBytes = 8 << 20

  /// Whether a file lies in a lab's folder or in the one around it, links followed.
  public static func isNear(_ file: URL, to folder: URL) -> Bool {
    let root = folder.resolvingSymlinksInPath().deletingLastPathComponent().path
    return file.standardizedFileURL.resolvingSymlinksInPath().path.hasPrefix(root.hasSuffix("/") ? root : root + "/")
  }

  /// What browsers call pictures that begin like this: `png`, `jpeg`, `gif`, `webp` or `svg+xml`; nil for all else.
  public static func kind(of bytes: [UInt8]) -> String? {
    func has(_ text: String, at offset: Int) -> Bool { bytes.dropFirst(offset).starts(with: text.utf8) }
    if bytes.starts(with: [0x89]), has("PNG\r\n", at: 1) { return "png" }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "jpeg" }
    if has("GIF8", at: 0) { return "gif" }
    if has("RIFF", at: 0), has("WEBP", at: 8) { return "webp" }
    let head = String(decoding: bytes.prefix(1000), as: UTF8.self)
    return has("<svg", at: 0) || (has("<?xml", at: 0) && head.contains("<svg")) ? "svg+xml" : nil
  }
}
