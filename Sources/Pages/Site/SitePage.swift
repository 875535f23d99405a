internal import Messages

/// One page of a site, made when it is needed.
struct SitePage: Sendable {
  /// Where it is in the site, for example `en/labs/02-fcn.html`.
  let path: String
  /// The language that it is in.
  let language: Language
  /// A digest of all that it is made from, worked out when it is asked for: a page with the same key need not be made again.
  let key: @Sendable () -> String
  /// Whether the search finds it.
  let isSearched: Bool
  /// Makes its whole text; the pictures that it draws go into what is given.
  let make: @Sendable (DrawnPictures) throws(PageError) -> String

  /// The way from the page to the site's own folder, for example `../../`.
  var root: String { Self.root(of: path) }

  /// The way from the page at `path` to the site's own folder.
  static func root(of path: String) -> String {
    String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
  }
}

/// A file of a site that is not a page: an asset, a lab's Markdown, the search's text.
public struct SiteFile: Equatable, Sendable {
  /// Where it is in the site.
  public let path: String
  /// What it holds.
  public let bytes: [UInt8]

  /// - Parameters: the parts, as documented on each property.
  init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// A file of text.
  init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }
}
