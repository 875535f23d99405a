extension DICOMPhrase {
  var english: String {
    switch self {
    case .notDICOM(let path):
      return "\(path) is not a DICOM file, or it is damaged from the start. Copy it again from where it came, or "
        + "take it out of the folder."
    case .tagMissing(let path, let tag):
      return "\(path) holds no image: \(tag) is missing. Take it out of the folder, or leave it out with `--skip-bad`."
    case .tagUnsupported(let path, let tag, let found, let expected):
      return "\(path): \(tag) is “\(found.shown)”, and \(expected.english) was expected. Convert the file to one grey "
        + "frame, or leave it out with `--skip-bad`."
    case .tooLarge(let path, let width, let height, let sideLimit, let pixelLimit):
      return "\(path) is \(width.grouped) x \(height.grouped) pixels by (0028,0010) Rows and (0028,0011) Columns; at "
        + "most \(sideLimit.grouped) on a side and \(pixelLimit.grouped) together are read. Make it smaller first."
    case .tooShort(let path, let found, let expected):
      return "\(path) is cut short: (7FE0,0010) Pixel Data has \(found.grouped) bytes, and the image needs "
        + "\(expected.grouped). Copy it again from where it came."
    case .implausible(let path, let found, let expected):
      return "\(path) claims \(expected.grouped) bytes of pixels, but (7FE0,0010) Pixel Data has only "
        + "\(found.grouped), which cannot hold so many. The file is damaged or made to do harm; copy it again "
        + "from where it came."
    case .undecodable(let path, let syntax):
      return "\(path) cannot be unpacked: (0002,0010) Transfer Syntax UID is “\(syntax.shown)”, and the pixels are "
        + "damaged or packed in a way that is not known here. Copy it again, or convert it to an uncompressed file."
    case .rescaled(let path, let slope, let intercept):
      return "\(path) cannot be rescaled: (0028,1053) Rescale Slope is \(slope) and (0028,1052) Rescale Intercept is "
        + "\(intercept), which leaves no pixels to tell apart. Both are usually between -100,000 and 100,000; correct "
        + "them, or leave the file out with `--skip-bad`."
    case .crashed(let path):
      return "\(path) made the decoder crash, so it is damaged or made to do harm; nothing else was lost. "
        + "Copy it again from where it came, or leave it out with `--skip-bad`."
    case .overTime(let path, let seconds):
      return "\(path) kept the decoder busy for more than \(seconds) seconds, so it was stopped. Convert it to an "
        + "uncompressed file, or leave it out with `--skip-bad`."
    case .decoderMissing(let program, let reason):
      return "DICOM files need the program \(program), which cannot be started: \(reason). It is built together with "
        + "`seglab`; build or install SegLab again."
    }
  }
}

extension DICOMPhrase.Expectation {
  fileprivate var english: String {
    switch self {
    case .one: "1"
    case .monochrome: "MONOCHROME1 or MONOCHROME2"
    case .wholeBytes: "8, 16 or 32"
    case .upToAllocated: "a number from 1 to that of (0028,0100) Bits Allocated"
    case .lowestBits: "one less than (0028,0101) Bits Stored"
    case .number: "a number"
    }
  }
}
