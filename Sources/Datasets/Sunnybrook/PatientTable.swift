internal import Files

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
