/// What is said of contours, and of the series of images that they belong to.
public enum ContourPhrase: Phrase {
  /// A line of a contour file does not hold a column and a row.
  case line(path: String, line: Int, found: String)
  /// A contour has too many corners.
  case tooLong(path: String, limit: Int)
  /// A contour leaves its image.
  case outside(path: String, image: String, size: String)
  /// A folder holds no contours of the kind that was asked for.
  case none(path: String, kind: String, found: [String])
  /// Two contours of one kind belong to one image.
  case twice(path: String, other: String)
  /// How contours became masks.
  case rule(kind: String, course: Bool)
  /// Contours whose images are not there.
  case framesMissing(count: Int, first: String, slice: Int)
  /// Images that have contours, but none of the kind that was asked for.
  case otherKindsOnly(count: Int, kind: String)
  /// Images without any contour.
  case framesWithout(count: Int)
  /// Patients of whom there are contours and no images.
  case patientsMissing([String])
  /// Which of several series the contours were laid on.
  case seriesChosen(patient: String, series: String, among: Int)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension ContourPhrase {
  var english: String {
    switch self {
    case .line(let path, let line, let found):
      return "\(path):\(line): “\(found.shown)” is not a column and a row, two numbers with a blank between "
        + "them. Copy the "
        + "file again from where it came."
    case .tooLong(let path, let limit):
      return "\(path) has more than \(limit.grouped) corners. Check that it is a contour file."
    case .outside(let path, let image, let size):
      return "\(path) leaves its image \(image), which is \(size) pixels. Check that both belong to the same series."
    case .none(let path, let kind, let found):
      let there = found.isEmpty ? "no contours at all" : "only contours of the kinds \(found.quoted)"
      return "\(path) holds \(there), and `\(kind)` was asked for. Give the folder that holds images and contours, or "
        + "another kind with `--contour`."
    case .twice(let path, let other):
      return "\(path) and \(other) are contours of one kind for one image. Take one of them away."
    case .rule(let kind, let course):
      return course
        ? "Masks: the `\(kind)` contours, corners cut to whole pixels, filled with their edges."
        : "Masks: the pixels whose centres lie inside the `\(kind)` contours."
    case .framesMissing(let count, let first, let slice):
      let contours = count == 1 ? "1 contour has" : "\(count.grouped) contours have"
      return
        "\(contours) no image: there is none of slice \(slice) for \(first)\(count > 1 ? ", nor for others" : ""). "
        + "Put the image of that number beside the others of its series, or take the contour away."
    case .otherKindsOnly(let count, let kind):
      let images = count == 1 ? "1 image has" : "\(count.grouped) images have"
      return "\(images) contours, but none of the kind `\(kind)`, so \(count == 1 ? "it was" : "they were") left out."
    case .framesWithout(let count):
      let images = count == 1 ? "1 image has" : "\(count.grouped) images have"
      return "\(images) no contour at all and took no part."
    case .patientsMissing(let names):
      return "There are contours, but no images, of \(names.count == 1 ? "1 patient" : "\(names.count) patients"): "
        + "\(names.fewWords). A table `scd_patientdata.csv` tells which folder is whose."
    case .seriesChosen(let patient, let series, let among):
      return "\(patient) has \(among) series; the contours were laid on \(series), which holds most of their numbers. "
        + "Look at the page of `seglab data show` to see whether they fit."
    }
  }
}

// MARK: Korean

extension ContourPhrase {
  var korean: String {
    switch self {
    case .line(let path, let line, let found):
      return "\(path):\(line): 빈칸으로 나눈 열과 행, 두 수가 있어야 하는데 \(Josa.subject.after("‘\(found.shown)’")) 있어요. "
        + "원본에서 다시 복사해 보세요."
    case .tooLong(let path, let limit):
      return "\(path)에 꼭짓점이 \(limit.grouped)개보다 많아요. 윤곽선 파일이 맞는지 확인해 보세요."
    case .outside(let path, let image, let size):
      return "\(Josa.subject.after(path)) 영상 \(image)(\(size) 픽셀) 밖으로 나가요. 둘이 같은 시리즈인지 확인해 보세요."
    case .none(let path, let kind, let found):
      let there = found.isEmpty ? "윤곽선이 하나도 없어요" : "\(found.quoted) 윤곽선만 있어요"
      return "\(path)에 `\(kind)` 윤곽선이 있어야 하는데 \(there). 영상과 윤곽선이 함께 든 폴더를 알려 주거나 `--contour`로 다른 종류를 골라 "
        + "보세요."
    case .twice(let path, let other):
      return "\(path), \(other): 영상 하나에 같은 종류의 윤곽선이 두 개 있어요. 하나를 빼 보세요."
    case .rule(let kind, let course):
      return course
        ? "마스크: `\(kind)` 윤곽선의 꼭짓점을 정수 픽셀로 잘라 내고 경계까지 채웠어요."
        : "마스크: 중심이 `\(kind)` 윤곽선 안에 있는 픽셀을 채웠어요."
    case .framesMissing(let count, let first, let slice):
      return "윤곽선 \(count.grouped)개는 영상이 없어서 빠졌어요. \(first)에 맞는 단면 \(slice)번 영상이 없어요. "
        + "그 번호의 영상을 같은 시리즈의 영상 옆에 넣거나 윤곽선을 빼 보세요."
    case .otherKindsOnly(let count, let kind):
      return "영상 \(count.grouped)장은 다른 윤곽선만 있고 `\(kind)` 윤곽선이 없어서 뺐어요."
    case .framesWithout(let count):
      return "영상 \(count.grouped)장은 윤곽선이 전혀 없어서 쓰지 않았어요."
    case .patientsMissing(let names):
      return "환자 \(names.count)명은 윤곽선만 있고 영상이 없어요: \(names.fewWords). 어느 폴더가 누구인지는 `scd_patientdata.csv` 표가 "
        + "알려 줘요."
    case .seriesChosen(let patient, let series, let among):
      return "\(Josa.topic.after(patient)) 시리즈가 \(among)개예요. 번호가 가장 많이 맞는 \(series)에 윤곽선을 맞췄어요. `seglab data show` "
        + "페이지에서 잘 맞는지 살펴보세요."
    }
  }
}
