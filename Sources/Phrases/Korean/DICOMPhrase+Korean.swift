extension DICOMPhrase {
  var korean: String {
    switch self {
    case .notDICOM(let path):
      return "\(Particle.topic.after(path)) DICOM 파일이 아니거나 처음부터 손상되었어요. 원본에서 다시 복사하거나 폴더에서 빼 보세요."
    case .tagMissing(let path, let tag):
      return "\(path)에는 영상이 없어요. \(tag) 태그가 빠져 있어요. 폴더에서 빼거나 `--skip-bad`로 빼 보세요."
    case .tagUnsupported(let path, let tag, let found, let expected):
      return "\(path)의 \(tag) 값이 ‘\(found.shown)’인데, \(expected.korean)만 읽을 수 있어요. 흑백 한 프레임으로 바꾸거나 "
        + "`--skip-bad`로 빼 보세요."
    case .tooLarge(let path, let width, let height, let sideLimit, let pixelLimit):
      return "\(path)의 크기가 (0028,0010) Rows와 (0028,0011) Columns에 따르면 \(width.grouped) x \(height.grouped) 픽셀이에요. "
        + "한 변은 \(sideLimit.grouped), 모두 합쳐 \(pixelLimit.grouped) 픽셀까지만 읽어요. 먼저 줄여 보세요."
    case .tooShort(let path, let found, let expected):
      return "\(Particle.topic.after(path)) 중간에 잘렸어요. (7FE0,0010) Pixel Data가 \(expected.grouped)바이트여야 하는데 "
        + "\(found.grouped)바이트예요. 원본에서 다시 복사해 보세요."
    case .implausible(let path, let found, let expected):
      return "\(Particle.topic.after(path)) 픽셀이 \(expected.grouped)바이트라고 하지만, (7FE0,0010) Pixel Data는 "
        + "\(found.grouped)바이트뿐이라 그만큼 담을 수 없어요. 손상되었거나 해를 끼치려고 만든 파일일 수 있어요. 원본에서 다시 복사해 보세요."
    case .undecodable(let path, let syntax):
      return "\(path)의 압축을 풀 수 없어요. (0002,0010) Transfer Syntax UID가 ‘\(syntax.shown)’이고, 픽셀이 손상되었거나 여기서 모르는 "
        + "방식이에요. 다시 복사하거나 압축하지 않은 파일로 바꿔 보세요."
    case .rescaled(let path, let slope, let intercept):
      return "\(path)의 픽셀 값을 계산할 수 없어요. (0028,1053) Rescale Slope가 \(slope), (0028,1052) Rescale Intercept가 "
        + "\(intercept)라서 픽셀을 구별할 수 없어요. 둘 다 보통 -100,000에서 100,000 사이예요. 값을 고치거나 `--skip-bad`로 빼 보세요."
    case .crashed(let path):
      return "\(Particle.object.after(path)) 풀던 프로그램이 멈췄어요. 손상되었거나 해를 끼치려고 만든 파일일 수 있어요. 다른 파일은 "
        + "무사해요. 원본에서 다시 복사하거나 `--skip-bad`로 빼 보세요."
    case .overTime(let path, let seconds):
      return "\(Particle.object.after(path)) 푸는 데 \(seconds)초가 넘게 걸려서 멈췄어요. 압축하지 않은 파일로 바꾸거나 `--skip-bad`로 "
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
    case .monochrome: "MONOCHROME1이나 MONOCHROME2"
    case .wholeBytes: "8, 16, 32"
    case .upToAllocated: "1부터 (0028,0100) Bits Allocated까지의 수"
    case .lowestBits: "(0028,0101) Bits Stored보다 1 작은 수"
    case .number: "수"
    }
  }
}
