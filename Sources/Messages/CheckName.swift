/// What a check looks at, by the word that reports have for it.
public enum CheckName: String, Phrase, CaseIterable {
  /// Whether holes are left.
  case holes
  /// Whether the compiler understands the cell.
  case compiles
  /// Whether the program comes to its end.
  case runs
  /// Whether the layers fit one another.
  case shapesFit = "shapes-fit"
  /// The shape of a layer's output.
  case shape
  /// How many parameters a network has.
  case parameters
  /// Whether that many are within the lab's limit.
  case budget
  /// Whether a training's settings are ones to train with, and fit the network.
  case training
  /// Whether the set's images can be prepared as written.
  case preprocessing = "preparation"
  /// What a function gives.
  case function
  /// The settings of a network's layers.
  case layers
  /// The settings of the steps of a preprocessing.
  case steps
  /// The numbers of a training, within what the lab allows.
  case hyperparameters
  /// What a sweep tries.
  case sweep
  /// Whether everything is as in the lab's solution.
  case matches
  /// Whether an experiment can be trained.
  case trains
  /// The share of pixels given the right class.
  case accuracy
  /// The pooled Dice coefficient.
  case dice
  /// Whether the loss falls.
  case lossFalls = "loss-falls"
  /// Whether the accuracy is above that of calling every pixel background.
  case beatsBackground = "beats-background"
  /// How much better predictions fit their own labels than those of other images.
  case permutationGain = "own-label-gain"
  /// |L ∩ P| / |L ∪ P|.
  case iou
  /// The share of what was predicted that is right.
  case precision
  /// The share of what there is that was found.
  case recall
  /// The 95 % Hausdorff distance.
  case hausdorff95
  /// The mean of each image's own Dice.
  case meanDice = "mean-dice"
  /// The answer to a question.
  case answer

  /// The check of a measure.
  public init(_ metric: MetricName) {
    switch metric {
    case .iou: self = .iou
    case .precision: self = .precision
    case .recall: self = .recall
    case .hausdorff95: self = .hausdorff95
    case .meanDice: self = .meanDice
    }
  }

  /// The word that a terminal has for it: reports keep to those that they began with.
  public var word: String {
    switch self {
    case .preprocessing: "preprocessing"
    case .permutationGain: "permutation-gain"
    default: rawValue
    }
  }

  /// How far a cell has come that waits for it.
  public var stage: LoopPhrase.Stage {
    switch self {
    case .holes: .holes
    case .compiles: .compile
    case .runs, .function: .function
    case .shapesFit, .shape: .shapes
    case .parameters, .budget: .cost
    case .training, .hyperparameters, .sweep: .numbers
    case .preprocessing, .layers, .steps, .matches: .settings
    case .trains, .accuracy, .dice, .lossFalls, .beatsBackground, .permutationGain, .iou, .precision, .recall,
      .hausdorff95, .meanDice:
      .training
    case .answer: .answer
    }
  }

  /// The check's name for people.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension CheckName {
  var english: String {
    switch self {
    case .holes: "Holes left"
    case .compiles: "Compiler errors"
    case .runs: "Program runs"
    case .shapesFit: "Layers fit together"
    case .shape: "Output shape"
    case .parameters: "Parameters"
    case .budget: "Within the budget"
    case .training: "Training settings"
    case .preprocessing: "Preprocessing"
    case .function: "Function"
    case .layers: "Layer settings"
    case .steps: "Preprocessing steps"
    case .hyperparameters: "Hyperparameters"
    case .sweep: "What the sweep tries"
    case .matches: "As the lab describes it"
    case .trains: "Network trains"
    case .accuracy: "Accuracy"
    case .dice: "Dice, pooled"
    case .lossFalls: "Loss falls"
    case .beatsBackground: "Better than the all-background baseline"
    case .permutationGain: "Dice above that against shuffled labels"
    case .iou: MetricName.iou.english.capitalisedFirst
    case .precision: MetricName.precision.english.capitalisedFirst
    case .recall: MetricName.recall.english.capitalisedFirst
    case .hausdorff95: MetricName.hausdorff95.english.capitalisedFirst
    case .meanDice: MetricName.meanDice.english.capitalisedFirst
    case .answer: "Answer"
    }
  }
}

// MARK: Korean

