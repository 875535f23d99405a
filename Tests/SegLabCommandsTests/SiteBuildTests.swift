import Foundation
import Testing

/// `seglab site build` in a course that its author works on.
@Suite struct SiteBuildTests {
  /// Every file of a site, by its path.
  private func files(of course: CourseFixture, _ site: String) -> [String: Data] {
    let place = course.folder.appendingPathComponent(site).path
    var files: [String: Data] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: place) ?? .init() {
      files[path] = FileManager.default.contents(atPath: place + "/" + path)
    }
    return files
  }

  @Test func `a course that is built save by save comes to the site that is built from nothing`() throws {
    let course = try CourseFixture()
    #expect(try course.seglab("init").status == 0)
    let labs = try FileManager.default.contentsOfDirectory(atPath: course.folder.appendingPathComponent("labs").path)
    let lab = try #require(labs.sorted().first.map { "labs/" + $0 })
    let text = try course.text(lab)
    let words = try String(
      contentsOf: CourseFixture.root.appendingPathComponent(lab.replacing(".md", with: ".ko.md")), encoding: .utf8)
    let korean = lab.replacing(".md", with: ".ko.md")
    let saves: [(file: String, text: String?, says: String?)] = [
      (lab, text + "\nMore words.\n", nil), (lab, text + "\n<b>Raw</b> and [nowhere](#nowhere).\n", "nowhere"),
      (lab, text, nil), (korean, words.replacing("\n## ", with: "\n## 더 "), nil), (korean, nil, nil),
    ]
    #expect(try course.seglab("site", "build").status == 0)
    for (number, save) in saves.enumerated() {
      if let text = save.text {
        try course.write(text, to: save.file)
      } else {
        try FileManager.default.removeItem(at: course.folder.appendingPathComponent(save.file))
      }
      let built = try course.seglab("site", "build")
      #expect(built.status == 0, "\(built.errors)")
      let memory = course.folder.appendingPathComponent(".seglab/site.memory")
      let kept = try Data(contentsOf: memory)
      // A second look finds nothing to do, and says of the files what the first one said.
      let again = try course.seglab("site", "build", "--json")
      #expect(again.output.contains("\"made\":0") || again.output.contains("\"made\" : 0"), "\(again.output)")
      #expect(again.errors == built.errors)
      #expect(try kept == Data(contentsOf: memory))
      if let words = save.says { #expect(again.errors.contains(words)) }
      try FileManager.default.removeItem(at: memory)
      #expect(try course.seglab("site", "build", "--out", "clean-\(number)").status == 0)
      #expect(files(of: course, "_site") == files(of: course, "clean-\(number)"), "save \(number)")
      try kept.write(to: memory)
    }
  }
}
