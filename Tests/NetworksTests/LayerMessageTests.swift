import Diagnostics
import Foundation
import Messages
import Networks
import SegLab
import Testing

/// Every message about layers that do not fit, whole and in both languages, against `Goldens/layer-messages.txt`.
///
/// With `SEGLAB_UPDATE_GOLDENS` in the environment the text is written anew; look at the difference before you keep it.
@Suite struct LayerMessageTests {
  static let golden = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens/layer-messages.txt")

  @Test func sayWhatIsWrongAndWhatToTryFirst() throws {
    let text = Self.cases.map { "## \($0.title)\n\n" + Self.messages($0.network, $0.limits) }.joined(separator: "\n")
    if ProcessInfo.processInfo.environment["SEGLAB_UPDATE_GOLDENS"] != nil {
      try text.write(to: Self.golden, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: Self.golden, encoding: .utf8)
    #expect(text == expected)
  }

  /// The diagnostics, English and then Korean.
  static func messages(_ network: Network, _ limits: NetworkLimits) -> String {
    ShapeReport(of: network, file: "lab.md", limits: limits).diagnostics.map { diagnostic in
      Language.allCases.map { language in
        let help = diagnostic.help.map { "\n   > " + $0.text(in: language) } ?? ""
        return "\(diagnostic.line): \(diagnostic.severity.rawValue): \(diagnostic.summary.text(in: language))\(help)\n"
      }.joined()
    }.joined()
  }

  struct Case {
    let title: String
    let limits: NetworkLimits
    let network: Network

    init(_ title: String, loss: Loss = .crossEntropy, @LayerBuilder _ layers: () -> [any Layer]) {
      self.title = title
      limits = NetworkLimits(loss: loss)
      network = Network("net", line: 1, layers: layers())
    }
  }

  /// A U-Net of one level on images of `height` × `width`.
  @LayerBuilder static func unet(
    _ height: Int, _ width: Int, skip: String = "enc", window: Int = 2, stride: Int = 2
  ) -> [any Layer] {
    Input(shape: [height, width, 1], line: 2)
    Conv2D("enc", filter: [3, 3, 1, 4], activation: .relu, line: 3)
    MaxPool2D("pool", window: window, stride: stride, line: 4)
    Conv2D("mid", filter: [3, 3, 4, 4], activation: .relu, line: 5)
    ConvTranspose2D("up", filter: [2, 2, 4, 4], stride: 2, line: 6)
    Concat("skip", of: "up", skip, line: 7)
    Conv2D("score", filter: [1, 1, 8, 2], activation: .identity, line: 8)
  }

  /// One layer, on line 3, that reads images of 8 × 8 pixels and is to give two classes.
  static func single(_ title: String, loss: Loss = .crossEntropy, channels: Int = 1, _ layer: any Layer) -> Case {
    Case(title, loss: loss) {
      Input("images", shape: [8, 8, channels], line: 2)
      layer
    }
  }

  static let cases: [Case] = [
    Case("a convolution after a Flatten") {
      Input(shape: [8, 8, 1], line: 2)
      Flatten("flat", line: 3)
      Conv2D("conv", filter: [3, 3, 64, 2], activation: .relu, line: 4)
    },
    single("channels in and out swapped", Conv2D("conv", filter: [5, 5, 100, 1], activation: .relu, line: 3)),
    single("a filter as [out, in, kh, kw]", Conv2D("conv", filter: [100, 1, 5, 5], activation: .relu, line: 3)),
    single(
      "a transposed filter as [in, out, kh, kw]", channels: 3, ConvTranspose2D("up", filter: [3, 16, 2, 2], line: 3)),
    single(
      "a transposed filter as [kh, kw, out, in]", channels: 3, ConvTranspose2D("up", filter: [2, 2, 16, 3], line: 3)),
    single(
      "another number of channels", channels: 3, Conv2D("conv", filter: [3, 3, 1, 16], activation: .relu, line: 3)),
    single("a window larger than the map", MaxPool2D("pool", window: 9, padding: .valid, line: 3)),
    single("batch normalisation of other channels", BatchNorm("norm", channels: 8, line: 3)),
    Case("window and stride exchanged in a pool") { unet(16, 16, window: 2, stride: 3) },
    Case("window and stride exchanged in a convolution") {
      Input(shape: [16, 16, 1], line: 2)
      Conv2D("conv", filter: [2, 2, 1, 4], stride: 4, activation: .relu, line: 3)
      ConvTranspose2D("up", filter: [2, 2, 4, 2], stride: 2, line: 4)
    },
    Case("window and stride exchanged in a transposed convolution") {
      Input(shape: [16, 16, 1], line: 2)
      Conv2D("conv", filter: [5, 5, 1, 4], stride: 4, activation: .relu, line: 3)
      ConvTranspose2D("up", filter: [4, 4, 4, 2], stride: 31, line: 4)
    },
    Case("window and stride exchanged, and a later window does not fit") {
      Input(shape: [8, 8, 1], line: 2)
      AveragePool2D("shrink", window: 1, stride: 4, padding: .valid, line: 3)
      MaxPool2D("pool", window: 3, stride: 1, padding: .valid, line: 4)
      ConvTranspose2D("up", filter: [6, 6, 1, 2], padding: .valid, line: 5)
    },
    Case("strides that do not balance") {
      Input(shape: [16, 16, 1], line: 2)
      Conv2D("conv", filter: [5, 5, 1, 4], stride: 4, activation: .relu, line: 3)
      ConvTranspose2D("up", filter: [7, 7, 4, 2], stride: 2, line: 4)
    },
    Case("maps that are never made larger again") {
      Input(shape: [16, 16, 1], line: 2)
      Conv2D("score", filter: [3, 3, 1, 2], stride: 2, activation: .identity, line: 3)
    },
    Case("images of an uneven size") {
      Input(shape: [250, 240, 1], line: 2)
      Conv2D("conv", filter: [5, 5, 1, 4], stride: 4, activation: .relu, line: 3)
      MaxPool2D("pool", window: 4, stride: 4, line: 4)
      ConvTranspose2D("up", filter: [31, 31, 4, 2], stride: 16, line: 5)
    },
    Case("windows that lose the edges") {
      Input(shape: [16, 16, 1], line: 2)
      Conv2D("conv", filter: [3, 3, 1, 4], padding: .valid, activation: .relu, line: 3)
      Conv2D("score", filter: [3, 3, 4, 2], padding: .valid, activation: .identity, line: 4)
    },
    Case("a stride longer than its window") {
      Input(shape: [16, 16, 1], line: 2)
      Conv2D("conv", filter: [3, 3, 1, 4], stride: 4, activation: .relu, line: 3)
      ConvTranspose2D("up", filter: [7, 7, 4, 2], stride: 4, line: 4)
    },
    Case("an uneven size joined") { unet(25, 240) },
    Case("a layer of another level joined") { unet(24, 24, skip: "mid") },
    Case("layers joined that nothing makes fit") {
      Input(shape: [24, 24, 1], line: 2)
      Conv2D("first", filter: [3, 3, 1, 4], stride: 3, activation: .relu, line: 3)
      Conv2D("second", filter: [3, 3, 4, 4], stride: 2, activation: .relu, line: 4)
      Concat("both", of: "first", "second", line: 5)
      Conv2D("score", filter: [1, 1, 7, 2], activation: .identity, line: 6)
    },
    Case("a name misspelled") { unet(24, 24, skip: "ecn") },
    Case("a name left open") { unet(24, 24, skip: String.hole) },
    Case("only one layer named") {
      Input(shape: [24, 24, 1], line: 2)
      Conv2D("first", filter: [3, 3, 1, 4], activation: .relu, line: 3)
      Conv2D("second", filter: [3, 3, 4, 4], activation: .relu, line: 4)
      Concat("both", of: "first", line: 5)
    },
    Case("maps of other channels added") {
      Input(shape: [8, 8, 1], line: 2)
      Conv2D("first", filter: [3, 3, 1, 4], activation: .relu, line: 3)
      Conv2D("second", filter: [3, 3, 4, 8], activation: .relu, line: 4)
      Add("sum", of: "first", "second", line: 5)
    },
    Case("numbers that cannot be") {
      Input(shape: [8, 8, 1], line: 2)
      Dropout("percent", rate: 50, line: 3)
      Dropout("everything", rate: 1, line: 4)
      Dropout("open", rate: Double.hole, line: 5)
      LeakyReLU("leak", slope: -0.1, line: 6)
      BatchNorm("norm", channels: 1, momentum: 1, line: 7)
      BatchNorm("still", channels: 1, epsilon: 0, line: 8)
      Conv2D("conv", filter: [3, 3, 1, 2], stride: 0, activation: .relu, line: 9)
      Conv2D("draw", filter: [3, 3, 1, 2], activation: .relu, initializer: .truncatedNormal(stddev: -1), line: 10)
      MaxPool2D("pool", window: Int.hole, line: 11)
      AveragePool2D("far", stride: 99_999_999_999, line: 12)
      Upsample("large", factor: -1, line: 13)
    },
    single("a ReLU before the loss", Conv2D("score", filter: [3, 3, 1, 2], activation: .relu, line: 3)),
    single("a sigmoid before a softmax", Conv2D("score", filter: [3, 3, 1, 2], activation: .sigmoid, line: 3)),
    Case("a softmax of its own before the loss") {
      Input(shape: [8, 8, 1], line: 2)
      Conv2D("score", filter: [3, 3, 1, 2], activation: .identity, line: 3)
      Softmax("shares", line: 4)
    },
    single(
      "a sigmoid before binary cross-entropy", loss: 0.5 * .binaryCrossEntropy + .dice(),
      Conv2D("score", filter: [3, 3, 1, 1], activation: .sigmoid, line: 3)),
    single(
      "two channels for binary cross-entropy", loss: .binaryCrossEntropy,
      Conv2D("score", filter: [3, 3, 1, 2], activation: .identity, line: 3)),
    single(
      "one channel for cross-entropy", Conv2D("score", filter: [3, 3, 1, 1], activation: .identity, line: 3)),
    single(
      "one channel for Dice, which is enough", loss: .dice(),
      Conv2D("score", filter: [3, 3, 1, 1], activation: .identity, line: 3)),
  ]
}
