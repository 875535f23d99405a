/// The fixed words of a page: headings, column titles and the like. A theme's templates call them by their names.
public enum PageLabel: String, CaseIterable, Phrase {
  /// The link past everything that stands before the lab.
  case skip
  /// What kind of page it is.
  case lab
  /// The heading of the table of contents.
  case contents
  /// The heading of the summary of verdicts.
  case standing
  /// What stands before the first thing to do next.
  case next
  /// A cell that the learner completes.
  case exercise
  /// A cell that is not to be changed.
  case given
  /// A training to run.
  case experiment
  /// Something to think about.
  case question
  /// The heading of what is checked.
  case checks
  /// Stands before what a check asks for.
  case expected
  /// Stands before what was measured.
  case measured
  /// The heading of messages about places that no cell holds.
  case messages
  /// The heading of what the learner's program printed.
  case printed
  /// Stands before the learner's answer.
  case yourAnswer
  /// There is no answer yet.
  case noAnswer
  /// Stands before what to try first.
  case help
  /// A message about something that must be mended.
  case error
  /// A message about something that may surprise.
  case warning
  /// More about the message before.
  case note
  /// A place that the learner has yet to fill in.
  case hole
  /// The heading of the curves of a training.
  case curves
  /// What the horizontal axis of a curve counts.
  case step
  /// A time through all training images.
  case epoch
  /// The quantity that training lowers.
  case loss
  /// The loss of each training step, as a chart's title.
  case trainingLoss
  /// The share of pixels given the right class.
  case accuracy
  /// The accuracy of each training step, as a chart's title.
  case trainingAccuracy
  /// How far a step follows the gradient.
  case learningRate
  /// Opens the table behind the curves.
  case curveTable
  /// There is nothing to draw.
  case nothingToDraw
  /// The heading of images with labels and predictions.
  case predictions
  /// What opens the predictions that a network made while it trained.
  case film
  /// What those pictures show.
  case filmCaption
  /// The image as it is.
  case image
  /// What an expert drew.
  case label
  /// What the network says.
  case prediction
  /// Where label and prediction differ.
  case difference
  /// In both label and prediction.
  case right
  /// In the label alone.
  case missed
  /// In the prediction alone.
  case invented
  /// The Dice coefficient of one image.
  case dice
  /// The Dice coefficient over all images together.
  case pooledDice
  /// The mean of the images' Dice coefficients.
  case meanDice
  /// The pooled Dice coefficient of predictions against the labels of other images.
  case swappedDice
  /// The accuracy of calling every pixel background.
  case baseline
  /// The heading of what was measured on validation images.
  case metrics
  /// The heading of the shape table and the graph.
  case layers
  /// What opens the table of layers.
  case layerTable
  /// What the shapes in the table are.
  case layerCaption
  /// The column of layers' names.
  case layer
  /// The column of layers' kinds.
  case kind
  /// The column of the layers that a layer reads.
  case reads
  /// The column of output shapes.
  case output
  /// Learnable numbers.
  case parameters
  /// Multiply-adds for one image.
  case multiplyAdds
  /// The column of lines in the lab.
  case line
  /// The last row of a table of numbers.
  case total
  /// The experiment has not been run.
  case notRun
  /// A run that was found in the store.
  case reused
  /// A run that was trained now.
  case trained
  /// The network of an experiment.
  case network
  /// The numbers of a training.
  case training
  /// The data set of an experiment.
  case dataset
  /// What is done to images before the network sees them.
  case preprocessing = "preparation"
  /// How a set is divided.
  case split
  /// Divided by image.
  case splitImage
  /// Divided by patient.
  case splitPatient
  /// A run's name in the store.
  case run
  /// SHA-256 of the weights.
  case weights
  /// How long it took.
  case duration
  /// How many epochs and steps.
  case length
  /// Opens the curves that are looked at less often.
  case moreCurves
  /// The learning rate of each step, as a chart's title.
  case trainingRate
  /// The Dice after each epoch, as a chart's title.
  case validationDice
  /// Opens the experiments so far, side by side.
  case runsCompared
  /// The image whose Dice is the highest.
  case best
  /// The image in the middle by Dice.
  case median
  /// The image whose Dice is the lowest.
  case worst
  /// Opens what is known of each image.
  case eachImage
  /// The title of the confusion table.
  case confusion
  /// The row of pixels that are of class 1.
  case inLabel
  /// The row of all other pixels.
  case notInLabel
  /// The column of pixels that were called class 1.
  case inPrediction
  /// The column of all other pixels.
  case notInPrediction
  /// The title of the histogram of Dice coefficients.
  case diceHistogram
  /// A number of images.
  case images
  /// The column of input shapes.
  case input
  /// What opens the groups of layers.
  case groups
  /// Opens what is known of a run.
  case aboutRun
  /// A piece of good advice.
  case tip
  /// Something that must not be overlooked.
  case important
  /// Something that can do harm.
  case caution
  /// The labs to do first.
  case after
  /// What a lab's networks may cost.
  case budget

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}

