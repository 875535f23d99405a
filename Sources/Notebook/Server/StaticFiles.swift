internal import Digests
internal import Files
internal import Foundation

/// The files of a folder, as a browser reads them; never one outside of it.
public struct StaticFiles: Sendable {
  /// A longer file is not served.
  private static let mostBytes = 64 << 20

  private let folder: String
  /// What a path that names a folder stands for; nil where folders are not served.
  private let index: String?

  /// - Parameters:
  ///   - folder: the folder.
  ///   - index: the file that stands for a folder, for example `index.html`; nil where folders are not served.
  public init(folder: String, index: String? = nil) {
    self.folder = folder
    self.index = index
  }

  /// The file at a path.
  ///
  /// - Parameters:
  ///   - names: the names below the folder.
  ///   - request: what the browser asked, which may know the file already.
  /// - Returns: the file, or 404.
  public func reply(_ names: [String], to request: Request) -> Reply {
    let missing = Reply.text("There is no such file.\n", status: 404)
    var names = names
    // What begins with a dot is nobody's to read: the state of a course, a repository.
    guard !names.contains(where: { $0.hasPrefix(".") }) else { return missing }
    var path = ([folder] + names).joined(separator: "/")
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      guard let index else { return missing }
      names.append(index)
      path += "/" + index
    }
    guard isInside(path), let bytes = try? FileBytes.read(path, limit: Self.mostBytes) else { return missing }
    let tag = "\"\(SHA256.hash(data: bytes).hexadecimal.prefix(32))\""
    let headers = ["Content-Type": Self.type(of: names.last ?? ""), "ETag": tag, "Cache-Control": "no-cache"]
    if request["if-none-match"] == tag { return Reply(304, headers: headers) }
    return Reply(200, headers: headers, body: .bytes(bytes))
  }

  /// Whether a file lies in the folder once its links are followed.
  private func isInside(_ path: String) -> Bool {
    guard let root = realpath(folder, nil) else { return false }
    defer { free(root) }
    guard let place = realpath(path, nil) else { return false }
    defer { free(place) }
    return String(cString: place).hasPrefix(String(cString: root) + "/")
  }

  /// What kind of file a name says it is.
  static func type(of name: String) -> String {
    switch name.split(separator: ".").last.map({ $0.lowercased() }) {
    case "html": "text/html; charset=utf-8"
    case "css": "text/css; charset=utf-8"
    case "js": "text/javascript; charset=utf-8"
    case "json": "application/json"
    case "md", "txt": "text/plain; charset=utf-8"
    case "svg": "image/svg+xml"
    case "png": "image/png"
    case "jpg", "jpeg": "image/jpeg"
    case "xml": "application/xml"
    case "zip": "application/zip"
    default: "application/octet-stream"
    }
  }
}
