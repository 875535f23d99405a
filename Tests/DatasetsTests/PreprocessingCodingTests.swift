import Datasets
import Foundation
import SegLab
import Testing

@Suite struct PreprocessingCodingTests {
  private let all = Preprocessing {
    Normalize(.perSet)
    Clip(low: -1, high: 2)
    Resize(width: 64, height: 32, fit: .crop)
    Threshold(0.25)
    if Bool(true) { RandomFlip(horizontal: false, vertical: true) }
    RandomRotate90()
    for degrees in [5.0, 10] { RandomRotation(upTo: degrees) }
    RandomTranspose()
    RandomScale(from: 0.5, to: 2)
    RandomTranslation(upTo: 0.1)
    ElasticTransform(strength: 3, smoothness: 16)
    RandomBrightnessContrast(brightness: 0.2, contrast: 0.3)
    RandomNoise(0.5)
  }

  @Test func `every step survives being written and read, with its line`() throws {
    let data = try JSONEncoder().encode(all)
    let back = try JSONDecoder().decode(Preprocessing.self, from: data)
    #expect(back.canonicalText == all.canonicalText && back.steps.map(\.line) == all.steps.map(\.line))
    #expect(Set(all.steps.map { type(of: $0).kind }).count == Preprocessing.stepTypes.count)
    #expect(all.line > 0 && back.line == all.line)
  }

  @Test func `a kind of step that is not known is refused`() {
    let text = #"{"line":1,"steps":[{"kind":"sharpen","line":2}]}"#
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(Preprocessing.self, from: Data(text.utf8)) }
  }
}
