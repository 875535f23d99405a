/// A classic way to write a function otherwise than it is meant, found by what the function gives.
public enum FunctionMistake: String, Codable, Sendable, Hashable, CaseIterable {
  /// Intersection over union.
  case iou
  /// Nothing is doubled above the line.
  case notDoubled
  /// The share of equal pixels.
  case accuracy
  /// Held against the prediction alone.
  case precision
  /// Held against the label alone.
  case recall
  /// One less the coefficient.
  case loss
  /// Twice what both have, over what either has.
  case union
  /// Below the line only the prediction.
  case onlyPrediction
  /// Below the line only the label.
  case onlyLabel
  /// The sum above the line.
  case sumAbove
  /// Equal pixels above the line, background too.
  case agreement
  /// Divided twice.
  case dividedTwice
  /// Nothing becomes 1.
  case allZero
  /// Everything becomes 1.
  case allOne
  /// `=` in place of `+=`.
  case lastPixel
  /// A `return` in the loop.
  case firstPixel
  /// Only the first row is counted.
  case firstRow
  /// What is left out at the edge.
  case edgeLeftOut
  /// The background's coefficient.
  case background
  /// Divided by all pixels.
  case allPixels
  /// In per cent.
  case percent
  /// A level of 0.5 where grey values go to 255.
  case shareOfWhite
  /// Only what is white.
  case onlyWhite
  /// 0.5, whatever the level.
  case fixedLevel
  /// `>` in place of `>=`.
  case strictBound
  /// Divided by 255.
  case by255
  /// Only the mean is taken away.
  case notDivided
  /// The mean stays.
  case meanLeft
  /// From the darkest to the brightest.
  case minMax
  /// Multiplied by the deviation.
  case timesDeviation
  /// Divided by the variance.
  case byVariance
  /// The deviation of a sample.
  case sampleDeviation
  /// The squares are not divided by their number.
  case sumOfSquares
  /// Differences that are not squared.
  case notSquared
  /// The mean of absolute differences.
  case absoluteDeviation
  /// Each row for itself.
  case eachRow
  /// The mean divided by the deviation, and only that taken away.
  case noParentheses

