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
