import Datasets
import Foundation
import Imaging
import Messages
import Testing

@testable import Pages

@Suite struct SetPageTests {
  /// Thirty small images, the last of another size, of six patients; their labels grey where that is asked for.
  static func set(grey: Bool = false) -> ImageMaskSet {
    let samples = (0..<30).map { number in
      let width = number == 29 ? 9 : 8
      let count = width * 6
      return LabelledImage(
        id: "p\(number / 5)_<\(number)>", patient: "p\(number / 5)",
        image: GreyImage(width: width, height: 6, samples: (0..<count).map { UInt16($0 * 4) }),
        label: Mask(width: width, height: 6, classes: (0..<count).map { $0 % 8 == 3 ? (grey ? 200 : 1) : 0 }))
    }
    return ImageMaskSet(name: "small", classCount: grey ? 256 : 2, samples: samples)
  }

  private func page(_ set: ImageMaskSet, _ language: Language = .english) throws -> String {
    try SetPage(theme: Samples.theme, language: language).html(set: set, facts: [SetFactPhrase.digest(set.digest)])
  }

  @Test("a set's page shows images, numbers, classes, sizes and patients, and names as text")
  func whole() throws {
    let set = Self.set()
    let html = try page(set)
    #expect(html.components(separatedBy: "<img src=\"data:image/png;base64,").count - 1 == 24)
    #expect(html.contains("6 more images are not shown."))
    for words in [
      "<h1>small</h1>", "p0_&lt;0&gt;", "8 x 6", "9 x 6", "Images of each patient", "0 · background", "12.52 %",
      set.digest, "<svg class=\"chart\"",
    ] {
      #expect(html.contains(words), "\(words)")
    }
    #expect(!html.contains("<script") && !html.contains("<0>") && !html.contains("{{"))
    let tags = TagReader(html)
    let ids = tags.tags.compactMap { $0.attributes["id"] }
    #expect(tags.faults.isEmpty && Set(ids).count == ids.count)
    for tag in tags.tags where tag.name == "th" { #expect(tag.attributes["scope"] != nil) }
    #expect(try page(set) == html)
    #expect(try page(set, .korean).contains("환자별 영상 수"))
  }

  @Test("grey labels are shown in numbers twice: as they are, and made binary")
  func grey() throws {
    let html = try page(Self.set(grey: true))
    #expect(html.contains("labels made binary") && html.contains("<td class=\"number\">200</td>"))
    #expect(!html.contains("Class balance"))
    #expect(try !page(Self.set()).contains("labels made binary"))
  }
}
