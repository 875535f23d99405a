/// Whose image a file holds, by the file's name.
enum PatientName {
  /// The part of `id` that names the patient.
  ///
  /// Image files of a study are called after the patient and then the image, as in `SC-HF-I-01-IM-0001-0048.dcm` or
  /// `patient007_frame01`. So it is what stands before `-IM-`, or else before the first `_` where a digit is in it;
  /// where neither is there, every image counts as a patient of its own.
  static func of(_ id: String) -> String {
    let bytes = Array(id.utf8)
    let mark = Array("-IM-".utf8)
    if bytes.count > mark.count {
      for start in 1..<(bytes.count - mark.count + 1) where bytes[start..<start + mark.count].elementsEqual(mark) {
        return String(decoding: bytes[..<start], as: UTF8.self)
      }
    }
    if let end = bytes.firstIndex(of: UInt8(ascii: "_")) {
      let start = bytes[..<end]
      let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
      if start.contains(where: digits.contains) { return String(decoding: start, as: UTF8.self) }
    }
    return id
  }
}
