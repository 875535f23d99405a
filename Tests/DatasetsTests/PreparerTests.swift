import Datasets
import Imaging
import Messages
import SegLab
import Testing

@Suite struct PreparerTests {
  /// A square set of one 8 x 8 image whose pixels all differ, its mask the pixels above 31.
  private static let square = ImageMaskSet(
    name: "square",
    samples: [
      LabelledImage(
        id: "a", patient: "a", image: GreyImage(width: 8, height: 8, samples: (0..<64).map { UInt16($0 * 4) }),
        label: Mask(width: 8, height: 8, classes: (0..<64).map { $0 > 31 ? 1 : 0 }))
    ])

  private func load(
    _ preprocessing: Preprocessing?, _ set: ImageMaskSet = square, index: Int = 0, epoch: Int? = nil, seed: UInt64 = 1
  ) throws -> (image: [Float], label: [UInt8]) {
    let preparer = try Preparer(preprocessing, for: set, training: Array(0..<set.count))
    var image = [Float](repeating: -9, count: preparer.size.count)
    var label = [UInt8](repeating: 9, count: preparer.size.count)
    image.withUnsafeMutableBufferPointer { image in
      label.withUnsafeMutableBufferPointer { label in
        preparer.load(index, epoch: epoch, seed: seed, image: image, labels: label)
      }
    }
    return (image, label)
  }

  @Test func `without steps an image stays as it is`() throws {
    let (image, label) = try load(nil)
    #expect(image == Self.square.image(0) && label == Self.square.label(0))
    #expect(try load(Preprocessing {}).image == image)
  }

  @Test func `an image is normalised by its own numbers, or by those of all training images`() throws {
    let own = try load(Preprocessing { Normalize(.perImage) }).image
    let mean = own.reduce(0, +) / 64
    let deviation = (own.reduce(0) { $0 + $1 * $1 } / 64).squareRoot()
    #expect(abs(mean) < 1e-5 && abs(deviation - 1) < 1e-5)
    let set = SampleSets.make()
    let values = (0..<set.count).flatMap(set.image).map(Double.init)
    let all = values.reduce(0, +) / Double(values.count)
    let spread = (values.reduce(0) { $0 + ($1 - all) * ($1 - all) } / Double(values.count)).squareRoot()
    let perSet = try load(Preprocessing { Normalize(.perSet) }, set, index: 3).image
    for (one, value) in zip(perSet, set.image(3)) { #expect(abs(Double(one) - (Double(value) - all) / spread) < 1e-5) }
    let even = ImageMaskSet(
      name: "even",
      samples: [
        LabelledImage(
          id: "a", patient: "a", image: GreyImage(width: 2, height: 1, samples: [7, 7]),
          label: Mask(width: 2, height: 1, classes: [0, 0]))
      ])
    #expect(try load(Preprocessing { Normalize(.perImage) }, even).image == [0, 0])
  }

  @Test func `intensities are cut off`() throws {
    let image = try load(Preprocessing { Clip(low: 0.1, high: 0.5) }).image
    #expect(image.min() == 0.1 && image.max() == 0.5 && image[20] == Self.square.image(0)[20])
  }

  @Test func `grey masks become binary, and others are refused`() throws {
    let grey = ImageMaskSet(
      name: "grey", classCount: 256,
      samples: [
        LabelledImage(
          id: "a", patient: "a", image: GreyImage(width: 4, height: 1, samples: [0, 1, 2, 3]),
          label: Mask(width: 4, height: 1, classes: [0, 127, 128, 255]))
      ])
    #expect(try load(Preprocessing { Threshold() }, grey).label == [0, 0, 1, 1])
    #expect(try load(nil, grey).label == [0, 127, 128, 255])
    #expect(try Preparer(Preprocessing { Threshold() }, for: grey, training: [0]).classCount == 2)
    #expect(try Preparer(nil, for: grey, training: [0]).classCount == 256)
    do {
      _ = try Preparer(Preprocessing { Threshold(line: 7) }, for: Self.square, training: [0])
      Issue.record("a binary mask was made binary")
    } catch {
      #expect(error.line == 7 && error.phrase == .notGrey(step: "Threshold", classes: 2))
    }
  }

  @Test func `sizes are brought to one, stretched, padded or cut`() throws {
    let set = ImageMaskSet(
      name: "wide",
      samples: [
        LabelledImage(
          id: "a", patient: "a", image: GreyImage(width: 4, height: 2, samples: [UInt16](repeating: 255, count: 8)),
          label: Mask(width: 4, height: 2, classes: [UInt8](repeating: 1, count: 8)))
      ])
    let stretched = try load(Preprocessing { Resize(width: 4, height: 4) }, set)
    #expect(stretched.label == [UInt8](repeating: 1, count: 16) && stretched.image.allSatisfy { abs($0 - 1) < 1e-6 })
    let padded = try load(Preprocessing { Resize(width: 4, height: 4, fit: .pad) }, set)
    #expect(padded.label == [0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0])
    #expect(padded.image[0] == 0 && abs(padded.image[5] - 1) < 1e-6)
    let cut = try load(Preprocessing { Resize(width: 2, height: 2, fit: .crop) }, set)
    #expect(cut.label == [1, 1, 1, 1])
    #expect(throws: PreprocessingProblem.self) { try Preparer(nil, for: SampleSets.varied, training: [0]) }
    #expect(
      try Preparer(Preprocessing { Resize(width: 6, height: 5) }, for: SampleSets.varied, training: [0]).size.width == 6
    )
  }