  func words(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}

// MARK: English

extension FunctionMistake {
  var english: String {
    switch self {
    case .iou:
      return
        "This is IoU (Jaccard), |P ∩ L| / |P ∪ L|; Dice is 2 · |P ∩ L| / (|P| + |L|): add the pixels of both, those that are in both twice."
    case .notDoubled: return "It is half of what it should be: what both have stands above the line twice, 2 · |P ∩ L|."
    case .accuracy:
      return "This is the share of equal pixels, the accuracy, background too; Dice counts the pixels of class 1 alone."
    case .precision:
      return "What both have is divided by the prediction alone (that is precision); Dice divides by |P| + |L|."
    case .recall: return "What both have is divided by the label alone (that is recall); Dice divides by |P| + |L|."
    case .loss: return "This is 1 less the Dice coefficient, the Dice loss: give the coefficient itself."
    case .union:
      return
        "Below the line stands |P ∪ L|, where a pixel of both counts once; Dice divides by |P| + |L|: add prediction and label."
    case .onlyPrediction:
      return "Below the line only the prediction’s pixels are counted: add the label’s as well, |P| + |L|."
    case .onlyLabel:
      return "Below the line only the label’s pixels are counted: add the prediction’s as well, |P| + |L|."
    case .sumAbove:
      return
        "It is always 2: above the line stands the sum of both, too. There belongs what both share: multiply prediction and label, pixel by pixel."
    case .agreement:
      return
        "Pixels that both call background count as shared: above the line only those that are 1 in both, prediction times label."
    case .dividedTwice: return "It is divided twice by the same sum: once is enough."
    case .allZero:
      return "Everything becomes 0: is a 1 ever written, and does no later line write 0 over it?"
    case .allOne: return "Everything becomes 1: does the 1 stand outside of the condition?"
    case .lastPixel: return "Only the last pixel counts: is there a `=` where `+=` should add up?"
    case .firstPixel:
      return "Only the first pixel counts: does a `return` stand inside the loop? Write it behind the loop’s braces."
    case .firstRow:
      return
        "Only the first row counts: does a `return` stand inside the outer loop? Write it behind the loop’s braces."
    case .edgeLeftOut:
      return
        "The last row and column are left out: rows run over `0..<height` and columns over `0..<width`, without - 1."
    case .background:
      return "This is the Dice coefficient of the background: count the pixels that are 1, not those that are 0."
    case .allPixels:
      return
        "It is divided by the number of all pixels, height times width; Dice divides by |P| + |L|, the pixels that are 1."
    case .percent: return "It is in per cent: a coefficient goes from 0 to 1, so leave out the `* 100`."
    case .shareOfWhite:
      return
        "Everything that is not quite black becomes 1: a grey value goes from 0 to 255 here, and half of white is 127.5 (0.5 would be a share of white)."
    case .onlyWhite:
      return
        "Only what is quite white becomes 1; the edges of a label are grey, and from half of white, 127.5, on it is 1."
    case .fixedLevel: return "It compares with 0.5 whatever `level` is: compare with `level`."
    case .strictBound:
      return "What is just as large as the level counts too: compare with `>=`, and with the level itself."
    case .by255:
      return
        "It is divided by 255, and neither mean nor deviation of the image is used: take the mean away, then divide by the deviation."
    case .notDivided: return "The mean is taken away, and nothing is divided by the deviation."
    case .meanLeft: return "It is divided by the deviation, and the mean is not taken away first."
    case .minMax:
      return
        "It runs from the darkest to the brightest pixel (min-max); wanted are mean 0 and deviation 1: (x - mean) / deviation."
    case .timesDeviation: return "It is multiplied by the deviation: divide by it."
    case .byVariance: return "It is divided by the variance; the deviation is its square root: write `.squareRoot()`."
    case .sampleDeviation:
      return
        "The squares are divided by one less than their number; the deviation of the image divides by the number of pixels."
    case .sumOfSquares:
      return
        "The squares are added up and not divided by the number of pixels: the deviation is the root of their mean."
    case .notSquared:
      return "The deviation is wrong: the differences add up to 0 unless each is squared, `difference * difference`."
    case .absoluteDeviation:
      return
        "The deviation is the root of the mean square; this is the mean of the differences without their sign: square them, `difference * difference`."
    case .eachRow: return "Each row is taken for itself: the mean and the deviation are those of the whole image."
    case .noParentheses:
      return "Division comes before subtraction, so only the mean is divided: put parentheses around `(x - mean)`."
    }
  }
}

// MARK: Korean

extension FunctionMistake {
  var korean: String {
    switch self {
    case .iou: return "이것은 IoU(자카드 지수) |P ∩ L| / |P ∪ L|이에요. 다이스 계수는 2 · |P ∩ L| / (|P| + |L|)예요. 둘 다에 있는 픽셀은 두 번 세어요."
    case .notDoubled: return "기대한 값의 절반이에요. 분자는 겹치는 픽셀 수의 두 배, 2 · |P ∩ L|이에요."
    case .accuracy: return "이것은 배경까지 포함해 같은 픽셀의 비율, 곧 정확도예요. 다이스 계수는 클래스 1인 픽셀만 세어요."
    case .precision: return "겹치는 픽셀 수를 예측만으로 나눴어요(정밀도예요). 다이스 계수는 |P| + |L|로 나눠요."
    case .recall: return "겹치는 픽셀 수를 레이블만으로 나눴어요(재현율이에요). 다이스 계수는 |P| + |L|로 나눠요."
    case .loss: return "이것은 1에서 다이스 계수를 뺀 다이스 손실이에요. 계수를 그대로 돌려주세요."
    case .union: return "분모가 |P ∪ L|이라 둘 다에 있는 픽셀을 한 번만 세었어요. 다이스 계수는 |P| + |L|로 나눠요. 예측과 레이블을 더해 보세요."
    case .onlyPrediction: return "분모에 예측의 픽셀만 세었어요. 레이블의 픽셀도 더해 보세요: |P| + |L|."
    case .onlyLabel: return "분모에 레이블의 픽셀만 세었어요. 예측의 픽셀도 더해 보세요: |P| + |L|."
    case .sumAbove: return "언제나 2가 나와요. 분자에도 합이 있어요. 분자는 겹치는 픽셀이니 예측과 레이블을 픽셀마다 곱해 보세요."
    case .agreement: return "둘 다 배경인 픽셀까지 겹친다고 세었어요. 분자는 둘 다 1인 픽셀만, 예측 곱하기 레이블로 세어 보세요."
    case .dividedTwice: return "같은 합으로 두 번 나눴어요. 한 번만 나눠 보세요."
    case .allZero: return "모두 0이 됐어요. 1을 쓰는 줄이 있는지, 뒤의 줄이 0으로 덮어쓰지 않는지 확인해 보세요."
    case .allOne: return "모두 1이 됐어요. 1을 쓰는 줄이 조건 밖에 있지 않은지 확인해 보세요."
    case .lastPixel: return "마지막 픽셀만 세었어요. `+=`로 더해야 할 곳에 `=`를 쓰지 않았나요?"
    case .firstPixel: return "첫 픽셀만 세었어요. 반복문 안에 `return`이 있지 않나요? 반복문의 중괄호 뒤에 써 보세요."
    case .firstRow: return "첫 행만 세었어요. 바깥 반복문 안에 `return`이 있지 않나요? 반복문의 중괄호 뒤에 써 보세요."
    case .edgeLeftOut: return "마지막 행과 열이 빠졌어요. 행은 `0..<height`, 열은 `0..<width`까지예요. - 1은 빼 보세요."
    case .background: return "이것은 배경의 다이스 계수예요. 0이 아니라 1인 픽셀을 세어 보세요."
    case .allPixels: return "모든 픽셀의 수(높이 × 너비)로 나눴어요. 다이스 계수는 값이 1인 픽셀의 수 |P| + |L|로 나눠요."
    case .percent: return "퍼센트로 나왔어요. 계수는 0에서 1 사이예요. `* 100`을 빼 보세요."
    case .shareOfWhite: return "완전히 검지 않은 것이 모두 1이 됐어요. 밝기 값은 0에서 255까지이고, 흰색의 절반은 0.5가 아니라 127.5예요."
    case .onlyWhite: return "아주 흰 것만 1이 됐어요. 레이블의 가장자리는 회색이고, 흰색의 절반인 127.5부터 1이에요."
    case .fixedLevel: return "`level`이 얼마이든 0.5와 비교하고 있어요. `level`과 비교해 보세요."
    case .strictBound: return "기준과 똑같은 값도 들어가요. `>` 대신 `>=`를 써 보세요."
    case .by255: return "255로 나누기만 하고 영상의 평균도 표준편차도 쓰지 않았어요. 평균을 빼고 표준편차로 나눠 보세요."
    case .notDivided: return "평균만 빼고 표준편차로 나누지 않았어요."
    case .meanLeft: return "평균을 빼지 않고 표준편차로 나누기만 했어요."
    case .minMax: return "가장 어두운 값과 밝은 값으로 맞췄어요(min-max). 평균 0, 표준편차 1이 되어야 해요: (x - 평균) / 표준편차."
    case .timesDeviation: return "표준편차를 곱했어요. 표준편차로 나눠 보세요."
    case .byVariance: return "분산으로 나눴어요. 표준편차는 분산의 제곱근이에요. `.squareRoot()`를 써 보세요."
    case .sampleDeviation: return "제곱의 합을 픽셀 수보다 하나 적은 수로 나눴어요. 영상의 표준편차는 픽셀 수로 나눠요."
    case .sumOfSquares: return "제곱을 더하기만 하고 픽셀 수로 나누지 않았어요. 표준편차는 제곱 평균의 제곱근이에요."
    case .notSquared: return "표준편차가 맞지 않아요. 차이는 제곱하지 않으면 더해서 0이 돼요: `difference * difference`."
    case .absoluteDeviation: return "표준편차는 제곱 평균의 제곱근인데, 절댓값의 평균이 나왔어요. 차이를 제곱해 보세요: `difference * difference`."
    case .noParentheses: return "나눗셈이 뺄셈보다 먼저라서 평균만 나눴어요. `(x - mean)`처럼 괄호로 묶어 보세요."
    case .eachRow: return "행마다 따로 계산했어요. 평균과 표준편차는 영상 전체의 것이에요."
    }
  }
}