extension CheckName {
  var korean: String {
    switch self {
    case .holes: "남은 빈칸"
    case .compiles: "컴파일 오류"
    case .runs: "프로그램 실행"
    case .shapesFit: "층끼리 맞물림"
    case .shape: "출력 형태"
    case .parameters: "파라미터 수"
    case .budget: "한도"
    case .training: "학습 설정"
    case .preprocessing: "전처리"
    case .function: "함수"
    case .layers: "층 설정"
    case .steps: "전처리 단계"
    case .hyperparameters: "하이퍼파라미터"
    case .sweep: "시험하는 값"
    case .matches: "실습의 설명과 일치"
    case .trains: "신경망 학습"
    case .accuracy: "정확도"
    case .dice: "다이스 계수(합산)"
    case .lossFalls: "손실 감소"
    case .beatsBackground: "모두 배경일 때보다 나은가"
    case .permutationGain: "섞은 레이블보다 높은 다이스 계수"
    case .iou: MetricName.iou.korean
    case .precision: MetricName.precision.korean
    case .recall: MetricName.recall.korean
    case .hausdorff95: MetricName.hausdorff95.korean
    case .meanDice: MetricName.meanDice.korean
    case .answer: "답"
    }
  }
}

/// The checks that a lab can ask for, by the key that stands for each in a `check` cell, in the order in which authors are told of them; in
/// words, what it asks.
public enum CheckKey: String, Sendable, CaseIterable {
  /// What layers give.
  case shape
  /// How many parameters there are.
  case parameters
  /// What a function gives.
  case function
  /// Settings of layers, of preprocessing, of trainings, of sweeps.
  case layers, preprocessing, training, sweep
  /// The lab's solution.
  case matches
  /// What is the learner's own choice.
  case otherWays = "other_ways"
  /// The share of right pixels, and the pooled Dice.
  case accuracy, dice
  /// Whether the loss falls.
  case loss
  /// The all-background baseline.
  case beats
  /// Dice against that of shuffled labels.
  case permutationGain = "permutation_gain"
  /// A measure of the predictions, all over the validation set.
  case iou, precision, recall
  /// A measure of each prediction, in the mean.
  case hausdorff95
  /// Another.
  case meanDice = "mean_dice"

  /// What it asks, as Markdown of one line.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension CheckKey {
  var english: String {
    switch self {
    case .shape: "The shape of what layers give for one image, by name."
    case .parameters: "How many parameters the network has."
    case .function:
      "What a function of yours gives, held against the engine's own or against cases that the lab writes out."
    case .layers: "Settings of layers, by name or by kind."
    case .preprocessing: "Settings of the steps of a preprocessing."
    case .training: "Settings of a training, within what the lab allows."
    case .sweep: "What a sweep tries: how many values, and how far apart."
    case .matches: "Everything that an exercise makes is as in the lab's solution."
    case .otherWays: "Settings that are your own choice; no check looks at them."
    case .accuracy: "The share of validation pixels that got the right class."
    case .dice: "The Dice coefficient, pooled over the validation set."
    case .loss: "Whether the loss at the end is below the loss at the start."
    case .beats: "Whether the accuracy is above that of the all-background baseline."
    case .permutationGain:
      "How much better predictions fit their own labels than those of other images (a permutation baseline)."
    case .iou: "Intersection over union: $|L \\cap P| / |L \\cup P|$."
    case .precision: "The share of what was predicted that is right."
    case .recall: "The share of what there is that was found."
    case .hausdorff95: "How far apart the outlines are, in pixels, leaving out the farthest twentieth."
    case .meanDice: "The mean of each image's own Dice coefficient."
    }
  }
}

// MARK: Korean

extension CheckKey {
  var korean: String {
    switch self {
    case .shape: "이름으로 고른 층이 영상 한 장에 내는 출력의 형태예요."
    case .parameters: "신경망의 파라미터 수예요."
    case .function: "여러분이 쓴 함수의 결과를 엔진의 것이나 실습에 적힌 예와 견줘요."
    case .layers: "이름이나 종류로 고른 층의 설정이에요."
    case .preprocessing: "전처리 단계의 설정이에요."
    case .training: "실습이 허락하는 범위 안의 학습 설정이에요."
    case .sweep: "스윕이 무엇을 시험하는지예요. 값이 몇 개이고 얼마나 넓은지를 봐요."
    case .matches: "연습이 만드는 모든 것이 해답과 같은지예요."
    case .otherWays: "자유롭게 골라도 되는 설정이에요. 아무 검사도 보지 않아요."
    case .accuracy: "검증 픽셀 가운데 클래스를 맞힌 비율이에요."
    case .dice: "검증 세트를 모두 합친 다이스 계수예요."
    case .loss: "끝의 손실이 처음보다 낮은지예요."
    case .beats: "정확도가 모두 배경 기준선보다 높은지예요."
    case .permutationGain: "예측이 다른 영상의 레이블보다 자기 레이블에 얼마나 더 맞는지예요(순열 기준선)."
    case .iou: "교집합 나누기 합집합이에요: $|L \\cap P| / |L \\cup P|$."
    case .precision: "예측한 것 가운데 맞은 비율이에요."
    case .recall: "있는 것 가운데 찾은 비율이에요."
    case .hausdorff95: "윤곽선이 얼마나 떨어져 있는지예요(픽셀). 가장 먼 5%는 빼요."
    case .meanDice: "영상마다 구한 다이스 계수의 평균이에요."
    }
  }
}
