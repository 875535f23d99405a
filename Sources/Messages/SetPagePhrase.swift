/// What the page about a data set says with numbers in it.
public enum SetPagePhrase: Phrase {
  /// Images that are not shown.
  case imagesOmitted(count: Int)
  /// Patients that are not shown.
  case patientsOmitted(count: Int)
  /// What a picture shows, for who cannot see it.
  case picture(name: String, share: Double)
  /// What the chart of intensities shows, for who cannot see it.
  case intensityChart(darkest: Double, bins: Int)
  /// What a chart of how often values occur shows, for who cannot see it.
  case histogram(least: Double, most: Double)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension SetPagePhrase {
  var english: String {
    switch self {
    case .imagesOmitted(let count): "\(count.grouped) more images are not shown."
    case .patientsOmitted(let count): "\(count.grouped) more patients are not shown."
    case .picture(let name, let share): "\(name); the label covers \(share.percent) of it"
    case .intensityChart(let darkest, let bins):
      "Shares of the pixels in \(bins) equal parts of the intensities; the darkest part holds \(darkest.percent)."
    case .histogram(let least, let most): "Values from \(least.places(3)) to \(most.places(3))."
    }
  }
}

// MARK: Korean

extension SetPagePhrase {
  var korean: String {
    switch self {
    case .imagesOmitted(let count): "나머지 영상 \(count.grouped)장은 보여 주지 않았어요."
    case .patientsOmitted(let count): "나머지 환자 \(count.grouped)명은 보여 주지 않았어요."
    case .picture(let name, let share): "\(name), 레이블이 \(share.percent)\(.object, after: share.percent) 덮어요"
    case .intensityChart(let darkest, let bins):
      "밝기를 똑같이 \(bins)칸으로 나눈 픽셀 비율이에요. 가장 어두운 칸이 \(darkest.percent)\(.copula, after: darkest.percent)."
    case .histogram(let least, let most): "값이 \(least.places(3))부터 \(most.places(3))까지 있어요."
    }
  }
}

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
