internal import Imaging
internal import Messages

/// What a reader of one format brings home.
struct ImportedSamples {
  /// The samples, in any order.
  var samples: [LabelledImage] = []
  /// How many classes the labels tell apart.
  var classCount = 2
  /// What could not be imported, and why.
  var problems: [ImportProblem]
  /// What a person should know of it, in order.
  var remarks: [DataPhrase] = []
  /// Files that were not looked at, because their names are not those of images.
  var ignored: [String] = []
  /// How many labels have several values besides black, all of which became class 1.
  var labelsWithGreyLevels = 0
  /// How many images were turned as their files say that they are to be shown.
  var turnedImages = 0
  private var pixels = 0

  /// - Parameter problems: what is known to be wrong before anything is read.
  init(problems: [ImportProblem] = []) { self.problems = problems }

  /// Notes the size of an image that was read.
  mutating func count(_ image: GreyImage) { pixels += image.width * image.height }

  /// Stops an import that has grown beyond what a set may hold, or whose decoder is missing.
  func check(path: String) throws(DatasetError) {
    guard pixels <= ImageMaskSet.pixelLimit else { throw .tooManyPixels(path: path, limit: ImageMaskSet.pixelLimit) }
    // Without a decoder every file would fail for the same reason.
    if case .badFile(.decoderMissing(let program, let reason))? = problems.last {
      throw .decoderMissing(program: program, reason: reason)
    }
  }

  /// Makes samples of what was read, once all values of the labels are known.
  mutating func classify(_ pending: [PendingSample], by rule: LabelRule, path: String) throws(DatasetError) {
    var found: Set<UInt16> = []
    try refuseColours(of: pending)
    if pending.contains(where: { $0.label.source == .places }) { remarks.append(.labels(.places)) }
    if pending.contains(where: { $0.label.source == .opacity }) { remarks.append(.labels(.opacity)) }
    if rule == .values([]) {
      for sample in pending where found.count <= LabelRule.valueLimit { found.formUnion(sample.label.values) }
    }
    let table = try ClassTable(rule, found: found, path: path)
    classCount = table.classCount
    if case .values = rule { remarks.append(.labels(.valuesFound(table.values.map(Int.init)))) }
    for sample in pending {
      do throws(ImportProblem) {
        let mask = try table.mask(sample.label, source: sample.source)
        var read = LabelledImage(id: sample.id, patient: sample.patient, image: sample.image, label: mask)
        read.spacing = sample.spacing
        samples.append(read)
      } catch {
        problems.append(error)
      }
    }
  }

  /// Brightness does not tell colours apart: two classes could become one.
  private func refuseColours(of pending: [PendingSample]) throws(DatasetError) {
    var (first, colours) = ("", Set<LabelColour>())
    for sample in pending {
      guard case .colours(let found) = sample.label.source else { continue }
      if first.isEmpty { first = sample.source }
      colours.formUnion(found)
    }
    guard !first.isEmpty else { return }
    throw .labelsColoured(path: first, colours: colours.map(\.text).sorted(), limit: LabelRule.valueLimit - 1)
  }
}

/// An image with its label as read, before the label's values become classes.
struct PendingSample {
  let id: String
  let patient: String
  let image: GreyImage
  let label: LabelValues
  /// Where the label comes from, for messages.
  let source: String
  /// How far apart pixels and slices are; nil where that is not known, or no longer so after resizing.
  var spacing: VoxelSpacing?

  /// Brings image and label to `size`, or, where none is given, proves that they have the same.
  ///
  /// - Throws: `ImportProblem.sizesDiffer`.
  init(
    id: String, patient: String, image: GreyImage, label: LabelValues, size: PixelSize?, imageSource: String,
    labelSource: String
  ) throws(ImportProblem) {
    let found = (
      PixelSize(width: image.width, height: image.height), PixelSize(width: label.width, height: label.height)
    )
    guard size != nil || found.0 == found.1 else {
      throw .sizesDiffer(image: imageSource, imageSize: found.0, label: labelSource, labelSize: found.1)
    }
    let size = size ?? found.0
    self.id = id
    self.patient = patient
    self.image = image.resized(width: size.width, height: size.height)
    self.label = label.resized(width: size.width, height: size.height)
    source = labelSource
  }

  /// The same with other values in the label.
  func relabelled(_ change: (UInt16) -> UInt16) -> PendingSample {
    PendingSample(copying: self, values: label.values.map(change))
  }

  private init(copying other: PendingSample, values: [UInt16]) {
    id = other.id
    patient = other.patient
    image = other.image
    label = LabelValues(
      width: other.label.width, height: other.label.height, values: values, hasGreyLevels: false,
      source: other.label.source)
    source = other.source
    spacing = other.spacing
  }
}
