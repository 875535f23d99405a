internal import Files

/// What the names of files and folders of the Sunnybrook data tell.
enum SunnybrookName {
  /// A contour file's slice and kind, as in `IM-0001-0048-icontour-manual.txt`; nil for any other name.
  static func contour(_ name: String) -> (slice: Int, kind: ContourKind, part: String)? {
    let words = name.lowercased().split(separator: "-", omittingEmptySubsequences: false)
    guard words.count == 5, words[0] == "im", number(words[1]) != nil, let slice = number(words[2]),
      let kind = ContourKind(word: words[3]), words[4] == "manual.txt"
    else { return nil }
    return (slice, kind, String(words[3]))
  }

  /// An image file's series and slice, as in `IM-0004-0048.dcm` or `48.dcm`; nil for any other name.
  static func image(_ name: String) -> (series: String, slice: Int)? {
    var stem = name.lowercased()[...]
    if let point = stem.lastIndex(of: ".") {
      guard stem[point...] == ".dcm" else { return nil }
      stem = stem[..<point]
    }
    let words = stem.split(separator: "-", omittingEmptySubsequences: false)
    if words.count == 3, words[0] == "im", number(words[1]) != nil, let slice = number(words[2]) {
      return (String(words[1]), slice)
    }
    // Bare numbers are images only where the ending says so.
    if words.count == 1, stem.endIndex < name.lowercased().endIndex, let slice = number(stem) { return ("", slice) }
    return nil
  }

  /// A patient's name in the form that the contours' folders have, `SC-HF-I-01`, however many zeros there are; nil for
  /// any other name.
  static func patient(_ name: some StringProtocol) -> String? {
    let words = name.split(separator: "-", omittingEmptySubsequences: false)
    guard (3...4).contains(words.count), words[0] == "SC", let last = words.last, let number = number(last) else {
      return nil
    }
    guard words[1..<words.count - 1].allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isLetter) }) else { return nil }
    return words.dropLast().joined(separator: "-") + (number < 10 ? "-0" : "-") + String(number)
  }

  /// A whole number of one to six digits.
  static func number(_ text: some StringProtocol) -> Int? {
    guard (1...6).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }

  /// A slice's number as contour files write it: four digits.
  static func padded(_ slice: Int) -> String {
    let text = String(slice)
    return String(repeating: "0", count: max(0, 4 - text.count)) + text
  }
}

/// What an expert's contour goes round.
public enum ContourKind: String, Sendable, CaseIterable {
  /// The blood in the left ventricle: the inner edge of its wall.
  case endo
  /// The left ventricle with its wall: the outer edge.
  case epi
  /// The papillary muscles in the ventricle, up to two a slice.
  case papillary

  /// The kind that a contour file's name tells, as in `icontour`.
  init?(word: some StringProtocol) {
    switch word {
    case "icontour": self = .endo
    case "ocontour": self = .epi
    case "p1contour", "p2contour": self = .papillary
    default: return nil
    }
  }
}

/// Which folder of the later release belongs to which patient of the first: `scd_patientdata.csv`.
struct PatientTable {
  /// The patients, as in `SC-HF-I-01`, by their folders' names in the later release, as in `SCD0000101`.
  private(set) var patients: [String: String] = [:]
  private static let byteLimit = 1 << 20

  /// Reads the table at `path`; nil where it has no columns of these names, as other tables do.
  ///
  /// - Throws: `DatasetError.unreadable` where the system refuses.
  init?(path: String) throws(DatasetError) {
    let bytes: [UInt8]
    do { bytes = try FileBytes.read(path, limit: Self.byteLimit) } catch {
      guard let reason = error.systemReason else { return nil }
      throw .unreadable(path: path, reason: reason)
    }
    var text = String(decoding: bytes, as: UTF8.self)[...]
    if text.hasPrefix("\u{FEFF}") { text = text.dropFirst() }
    let rows = text.split(whereSeparator: \.isNewline).map { row in
      row.split(separator: ",", omittingEmptySubsequences: false).map(Self.plain)
    }
    guard let head = rows.first?.map({ $0.lowercased().filter(\.isLetter) }),
      let folder = head.firstIndex(of: "patientid"), let original = head.firstIndex(of: "originalid")
    else { return nil }
    for row in rows.dropFirst() where row.count > max(folder, original) {
      guard let patient = SunnybrookName.patient(row[original]) else { continue }
      patients[row[folder]] = patient
    }
  }

  /// A field without blanks and quotes around it.
  private static func plain(_ field: Substring) -> String {
    var field = field
    while let first = field.first, first == " " || first == "\"" { field = field.dropFirst() }
    while let last = field.last, last == " " || last == "\"" { field = field.dropLast() }
    return String(field)
  }
}
