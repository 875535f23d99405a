/// A lab with the cells of one that is shipped, solved.
enum MistakenLab {
  /// The fully connected network.
  case dense
  /// The fully convolutional network; it trains nothing.
  case convolutional
  /// The U-Net; it trains nothing.
  case unet
  /// The functions.
  case functions
  /// A small network that is trained on small pictures.
  case trained

  /// The lab's file.
  var text: String {
    switch self {
    case .dense: Self.head + Self.denseCells
    case .convolutional: Self.head + Self.convolutionalCells
    case .unet: Self.head + Self.unetCells
    case .functions: Self.head + Self.functionsCells
    case .trained: Self.head.replacing("dataset: tiny", with: "dataset: knee") + Self.trainedCells
    }
  }

  private static let head = """
    ---
    title: A lab
    id: lab
    dataset: tiny
    budget: {parameters: 150_000_000}
    ---

    """

  private static let denseCells = """
    ```swift exercise=network
    let fc = Network("fc") {
      Input(shape: [256, 256, 1])
      Flatten("flatten")
      Dense("hidden", weights: [65536, 512])
      Dense("final", weights: [512, 131072])
      Reshape("pixels", shape: [256, 256, 2])
    }
    ```
    ```yaml check=network
    - shape: {hidden: [512], pixels: [256, 256, 2]}
    ```
    ```swift exercise=training
    let training = Training(learningRate: 0.01, epochs: 1, batchSize: 1)
    ```
    ```yaml experiment=first-epoch
    network: fc
    training: training
    ```
    ```yaml check=first-epoch
    - loss: falls
    ```
    """

  private static let convolutionalCells = """
    ```swift exercise=network
    let fcn = Network("fcn") {
      Input(shape: [256, 256, 1])
      Conv2D("conv1", filter: [5, 5, 1, 100], stride: 2, bias: false, activation: .relu)
      MaxPool2D("pool1", window: 2, stride: 2)
      Conv2D("conv2", filter: [5, 5, 100, 200], stride: 2, bias: false, activation: .relu)
      MaxPool2D("pool2", window: 2, stride: 2)
      Conv2D("conv3", filter: [3, 3, 200, 300], stride: 1, bias: false, activation: .relu)
      Conv2D("conv4", filter: [3, 3, 300, 300], stride: 1, bias: false, activation: .relu)
      Dropout("dropout", rate: 0)
      Conv2D("score", filter: [1, 1, 300, 2], stride: 1, bias: false, activation: .identity)
      ConvTranspose2D("upscore", filter: [31, 31, 2, 2], stride: 16, bias: false)
    }
    ```
    ```yaml check=network
    - shape: {conv1: [128, 128, 100], upscore: [256, 256, 2]}
    - parameters: 1_856_944
    ```
    """

  private static let unetCells = """
    ```swift given
    @LayerBuilder
    func pair(_ name: String, _ from: Int, _ to: Int) -> [any Layer] {
      Conv2D("\\(name)a", filter: [3, 3, from, to], activation: .relu, initializer: .he)
      Conv2D("\\(name)b", filter: [3, 3, to, to], activation: .relu, initializer: .he)
    }
    ```
    ```swift exercise=unet
    let unet = Network("unet") {
      Input(shape: [112, 120, 1])
      pair("enc1", 1, 8)
      MaxPool2D("pool1")
      pair("enc2", 8, 16)
      MaxPool2D("pool2")
      pair("mid", 16, 32)
      ConvTranspose2D("up2", filter: [2, 2, 32, 16], stride: 2, initializer: .he)
      Concat("skip2", of: "up2", "enc2b")
      pair("dec2", 32, 16)
      ConvTranspose2D("up1", filter: [2, 2, 16, 8], stride: 2, initializer: .he)
      Concat("skip1", of: "up1", "enc1b")
      pair("dec1", 16, 8)
      Conv2D("score", filter: [1, 1, 8, 1], activation: .identity)
    }
    let faster = Training(
      learningRate: 0.002, epochs: 6, batchSize: 8, optimizer: .adam(), loss: .binaryCrossEntropy)
    ```
    ```yaml check=unet
    - shape: {score: [112, 120, 1]}
    ```
    """

  private static let functionsCells = """
    ```swift exercise=dice
    func dice(_ prediction: Mask, _ label: Mask) -> Double? {
      if prediction.height != label.height || prediction.width != label.width { return nil }
      var both = 0
      var sum = 0
      for row in 0..<label.height {
        for column in 0..<label.width {
          both += prediction[row, column] * label[row, column]
          sum += prediction[row, column] + label[row, column]
        }
      }
      if sum == 0 { return 1 }
      return Double(2 * both) / Double(sum)
    }
    ```
    ```yaml check=dice
    - function: {name: dice, reference: dice}
    ```
    ```swift exercise=binarize
    func binarize(_ grey: Image) -> Mask {
      var binary = Mask(height: grey.height, width: grey.width)
      for row in 0..<grey.height {
        for column in 0..<grey.width {
          if grey[row, column] >= 127.5 { binary[row, column] = 1 }
        }
      }
      return binary
    }
    ```
    ```yaml check=binarize
    - function: {name: binarize, reference: binarize}
    ```
    ```swift exercise=normalize
    func normalize(_ picture: Image) -> Image {
      let count = Float(picture.pixels.count)
      let mean = picture.pixels.reduce(0, +) / count
      let variance = picture.pixels.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
      var result = Image(height: picture.height, width: picture.width)
      if variance == 0 { return result }
      result.pixels = picture.pixels.map { ($0 - mean) / variance.squareRoot() }
      return result
    }
    ```
    ```yaml check=normalize
    - function: {name: normalize, reference: normalize, tolerance: 0.0001}
    ```
    """

  private static let trainedCells = """
    ```swift exercise=network
    let preprocessing = Preprocessing {
      Resize(width: 32, height: 32, fit: .pad)
      Normalize(.perImage)
      Threshold(0.5)
    }
    let net = Network("net") {
      Input(shape: [32, 32, 1])
      Conv2D("conv1", filter: [3, 3, 1, 4], activation: .relu)
      Conv2D("conv2", filter: [3, 3, 4, 4], activation: .relu)
      Conv2D("score", filter: [1, 1, 4, 2], activation: .identity)
    }
    let training = Training(learningRate: 0.05, epochs: 4)
    ```
    ```yaml experiment=run
    network: net
    preprocessing: preprocessing
    training: training
    ```
    ```yaml check=run
    - loss: falls
    ```
    """
}
