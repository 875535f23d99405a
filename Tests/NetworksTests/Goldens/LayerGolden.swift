import Foundation
import SegLab

/// A layer with what TensorFlow makes of it: a case of what `make_tensorflow.py` writes.
struct LayerGolden: Decodable {
  /// An image, a layer that makes channels of it and adds a number to each channel of each pixel, and the layer in question.
  let network: Network
  let image: [Float]
  let before: [String: [Float]]
  let output: [Float]
  let outputGradient: [Float]
  /// Of all that is learned; that of the numbers added to each pixel is the gradient of the map which the layer reads.
  let gradients: [String: [Float]]

  /// The cases by name; none where the file is missing or has another form.
  static let all: [String: LayerGolden] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "tensorflow-layers.json")
    return (try? JSONDecoder().decode([String: LayerGolden].self, from: Data(contentsOf: file))) ?? [:]
  }()
}
