extension SetFactPhrase {
  var english: String {
    switch self {
    case .listed(let name, let images, let sizes, let patients, let foreground, let digest):
      let people = "\(patients) \(patients == 1 ? "patient" : "patients")"
      return "\(name)  \(images) images, \(sizes), \(people), \(foreground.percent) foreground, "
        + "digest \(digest.prefix(12))"
    case .images(let count, let sizes): return "images       \(count) (\(sizes.joined(separator: ", ")))"
    case .patients(let count): return "patients     \(count)"
    case .classes(let shares):
      return "classes      "
        + shares.enumerated().map { "\($0.offset): \($0.element.percent)" }.joined(separator: ", ") + " of the pixels"
    case .greyLabels(let mean, let deviation, let least, let most, let binary):
      return "labels       grey, \(least) to \(most), mean \(mean.places(1)), standard deviation "
        + "\(deviation.places(1)); "
        + "made binary, \(binary.percent) of the pixels are 1"
    case .cardiacCard:
      return "card         generated hearts, like short-axis MR slices; class 1 is the left ventricle's pool. A "
        + "small U-Net trained on them for 600 steps of 8 scored a pooled Dice of 0.73 on the 260 real Sunnybrook slices, "
        + "where a constant mask scores 0.56 to 0.60"
    case .kneeCard:
      return "card         generated knee X-rays, left and right; the labels show the thigh bone, grey with "
        + "soft edges, so that a "
        + "network with two classes needs `Threshold()` first"
    case .emptyLabels(let count): return "empty labels \(count)"
    case .intensities(let mean, let deviation, let least, let most):
      return "intensities  mean \(mean.places(4)), standard deviation \(deviation.places(4)), "
        + "\(least.places(4)) to \(most.places(4))"
    case .baseline(let accuracy): return "baseline     background everywhere: accuracy \(accuracy.places(4))"
    case .split(let rule, let training, let validation, let shared):
      return "split        by \(rule): \(training) to train on, \(validation) to measure on; "
        + (shared == 0 ? "no patient on both sides" : "\(shared) patients on both sides")
    case .digest(let digest): return "digest       \(digest)"
    }
  }
}
