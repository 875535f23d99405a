/// What is said of the meaning of labels' pixels.
public enum LabelPhrase: Phrase {
  /// Every pixel that is not black is class 1.
  case any
  /// Each of the grey values is a class.
  case values
  /// Pixels at least so bright are class 1.
  case threshold(least: Int)
  /// Each pixel belongs to the nearest of the colours.
  case colours(count: Int)
  /// The grey value stays.
  case grey
  /// Which values became which classes.
  case valuesFound([Int])
  /// A pixel's value stands for no class.
  case valueUnknown(path: String, found: Int, expected: [Int])
  /// There are more values than there can be classes.
  case tooManyValues(path: String, found: Int, limit: Int)
  /// Labels are coloured, where grey values were to tell classes apart.
  case coloured(path: String, colours: [String], limit: Int)
  /// The places in a palette became values.
  case places
  /// The opacity became the label.
  case opacity
  /// Not one label holds anything but background.
  case allEmpty
  /// Records hold no colours.
  case coloursInRecords(path: String)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension LabelPhrase {
  var english: String {
    switch self {
    case .any: return "Labels: every pixel that is not black is class 1, every other one class 0."
    case .values: return "Labels: each grey value is a class."
    case .threshold(let least):
      return "Labels: every pixel of at least \(least) (of 255) is class 1, every "
        + "other one class 0."
    case .colours(let count):
      return "Labels: each pixel belongs to the nearest of \(count &+ 1) colours; black is class 0."
    case .grey:
      return "Labels: kept grey, 0 to 255. A network with two classes needs them binary: prepare them with "
        + "`Threshold()`."
    case .valuesFound(let values):
      let pairs = values.enumerated().prefix(8).map { "\($1) → \($0)" }.joined(separator: ", ")
      return "Values became classes: \(pairs)\(values.count > 8 ? ", …" : "")."
    case .valueUnknown(let path, let found, let expected):
      return "\(path) has a pixel of value \(found), and \(expected.map(String.init).fewWords) were expected. "
        + "Add the value "
        + "to `--label value=…`, or mend the label."
    case .tooManyValues(let path, let found, let limit):
      return "The labels below \(path) have \(found.grouped) grey values or more, and at most \(limit) can be "
        + "classes: their "
        + "edges are soft. Import them with `--label threshold`, or with `--label grey` to keep them."
    case .coloured(let path, let colours, let limit):
      let start =
        "\(path) is coloured, and grey values were to tell classes apart: colours of one brightness would become "
        + "one class. "
      guard colours.count <= limit else {
        return start + "There are more than \(limit) colours, more than can be classes: save the label without smooth "
          + "edges, or import it with `--label any` where all of it is one class."
      }
      return start + "Import with `--label colour=\(colours.joined(separator: ","))`, the class of each in that order."
    case .places:
      return "Labels with a palette: a pixel's place in the palette is its value, whatever colour it is shown in."
    case .opacity:
      return "Labels of one colour: where they are transparent is background, as nothing else tells pixels apart."
    case .allEmpty:
      return
        "Every label is empty: no pixel belongs to any class but the background. Open one label; if it is not black, "
        + "import it with another `--label`, for example `--label value`."
    case .coloursInRecords(let path):
      return "\(path) holds records, whose labels have no colours. Import it with `--label value`, or leave "
        + "`--label` out."
    }
  }
}

// MARK: Korean

extension LabelPhrase {
  var korean: String {
    switch self {
    case .any: return "레이블에서 검은색이 아닌 픽셀은 모두 클래스 1, 나머지는 클래스 0이에요."
    case .values: return "레이블의 밝기 값 하나하나가 클래스예요."
    case .threshold(let least): return "레이블에서 밝기가 \(least) 이상(최대 255)인 픽셀은 클래스 1, 나머지는 클래스 0이에요."
    case .colours(let count):
      return "레이블의 픽셀마다 색 \(count &+ 1)가지 가운데 가장 가까운 것의 클래스가 돼요. 검은색은 클래스 0이에요."
    case .grey:
      return "레이블을 0~255의 회색 값 그대로 두었어요. 클래스가 둘인 신경망에는 이진 레이블이 있어야 하니 `Threshold()`로 준비해 보세요."
    case .valuesFound(let values):
      let pairs = values.enumerated().prefix(8).map { "\($1) → \($0)" }.joined(separator: ", ")
      return "값이 클래스가 되었어요: \(pairs)\(values.count > 8 ? ", …" : "")."
    case .valueUnknown(let path, let found, let expected):
      return "\(path)에 값이 \(found)인 픽셀이 있는데, \(expected.map(String.init).fewWords)만 있어야 해요. `--label value=…`에 더하거나 "
        + "레이블을 고쳐 보세요."
    case .tooManyValues(let path, let found, let limit):
      return "\(path)의 레이블에 밝기 값이 \(found.grouped)가지 넘게 있는데, 클래스는 \(limit)개까지예요. 경계가 부드러운 레이블이에요. "
        + "`--label threshold`로 가져오거나, 그대로 두려면 `--label grey`로 가져와 보세요."
    case .coloured(let path, let colours, let limit):
      let start = "\(Josa.topic.after(path)) 컬러인데, 회색 밝기로 클래스를 나누려고 했어요. 밝기가 같은 색은 한 클래스가 되고 말아요. "
      guard colours.count <= limit else {
        return start + "색이 \(limit)가지보다 많아서 클래스로 나눌 수 없어요. 경계를 부드럽게 하지 말고 저장하거나, 모두 한 클래스라면 "
          + "`--label any`로 가져와 보세요."
      }
      return start
        + "`--label colour=\(colours.joined(separator: ","))`\(.toward, after: colours.joined(separator: ",")) 가져오면 그 순서대로 클래스가 돼요."
    case .places: return "팔레트가 있는 레이블이에요. 무슨 색으로 보이든 팔레트 번호가 픽셀의 값이에요."
    case .opacity: return "레이블이 한 가지 색이라 투명한 곳을 배경으로 읽었어요. 다른 것으로는 픽셀을 나눌 수 없어요."
    case .allEmpty:
      return "레이블이 모두 비어 있어요. 배경이 아닌 픽셀이 하나도 없어요. 레이블을 하나 열어 보고, 검은색이 아니면 다른 `--label`로, 예를 들어 "
        + "`--label value`로 가져와 보세요."
    case .coloursInRecords(let path):
      return "\(Josa.topic.after(path)) 레코드 파일이라 레이블에 색이 없어요. `--label value`로 가져오거나 `--label`을 빼 보세요."
    }
  }
}
