/// What is said of DICOM files.
public enum DICOMPhrase: Phrase {
  /// Which values of a tag are read.
  public enum Expectation: Codable, Sendable, Hashable {
    /// 1.
    case one
    /// 1, or 3 for colours.
    case channels
    /// Grey, red, green and blue, luminance and colour differences, or a palette.
    case colours
    /// 8, 16, 32, and of grey images 1.
    case allocatedBits
    /// From 1 to the bits allocated.
    case upToAllocated
    /// From the bits stored to the bits allocated, less one.
    case highBit
    /// One of the functions of the standard.
    case windowFunction
    /// A table with as many entries as it says, of 8 to 16 bits.
    case table
    /// A table that is not written in segments.
    case wholeTable
    /// Whole numbers.
    case wholeNumbers
    /// A number.
    case number
  }

  /// A file is no DICOM file.
  case notDICOM(path: String)
  /// A tag that an image needs is not there.
  case tagMissing(path: String, tag: String)
  /// A tag has a value that is not read.
  case tagUnsupported(path: String, tag: String, found: String, expected: Expectation)
  /// The frames of a file have more pixels than are read.
  case tooLarge(path: String, width: Int, height: Int, frames: Int, sideLimit: Int, pixelLimit: Int)
  /// The pixel data is shorter than the image.
  case tooShort(path: String, found: Int, expected: Int)
  /// An image claims more than its pixel data can hold.
  case implausible(path: String, found: Int, expected: Int)
  /// The file ends before its pixels do.
  case cutShort(path: String)
  /// The pixels cannot be unpacked.
  case undecodable(path: String, syntax: String)
  /// A file asks for a table in the place of a window.
  case windowTable(path: String)
  /// Slope and intercept make numbers that no picture has.
  case rescaled(path: String, slope: String, intercept: String)
  /// The decoder crashed.
  case crashed(path: String)
  /// The decoder took too long.
  case overTime(path: String, seconds: Int)
  /// The decoding program cannot be started.
  case decoderMissing(program: String, reason: String)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension DICOMPhrase {
  var english: String {
    switch self {
    case .notDICOM(let path):
      return "\(path) is not a DICOM file, or it is damaged from the start. Copy it again from where it came, or "
        + "take it out of the folder."
    case .tagMissing(let path, let tag):
      return "\(path) holds no image: \(tag) is missing. Take it out of the folder, or leave it out with `--skip-bad`."
    case .tagUnsupported(let path, let tag, let found, let expected):
      return "\(path): \(tag) is “\(found.shown)”, and \(expected.english) was expected. Such files are not "
        + "read here: save the picture as PNG, or leave it out with `--skip-bad`."
    case .tooLarge(let path, let width, let height, let frames, let sideLimit, let pixelLimit):
      let times = frames > 1 ? " in each of \(frames.grouped) frames" : ""
      return
        "\(path) is \(width.grouped) x \(height.grouped) pixels by (0028,0010) Rows and (0028,0011) Columns\(times); at "
        + "most \(sideLimit.grouped) on a side and \(pixelLimit.grouped) together are read. Make it smaller first."
    case .tooShort(let path, let found, let expected):
      return "\(path) is cut short: (7FE0,0010) Pixel Data has \(found.grouped) bytes, and the image needs "
        + "\(expected.grouped). Copy it again from where it came."
    case .implausible(let path, let found, let expected):
      return "\(path) claims \(expected.grouped) bytes of pixels, but (7FE0,0010) Pixel Data has only "
        + "\(found.grouped), which cannot hold so many. The file is damaged: copy it again from where it came."
    case .cutShort(let path):
      return "\(path) is cut short: it ends before (7FE0,0010) Pixel Data does. Copy it again from where it came."
    case .windowTable(let path):
      return "\(path) asks for a (0028,3010) VOI LUT, a table that is not read here. Import it with `--scale range`."
    case .undecodable(let path, let syntax):
      return "\(path) cannot be unpacked: (0002,0010) Transfer Syntax UID is “\(syntax.shown)”, and the pixels are "
        + "damaged or packed in a way that is not known here. Copy it again, or convert it to an uncompressed file."
    case .rescaled(let path, let slope, let intercept):
      return "\(path) cannot be rescaled: (0028,1053) Rescale Slope is \(slope) and (0028,1052) Rescale Intercept is "
        + "\(intercept), which leaves no pixels to tell apart. Both are usually between -100,000 and 100,000; correct "
        + "them, or leave the file out with `--skip-bad`."
    case .crashed(let path):
      return "\(path) is not read here: GDCM, which decodes DICOM files, gave up on it. It is damaged or of a rare "
        + "kind; save it as an uncompressed file, or leave it out with `--skip-bad`."
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
    case .channels: "1 for grey, 3 for colours"
    case .colours: "MONOCHROME1, MONOCHROME2, RGB, PALETTE COLOR or one of YBR"
    case .allocatedBits: "8, 16 or 32, and of grey images 1"
    case .upToAllocated: "a number from 1 to that of (0028,0100) Bits Allocated"
    case .highBit: "a number from (0028,0101) Bits Stored to (0028,0100) Bits Allocated, less one,"
    case .windowFunction: "LINEAR, LINEAR_EXACT or SIGMOID"
    case .table: "a table of as many entries as it says, of 8 to 16 bits each,"
    case .wholeTable: "a table that is not in segments"
    case .wholeNumbers: "whole numbers in (7FE0,0010) Pixel Data"
    case .number: "a number"
    }
  }
}

// MARK: Korean

extension DICOMPhrase {
  var korean: String {
    switch self {
    case .notDICOM(let path):
      return "\(Josa.topic.after(path)) DICOM 파일이 아니거나 처음부터 손상되었어요. 원본에서 다시 복사하거나 폴더에서 빼 보세요."
    case .tagMissing(let path, let tag):
      return "\(path)에는 영상이 없어요. \(tag) 태그가 빠져 있어요. 폴더에서 빼거나 `--skip-bad`로 빼 보세요."
    case .tagUnsupported(let path, let tag, let found, let expected):
      return "\(path)의 \(tag) 값이 ‘\(found.shown)’인데, \(expected.korean)만 읽을 수 있어요. PNG로 저장하거나 "
        + "`--skip-bad`로 빼 보세요."
    case .tooLarge(let path, let width, let height, let frames, let sideLimit, let pixelLimit):
      let times = frames > 1 ? "이고 프레임이 \(frames.grouped)개예요. " : "이에요. "
      return "\(path)의 크기가 (0028,0010) Rows와 (0028,0011) Columns에 따르면 \(width.grouped) x \(height.grouped) 픽셀\(times)"
        + "한 변은 \(sideLimit.grouped), 모두 합쳐 \(pixelLimit.grouped) 픽셀까지만 읽어요. 먼저 줄여 보세요."
    case .tooShort(let path, let found, let expected):
      return "\(Josa.topic.after(path)) 중간에 잘렸어요. (7FE0,0010) Pixel Data가 \(expected.grouped)바이트여야 하는데 "
        + "\(found.grouped)바이트예요. 원본에서 다시 복사해 보세요."
    case .implausible(let path, let found, let expected):
      return "\(Josa.topic.after(path)) 픽셀이 \(expected.grouped)바이트라고 하지만, (7FE0,0010) Pixel Data는 "
        + "\(found.grouped)바이트뿐이라 그만큼 담을 수 없어요. 손상된 파일이에요. 원본에서 다시 복사해 보세요."
    case .cutShort(let path):
      return "\(Josa.topic.after(path)) 중간에 잘렸어요. (7FE0,0010) Pixel Data가 끝나기 전에 파일이 끝나요. 원본에서 다시 복사해 보세요."
    case .windowTable(let path):
      return "\(Josa.topic.after(path)) (0028,3010) VOI LUT 표로 밝기를 정하는데, 그 표는 여기서 읽지 않아요. `--scale range`로 가져와 보세요."
    case .undecodable(let path, let syntax):
      return
        "\(path)의 압축을 풀 수 없어요. (0002,0010) Transfer Syntax UID가 ‘\(syntax.shown)’\(.copulaAnd, after: syntax.shown), 픽셀이 손상되었거나 여기서 모르는 "
        + "방식이에요. 다시 복사하거나 압축하지 않은 파일로 바꿔 보세요."
    case .rescaled(let path, let slope, let intercept):
      return "\(path)의 픽셀 값을 계산할 수 없어요. (0028,1053) Rescale Slope가 \(slope), (0028,1052) Rescale Intercept가 "
        + "\(intercept)라서 픽셀을 구별할 수 없어요. 둘 다 보통 -100,000에서 100,000 사이예요. 값을 고치거나 `--skip-bad`로 빼 보세요."
    case .crashed(let path):
      return "\(Josa.topic.after(path)) 여기서 읽지 못해요. DICOM을 푸는 GDCM이 멈췄어요. 손상되었거나 드문 종류의 파일이에요. "
        + "압축하지 않은 파일로 저장하거나 `--skip-bad`로 빼 보세요."
    case .overTime(let path, let seconds):
      return "\(Josa.object.after(path)) 푸는 데 \(seconds)초가 넘게 걸려서 멈췄어요. 압축하지 않은 파일로 바꾸거나 `--skip-bad`로 "
        + "빼 보세요."
    case .decoderMissing(let program, let reason):
      return "DICOM 파일을 읽으려면 \(program) 프로그램이 있어야 하는데 시작할 수 없어요: \(reason). `seglab`과 함께 만들어지니 "
        + "SegLab을 다시 빌드하거나 설치해 보세요."
    }
  }
}

extension DICOMPhrase.Expectation {
  fileprivate var korean: String {
    switch self {
    case .one: "1"
    case .channels: "흑백은 1, 컬러는 3"
    case .colours: "MONOCHROME1, MONOCHROME2, RGB, PALETTE COLOR, YBR"
    case .allocatedBits: "8, 16, 32, 흑백은 1도"
    case .upToAllocated: "1부터 (0028,0100) Bits Allocated까지의 수"
    case .highBit: "(0028,0101) Bits Stored부터 (0028,0100) Bits Allocated까지에서 1을 뺀 수"
    case .windowFunction: "LINEAR, LINEAR_EXACT, SIGMOID"
    case .table: "항목 수가 맞고 항목마다 8~16비트인 표"
    case .wholeTable: "조각으로 나뉘지 않은 표"
    case .wholeNumbers: "(7FE0,0010) Pixel Data에 든 정수"
    case .number: "수"
    }
  }
}
