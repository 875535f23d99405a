import Foundation
import SegLab

/// A network with its training, and what PyTorch or TensorFlow makes of them: a case of what `make_networks.py` or `make_tensorflow.py`
/// writes.
struct NetworkGolden: Decodable {
  let network: Network
  let training: Training
  let images: [Float]
  let labels: [UInt8]
  let before: [String: [Float]]
  let logits: [Float]
  let losses: [Double]
  let gradients: [String: [Float]]
  let after: [String: [Float]]

  /// The files, each with several cases.
  static let files = ["layers", "trainings", "fcn", "unet", "unet-norm", "tensorflow-fcn"]

  /// The cases of all files by name; a file that is missing or has another form has none.
  static let all: [String: NetworkGolden] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    return files.reduce(into: [:]) { cases, name in
      guard let data = try? Data(contentsOf: folder.appending(path: "\(name).json")),
        let found = try? JSONDecoder().decode([String: NetworkGolden].self, from: data)
      else { return }
      cases.merge(found) { first, _ in first }
    }
  }()
}