// MARK: English

extension PageLabel {
  var english: String {
    switch self {
    case .skip: return "Skip to the lab"
    case .lab: return "Lab"
    case .contents: return "On this page"
    case .standing: return "Where you stand"
    case .next: return "Next"
    case .exercise: return "Exercise"
    case .given: return "Given code"
    case .experiment: return "Experiment"
    case .question: return "Question"
    case .checks: return "Checks"
    case .expected: return "expected"
    case .measured: return "found"
    case .messages: return "Messages"
    case .printed: return "What your program printed"
    case .yourAnswer: return "Your answer"
    case .noAnswer: return "no answer yet"
    case .help: return "Try this first"
    case .error: return "Error"
    case .warning: return "Warning"
    case .note: return "Note"
    case .hole: return "To fill in"
    case .curves: return "Loss and accuracy while training"
    case .step: return "step"
    case .epoch: return "Epoch"
    case .loss: return "Loss"
    case .trainingLoss: return "Loss of each training batch"
    case .accuracy: return "Accuracy"
    case .trainingAccuracy: return "Accuracy of each training batch"
    case .learningRate: return "Learning rate"
    case .curveTable: return "The values behind the curves"
    case .nothingToDraw: return "no finite values to draw"
    case .predictions: return "Predictions on validation images"
    case .film: return "Predictions while it trained"
    case .filmCaption: return "The line is the label, the area is what the network predicted at that moment."
    case .image: return "Image"
    case .label: return "Label"
    case .prediction: return "Prediction"
    case .difference: return "Difference"
    case .right: return "right: in both"
    case .missed: return "false negatives (missed): in the label only"
    case .invented: return "false positives (invented): in the prediction only"
    case .dice: return "Dice"
    case .pooledDice: return "Dice, all images pooled"
    case .meanDice: return "Dice, mean of images"
    case .swappedDice: return "Dice against shuffled labels (permutation baseline)"
    case .baseline: return "all-background baseline"
    case .metrics: return "Evaluated on the validation set"
    case .layers: return "Layers and shapes"
    case .layerTable: return "The layers as a table"
    case .layerCaption: return "Shapes of one image, without the batch"
    case .layer: return "Layer"
    case .kind: return "Kind"
    case .reads: return "Reads"
    case .output: return "Output"
    case .parameters: return "Parameters"
    case .multiplyAdds: return "Multiply-adds"
    case .line: return "Line"
    case .total: return "Total"
    case .notRun: return "This experiment has not been run yet. Its curves and predictions will appear here."
    case .reused: return "reused from an earlier run"
    case .trained: return "trained now"
    case .network: return "Network"
    case .training: return "Training"
    case .dataset: return "Data"
    case .preprocessing: return "Preprocessing"
    case .split: return "Split"
    case .splitImage: return "by image"
    case .splitPatient: return "by patient"
    case .run: return "Run"
    case .weights: return "Weights SHA-256"
    case .duration: return "Training time"
    case .length: return "Length"
    case .moreCurves: return "Learning rate, and Dice on the way"
    case .trainingRate: return "Learning rate of each step"
    case .validationDice: return "Dice on the validation set after each epoch"
    case .runsCompared: return "The experiments so far, side by side"
    case .best: return "Best"
    case .median: return "Median"
    case .worst: return "Worst"
    case .eachImage: return "Every validation image: histogram, confusion table, measures"
    case .confusion: return "Confusion table: pixels of all validation images"
    case .inLabel: return "Label: class 1"
    case .notInLabel: return "Label: background"
    case .inPrediction: return "Prediction: class 1"
    case .notInPrediction: return "Prediction: background"
    case .diceHistogram: return "Dice of each validation image"
    case .images: return "images"
    case .input: return "Input"
    case .groups: return "Open a group to see its layers"
    case .aboutRun: return "About this run"
    case .tip: return "Tip"
    case .important: return "Important"
    case .caution: return "Caution"
    case .after: return "After"
    case .budget: return "Budget"
    }
  }
}

// MARK: Korean

