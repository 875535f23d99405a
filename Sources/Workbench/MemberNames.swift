internal import SegLab

/// The words that can stand behind a point, by the type that is wanted there, as the compiler writes it.
enum MemberNames {
  /// The names of each type's members, in the order of their declaration.
  static let all: [String: [String]] = [
    "Activation": Activation.allCases.map(\.rawValue),
    "Padding": Padding.allCases.map(\.rawValue),
    "Interpolation": Interpolation.allCases.map(\.rawValue),
    "EarlyStopping.Metric": EarlyStopping.Metric.allCases.map(\.rawValue),
    "Normalize.Way": Normalize.Way.allCases.map(\.rawValue),
    "Resize.Fit": Resize.Fit.allCases.map(\.rawValue),
    "Loss": Loss.all.map(\.name) + ["weighted"],
    "Optimizer": Optimizer.all.map(\.name),
    "Schedule": Schedule.all.map(\.name),
    // Those that hold numbers cannot be listed by the language; a test holds these lists against the sources.
    "Initializer": ["truncatedNormal", "he", "xavier", "zeros"],
  ]

  /// The members of a type, which may be optional; empty where nothing is known of it.
  static func of(_ type: String) -> [String] { all[plain(type)] ?? [] }

  /// A type's name without the sign that it is optional.
  static func plain(_ type: String) -> String { type.hasSuffix("?") ? String(type.dropLast()) : type }
}

/// What layers are called in other libraries, for learners who come from one.
enum OtherLibraries {
  private static let names = [
    "linear": "Dense", "fullyconnected": "Dense", "fc": "Dense",
    "conv2dtranspose": "ConvTranspose2D", "deconv2d": "ConvTranspose2D", "upconv": "ConvTranspose2D",
    "convolution2d": "Conv2D", "conv": "Conv2D",
    "maxpooling2d": "MaxPool2D", "maxpool": "MaxPool2D",
    "averagepooling2d": "AveragePool2D", "avgpool2d": "AveragePool2D", "avgpool": "AveragePool2D",
    "batchnormalization": "BatchNorm", "batchnorm2d": "BatchNorm",
    "upsampling2d": "Upsample", "concatenate": "Concat", "cat": "Concat", "view": "Reshape", "inputlayer": "Input",
    "sequential": "Network", "model": "Network", "compose": "Preprocessing",
    "네트워크": "Network", "신경망": "Network", "학습": "Training", "훈련": "Training", "입력": "Input", "평탄화": "Flatten",
    "완전연결": "Dense", "합성곱": "Conv2D", "컨볼루션": "Conv2D", "전치합성곱": "ConvTranspose2D", "디컨볼루션": "ConvTranspose2D",
    "풀링": "MaxPool2D", "최대풀링": "MaxPool2D", "맥스풀링": "MaxPool2D", "평균풀링": "AveragePool2D", "드롭아웃": "Dropout",
    "전처리": "Preprocessing", "마스크": "Mask", "영상": "Image", "이미지": "Image", "레이블": "label", "라벨": "label",
    "예측": "prediction", "행": "row", "열": "column", "개수": "count",
  ]

  /// What `name` is called here; nil where that is not known.
  static func here(_ name: String) -> String? { names[name.lowercased()] }
}
