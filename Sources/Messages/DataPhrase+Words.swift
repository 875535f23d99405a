// MARK: English

extension DataPhrase {
  var english: String {
    switch self {
    case .fileUnreadable(let path, let reason):
      return "\(path) cannot be read: \(reason). Check that it is there and that you may read it."
    case .fileNotWritten(let path, let reason):
      return "\(path) cannot be written: \(reason). Check that the folder is yours to write and that the disk has room."
    case .notAFile(let path):
      return "\(path) is not an ordinary file. Put the file itself there, not a folder or a device."
    case .fileEmpty(let path):
      return "\(path) is empty: it has 0 bytes. Copy it again from where it came."
    case .notPNG(let path):
      return "\(path) is not a PNG file: its first 8 bytes are not those of one. Save the image as PNG, not only "
        + "under another name."
    case .formatNotRead(let path, let format, let kind):
      let first =
        "\(path) is \(["Analyze", "AVIF", "HDF5", "OpenEXR", "SVG"].contains(format) ? "an" : "a") \(format) file, and that form is not "
        + "read here. "
      switch kind {
      case .picture: return first + "Save it as PNG; grey of 16 bits stays as it is."
      case .volume:
        return first
          + "Save each of its slices as a PNG file, images in a folder `images` and masks of the same names in "
          + "`labels`."
      case .archive: return first + "Unpack it, and import what is in it."
      }
    case .kindUnsupported(let path, let reason):
      return "\(path) is of a kind that is not read here (\(reason)). Save it as PNG."
    case .fileDamaged(let path, let reason):
      return "\(path) is damaged (\(reason)). Copy it again from where it came."
    case .fileTooLarge(let path, let bytes, let limit):
      return "\(path) has \(bytes.grouped) bytes; at most \(limit.grouped) are read. Check that it is the file you "
        + "mean."
    case .imageTooLarge(let path, let width, let height, let sideLimit, let pixelLimit):
      return "\(path) is \(width.grouped) x \(height.grouped) pixels; at most \(sideLimit.grouped) on a side and "
        + "\(pixelLimit.grouped) together are read. Cut it or make it smaller first."
    case .imageImplausible(let path, let width, let height, let bytes):
      return "\(path) claims \(width.grouped) x \(height.grouped) pixels, but \(bytes.grouped) bytes cannot hold so "
        + "many. The file is damaged: copy it again from where it came."
    case .setNameInvalid(let name):
      return "A data set cannot be called “\(name.shown)”. Use 1 to 64 letters (a-z, A-Z), digits, “-”, “_” and “.”, "
        + "a letter or digit first."
    case .setUnknown(let name, let known):
      guard !Self.generated.contains(name) else {
        return "There is no data set “\(name)” yet. Make it with `seglab data make \(name)`."
      }
      if let meant = Self.meant(by: name, among: known) {
        return "There is no data set “\(name)”. Is “\(meant)” meant? Write `\(meant)` in its place"
          + (known.contains(meant) ? "." : ", and make it with `seglab data make \(meant)`.")
      }
      let there = known.isEmpty ? "There are none yet" : "There are: \(known.listedInEnglish)"
      return "There is no data set “\(name)”. \(there). Import it with `seglab data import PATH --as \(name)`, "
        + "or make hearts or knees of that name: `seglab data make cardiac --as \(name)`."
    case .listUnreadable(let name, let path):
      return "The data set “\(name)” is damaged: its list of images, \(path), cannot be understood. Import or make "
        + "the set again."
    case .listOfOtherForm(let name, let path, let found, let expected):
      return "The data set “\(name)” was kept by another version: \(path) says “\(found.shown)”, and “\(expected)” "
        + "was expected. Import or make the set again."
    case .listAltered(let name, let path):
      return "The data set “\(name)” is damaged: its list of images, \(path), is not as it was written. Import or "
        + "make the set again."
    case .pixelsMissing(let name, let path):
      return "The data set “\(name)” is damaged: its pixels, \(path), are gone. Import or make the set again."
    case .pixelsLength(let name, let path, let expected, let found):
      return "The data set “\(name)” is damaged: \(path) has \(found.grouped) bytes, and \(expected.grouped) were "
        + "expected. Import or make the set again."
    case .sampleAltered(let name, let path, let sample, let offset):
      return "The data set “\(name)” is damaged: the pixels of \(sample), from byte \(offset.grouped) of \(path), "
        + "are not as they were written. Import or make the set again."
    case .folderMissing(let path):
      return "There is no folder \(path). Check the path."
    case .notAFolder(let path):
      return "\(path) is a file, and a folder was expected. Give the folder that holds `images` and `labels`."
    case .subfolderMissing(let path, let expected, let found):
      let names = expected.map { "`\($0)`" }.joined(separator: " or ")
      let there = found.isEmpty ? "it is empty" : "it holds \(found.fewWords)"
      return "\(path) should hold a folder \(names), but \(there). Give the folder that holds `images` and `labels`."
    case .tooManyFiles(let path, let limit):
      return "\(path) holds more than \(limit.grouped) files. Check that it is the folder you mean."
    case .noImages(let path):
      return "\(path) holds no image. Put the images there, as NAME.png, NAME.jpg or NAME.dcm."
    case .noLabel(let image, let label):
      return "\(image) has no label: there is no \(label)."
    case .labelOfOtherForm(let image, let label, let found):
      let reason = found == "JPEG" ? "which blurs the edges between classes" : "a form that is not read here"
      return
        "The label of \(image), \(label), is \(found), \(reason). Labels must be PNG: save the original label as PNG"
        + (found == "JPEG" ? "; made out of the JPEG, import it with `--label threshold`." : ".")
    case .framesWithoutLabel(let image, let frames, let labels, let example):
      return "\(image) has \(frames.grouped) frames, and \(labels.grouped) of them a label; the others were left out. "
        + "Labels of frames are called after the file and the frame's number, as \(example)."
    case .imagesTurned(let count):
      return "\(count == 1 ? "1 image was" : "\(count.grouped) images were") turned as its file says that it is to be "
        + "shown (EXIF orientation)."
    case .noImage(let label, let image):
      return "\(label) has no image: there is no \(image)."
    case .sizesDiffer(let image, let imageSize, let label, let labelSize):
      return "\(image) is \(imageSize) pixels, and its label \(label) is \(labelSize). Both must have the same size; "
        + "`--resize WxH` brings all to one."
    case .nameNotText(let folder, let name):
      return "A file in \(folder) has a name that is not UTF-8 text (about “\(name)”). Give it another name."
    case .nameTwice(let folder, let name):
      return "\(folder) holds two files that are both called \(name), but for the way it is written. Rename one of "
        + "them."
    case .badFiles(let path, let problems):
      let files = problems.count == 1 ? "One file" : "\(problems.count.grouped) files"
      return "\(files) below \(path) cannot be imported, so nothing was. Mend what is listed, or leave it out with "
        + "`--skip-bad`:"
        + Self.list(problems, in: .english)
    case .nothingImported(let path, let problems):
      return "Not one image below \(path) could be imported:" + Self.list(problems, in: .english)
    case .tooManyPixels(let path, let limit):
      return "The images below \(path) have more than \(limit.grouped) pixels together. Import fewer or smaller ones."
    case .numberOutOfRange(let name, let found, let lowest, let highest):
      return "`\(name)` is \(found.grouped). Give a number from \(lowest.grouped) to \(highest.grouped)."
    case .tooFewImages(let name, let found):
      return "The data set “\(name)” has \(found) image; at least 2 are needed, one to train on and one to evaluate on."
    case .tooFewPatients(let name, let found):
      return "The data set “\(name)” has images of \(found) patient; a split by patient needs at least 2. Write "
        + "`split: image` in the lab's experiment, or `--split image` behind the command."
    case .labelsWithGreyLevels(let count):
      let labels = count == 1 ? "1 label has" : "\(count.grouped) labels have"
      return "\(labels) several values besides black, and all of them became class 1. Look at one to see whether that "
        + "is meant."
    case .patientsUnknown:
      return "The file names do not tell the patients, so each image counts as a patient of its own. "
        + "A split by patient is then the same as one by image."
    case .filesIgnored(let count, let first):
      return count == 1
        ? "One file was left alone, because its name is that of neither an image nor a PNG label: \(first)."
        : "\(count.grouped) files were left alone, because their names are those of neither images nor PNG labels, "
          + "\(first) among them."
    case .filesSkipped(let problems):
      return "Left out, as asked:" + Self.list(problems, in: .english)
    case .dicom(let phrase):
      return phrase.english
    case .formatUnknown(let path, let found):
      let there =
        found.map { $0.isEmpty ? "the folder is empty" : "it holds \($0.fewWords)" } ?? "its name tells no form"
      return "\(path) is in no form that is known here: \(there). Expected were folders `images` and `labels`, "
        + "Sunnybrook's images with contour files, files that end in .tfrecords, or NIfTI volumes; "
        + "`--format` forces one."
    case .record(let path, let number, let phrase):
      return (number.map { $0 > 0 ? "\(path), record \($0.grouped): " : "\(path): " } ?? "\(path): ") + phrase.english
    case .labels(let phrase):
      return phrase.english
    case .export(let phrase):
      return phrase.english
    case .contour(let phrase):
      return phrase.english
    case .nifti(let phrase):
      return phrase.english
    }
  }
}

