import Datasets
import Imaging

/// Small sets made by hand.
enum SampleSets {
  /// `patients` patients with `slices` images each, of 4 x 3 pixels, all different.
  static func make(patients: Int = 3, slices: Int = 4, name: String = "hand", shift: Int = 0) -> ImageMaskSet {
    var samples: [LabelledImage] = []
    for patient in 0..<patients {
      for slice in 0..<slices {
        let start = patient * 37 + slice * 5 + shift
        samples.append(
          LabelledImage(
            id: "p\(patient)_\(slice)", patient: "p\(patient)",
            image: GreyImage(width: 4, height: 3, samples: (0..<12).map { UInt16((start + $0) % 256) }),
            label: Mask(width: 4, height: 3, classes: (0..<12).map { $0 == slice ? 1 : 0 })))
      }
    }
    return ImageMaskSet(name: name, samples: samples)
  }

  /// Two images of different sizes, one of 12 bits, with three classes.
  static let varied = ImageMaskSet(
    name: "varied", classCount: 3,
    samples: [
      LabelledImage(
        id: "deep", patient: "a",
        image: GreyImage(width: 3, height: 1, samples: [0, 1591, 4095], maximum: 4095),
        label: Mask(width: 3, height: 1, classes: [0, 1, 2])),
      LabelledImage(
        id: "wide", patient: "b", image: GreyImage(width: 2, height: 2, samples: [9, 8, 7, 6]),
        label: Mask(width: 2, height: 2, classes: [0, 0, 0, 2])),
    ])
}
