extension DataPhrase {
  var korean: String {
    switch self {
    case .fileUnreadable(let path, let reason):
      return "\(Particle.object.after(path)) 읽을 수 없어요: \(reason). 파일이 있는지, 읽을 권한이 있는지 확인해 보세요."
    case .fileNotWritten(let path, let reason):
      return "\(Particle.object.after(path)) 쓸 수 없어요: \(reason). 폴더에 쓸 권한이 있는지, 디스크에 자리가 있는지 확인해 보세요."
    case .notAFile(let path):
      return "\(Particle.topic.after(path)) 보통 파일이 아니에요. 폴더나 장치가 아닌 파일을 두어 보세요."
    case .fileEmpty(let path):
      return "\(Particle.topic.after(path)) 비어 있어요(0바이트). 원본에서 다시 복사해 보세요."
    case .notPNG(let path):
      return "\(Particle.topic.after(path)) PNG 파일이 아니에요. 첫 8바이트가 PNG와 달라요. 이름만 바꾸지 말고 PNG 형식으로 저장해 보세요."
    case .fileDamaged(let path, let reason):
      return "\(Particle.subject.after(path)) 손상되었어요(\(reason)). 원본에서 다시 복사해 보세요."
    case .fileTooLarge(let path, let bytes, let limit):
      return "\(Particle.topic.after(path)) \(bytes.grouped)바이트예요. \(limit.grouped)바이트까지만 읽어요. 맞는 파일인지 확인해 보세요."
    case .imageTooLarge(let path, let width, let height, let sideLimit, let pixelLimit):
      return "\(path)의 크기가 \(width.grouped) x \(height.grouped) 픽셀이에요. 한 변은 \(sideLimit.grouped), 모두 합쳐 "
        + "\(pixelLimit.grouped) 픽셀까지만 읽어요. 먼저 자르거나 줄여 보세요."
    case .imageImplausible(let path, let width, let height, let bytes):
      return "\(Particle.topic.after(path)) \(width.grouped) x \(height.grouped) 픽셀이라고 하지만, \(bytes.grouped)바이트에는 그만큼 "
        + "담을 수 없어요. 손상되었거나 해를 끼치려고 만든 파일일 수 있어요. 원본에서 다시 복사해 보세요."
    case .setNameInvalid(let name):
      return "데이터 세트 이름으로 \(Particle.object.after("‘\(name.shown)’")) 쓸 수 없어요. "
        + "영문자, 숫자, ‘-’, ‘_’, ‘.’만으로 1~64자를, 첫 글자는 영문자나 숫자로 지어 보세요."
    case .setUnknown(let name, let known):
      let there = known.isEmpty ? "아직 하나도 없어요" : "지금 있는 것: \(known.listedInKorean)"
      return "‘\(name)’ 데이터 세트가 없어요. \(there). `seglab data make cardiac`으로 만들거나 "
        + "`seglab data import PATH --as \(name)`으로 가져와 보세요."
    case .listUnreadable(let name, let path):
      return "‘\(name)’ 데이터 세트가 손상되었어요. 영상 목록 \(Particle.object.after(path)) 이해할 수 없어요. 세트를 다시 가져오거나 만들어 보세요."
    case .listOfOtherForm(let name, let path, let found, let expected):
      return "‘\(name)’ 데이터 세트는 다른 버전에서 저장했어요. \(path)에 ‘\(expected)’ 대신 ‘\(found.shown)’라고 적혀 있어요. "
        + "세트를 다시 가져오거나 만들어 보세요."
    case .listAltered(let name, let path):
      return "‘\(name)’ 데이터 세트가 손상되었어요. 영상 목록 \(Particle.subject.after(path)) 저장할 때와 달라요. 세트를 다시 가져오거나 만들어 보세요."
    case .pixelsMissing(let name, let path):
      return "‘\(name)’ 데이터 세트가 손상되었어요. 픽셀 파일 \(Particle.subject.after(path)) 없어요. 세트를 다시 가져오거나 만들어 보세요."
    case .pixelsLength(let name, let path, let expected, let found):
      return "‘\(name)’ 데이터 세트가 손상되었어요. \(Particle.topic.after(path)) \(expected.grouped)바이트여야 하는데 "
        + "\(found.grouped)바이트예요. 세트를 다시 가져오거나 만들어 보세요."
    case .sampleAltered(let name, let path, let sample, let offset):
      return "‘\(name)’ 데이터 세트가 손상되었어요. \(path)의 \(offset.grouped)바이트부터 있는 \(sample)의 픽셀이 저장할 때와 달라요. "
        + "세트를 다시 가져오거나 만들어 보세요."
    case .folderMissing(let path):
      return "\(path) 폴더가 없어요. 경로를 확인해 보세요."
    case .notAFolder(let path):
      return "\(Particle.topic.after(path)) 폴더가 아니라 파일이에요. `images`와 `labels`가 들어 있는 폴더를 알려 주세요."
    case .subfolderMissing(let path, let expected, let found):
      let names = expected.map { "`\($0)`" }.joined(separator: " 또는 ")
      let there = found.isEmpty ? "비어 있어요" : "지금은 \(found.fewWords)만 있어요"
      return "\(path) 안에 \(names) 폴더가 있어야 하는데, \(there). `images`와 `labels`가 들어 있는 폴더를 알려 주세요."
    case .tooManyFiles(let path, let limit):
      return "\(path) 안에 파일이 \(limit.grouped)개보다 많아요. 맞는 폴더인지 확인해 보세요."
    case .noImages(let path):
      return "\(path) 안에 영상이 없어요. 영상을 NAME.png, NAME.jpg, NAME.dcm 같은 이름으로 넣어 보세요."
    case .noLabel(let image, let label):
      return "\(image)의 레이블이 없어요. \(Particle.object.after(label)) 찾을 수 없어요."
    case .noImage(let label, let image):
      return "\(label)의 영상이 없어요. \(Particle.object.after(image)) 찾을 수 없어요."
    case .sizesDiffer(let image, let imageSize, let label, let labelSize):
      return "\(Particle.topic.after(image)) \(imageSize) 픽셀인데 레이블 \(Particle.topic.after(label)) \(labelSize) 픽셀이에요. "
        + "두 크기가 같아야 해요. `--resize WxH`로 모두 같은 크기로 맞출 수 있어요."
    case .nameNotText(let folder, let name):
      return "\(folder)에 있는 파일의 이름이 UTF-8 글자가 아니에요(‘\(name)’ 비슷한 이름). 다른 이름으로 바꿔 보세요."
    case .nameTwice(let folder, let name):
      return "\(folder)에 적는 방식만 다를 뿐 이름이 모두 \(name)인 파일이 두 개 있어요. 하나의 이름을 바꿔 보세요."
    case .badFiles(let path, let problems):
      return "\(path)에 가져올 수 없는 파일이 \(problems.count.grouped)개 있어서 아무것도 가져오지 않았어요. 아래를 고치거나 `--skip-bad`로 빼 보세요:"
        + Self.list(problems.map(\.korean))
    case .nothingImported(let path, let problems):
      return "\(path)에서 영상을 하나도 가져오지 못했어요:" + Self.list(problems.map(\.korean))
    case .tooManyPixels(let path, let limit):
      return "\(path)의 영상을 모두 합치면 \(limit.grouped) 픽셀이 넘어요. 더 적거나 작은 영상을 가져와 보세요."
    case .numberOutOfRange(let name, let found, let lowest, let highest):
      return "`\(name)` 값이 \(found.grouped)이에요. \(lowest.grouped)부터 \(highest.grouped)까지의 수를 넣어 보세요."
    case .tooFewImages(let name, let found):
      return "‘\(name)’ 데이터 세트에 영상이 \(found)장뿐이에요. 학습용과 평가용으로 적어도 2장이 있어야 해요."
    case .tooFewPatients(let name, let found):
      return "‘\(name)’ 데이터 세트에 환자가 \(found)명뿐이에요. 환자별로 나누려면 적어도 2명이 있어야 해요. 영상별로 나눠 보세요."
    case .labelsWithGreyLevels(let count):
      return "레이블 \(count.grouped)개에 검은색이 아닌 값이 여러 가지 있고, 모두 클래스 1이 되었어요. 그런 뜻이 맞는지 하나를 열어 보세요."
    case .patientsUnknown:
      return "파일 이름으로는 환자를 알 수 없어서 영상마다 다른 환자로 셌어요. 그래서 환자별로 나눠도 영상별로 나눈 것과 같아요."
    case .filesIgnored(let count, let first):
      return "이름이 영상도 PNG 레이블도 아닌 파일 \(count.grouped)개는 그대로 두었어요(예: \(first))."
    case .filesSkipped(let problems):
      return "요청대로 뺀 파일:" + Self.list(problems.map(\.korean))
    case .dicom(let phrase):
      return phrase.korean
    case .formatUnknown(let path, let found):
      let there = found.map { $0.isEmpty ? "빈 폴더예요" : "지금 들어 있는 것: \($0.fewWords)" } ?? "이름으로는 형식을 알 수 없어요"
      return "\(Particle.topic.after(path)) 여기서 아는 형식이 아니에요. \(there). `images`와 `labels` 폴더, Sunnybrook 영상과 "
        + "윤곽선 파일, 또는 "
        + ".tfrecords 파일이어야 해요. `--format`으로 형식을 정할 수도 있어요."
    case .record(let path, let number, let phrase):
      return (number.map { $0 > 0 ? "\(path)의 레코드 \($0.grouped): " : "\(path): " } ?? "\(path): ") + phrase.korean
    case .labels(let phrase):
      return phrase.korean
    case .export(let phrase):
      return phrase.korean
    case .contour(let phrase):
      return phrase.korean
    }
  }

  /// One problem a line, the first of them in full.
  private static func list(_ lines: [String]) -> String {
    let more = lines.count > listed ? ["… 그 밖에 \((lines.count - listed).grouped)개"] : []
    return (lines.prefix(listed) + more).map { "\n  - " + $0 }.joined()
  }
}