// MARK: Korean

extension DataPhrase {
  var korean: String {
    switch self {
    case .fileUnreadable(let path, let reason):
      return "\(Josa.object.after(path)) 읽을 수 없어요: \(reason). 파일이 있는지, 읽을 권한이 있는지 확인해 보세요."
    case .fileNotWritten(let path, let reason):
      return "\(Josa.object.after(path)) 쓸 수 없어요: \(reason). 폴더에 쓸 권한이 있는지, 디스크에 자리가 있는지 확인해 보세요."
    case .notAFile(let path):
      return "\(Josa.topic.after(path)) 보통 파일이 아니에요. 폴더나 장치가 아닌 파일을 두어 보세요."
    case .fileEmpty(let path):
      return "\(Josa.topic.after(path)) 비어 있어요(0바이트). 원본에서 다시 복사해 보세요."
    case .notPNG(let path):
      return "\(Josa.topic.after(path)) PNG 파일이 아니에요. 첫 8바이트가 PNG와 달라요. 이름만 바꾸지 말고 PNG 형식으로 저장해 보세요."
    case .formatNotRead(let path, let format, let kind):
      let first = "\(Josa.topic.after(path)) \(format) 파일인데, 이 형식은 여기서 읽지 않아요. "
      switch kind {
      case .picture: return first + "PNG로 저장해 보세요. 16비트 회색도 그대로 남아요."
      case .volume: return first + "단면마다 PNG로 저장해서 영상은 `images`, 같은 이름의 마스크는 `labels` 폴더에 넣어 보세요."
      case .archive: return first + "압축을 풀고 그 안에 든 것을 가져와 보세요."
      }
    case .kindUnsupported(let path, let reason):
      return "\(Josa.topic.after(path)) 여기서 읽지 않는 종류예요(\(reason)). PNG로 저장해 보세요."
    case .fileDamaged(let path, let reason):
      return "\(Josa.subject.after(path)) 손상되었어요(\(reason)). 원본에서 다시 복사해 보세요."
    case .fileTooLarge(let path, let bytes, let limit):
      return "\(Josa.topic.after(path)) \(bytes.grouped)바이트예요. \(limit.grouped)바이트까지만 읽어요. 맞는 파일인지 확인해 보세요."
    case .imageTooLarge(let path, let width, let height, let sideLimit, let pixelLimit):
      return "\(path)의 크기가 \(width.grouped) x \(height.grouped) 픽셀이에요. 한 변은 \(sideLimit.grouped), 모두 합쳐 "
        + "\(pixelLimit.grouped) 픽셀까지만 읽어요. 먼저 자르거나 줄여 보세요."
    case .imageImplausible(let path, let width, let height, let bytes):
      return "\(Josa.topic.after(path)) \(width.grouped) x \(height.grouped) 픽셀이라고 하지만, \(bytes.grouped)바이트에는 그만큼 "
        + "담을 수 없어요. 손상된 파일이에요. 원본에서 다시 복사해 보세요."
    case .setNameInvalid(let name):
      return "데이터 세트 이름으로 \(Josa.object.after("‘\(name.shown)’")) 쓸 수 없어요. "
        + "영문자, 숫자, ‘-’, ‘_’, ‘.’만으로 1~64자를, 첫 글자는 영문자나 숫자로 지어 보세요."
    case .setUnknown(let name, let known):
      guard !Self.generated.contains(name) else {
        return "‘\(name)’ 데이터 세트가 아직 없어요. `seglab data make \(name)` 명령으로 만들어 보세요."
      }
      if let meant = Self.meant(by: name, among: known) {
        return
          "‘\(name)’ 데이터 세트가 없어요. 혹시 \(Josa.object.after("‘\(meant)’")) 뜻했나요? 그 자리에 `\(meant)`\(.quotation, after: meant) 써 보세요"
          + (known.contains(meant) ? "." : ". 이 세트는 `seglab data make \(meant)` 명령으로 만들 수 있어요.")
      }
      let there = known.isEmpty ? "아직 하나도 없어요" : "지금 있는 것: \(known.listedInKorean)"
      return "‘\(name)’ 데이터 세트가 없어요. \(there). `seglab data import PATH --as \(name)` 명령으로 가져오거나 "
        + "`seglab data make cardiac --as \(name)` 명령으로 심장 영상을 만들어 보세요."
    case .listUnreadable(let name, let path):
      return "‘\(name)’ 데이터 세트가 손상되었어요. 영상 목록 \(Josa.object.after(path)) 이해할 수 없어요. 세트를 다시 가져오거나 만들어 보세요."
    case .listOfOtherForm(let name, let path, let found, let expected):
      return
        "‘\(name)’ 데이터 세트는 다른 버전에서 저장했어요. \(path)에 ‘\(expected)’ 대신 ‘\(found.shown)’\(.quotation, after: found.shown) 적혀 있어요. "
        + "세트를 다시 가져오거나 만들어 보세요."
    case .listAltered(let name, let path):
      return "‘\(name)’ 데이터 세트가 손상되었어요. 영상 목록 \(Josa.subject.after(path)) 저장할 때와 달라요. 세트를 다시 가져오거나 만들어 보세요."
    case .pixelsMissing(let name, let path):
      return "‘\(name)’ 데이터 세트가 손상되었어요. 픽셀 파일 \(Josa.subject.after(path)) 없어요. 세트를 다시 가져오거나 만들어 보세요."
    case .pixelsLength(let name, let path, let expected, let found):
      return "‘\(name)’ 데이터 세트가 손상되었어요. \(Josa.topic.after(path)) \(expected.grouped)바이트여야 하는데 "
        + "\(found.grouped)바이트예요. 세트를 다시 가져오거나 만들어 보세요."
    case .sampleAltered(let name, let path, let sample, let offset):
      return "‘\(name)’ 데이터 세트가 손상되었어요. \(path)의 \(offset.grouped)바이트부터 있는 \(sample)의 픽셀이 저장할 때와 달라요. "
        + "세트를 다시 가져오거나 만들어 보세요."
    case .folderMissing(let path):
      return "\(path) 폴더가 없어요. 경로를 확인해 보세요."
    case .notAFolder(let path):
      return "\(Josa.topic.after(path)) 폴더가 아니라 파일이에요. `images`와 `labels`가 들어 있는 폴더를 알려 주세요."
    case .subfolderMissing(let path, let expected, let found):
      let names = expected.map { "`\($0)`" }.joined(separator: " 또는 ")
      let there = found.isEmpty ? "비어 있어요" : "지금은 \(found.fewWords)만 있어요"
      return "\(path) 안에 \(names) 폴더가 있어야 하는데, \(there). `images`와 `labels`가 들어 있는 폴더를 알려 주세요."
    case .tooManyFiles(let path, let limit):
      return "\(path) 안에 파일이 \(limit.grouped)개보다 많아요. 맞는 폴더인지 확인해 보세요."
    case .noImages(let path):
      return "\(path) 안에 영상이 없어요. 영상을 NAME.png, NAME.jpg, NAME.dcm 같은 이름으로 넣어 보세요."
    case .noLabel(let image, let label):
      return "\(image)의 레이블이 없어요. \(Josa.object.after(label)) 찾을 수 없어요."
    case .labelOfOtherForm(let image, let label, let found):
      let reason = found == "JPEG" ? "클래스 사이의 경계가 흐려져요" : "이 형식은 여기서 읽지 않아요"
      return
        "\(image)의 레이블 \(label)\(.subject, after: label) \(found) 파일이라 \(reason). 레이블은 PNG여야 해요. 원래 레이블을 PNG로 저장해 보세요."
        + (found == "JPEG" ? " JPEG에서 만들었다면 `--label threshold`로 가져와 보세요." : "")
    case .framesWithoutLabel(let image, let frames, let labels, let example):
      return "\(image)에는 프레임이 \(frames.grouped)개 있는데 레이블은 \(labels.grouped)개예요. 나머지 프레임은 뺐어요. 프레임의 레이블은 파일 이름과 "
        + "프레임 번호로 이름을 지어 보세요(예: \(example))."
    case .imagesTurned(let count):
      return "영상 \(count.grouped)장을 파일에 적힌 방향(EXIF)대로 돌렸어요."
    case .noImage(let label, let image):
      return "\(label)의 영상이 없어요. \(Josa.object.after(image)) 찾을 수 없어요."
    case .sizesDiffer(let image, let imageSize, let label, let labelSize):
      return "\(Josa.topic.after(image)) \(imageSize) 픽셀인데 레이블 \(Josa.topic.after(label)) \(labelSize) 픽셀이에요. "
        + "두 크기가 같아야 해요. `--resize WxH`로 모두 같은 크기로 맞출 수 있어요."
    case .nameNotText(let folder, let name):
      return "\(folder)에 있는 파일의 이름이 UTF-8 글자가 아니에요(‘\(name)’ 비슷한 이름). 다른 이름으로 바꿔 보세요."
    case .nameTwice(let folder, let name):
      return "\(folder)에 적는 방식만 다를 뿐 이름이 모두 \(name)인 파일이 두 개 있어요. 하나의 이름을 바꿔 보세요."
    case .badFiles(let path, let problems):
      return "\(path)에 가져올 수 없는 파일이 \(problems.count.grouped)개 있어서 아무것도 가져오지 않았어요. 아래를 고치거나 `--skip-bad`로 빼 보세요:"
        + Self.list(problems, in: .korean)
    case .nothingImported(let path, let problems):
      return "\(path)에서 영상을 하나도 가져오지 못했어요:" + Self.list(problems, in: .korean)
    case .tooManyPixels(let path, let limit):
      return "\(path)의 영상을 모두 합치면 \(limit.grouped) 픽셀이 넘어요. 더 적거나 작은 영상을 가져와 보세요."
    case .numberOutOfRange(let name, let found, let lowest, let highest):
      return
        "`\(name)` 값이 \(found.grouped)\(.copula, after: found.grouped). \(lowest.grouped)부터 \(highest.grouped)까지의 수를 넣어 보세요."
    case .tooFewImages(let name, let found):
      return "‘\(name)’ 데이터 세트에 영상이 \(found)장뿐이에요. 학습용과 검증용으로 적어도 2장이 있어야 해요."
    case .tooFewPatients(let name, let found):
      return "‘\(name)’ 데이터 세트에 환자가 \(found)명뿐이에요. 환자 단위로 나누려면 적어도 2명이 있어야 해요. 실습의 experiment 셀에 "
        + "`split: image`라고 쓰거나, 명령 뒤에 `--split image`를 붙여 보세요."
    case .labelsWithGreyLevels(let count):
      return "레이블 \(count.grouped)개에 검은색이 아닌 값이 여러 가지 있고, 모두 클래스 1이 되었어요. 그런 뜻이 맞는지 하나를 열어 보세요."
    case .patientsUnknown:
      return "파일 이름으로는 환자를 알 수 없어서 영상마다 다른 환자로 셌어요. 그래서 환자 단위로 나눠도 영상 단위로 나눈 것과 같아요."
    case .filesIgnored(let count, let first):
      return "이름이 영상도 PNG 레이블도 아닌 파일 \(count.grouped)개는 그대로 두었어요(예: \(first))."
    case .filesSkipped(let problems):
      return "요청대로 뺀 파일:" + Self.list(problems, in: .korean)
    case .dicom(let phrase):
      return phrase.korean
    case .formatUnknown(let path, let found):
      let there = found.map { $0.isEmpty ? "빈 폴더예요" : "지금 들어 있는 것: \($0.fewWords)" } ?? "이름으로는 형식을 알 수 없어요"
      return "\(Josa.topic.after(path)) 여기서 아는 형식이 아니에요. \(there). `images`와 `labels` 폴더, Sunnybrook 영상과 "
        + "윤곽선 파일, .tfrecords 파일, 또는 NIfTI 볼륨이어야 해요. `--format`으로 형식을 정할 수도 있어요."
    case .record(let path, let number, let phrase):
      return (number.map { $0 > 0 ? "\(path)의 레코드 \($0.grouped): " : "\(path): " } ?? "\(path): ") + phrase.korean
    case .labels(let phrase):
      return phrase.korean
    case .export(let phrase):
      return phrase.korean
    case .contour(let phrase):
      return phrase.korean
    case .nifti(let phrase):
      return phrase.korean
    }
  }
}
