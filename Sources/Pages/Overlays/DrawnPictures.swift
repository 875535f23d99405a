internal import Digests
internal import Foundation

/// The pictures that a page draws from a report: in the page itself, or as files that a site's pages share.
final class DrawnPictures {
  /// The folder of a site's pictures.
  static let folder = "pictures"

  /// The way from the page to the site's folder; nil where a page holds its pictures itself.
  private let root: String?
  /// The files that the page needs, by their path in the site.
  private(set) var files: [String: [UInt8]] = [:]
  private var shown: Set<String> = []

  /// - Parameter root: the way from the page to the site's folder; nil where a page holds its pictures itself.
  init(root: String? = nil) { self.root = root }

  /// Where the picture is.
  func address(of picture: [UInt8]) -> String {
    guard let root else { return "data:image/png;base64," + Data(picture).base64EncodedString() }
    return root + path(of: picture)
  }

  /// The picture's path in a site.
  func path(of picture: [UInt8]) -> String {
    let path = "\(Self.folder)/\(Self.name(of: picture)).png"
    files[path] = picture
    return path
  }

  /// The picture inside of an `svg` of its own size; the second time on a page that holds its pictures it leads to the first.
  func image(_ file: [UInt8], width: Int, height: Int) -> String {
    let size = "width=\"\(width)\" height=\"\(height)\""
    if root != nil { return "<image href=\"\(address(of: file))\" \(size)/>" }
    let id = "p" + Self.name(of: file).prefix(10)
    guard shown.insert(id).inserted else { return "<use href=\"#\(id)\"/>" }
    return "<image id=\"\(id)\" href=\"\(address(of: file))\" \(size)/>"
  }

  /// An outline that stands on a page again and again, its class on it; the second time it leads to the first.
  func outline(_ path: String, class name: String) -> String {
    let id = "o" + Self.name(of: Array((name + path).utf8)).prefix(10)
    guard shown.insert(id).inserted else { return "<use href=\"#\(id)\"/>" }
    return "<path id=\"\(id)\" class=\"\(name)\" d=\"\(path)\"/>"
  }

  private static func name(of file: [UInt8]) -> String { String(SHA256.hash(data: file).hexadecimal.prefix(16)) }
}
