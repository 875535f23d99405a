/// A series of images: the folder that it lies in, and its number in the files' names.
struct SeriesKey: Hashable, Comparable, CustomStringConvertible {
  let folder: String
  let number: String

  var description: String { number.isEmpty ? folder : "\(folder)/IM-\(number)" }

  static func < (one: SeriesKey, other: SeriesKey) -> Bool {
    (one.folder, one.number) < (other.folder, other.number)
  }
}

/// Which of a patient's series holds the short-axis slices that the contours were drawn on.
///
/// The first release numbers its series and does not say what they show; the course looked at them and kept this table for the
/// challenge's training patients.
enum ShortAxisSeries {
  private static let numbers = [
    "SC-HF-I-01": 4, "SC-HF-I-02": 106, "SC-HF-I-04": 116, "SC-HF-I-40": 134,
    "SC-HF-NI-03": 379, "SC-HF-NI-04": 501, "SC-HF-NI-34": 446, "SC-HF-NI-36": 474,
    "SC-HYP-01": 550, "SC-HYP-03": 650, "SC-HYP-38": 734, "SC-HYP-40": 755,
    "SC-N-02": 898, "SC-N-03": 915, "SC-N-40": 944,
  ]

  /// The series of `patient` for the slices that have contours, and whether it was guessed.
  ///
  /// A folder whose name says short axis comes first; then what the table names; then the series that has most of the slices; then
  /// the first by name.
  /// - Parameters:
  ///   - series: the images of each series by slice, at least one series.
  ///   - patient: the patient, as in `SC-HF-I-01`.
  ///   - slices: the slices that have contours.
  /// - Returns: the series' key in `series`, and whether neither table nor name decided.
  static func choose(
    among series: [SeriesKey: [Int: String]], patient: String, slices: Set<Int>
  ) -> (key: SeriesKey, isGuess: Bool) {
    precondition(!series.isEmpty, "a choice needs a series, not 0")
    let keys = series.keys.sorted()
    let named = keys.filter { $0.folder.lowercased().contains("cinesax") }
    // Where folders have names, the release is the later one, which numbers series anew.
    if named.isEmpty, let number = numbers[patient], let known = keys.first(where: { Int($0.number) == number }) {
      return (known, false)
    }
    func covered(_ key: SeriesKey) -> Int { slices.count { series[key]?[$0] != nil } }
    let candidates = named.isEmpty ? keys : named
    let best = candidates.map(covered).max() ?? 0
    let chosen = candidates.first { covered($0) == best } ?? keys[0]
    return (chosen, candidates.count > 1)
  }
}

/// Which images and contours of which patients a folder holds, by their names alone.
struct SunnybrookLayout {
  /// The contour files: by patient, slice, kind, and the word in the file's name.
  private(set) var contours: [String: [Int: [ContourKind: [String: String]]]] = [:]
  /// The image files: by patient, series and slice.
  private(set) var images: [String: [SeriesKey: [Int: String]]] = [:]
  /// What is wrong with names.
  private(set) var problems: [ImportProblem] = []

  /// The kinds of contours that there are.
  var kinds: [ContourKind] {
    ContourKind.allCases.filter { kind in contours.values.contains { $0.values.contains { $0[kind] != nil } } }
  }

  /// Whether a folder with these files is one of this data: it holds at least one contour.
  static func recognises(_ tree: FolderTree) -> Bool {
    tree.files.contains { SunnybrookName.contour(Self.split($0).name) != nil }
  }

  /// - Parameter folder: the folder that holds images and contours, at any depth.
  /// - Throws: `DatasetError` where a folder cannot be listed or a table cannot be read.
  init(of folder: String) throws(DatasetError) {
    let tree = try FolderTree(of: folder)
    problems = tree.broken.map { .nameNotText(folder: $0.folder, name: $0.name) }
    var names: [String: String] = [:]
    for path in tree.files where path.lowercased().hasSuffix(".csv") {
      if let table = try PatientTable(path: path) { names.merge(table.patients) { first, _ in first } }
    }
    for path in tree.files {
      let (place, name) = Self.split(path)
      // Only the folders below the one that was asked for tell whose a file is.
      let folders = place.dropFirst(folder.count).split(separator: "/").reversed()
      let owner = folders.lazy.compactMap { SunnybrookName.patient($0) ?? names[String($0)] }.first
      guard let patient = owner else { continue }
      if let contour = SunnybrookName.contour(name) {
        let former = contours[patient]?[contour.slice]?[contour.kind]?[contour.part]
        if let former {
          problems.append(.contourTwice(contour: path, other: former))
        } else {
          contours[patient, default: [:]][contour.slice, default: [:]][contour.kind, default: [:]][contour.part] = path
        }
      } else if let image = SunnybrookName.image(name) {
        let series = SeriesKey(folder: place, number: image.series)
        images[patient, default: [:]][series, default: [:]][image.slice] = path
      }
    }
  }

  private static func split(_ path: String) -> (place: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    return (String(path[..<slash]), String(path[path.index(after: slash)...]))
  }
}
