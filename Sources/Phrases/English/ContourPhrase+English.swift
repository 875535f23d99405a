extension ContourPhrase {
  var english: String {
    switch self {
    case .line(let path, let line, let found):
      return "\(path):\(line): “\(found.shown)” is not a column and a row, two numbers with a blank between "
        + "them. Copy the "
        + "file again from where it came."
    case .tooLong(let path, let limit):
      return "\(path) has more than \(limit.grouped) corners. Check that it is a contour file."
    case .outside(let path, let image, let size):
      return "\(path) leaves its image \(image), which is \(size) pixels. Check that both belong to the same series."
    case .none(let path, let kind, let found):
      let there = found.isEmpty ? "no contours at all" : "only contours of the kinds \(found.quoted)"
      return "\(path) holds \(there), and `\(kind)` was asked for. Give the folder that holds images and contours, or "
        + "another kind with `--contour`."
    case .twice(let path, let other):
      return "\(path) and \(other) are contours of one kind for one image. Take one of them away."
    case .rule(let kind, let course):
      return course
        ? "Masks: the `\(kind)` contours, corners cut to whole pixels, filled with their edges."
        : "Masks: the pixels whose centres lie inside the `\(kind)` contours."
    case .framesMissing(let count, let first):
      let contours = count == 1 ? "1 contour has" : "\(count.grouped) contours have"
      return "\(contours) no image beside the others: \(first)\(count > 1 ? " and others" : ""). The rest was imported."
    case .otherKindsOnly(let count, let kind):
      let images = count == 1 ? "1 image has" : "\(count.grouped) images have"
      return "\(images) contours, but none of the kind `\(kind)`, so \(count == 1 ? "it was" : "they were") left out."
    case .framesWithout(let count):
      let images = count == 1 ? "1 image has" : "\(count.grouped) images have"
      return "\(images) no contour at all and took no part."
    case .patientsMissing(let names):
      return "There are contours, but no images, of \(names.count == 1 ? "1 patient" : "\(names.count) patients"): "
        + "\(names.fewWords). A table `scd_patientdata.csv` tells which folder is whose."
    case .seriesChosen(let patient, let series, let among):
      return "\(patient) has \(among) series; the contours were laid on \(series), which holds most of their numbers. "
        + "Look at the page of `seglab data show` to see whether they fit."
    }
  }
}
