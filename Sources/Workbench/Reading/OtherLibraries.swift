/// What layers and steps are called in other libraries, for learners who come from one.
enum OtherLibraries {
  private static let names = [
    "linear": "Dense", "fullyconnected": "Dense", "fc": "Dense",
    "conv2dtranspose": "ConvTranspose2D", "deconv2d": "ConvTranspose2D", "upconv": "ConvTranspose2D",
    "convolution2d": "Conv2D", "conv": "Conv2D",
    "maxpooling2d": "MaxPool2D", "maxpool": "MaxPool2D",
    "averagepooling2d": "AveragePool2D", "avgpool2d": "AveragePool2D", "avgpool": "AveragePool2D",
    "batchnormalization": "BatchNorm", "batchnorm2d": "BatchNorm",
    "relu6": "ReLU", "prelu": "LeakyReLU", "elu": "LeakyReLU", "batchnorm": "BatchNorm", "dropout2d": "Dropout",
    "spatialdropout2d": "Dropout", "globalaveragepooling2d": "AveragePool2D", "softmax2d": "Softmax",
    "upsamplingbilinear2d": "Upsample", "upsamplingnearest2d": "Upsample", "separableconv2d": "Conv2D",
    "upsampling2d": "Upsample", "concatenate": "Concat", "cat": "Concat", "view": "Reshape", "inputlayer": "Input",
    "sequential": "Network", "trainer": "Training", "model": "Network", "compose": "Preprocessing",
    "gridsearch": "Sweep", "gridsearchcv": "Sweep", "parametergrid": "Sweep", "paramgrid": "Sweep",
    "randomsearch": "Sweep", "격자탐색": "Sweep", "그리드서치": "Sweep", "탐색": "Sweep",
    // Steps.
    "randomhorizontalflip": "RandomFlip", "randomverticalflip": "RandomFlip", "horizontalflip": "RandomFlip",
    "verticalflip": "RandomFlip", "hflip": "RandomFlip", "vflip": "RandomFlip", "fliplr": "RandomFlip",
    "flipud": "RandomFlip", "randomfliphorizontal": "RandomFlip", "randomleftrightflip": "RandomFlip",
    "mirror": "RandomFlip",
    "rotate": "RandomRotation", "flip": "RandomFlip", "transpose": "RandomTranspose", "elastic": "ElasticTransform",
    "randomrotate": "RandomRotation", "randomaffine": "RandomRotation", "saferotate": "RandomRotation",
    "randomrot90": "RandomRotate90", "randomrotation90": "RandomRotate90", "rot90": "RandomRotate90",
    "rotate90": "RandomRotate90",
    "randomshift": "RandomTranslation", "randomtranslate": "RandomTranslation", "translate": "RandomTranslation",
    "translation": "RandomTranslation", "shiftscalerotate": "RandomTranslation",
    "randomzoom": "RandomScale", "zoom": "RandomScale", "randomscaling": "RandomScale", "zoomin": "RandomScale",
    "colorjitter": "RandomBrightnessContrast", "randombrightness": "RandomBrightnessContrast",
    "randomcontrast": "RandomBrightnessContrast", "brightnesscontrast": "RandomBrightnessContrast",
    "brightness": "RandomBrightnessContrast", "contrast": "RandomBrightnessContrast",
    "gaussnoise": "RandomNoise", "gaussiannoise": "RandomNoise", "randomgaussiannoise": "RandomNoise",
    "randgaussiannoise": "RandomNoise",
    "addnoise": "RandomNoise", "elasticdeformation": "ElasticTransform", "randomelastic": "ElasticTransform",
    "randomelasticdeformation": "ElasticTransform", "randomelastictransform": "ElasticTransform",
    "normalization": "Normalize", "normalise": "Normalize", "normalizeintensity": "Normalize",
    "standardize": "Normalize", "standardization": "Normalize", "zscore": "Normalize", "rescaling": "Normalize",
    "rescale": "Normalize", "perimagestandardization": "Normalize", "scaleintensity": "Normalize",
    "centercrop": "Resize", "resizewithpad": "Resize", "resizewithcroporpad": "Resize", "padifneeded": "Resize",
    "resizing": "Resize", "resized": "Resize", "thresholding": "Threshold",
    "binarization": "Threshold", "asdiscrete": "Threshold", "clamp": "Clip", "cliptorange": "Clip",
    "정규화": "Normalize", "표준화": "Normalize", "크기조정": "Resize", "이진화": "Threshold", "좌우반전": "RandomFlip",
    "상하반전": "RandomFlip", "뒤집기": "RandomFlip", "회전": "RandomRotation", "평행이동": "RandomTranslation",
    "확대": "RandomScale", "노이즈": "RandomNoise", "잡음": "RandomNoise",
    "네트워크": "Network", "신경망": "Network", "학습": "Training", "훈련": "Training", "입력": "Input", "평탄화": "Flatten",
    "펴기": "Flatten", "완전연결층": "Dense",
    "완전연결": "Dense", "밀집": "Dense", "밀집층": "Dense", "합성곱": "Conv2D", "컨볼루션": "Conv2D", "전치합성곱": "ConvTranspose2D",
    "디컨볼루션": "ConvTranspose2D",
    "풀링": "MaxPool2D", "최대풀링": "MaxPool2D", "맥스풀링": "MaxPool2D", "평균풀링": "AveragePool2D", "드롭아웃": "Dropout",
    "전처리": "Preprocessing", "마스크": "Mask", "영상": "Image", "이미지": "Image", "레이블": "label", "라벨": "label",
    "예측": "prediction", "행": "row", "열": "column", "개수": "count",
    "레벨": "level", "기준": "level", "기준값": "level", "임계값": "level", "쌍": "pair", "블록": "block", "겹침": "both",
    "교집합": "both", "합": "sum",
    "평균": "mean", "편차": "deviation", "표준편차": "deviation", "차이": "difference",
  ]

  /// What is one word for a number in a function and for a step in a preprocessing: with parentheses behind it, it is the step.
  private static let steps = [
    "임계값": "Threshold", "임곗값": "Threshold", "문턱값": "Threshold", "기준값": "Threshold", "임계": "Threshold",
    "역치": "Threshold", "binarize": "Threshold", "binarise": "Threshold", "binary": "Threshold", "thresh": "Threshold",
  ]

  /// What is made by `name` with parentheses behind it; nil where that is not known.
  static func made(by name: String) -> String? { steps[name.plainName] ?? here(name) }

  /// What `name` is called here; nil where that is not known.
  static func here(_ name: String) -> String? { names[name.plainName] }

  /// The modules that stand before the names of layers and steps, as they are written.
  static let modules: Set<String> = [
    "nn", "F", "tf", "keras", "layers", "torch", "tf.keras.layers", "keras.layers", "torch.nn", "tf.nn",
    "torch.nn.functional", "nn.functional", "tf.layers", "tf.keras", "tf.image", "kl", "tfl",
    "transforms", "T", "TF", "A", "v2", "albumentations", "torchvision.transforms", "transforms.v2", "tt",
    "torchvision.transforms.v2", "preprocessing", "layers.experimental.preprocessing", "iaa", "monai.transforms",
    "tf.keras.layers.experimental.preprocessing", "keras.layers.experimental.preprocessing", "L",
  ]
}