extension PageLabel {
  var korean: String {
    switch self {
    case .skip: return "실습 내용으로 건너뛰기"
    case .lab: return "실습"
    case .contents: return "이 페이지의 내용"
    case .standing: return "지금까지의 결과"
    case .next: return "다음 할 일"
    case .exercise: return "연습"
    case .given: return "주어진 코드"
    case .experiment: return "실험"
    case .question: return "질문"
    case .checks: return "검사"
    case .expected: return "기준"
    case .measured: return "결과"
    case .messages: return "메시지"
    case .printed: return "내 프로그램이 출력한 내용"
    case .yourAnswer: return "내 답"
    case .noAnswer: return "아직 답이 없어요"
    case .help: return "먼저 해 볼 일"
    case .error: return "오류"
    case .warning: return "주의"
    case .note: return "참고"
    case .hole: return "빈칸"
    case .curves: return "학습 중의 손실과 정확도"
    case .step: return "스텝"
    case .epoch: return "에포크"
    case .loss: return "손실"
    case .trainingLoss: return "학습 배치마다의 손실"
    case .accuracy: return "정확도"
    case .trainingAccuracy: return "학습 배치마다의 정확도"
    case .learningRate: return "학습률"
    case .curveTable: return "그래프에 쓰인 값 보기"
    case .nothingToDraw: return "그릴 수 있는 값이 없어요"
    case .predictions: return "검증 영상에 대한 예측"
    case .film: return "학습하는 동안의 예측"
    case .filmCaption: return "선은 레이블이고, 칠한 곳은 그때 신경망이 예측한 곳이에요."
    case .image: return "영상"
    case .label: return "레이블"
    case .prediction: return "예측"
    case .difference: return "차이"
    case .right: return "맞음: 양쪽 모두"
    case .missed: return "놓침: 레이블에만"
    case .invented: return "없는데 찾음: 예측에만"
    case .dice: return "Dice"
    case .pooledDice: return "Dice (모든 영상을 합쳐서)"
    case .meanDice: return "Dice (영상별 평균)"
    case .swappedDice: return "섞은 레이블에 대한 Dice(순열 기준선)"
    case .baseline: return "모두 배경일 때"
    case .metrics: return "검증 영상에서 잰 값"
    case .layers: return "층과 형태"
    case .layerTable: return "층을 표로 보기"
    case .layerCaption: return "배치를 뺀 영상 한 장의 형태"
    case .layer: return "층"
    case .kind: return "종류"
    case .reads: return "입력 층"
    case .output: return "출력"
    case .parameters: return "파라미터"
    case .multiplyAdds: return "곱셈·덧셈"
    case .line: return "줄"
    case .total: return "합계"
    case .notRun: return "아직 실행하지 않은 실험이에요. 실행하면 그래프와 예측이 여기에 나타나요."
    case .reused: return "이전 실행을 다시 썼어요"
    case .trained: return "지금 학습했어요"
    case .network: return "신경망"
    case .training: return "학습 설정"
    case .dataset: return "데이터"
    case .preprocessing: return "준비"
    case .split: return "나누기"
    case .splitImage: return "영상 단위"
    case .splitPatient: return "환자 단위"
    case .run: return "실행"
    case .weights: return "가중치 SHA-256"
    case .duration: return "학습 시간"
    case .length: return "학습량"
    case .moreCurves: return "학습률과 도중의 다이스 계수"
    case .trainingRate: return "스텝마다의 학습률"
    case .validationDice: return "에포크마다 검증 세트의 다이스 계수"
    case .runsCompared: return "지금까지의 실험을 나란히"
    case .best: return "가장 좋음"
    case .median: return "중간"
    case .worst: return "가장 나쁨"
    case .eachImage: return "검증 영상마다: 히스토그램, 혼동 행렬, 측정값"
    case .confusion: return "혼동 행렬: 검증 영상 전체의 픽셀 수"
    case .inLabel: return "레이블: 클래스 1"
    case .notInLabel: return "레이블: 배경"
    case .inPrediction: return "예측: 클래스 1"
    case .notInPrediction: return "예측: 배경"
    case .diceHistogram: return "검증 영상마다의 다이스 계수"
    case .images: return "영상 수"
    case .input: return "입력"
    case .groups: return "묶음을 열면 층이 보여요"
    case .aboutRun: return "이 학습에 대해"
    case .tip: return "도움말"
    case .important: return "중요"
    case .caution: return "조심"
    case .after: return "먼저 할 실습"
    case .budget: return "한도"
    }
  }
}
