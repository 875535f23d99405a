import Foundation
import Labs
import Messages
import Testing

@testable import Checking

/// The shipped labs woven with their translations: nothing of what is judged is another.
@Suite struct WovenLabTests {
  private static let labs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "labs")

  @Test func `what an author asks is the same in every language`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.labs.path)
      .filter { $0.hasSuffix(".md") && !Translation.isTranslation($0) }
    #expect(names.count >= 5)
    for name in names {
      let path = Self.labs.appending(path: name).path
      let lab = try #require(try Lab.read(path).lab)
      for language in Language.allCases where language != lab.language {
        let words = try #require(try Translation.read(Translation.path(of: path, in: language)).translation)
        let text = try #require(lab.woven(with: words).text)
        let (woven, diagnostics) = Lab.parse(text: text, file: path)
        #expect(diagnostics.isEmpty, "\(name) \(diagnostics)")
        // The title alone differs, which stands in the front matter.
        #expect(try LabChange.all(in: #require(woven), from: lab).map(\.part) == [.frontMatter], "\(name)")
      }
    }
  }
}
