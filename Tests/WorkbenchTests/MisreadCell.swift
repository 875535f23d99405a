import Foundation
import Testing

/// What a learner wrote in a cell where the compiler's words alone would not help, and what is to be said of it.
struct MisreadCell: Sendable, CustomTestStringConvertible {
  let title: String
  /// The line that is right.
  let right: String
  /// What stands there.
  let wrong: String
  /// The message's id.
  let id: String
  /// In which of the cells below.
  let cell: String

  init(_ title: String, in cell: String = Self.dense, _ right: String, _ wrong: String, _ id: String) {
    precondition(cell.components(separatedBy: right).count == 2, "“\(right)” of “\(title)”")
    (self.title, self.right, self.wrong, self.id, self.cell) = (title, right, wrong, id, cell)
  }

  /// All cells below.
  static let whole = [dense, pooled, steps, more, function, made, averaged, sweep, listed, augmented]

  var testDescription: String { title }
  var text: String { cell.replacing(right, with: wrong) }

  static let dense = """
    let fc = Network("fc") {
      Input(shape: [4, 4, 1])
      Flatten("flatten")
      Dense("hidden", weights: [4 * 4, 8])
      Dense("final", weights: [8, 32], activation: .relu)
      Reshape("pixels", shape: [4, 4, 2])
    }
    let training = Training(
      learningRate: 0.01,
      epochs: 1,
      batchSize: 1)
    """

  static let pooled = """
    let fc = Network("fc") {
      Input(shape: [8, 8, 1])
      Conv2D("conv1", filter: [5, 5, 1, 4], stride: 2, bias: false)
      MaxPool2D("pool1", window: 2, stride: 2)
      Dropout("dropout", rate: 0.2)
      ConvTranspose2D("up", filter: [2, 2, 4, 2], stride: 4)
      Concat("skip", of: "up", "up")
    }
    let training = Training(learningRate: 0.01, optimizer: .adam(), loss: .binaryCrossEntropy)
    """

  static let steps = """
    let prepared = Preprocessing {
      RandomRotate90()
      RandomTranslation(upTo: 0.1)
    }
    """

  static let more = """
    let fc = Network("fc") {
      Input(shape: [256, 256, 1])
      Flatten("flatten")
      Dense("hidden", weights: [65536, 8])
    }
    let level = Preprocessing {
      Threshold(0.5)
    }
    let slower = Training(epochs: 2, schedule: .cosine(steps: 10))
    """

  static let function = """
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
      let above: Int = 2 * both
      return Double(above) / Double(sum)
    }
    """

  static let made = """
    func threshold(_ grey: Image, at level: Float) -> Mask {
      let count = Double(grey.height * grey.width)
      var answer = Mask(height: grey.height, width: grey.width)
      for row in 0..<grey.height {
        for column in 0..<grey.width {
          if grey[row, column] >= level && count > 0 {
            answer[row, column] = 1
          }
        }
      }
      return answer
    }
    """

  static let averaged = """
    func centre(_ picture: Image) -> Image {
      let count = Double(picture.height * picture.width)
      var sum = 0.0
      for row in 0..<picture.height {
        for column in 0..<picture.width { sum += Double(picture[row, column]) }
      }
      let mean = sum / count
      var result = Image(height: picture.height, width: picture.width)
      for row in 0..<picture.height {
        for column in 0..<picture.width {
          let normal = Double(picture[row, column]) - mean
          result[row, column] = Float(normal)
        }
      }
      return result
    }
    """

  static let sweep = """
    let search = Sweep(
      learningRates: [0.0003, 0.001, 0.003],
      decayRates: [1, 0.5],
      of: Training(decaySteps: 234, epochs: 2, optimizer: .adam()))
    """

  static let listed = """
    let base = Training(learningRate: 0.01, epochs: 1)
    let search = Sweep {
      base
      Training(learningRate: 0.001, epochs: 1)
    }
    """

  static let augmented = """
    let augmented = Preprocessing {
      Normalize(.perImage)
      Resize(width: 120, height: 112, fit: .pad)
      RandomFlip()
      RandomRotation(upTo: 6)
      RandomScale(from: 0.9, to: 1.1)
    }
    """
}
