import Foundation

/// What `make_kernels.py` writes.
struct KernelGolden: Decodable {
  struct Pooling: Decodable {
    let shape, outputs: [Int]
    let x, y, dy, dx: [Float]
    let kind: String
    let window, stride, pad: Int
  }

  struct Normalisation: Decodable {
    let shape: [Int]
    let x, y, dy, dx, gamma, beta, dgamma, dbeta, evaluated: [Float]
    let mean, variance, meanAfter, varianceAfter: [Float]
  }

  struct Upsampling: Decodable {
    let shape: [Int]
    let x, y, dy, dx: [Float]
    let factor: Int
    let method: String
  }

  struct Loss: Decodable {
    let shape: [Int]
    let x, weights, crossGradient, diceGradient: [Float]
    let labels: [UInt8]
    let cross, dice: Double
  }

  struct Optimisers: Decodable {
    let start, gradients: [Float]
    let after: [String: [Float]]
  }

  let pooling: [Pooling]
  let normalisation: [Normalisation]
  let upsampling: [Upsampling]
  let losses: [Loss]
  let optimisers: Optimisers

  /// - Throws: where the file is missing or has another form.
  init() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: folder.appending(path: "kernels.json")))
  }
}

extension MapSize {
  /// - Parameter shape: `[N, H, W, C]`.
  init(_ shape: [Int]) { self.init(shape[0], shape[1], shape[2], shape[3]) }
}
