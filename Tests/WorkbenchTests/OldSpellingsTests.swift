import Messages
import Testing

@testable import Workbench

/// What earlier versions wrote is said and written in the spelling of today.
@Suite struct OldSpellingsTests {
  @Test(arguments: [
    ("Dropout(\"d\", keep: 1)", "Dropout(\"d\", rate: 0)"),
    ("Dropout(keep: 0.8)", "Dropout(rate: 0.2)"),
    ("Dropout(keep: 0.75, from: \"a\")", "Dropout(rate: 0.25, from: \"a\")"),
    ("Dropout(keep: .FIXME)", "Dropout(rate: .FIXME)"),
    ("Dropout(keep: kept / 2)", "Dropout(rate: 1 - (kept / 2))"),
    (
      "Conv2D(\n  filter: [1, 1, 1, 2],\n  positionBias: true)", "Conv2D(\n  filter: [1, 1, 1, 2],\n  untiedBias: true)"
    ),
    (
      "Dense(weights: [4, 2], initializer: .truncatedNormal(deviation: 0.05))",
      "Dense(weights: [4, 2], initializer: .truncatedNormal(stddev: 0.05))"
    ),
    ("Activate(.relu, \"x\")", "ReLU(\"x\")"), ("Activate(Activation.softmax)", "Softmax()"),
    (
      "let p = Preparation {\n  Flip()\n  QuarterTurns()\n  Transpose()\n}",
      "let p = Preprocessing {\n  RandomFlip()\n  RandomRotate90()\n  RandomTranspose()\n}"
    ),
    (
      "Rotate(upTo: 6)\nShift(upTo: 0.1)\nScale()\nElastic()\nIntensity()\nNoise(0.1)",
      "RandomRotation(upTo: 6)\nRandomTranslation(upTo: 0.1)\nRandomScale()\nElasticTransform()\nRandomBrightnessContrast()\n"
        + "RandomNoise(0.1)"
    ),
    ("func f(_ p: Picture) -> Picture { p }", "func f(_ p: Image) -> Image { p }"),
    ("let o: Optimiser = .adam()\r\nTraining(optimiser: o)", "let o: Optimizer = .adam()\r\nTraining(optimizer: o)"),
  ])
  func `each old spelling has a new one`(old: String, new: String) {
    #expect(OldSpellings.replaced(in: old) == new)
    #expect(OldSpellings.replaced(in: new) == new)
  }

  @Test(arguments: [
    "// Preparation, keep: 1\nlet a = \"Dropout(keep: 1)\"", "let scale = 1\nbox.Scale", "keep(keep: 1)", "",
    "Dropout(keep: 1", "\"open",
  ])
  func `texts, comments and other names stay`(code: String) {
    #expect(OldSpellings.replaced(in: code) == code)
  }

  @Test func `a convolution's ReLU is written out where it was meant`() {
    let old =
      "Conv2D(\"a\", filter: [3, 3, 1, 4])\nConv2D(filter: [3, 3, 4, 4], initializer: .he)\nConv2D(filter: f, activation: .identity)"
    #expect(OldSpellings.replaced(in: old) == old)
    #expect(
      OldSpellings.replaced(in: old, convolutionsHadReLU: true)
        == "Conv2D(\"a\", filter: [3, 3, 1, 4], activation: .relu)\n"
        + "Conv2D(filter: [3, 3, 4, 4], activation: .relu, initializer: .he)\nConv2D(filter: f, activation: .identity)")
  }

  @Test(arguments: [
    ("cannot find 'Preparation' in scope", "let p = Preparation {", "Preparation", "Preprocessing"),
    ("cannot find type 'Picture' in scope", "func f(_ p: Picture) -> Mask {", "Picture", "Image"),
    ("cannot find 'Shift' in scope", "  Shift(upTo: 0.1)", "Shift", "RandomTranslation"),
    (
      "incorrect argument label in call (have '_:keep:', expected '_:rate:')", "  Dropout(\"d\", keep: 0.8)",
      "keep: 0.8", "rate: 0.2"
    ),
    (
      "extra argument 'positionBias' in call", "  Conv2D(filter: f, positionBias: true)", "positionBias: true",
      "untiedBias: true"
    ),
    ("cannot find 'Activate' in scope", "  Activate(.sigmoid)", "Activate(.sigmoid", "Sigmoid("),
  ])
  func `the message names the new spelling`(text: String, line: String, old: String, new: String) {
    #expect(Advice(names: [String]()).help(for: text, on: line, column: 3) == .renamed(found: old, now: new))
  }
}
