/// What the commands about data sets say besides.
public enum DataSetPhrase: Phrase {
  /// Two options that cannot be given together.
  case optionsClash(String, with: String)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension DataSetPhrase {
  var english: String {
    switch self {
    case .optionsClash(let option, let other): return "`\(option)` does not go with `\(other)`. Leave one of them out."
    }
  }
}

// MARK: Korean

extension DataSetPhrase {
  var korean: String {
    switch self {
    case .optionsClash(let option, let other):
      return "`\(option)` 옵션은 `\(other)`\(.with, after: other) 함께 쓸 수 없어요. 하나를 빼 보세요."
    }
  }
}

/// What is said of writing a set for other programs.
public enum ExportPhrase: Phrase {
  /// The folder to write to is not empty.
  case folderNotEmpty(path: String, found: [String])
  /// The images of several sizes are more than an archive holds.
  case tooManyForNPZ(name: String, found: Int, limit: Int)
  /// Records are read and written by another program.
  case recordsElsewhere
  /// What was written.
  case written(name: String, count: Int, files: [String])

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension ExportPhrase {
  var english: String {
    switch self {
    case .folderNotEmpty(let path, let found):
      return "\(path) is not empty: it holds \(found.fewWords). Give an empty folder, or one that is not there yet."
    case .tooManyForNPZ(let name, let found, let limit):
      return "The data set “\(name)” has \(found.grouped) images of several sizes; an .npz file holds at most "
        + "\(limit.grouped). Export it with `--format png` or `--format tfrecord`."
    case .recordsElsewhere: return "TensorFlow's records are read and written by `seglab data` alone."
    case .written(let name, let count, let files):
      return "Wrote \(count.grouped) images of “\(name)”: \(files.joined(separator: ", "))"
    }
  }
}

// MARK: Korean

extension ExportPhrase {
  var korean: String {
    switch self {
    case .folderNotEmpty(let path, let found):
      return "\(Josa.topic.after(path)) 빈 폴더가 아니에요. 지금 들어 있는 것: \(found.fewWords). 빈 폴더나 아직 없는 폴더를 알려 주세요."
    case .tooManyForNPZ(let name, let found, let limit):
      return "‘\(name)’ 데이터 세트에는 크기가 다른 영상이 \(found.grouped)장 있는데, .npz 파일에는 \(limit.grouped)장까지만 들어가요. "
        + "`--format png`나 `--format tfrecord`로 내보내 보세요."
    case .recordsElsewhere: return "TensorFlow 레코드는 `seglab data`로만 읽고 써요."
    case .written(let name, let count, let files):
      return "‘\(name)’의 영상 \(count.grouped)장을 내보냈어요: \(files.joined(separator: ", "))"
    }
  }
}

/// What is told of a data set, a line each.
public enum SetFactPhrase: Phrase {
  /// One line in the list of sets.
  case listed(name: String, images: Int, sizes: String, patients: Int, foreground: Double, digest: String)
  /// How many images there are, of what sizes.
  case images(count: Int, sizes: [String])
  /// How many patients they come from.
  case patients(count: Int)
  /// The share of the pixels that belong to each class.
  case classes(shares: [Double])
  /// Labels that are grey: their values, and what share is at least half of white.
  case greyLabels(mean: Double, deviation: Double, least: Int, most: Int, binary: Double)
  /// What a generated set is made like, and what is known of networks trained on it.
  case cardiacCard
  /// What a generated set is made like, and what its labels hold.
  case kneeCard
  /// How many labels hold nothing but background.
  case emptyLabels(count: Int)
  /// The intensities: mean, standard deviation, least, most.
  case intensities(mean: Double, deviation: Double, least: Double, most: Double)
  /// The accuracy of calling every pixel background.
  case baseline(accuracy: Double)
  /// How a rule divides the set, and how many patients stand on both sides.
  case split(rule: String, training: Int, validation: Int, shared: Int)
  /// The digest of its content.
  case digest(String)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension SetFactPhrase {
  var english: String {
    switch self {
    case .listed(let name, let images, let sizes, let patients, let foreground, let digest):
      let people = "\(patients) \(patients == 1 ? "patient" : "patients")"
      return "\(name)  \(images) images, \(sizes), \(people), \(foreground.percent) foreground, "
        + "digest \(digest.prefix(12))"
    case .images(let count, let sizes): return "images       \(count) (\(sizes.joined(separator: ", ")))"
    case .patients(let count): return "patients     \(count)"
    case .classes(let shares):
      return "classes      "
        + shares.enumerated().map { "\($0.offset): \($0.element.percent)" }.joined(separator: ", ") + " of the pixels"
    case .greyLabels(let mean, let deviation, let least, let most, let binary):
      return "labels       grey, \(least) to \(most), mean \(mean.places(1)), standard deviation "
        + "\(deviation.places(1)); "
        + "made binary, \(binary.percent) of the pixels are 1"
    case .cardiacCard:
      return "card         generated hearts, like short-axis MR slices; class 1 is the left ventricle's pool. A "
        + "small U-Net trained on them for 600 steps of 8 scored a pooled Dice of 0.73 on the 260 real Sunnybrook slices, "
        + "where a constant mask scores 0.56 to 0.60"
    case .kneeCard:
      return "card         generated knee X-rays, left and right; the labels show the thigh bone, grey with "
        + "soft edges, so that a "
        + "network with two classes needs `Threshold()` first"
    case .emptyLabels(let count): return "empty labels \(count)"
    case .intensities(let mean, let deviation, let least, let most):
      return "intensities  mean \(mean.places(4)), standard deviation \(deviation.places(4)), "
        + "\(least.places(4)) to \(most.places(4))"
    case .baseline(let accuracy): return "baseline     all background: accuracy \(accuracy.places(4))"
    case .split(let rule, let training, let validation, let shared):
      return "split        by \(rule): \(training) to train on, \(validation) in the validation set; "
        + (shared == 0 ? "no patient on both sides" : "\(shared) patients on both sides")
    case .digest(let digest): return "digest       \(digest)"
    }
  }
}

// MARK: Korean

extension SetFactPhrase {
  var korean: String {
    switch self {
    case .listed(let name, let images, let sizes, let patients, let foreground, let digest):
      return "\(name)  영상 \(images)장, \(sizes), 환자 \(patients)명, 전경 \(foreground.percent), "
        + "다이제스트 \(digest.prefix(12))"
    case .images(let count, let sizes): return "영상        \(count)장 (\(sizes.joined(separator: ", ")))"
    case .patients(let count): return "환자        \(count)명"
    case .classes(let shares):
      return "클래스      픽셀 비율 "
        + shares.enumerated().map { "\($0.offset): \($0.element.percent)" }.joined(separator: ", ")
    case .greyLabels(let mean, let deviation, let least, let most, let binary):
      return "레이블      회색 \(least)~\(most), 평균 \(mean.places(1)), 표준편차 \(deviation.places(1)). 이진으로 바꾸면 픽셀의 "
        + "\(binary.percent)\(.subject, after: binary.percent) 1이에요"
    case .cardiacCard:
      return "설명        만들어 낸 심장 단축 단면이에요. 클래스 1은 좌심실 내강이에요. 이것을 여덟 장씩 600스텝 학습한 작은 U-Net은 실제 "
        + "Sunnybrook 단면 260장에서 합산 다이스 0.73을 얻었어요. 늘 같은 예측을 내면 0.56~0.60이에요"
    case .kneeCard:
      return "설명        만들어 낸 좌우 무릎 X선이에요. 레이블은 넓적다리뼈이고 경계가 부드러운 회색이라, 클래스가 둘인 신경망에는 "
        + "먼저 `Threshold()`가 있어야 해요"
    case .emptyLabels(let count): return "빈 레이블   \(count)장"
    case .intensities(let mean, let deviation, let least, let most):
      return "밝기        평균 \(mean.places(4)), 표준편차 \(deviation.places(4)), 범위 \(least.places(4))~\(most.places(4))"
    case .baseline(let accuracy): return "기준선      모두 배경이라고 답할 때 정확도 \(accuracy.places(4))"
    case .split(let rule, let training, let validation, let shared):
      return "나누기      \(rule == "patient" ? "환자" : "영상") 단위: 학습 \(training)장, 검증 \(validation)장, "
        + (shared == 0 ? "양쪽에 모두 있는 환자 없음" : "양쪽에 모두 있는 환자 \(shared)명")
    case .digest(let digest): return "다이제스트  \(digest)"
    }
  }
}