  /// A row of pixels that is cut to a square would be 67 million pixels wide before it is cut.
  @Test func `the largest images are brought to any size in little time and memory`() throws {
    let side = PNGFile.sideLimit
    func set(_ width: Int, _ height: Int) -> ImageMaskSet {
      ImageMaskSet(
        name: "large",
        samples: [
          LabelledImage(
            id: "a", patient: "a",
            image: GreyImage(
              width: width, height: height, samples: (0..<width * height).map { UInt16($0 % 251) }),
            label: Mask(width: width, height: height, classes: (0..<width * height).map { UInt8($0 % 2) }))
        ])
    }
    let time = try ContinuousClock().measure {
      for (from, to) in [
        ((side, 1), (2048, 2048)), ((1, side), (2048, 2048)), ((256, 256), (side, 1)), ((256, 256), (1, side)),
        ((side, 1), (1, side)), ((1, side), (side, 1)), ((side, 16), (16, side)), ((1, 1), (side, 1)),
      ] {
        for fit in Resize.Fit.allCases {
          let prepared = try load(
            Preprocessing { Resize(width: to.0, height: to.1, fit: fit) }, set(from.0, from.1))
          #expect(prepared.image.count == to.0 * to.1 && prepared.image.allSatisfy { $0 >= 0 && $0 <= 1 })
          #expect(prepared.label.count == to.0 * to.1)
        }
      }
    }
    #expect(time < .seconds(60))
    #expect(throws: PreprocessingProblem.self) {
      try Preparer(Preprocessing { Resize(width: side, height: side) }, for: Self.square, training: [0])
    }
  }

  /// What is cut first and scaled then is what it is when all of it is scaled and then cut.
  @Test func `cropping first changes no bit`() throws {
    let image = (0..<31 * 20).map { Float($0 * 37 % 101) / 100 }
    for (width, height, left, top) in [(62, 40, 11, 7), (19, 13, 3, 2), (31, 57, 0, 20), (40, 9, 20, 4)] {
      let whole = Resampling.resize(
        image, across: Resampling(from: 31, to: width), down: Resampling(from: 20, to: height))
      let (columns, rows) = (left..<width - left, top..<height - top)
      guard !columns.isEmpty, !rows.isEmpty else { continue }
      let part = Resampling.resize(
        image, across: Resampling(from: 31, to: width, keeping: columns),
        down: Resampling(from: 20, to: height, keeping: rows))
      #expect(part == rows.flatMap { row in columns.map { whole[row * width + $0] } })
    }
  }

  @Test func `intensities stay within what can be learned from`() throws {
    for (step, name): (any PreprocessingStep, String) in [
      (Clip(low: -1e300, high: 1), "low"), (Clip(low: 0, high: 1e300), "high"), (Clip(low: .nan, high: 1), "low"),
      (Clip(low: 0, high: .nan), "high"), (RandomBrightnessContrast(brightness: 1e308, contrast: 0), "brightness"),
      (RandomNoise(1e308), "stddev"), (RandomNoise(.infinity), "stddev"),
    ] {
      do {
        _ = try Preparer(Preprocessing { step }, for: Self.square, training: [0])
        Issue.record("\(step) was taken")
      } catch {
        guard case .numberOutOfRange(_, name, _, _) = error.phrase else {
          Issue.record("\(step) gives \(error.phrase)")
          continue
        }
      }
    }
  }

  @Test func `what is padded or cut is in the middle, the larger part of an odd rest below`() throws {
    let set = ImageMaskSet(
      name: "row",
      samples: [
        LabelledImage(
          id: "a", patient: "a", image: GreyImage(width: 4, height: 2, samples: [10, 20, 30, 40, 50, 60, 70, 80]),
          label: Mask(width: 4, height: 2, classes: [1, 0, 1, 1, 0, 1, 0, 1]))
      ])
    let padded = try load(Preprocessing { Resize(width: 4, height: 5, fit: .pad) }, set)
    #expect(padded.label == [0, 0, 0, 0, 1, 0, 1, 1, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0])
    #expect(padded.image.prefix(8).map { ($0 * 255).rounded() } == [0, 0, 0, 0, 10, 20, 30, 40])
    let cut = try load(Preprocessing { Resize(width: 1, height: 2, fit: .crop) }, set)
    #expect(cut.label == [0, 1] && cut.image.map { ($0 * 255).rounded() } == [20, 60])
  }

  @Test func `image and mask are turned alike, and nothing is lost`() throws {
    let turns = Preprocessing {
      RandomFlip(horizontal: true, vertical: true)
      RandomRotate90()
      RandomTranspose()
    }
    var seen: Set<[Float]> = []
    for epoch in 0..<64 {
      let (image, label) = try load(turns, epoch: epoch)
      #expect(image.sorted() == Self.square.image(0).sorted())
      #expect(label == image.map { $0 > 31.5 * 4 / 255 ? 1 : 0 })
      seen.insert(image)
    }
    // Of a square's eight positions all come up.
    #expect(seen.count == 8)
    #expect(try load(turns).image == Self.square.image(0))
  }

  @Test func `small moves bend image and mask together`() throws {
    let moves = Preprocessing {
      RandomRotation(upTo: 10)
      RandomScale(from: 0.9, to: 1.1)
      RandomTranslation(upTo: 0.1)
      ElasticTransform(strength: 1, smoothness: 4)
    }
    let set = try CardiacPhantom(count: 1, size: 64).make()
    let (still, mask) = (set.image(0), set.label(0))
    for epoch in 0..<5 {
      let (image, label) = try load(moves, set, epoch: epoch)
      #expect(image != still && image.allSatisfy { (0...1).contains($0) })
      func mean(_ image: [Float], _ label: [UInt8]) -> Float {
        zip(image, label).reduce(0) { $1.1 == 1 ? $0 + $1.0 : $0 } / Float(max(1, label.count { $0 == 1 }))
      }
      // What is under the mask stays what it was: the bright pool.
      #expect(abs(mean(image, label) - mean(still, mask)) < 0.08)
    }
    let nothing = Preprocessing {
      RandomRotation(upTo: 0)
      RandomScale(from: 1, to: 1)
      RandomTranslation(upTo: 0)
      ElasticTransform(strength: 0)
    }
    let same = try load(nothing, set, epoch: 3)
    #expect(zip(same.image, still).allSatisfy { abs($0 - $1) < 1e-5 } && same.label == mask)
  }

  @Test func `what is drawn depends on seed, epoch and image alone`() throws {
    let set = SampleSets.make()
    let noisy = Preprocessing {
      RandomNoise(0.1)
      RandomBrightnessContrast()
      RandomFlip()
    }
    let one = try load(noisy, set, index: 2, epoch: 4, seed: 5).image
    _ = try load(noisy, set, index: 1, epoch: 0, seed: 5)
    #expect(try load(noisy, set, index: 2, epoch: 4, seed: 5).image == one)
    #expect(try load(noisy, set, index: 2, epoch: 5, seed: 5).image != one)
    #expect(try load(noisy, set, index: 2, epoch: 4, seed: 6).image != one)
    #expect(try load(noisy, set, index: 3, epoch: 4, seed: 5).image != one)
    let longer = Preprocessing(steps: noisy.steps + [Clip(low: -9, high: 9)], line: 1)
    #expect(try load(longer, set, index: 2, epoch: 4, seed: 5).image == one)
  }

  @Test func `numbers that cannot be are told with their line`() {
    let wrong: [any PreprocessingStep] = [
      Clip(low: 1, high: 1, line: 4), Resize(width: 0, height: 5, line: 4), RandomRotation(upTo: 91, line: 4),
      RandomScale(from: 0, to: 1, line: 4), RandomScale(from: 2, to: 1, line: 4), RandomTranslation(upTo: -1, line: 4),
      ElasticTransform(strength: .nan, line: 4), ElasticTransform(smoothness: 3, line: 4),
      RandomBrightnessContrast(contrast: 1, line: 4),
      RandomNoise(-1, line: 4), Resize(width: 16_384, height: 16_384, line: 4), Threshold(0, line: 4),
    ]
    for step in wrong {
      do {
        _ = try Preparer(Preprocessing(steps: [step], line: 1), for: Self.square, training: [0])
        Issue.record("\(step) was taken")
      } catch {
        #expect(error.line == 4, "\(step)")
      }
    }
    #expect(throws: PreprocessingProblem.self) {
      try Preparer(Preprocessing { RandomTranspose() }, for: SampleSets.make(), training: [0])
    }
  }

  /// A number of all bits of all prepared images, without random steps and in two epochs.
  private func bits(_ preprocessing: Preprocessing, _ set: ImageMaskSet) throws -> UInt64 {
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    for epoch in [nil, 0, 1] {
      for index in 0..<set.count {
        let (image, label) = try load(preprocessing, set, index: index, epoch: epoch, seed: 9)
        for value in image { sum = (sum ^ UInt64(value.bitPattern)) &* 0x100_0000_01B3 }
        for value in label { sum = (sum ^ UInt64(value)) &* 0x100_0000_01B3 }
      }
    }
    return sum
  }

  @Test func `the same steps give the same bits on every machine, so that trainings can be done again`() throws {
    let moved = Preprocessing {
      Normalize(.perSet)
      RandomRotate90()
      RandomTranspose()
      ElasticTransform(strength: 3, smoothness: 7)
      RandomRotation(upTo: 30)
      RandomNoise(0.05)
      Clip(low: -1, high: 2)
      Resize(width: 37, height: 51, fit: .crop)
      RandomFlip(vertical: true)
      RandomScale(from: 0.8, to: 1.2)
      RandomTranslation(upTo: 0.1)
    }
    let hearts = try bits(moved, CardiacPhantom(count: 2, size: 48).make())
    #expect(hearts == 17_416_974_170_729_947_826)
    let knees = Preprocessing {
      Normalize(.perImage)
      Resize(width: 60, height: 56, fit: .pad)
      Threshold(0.5)
      RandomFlip()
      RandomRotation(upTo: 6)
      RandomTranslation(upTo: 0.05)
      RandomBrightnessContrast(brightness: 0.1, contrast: 0.1)
    }
    let bones = try bits(knees, KneePhantom(count: 2).make())
    #expect(bones == 7_047_270_210_599_785_847)
  }

  @Test func `steps are told as a learner writes them, the usual numbers left out`() {
    let written = Preprocessing {
      Normalize(.perSet)
      Clip(low: -1, high: 2.5)
      Resize(width: 64, height: 32)
      Resize(width: 64, height: 32, fit: .crop)
      Threshold(0.25)
      RandomFlip()
      RandomFlip(horizontal: false, vertical: true)
      RandomRotate90()
      RandomTranspose()
      RandomRotation(upTo: 6)
      RandomScale(from: 0.9, to: 1.1)
      RandomTranslation(upTo: 0.05)
      ElasticTransform(strength: 3)
      RandomBrightnessContrast(brightness: 0, contrast: 0.2)
      RandomNoise(0.02)
    }.written
    #expect(
      written == [
        "Normalize(.perSet)", "Clip(low: -1, high: 2.5)", "Resize(width: 64, height: 32)",
        "Resize(width: 64, height: 32, fit: .crop)", "Threshold(0.25)", "RandomFlip()",
        "RandomFlip(horizontal: false, vertical: true)", "RandomRotate90()", "RandomTranspose()",
        "RandomRotation(upTo: 6)",
        "RandomScale(from: 0.9, to: 1.1)", "RandomTranslation(upTo: 0.05)",
        "ElasticTransform(strength: 3, smoothness: 32)",
        "RandomBrightnessContrast(brightness: 0, contrast: 0.2)", "RandomNoise(0.02)",
      ])
  }

  @Test func `the canonical text holds steps and numbers, and no lines`() {
    let text = Preprocessing {
      Normalize(.perImage)
      Resize(width: 64, height: 32, fit: .pad)
      RandomRotate90()
      RandomNoise(0.02)
    }.canonicalText
    #expect(text == "normalize perImage\nresize 64 32 pad\nrandomRotate90\nrandomNoise 0.02")
    #expect(Preprocessing {}.canonicalText.isEmpty)
  }
}
