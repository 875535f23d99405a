/// The fixed words of the page about a data set. A theme's template calls them by their names.
public enum SetPageLabel: String, CaseIterable, Phrase {
  /// What kind of page it is.
  case set
  /// The heading of what is known of the set.
  case about
  /// The heading of the pictures.
  case sheet
  /// What the pictures show.
  case sheetNote
  /// The heading of the table of numbers.
  case numbers
  /// The columns of the table.
  case quantity, least, most, mean, deviation
  /// The rows of the table.
  case imageValues, imageShares, labelValues, binaryValues
  /// The heading of the spread of intensities.
  case intensities
  /// What the axes of that chart are.
  case intensityAxis, pixelsAxis
  /// The heading of the classes' shares.
  case balance
  /// The columns of that table.
  case className, share
  /// The class that is not a structure.
  case background
  /// What the classes' shares mean for accuracy.
  case balanceNote
  /// The heading of the images' foregrounds.
  case foreground
  /// What the axes of that chart are.
  case foregroundAxis, imagesAxis
  /// The heading of the sizes.
  case sizes
  /// The columns of that table.
  case size, images
  /// What the axes of the sizes' charts are.
  case widthAxis, heightAxis
  /// The heading of the patients.
  case patients
  /// The columns of that table.
  case patient

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension SetPageLabel {
  var english: String {
    switch self {
    case .set: "Data set"
    case .about: "What it is"
    case .sheet: "A look at the images"
    case .sheetNote: "The label's area is tinted and outlined in blue."
    case .numbers: "Images and labels in numbers"
    case .quantity: "of all pixels"
    case .least: "smallest"
    case .most: "largest"
    case .mean: "mean"
    case .deviation: "standard deviation"
    case .imageValues: "images, 0 to 255"
    case .imageShares: "images, 0 to 1"
    case .labelValues: "labels as they are"
    case .binaryValues: "labels made binary"
    case .intensities: "Intensities"
    case .intensityAxis: "intensity, from black to white"
    case .pixelsAxis: "share of the pixels"
    case .balance: "Class balance"
    case .className: "class"
    case .share: "share of the pixels"
    case .background: "background"
    case .balanceNote: "Calling every pixel background already has the accuracy of the first line."
    case .foreground: "How much of each image is not background"
    case .foregroundAxis: "share of the image"
    case .imagesAxis: "images"
    case .sizes: "Sizes"
    case .size: "size"
    case .images: "images"
    case .widthAxis: "width in pixels"
    case .heightAxis: "height in pixels"
    case .patients: "Images of each patient"
    case .patient: "patient"
    }
  }
}

// MARK: Korean

extension SetPageLabel {
  var korean: String {
    switch self {
    case .set: "데이터 세트"
    case .about: "어떤 데이터인가요"
    case .sheet: "영상 살펴보기"
    case .sheetNote: "레이블 영역을 파란색으로 칠하고 둘레를 그렸어요."
    case .numbers: "숫자로 보는 영상과 레이블"
    case .quantity: "모든 픽셀에서"
    case .least: "최솟값"
    case .most: "최댓값"
    case .mean: "평균"
    case .deviation: "표준편차"
    case .imageValues: "영상, 0~255"
    case .imageShares: "영상, 0~1"
    case .labelValues: "레이블 그대로"
    case .binaryValues: "이진으로 바꾼 레이블"
    case .intensities: "밝기"
    case .intensityAxis: "밝기, 검은색에서 흰색까지"
    case .pixelsAxis: "픽셀 비율"
    case .balance: "클래스 비율"
    case .className: "클래스"
    case .share: "픽셀 비율"
    case .background: "배경"
    case .balanceNote: "모두 배경이라고만 답해도 정확도가 첫 줄만큼 나와요."
    case .foreground: "영상마다 배경이 아닌 부분"
    case .foregroundAxis: "영상에서의 비율"
    case .imagesAxis: "영상 수"
    case .sizes: "크기"
    case .size: "크기"
    case .images: "영상 수"
    case .widthAxis: "너비(픽셀)"
    case .heightAxis: "높이(픽셀)"
    case .patients: "환자별 영상 수"
    case .patient: "환자"
    }
  }
}
