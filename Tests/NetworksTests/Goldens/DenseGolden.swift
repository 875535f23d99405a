import Foundation

/// What `make_dense.py` writes.
struct DenseGolden: Decodable {
  let batch: Int
  let rate: Double
  let images: [Float]
  let labels: [UInt8]
  let before: [String: [Float]]
  let logits: [Float]
  let losses: [Double]
  let afterOne: [String: [Float]]
  let afterAll: [String: [Float]]

  /// - Parameter name: the file's, without its ending.
  /// - Throws: where the file is missing or has another form.
  init(_ name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: folder.appending(path: "\(name).json")))
  }
}
