internal import Labs
internal import Messages
internal import Synchronization

/// A lab in every language of a site, read when a page of it is made, and once for all of them.
final class LabContents: Sendable {
  /// A lab with its text in a language.
  typealias Content = (lab: Lab, text: String?)
  /// Reads it; nil where its files are no longer what was known of them.
  typealias Reading = @Sendable () -> [Language: Content]?

  private let name: String
  private let read: Reading
  private let contents: Mutex<[Language: Content]?>

  /// - Parameters:
  ///   - name: what its pages are called.
  ///   - contents: the lab, where it was read already.
  ///   - read: reads it.
  init(name: String, _ contents: [Language: Content]? = nil, read: @escaping Reading = { nil }) {
    (self.name, self.read) = (name, read)
    self.contents = Mutex(contents)
  }

  /// The lab in a language of the site.
  ///
  /// - Throws: `PageError.labChanged` where its files are no longer what was known of them.
  func content(in language: Language) throws(PageError) -> Content {
    // Whoever comes second waits: reading it twice would take as long.
    let found = contents.withLock { contents in
      if contents == nil { contents = read() }
      return contents?[language]
    }
    guard let found else { throw .labChanged(name: name) }
    return found
  }
}
