internal import Imaging
internal import Messages

/// The Sunnybrook cardiac data as released: series of DICOM images, and the contours that experts drew on some of them.
///
/// Both releases are read. In the first, images lie in a folder named after the patient and contours in another; in the later one,
/// images lie in folders with names of their own, and `scd_patientdata.csv` (or any table with those columns) says whose they are.
/// Contours belong to images by patient and slice number.
struct SunnybrookSource {
  /// The folder that holds images and contours, at any depth.
  let folder: String
  /// Which contours become masks.
  let kind: ContourKind
  /// Which pixels a contour holds.
  let rule: Contour.RasterRule
  /// The size that images and masks are brought to, where that is asked for.
  let size: PixelSize?
  /// What reads the images.
  let images: ImageFile

  /// All images that have a contour of the kind, with their masks.
  ///
  /// - Parameter progress: is told after each image how many are done, and of how many.
  /// - Returns: the samples, and what is to be told of them.
  /// - Throws: `DatasetError`; `.noContours` where there are none of the kind.
  func read(progress: (_ done: Int, _ total: Int) -> Void) throws(DatasetError) -> ImportedSamples {
    let layout = try SunnybrookLayout(of: folder)
    var imported = ImportedSamples(problems: layout.problems)
    let work = plan(layout, into: &imported)
    if !work.isEmpty {
      imported.remarks.insert(.contour(.rule(kind: kind.rawValue, course: rule == .course)), at: 0)
    }
    guard layout.contours.contains(where: { $0.value.contains { $0.value[kind] != nil } }) else {
      throw .noContours(path: folder, kind: kind.rawValue, found: layout.kinds.map(\.rawValue))
    }
    for (index, slice) in work.enumerated() {
      do throws(ImportProblem) {
        let sample = try sample(slice)
        imported.count(sample.image)
        imported.samples.append(sample)
      } catch {
        imported.problems.append(error)
      }
      try imported.check(path: folder)
      progress(index + 1, work.count)
    }
    return imported
  }

  /// One image, and the contours that make its mask.
  private struct Slice {
    let patient: String
    let number: Int
    let image: String
    let contours: [String]
  }

  /// Which images are read, in order; what cannot be is told as remarks.
  private func plan(_ layout: SunnybrookLayout, into imported: inout ImportedSamples) -> [Slice] {
    var work: [Slice] = []
    var (missing, others, without) = (0, 0, 0)
    var firstMissing: (contour: String, slice: Int) = ("", 0)
    var unseen: [String] = []
    for (patient, slices) in layout.contours.sorted(by: { $0.key < $1.key }) {
      guard let series = layout.images[patient] else {
        unseen.append(patient)
        continue
      }
      let choice = ShortAxisSeries.choose(among: series, patient: patient, slices: Set(slices.keys))
      let frames = series[choice.key] ?? [:]
      if choice.isGuess {
        imported.remarks.append(
          .contour(.seriesChosen(patient: patient, series: choice.key.description, among: series.count)))
      }
      without += frames.keys.count { slices[$0] == nil }
      for (number, contours) in slices.sorted(by: { $0.key < $1.key }) {
        guard let wanted = contours[kind] else {
          if frames[number] != nil { others += 1 }
          continue
        }
        guard let image = frames[number] else {
          if missing == 0 { firstMissing = (wanted.values.sorted()[0], number) }
          missing += 1
          continue
        }
        let paths = wanted.sorted { $0.key < $1.key }.map(\.value)
        work.append(Slice(patient: patient, number: number, image: image, contours: paths))
      }
    }
    if missing > 0 {
      imported.remarks.append(
        .contour(.framesMissing(count: missing, first: firstMissing.contour, slice: firstMissing.slice)))
    }
    if others > 0 { imported.remarks.append(.contour(.otherKindsOnly(count: others, kind: kind.rawValue))) }
    if without > 0 { imported.remarks.append(.contour(.framesWithout(count: without))) }
    if !unseen.isEmpty { imported.remarks.append(.contour(.patientsMissing(unseen))) }
    return work
  }

  private func sample(_ slice: Slice) throws(ImportProblem) -> LabelledImage {
    let image: GreyImage
    do { image = try images.image(at: slice.image) } catch { throw .badFile(error) }
    var classes = [UInt8](repeating: 0, count: image.width * image.height)
    for path in slice.contours {
      let contour: Contour
      do { contour = try Contour.read(path) } catch { throw .badFile(error) }
      guard contour.fits(width: image.width, height: image.height) else {
        throw .contourOutside(
          contour: path, image: slice.image, size: PixelSize(width: image.width, height: image.height))
      }
      contour.fill(1, into: &classes, width: image.width, height: image.height, rule: rule)
    }
    let label = LabelValues(
      width: image.width, height: image.height, values: classes.map(UInt16.init), hasGreyLevels: false)
    let pending = try PendingSample(
      id: "\(slice.patient)-IM-0001-\(SunnybrookName.padded(slice.number))", patient: slice.patient, image: image,
      label: label, size: size, imageSource: slice.image, labelSource: slice.contours[0])
    let mask = Mask(
      width: pending.label.width, height: pending.label.height, classes: pending.label.values.map { UInt8($0) })
    return LabelledImage(id: pending.id, patient: pending.patient, image: pending.image, label: mask)
  }
}
