import Diagnostics
import Foundation
public import Messages

/// Reads text files that somebody else wrote.
enum TextFile {
  /// The text of a file.
  ///
  /// - Parameter path: the file; a link is followed.
  /// - Returns: the text, byte for byte.
  /// - Throws: `LabFileError` where the file is missing, no file, unreadable, too large, or not UTF-8.
  static func read(_ path: String) throws(LabFileError) -> String {
    // Without waiting: a pipe that nobody writes to would keep us for ever.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      switch errno {
      case ENOENT, ENOTDIR, ENAMETOOLONG: throw .missing(path: path)
      case ENXIO: throw .notAFile(path: path)
      default: throw .unreadable(path: path, reason: String(cString: strerror(errno)))
      }
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: path) }
    guard status.st_size <= Lab.longest else { throw .tooLarge(path: path) }
    let bytes = try bytes(of: descriptor, path)
    // The library tells in one go whether all is UTF-8; scalar by scalar it is read only to say where it is not.
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let offset = firstBadByte(in: bytes) ?? bytes.count
    let line = bytes[..<offset].count { $0 == UInt8(ascii: "\n") } + 1
    throw .notUTF8(path: path, offset: offset, line: line)
  }

  /// Reads to the end; the file may grow while it is read, but not past the bound.
  private static func bytes(of descriptor: Int32, _ path: String) throws(LabFileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Foundation.read(descriptor, &buffer, buffer.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable(path: path, reason: String(cString: strerror(errno)))
      }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= Lab.longest else { throw .tooLarge(path: path) }
    }
  }

  /// The offset of the first byte that does not belong to UTF-8.
  static func firstBadByte(in bytes: [UInt8]) -> Int? {
    var decoder = UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .error: return offset
      case .emptyInput: return nil
      }
    }
  }
}

extension Lab {
  /// The text of a lab's file, whatever it says.
  ///
  /// - Parameter path: the file's path.
  /// - Returns: the text.
  /// - Throws: `LabFileError` where the file is missing, no file, too large, or not UTF-8.
  public static func text(of path: String) throws(LabFileError) -> String { try TextFile.read(path) }
}

/// Why the file of a lab cannot be read.
public enum LabFileError: Error, Equatable, Sendable {
  /// There is no file at `path`.
  case missing(path: String)
  /// `path` leads to a folder, a device or the like.
  case notAFile(path: String)
  /// The system does not let it be read; `reason` in its own words.
  case unreadable(path: String, reason: String)
  /// The file has more than ``Lab/longest`` bytes.
  case tooLarge(path: String)
  /// The byte at `offset` (from 0), on `line` (from 1), does not belong to UTF-8.
  case notUTF8(path: String, offset: Int, line: Int)

  /// What to say about it.
  public var phrase: any Phrase {
    switch self {
    case .missing(let path): return LabFilePhrase.missing(path: path)
    case .notAFile(let path): return LabFilePhrase.notAFile(path: path)
    case .unreadable(let path, let reason): return LabFilePhrase.unreadable(path: path, reason: reason)
    case .tooLarge(let path): return LabFilePhrase.tooLarge(path: path, limit: Lab.longest)
    case .notUTF8(let path, let offset, let line): return LabFilePhrase.notUTF8(path: path, offset: offset, line: line)
    }
  }

  /// The error as a message about the file, at its line where there is one.
  func diagnostic(file: String) -> Diagnostic {
    var place = 0
    if case .notUTF8(_, _, let line) = self { place = line }
    return Diagnostic(.error, file: file, line: place, phrase)
  }
}

extension String {
  /// Without white space at both ends.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[first...last])
  }
}
