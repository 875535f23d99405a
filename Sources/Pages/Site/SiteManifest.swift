internal import Foundation

/// What a site's folder holds by its own account: which files are the site's, and what each was made from.
///
/// It stands in the folder as `.seglab-site.json`. Whatever it does not name is somebody else's and stays.
struct SiteManifest: Codable, Equatable {
  /// One file of the site.
  struct Entry: Codable, Equatable, Sendable {
    /// A digest of all that a page is made from; that of the bytes for any other file.
    var key: String
    /// SHA-256 of the bytes.
    var digest: String
    /// For a page with pictures: their paths in the site.
    var pictures: [String]?
  }

  static let name = ".seglab-site.json"
  static let currentSchema = "seglab/site/v1"
  /// The most bytes of a manifest that is read.
  static let limit = 256 << 20

  var schema = SiteManifest.currentSchema
  /// The files by their path in the site.
  var files: [String: Entry] = [:]

  /// The manifest that `bytes` hold; nil where they hold none of this version.
  init?(_ bytes: [UInt8]) {
    guard let found = try? JSONDecoder().decode(SiteManifest.self, from: Data(bytes)),
      found.schema == Self.currentSchema
    else { return nil }
    self = found
  }

  /// - Parameter files: the files by their path in the site.
  init(files: [String: Entry] = [:]) { self.files = files }

  /// The manifest as a file; the same files give the same bytes.
  var bytes: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { preconditionFailure("a manifest is text and nothing else") }
    return Array(data)
  }
}
