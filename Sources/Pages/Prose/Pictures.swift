internal import Digests
internal import Files
internal import Foundation
internal import Labs

/// The pictures that a lab shows from files beside it, put into the page as they are.
struct Pictures {
  /// The most bytes that all of them may have.
  private static let mostTogether = 32 << 20

  /// Where addresses start from; nil where nothing can be read.
  private let folder: URL?
  private let read = ReadPictures()

  /// - Parameter lab: the lab's file; nil where it has none.
  init(beside lab: String?) {
    folder = lab.map { URL(fileURLWithPath: $0).deletingLastPathComponent().resolvingSymlinksInPath() }
  }

  /// A picture as an address that holds it.
  ///
  /// Read is what stands in the lab's folder or in the folder around it, and only what begins as a picture does.
  /// - Parameter source: the address in the lab.
  /// - Returns: nil where it is no picture, is elsewhere, or is too large.
  func address(of source: String) -> String? {
    if let kept = read.addresses[source] { return kept }
    let found = data(of: source)
    read.addresses[source] = .some(found)
    return found
  }

  /// What tells a picture from another one, without its bytes: empty where there is none.
  func digest(of source: String) -> String {
    address(of: source).map { SHA256.hash(data: $0.utf8).hexadecimal } ?? ""
  }

  private func data(of source: String) -> String? {
    let address = WebAddress(source)
    if address.scheme == "data" {
      return ["png", "jpeg", "gif", "webp"].contains { source.lowercased().hasPrefix("data:image/\($0);") }
        ? source : nil
    }
    guard let folder, address.scheme == nil, !address.isRemote, !source.isEmpty else { return nil }
    let path = source.prefix { $0 != "#" && $0 != "?" }
    let name = String(path).removingPercentEncoding ?? String(path)
    let file = URL(fileURLWithPath: name, relativeTo: folder).standardizedFileURL.resolvingSymlinksInPath()
    guard PictureFile.isNear(file, to: folder),
      let bytes = try? FileBytes.read(file.path, limit: PictureFile.mostBytes), let kind = PictureFile.kind(of: bytes),
      read.count + bytes.count <= Self.mostTogether
    else { return nil }
    read.count += bytes.count
    return "data:image/\(kind);base64," + Data(bytes).base64EncodedString()
  }
}

/// What was read for a page, so that no picture is read twice.
private final class ReadPictures {
  /// What each address came to.
  var addresses: [String: String?] = [:]
  /// How many bytes were read.
  var count = 0
}
