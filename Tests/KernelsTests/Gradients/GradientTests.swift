import Kernels
import Testing

/// Every kernel with a backward pass, small and held against differences, and large with several numbers of threads.
@Suite struct GradientTests {
  static let small =
    GradientCase.convolutions + GradientCase.maps(MapSize(2, 3, 5, 3)) + GradientCase.maps(MapSize(1, 5, 4, 9))
    + GradientCase.rows(inputs: 5, outputs: 7) + GradientCase.rows(inputs: 33, outputs: 17)
    + GradientCase.losses(5, 7)
  /// So large that each falls into several items of work.
  static let large =
    GradientCase.maps(MapSize(1, 83, 71, 3)) + GradientCase.maps(MapSize(1, 41, 47, 9))
    + GradientCase.rows(inputs: 5, outputs: 8_193) + GradientCase.losses(31, 47)

  /// About so many numbers of each input are moved up and down.
  static let moved = 30

  @Test(arguments: small) func theGradientIsThatOfTheForwardPass(trial: GradientCase) {
    let bench = GradientCase.Bench(threads: 2)
    let count = trial.forward(bench, trial.inputs).count
    let dy = Reference.numbers(count, seed: 9).map { $0 + 1.5 }
    let gradients = trial.backward(bench, trial.inputs, dy)
    #expect(gradients.map(\.count) == trial.inputs.map(\.count))
    func value(_ inputs: [[Float]]) -> Double {
      zip(trial.forward(bench, inputs), dy).reduce(0) { $0 + $1.0 * Double($1.1) }
    }
    for (input, gradient) in zip(trial.inputs.indices, gradients) {
      let largest = gradient.map(abs).max() ?? 0
      #expect(largest > 0)
      for index in stride(from: 0, to: gradient.count, by: max(1, gradient.count / Self.moved)) {
        let slope = Slopes.central(trial.inputs[input], at: index, step: trial.step) { moved in
          var inputs = trial.inputs
          inputs[input] = moved
          return value(inputs)
        }
        #expect(abs(slope - gradient[index]) < 2e-3 * largest, "input \(input), number \(index)")
      }
    }
  }

  @Test(arguments: large) func theBitsDoNotDependOnTheNumberOfThreads(trial: GradientCase) {
    let results = [1, 2, 4].map { threads -> [UInt64] in
      let bench = GradientCase.Bench(threads: threads)
      let y = trial.forward(bench, trial.inputs)
      let gradients = trial.backward(bench, trial.inputs, Reference.numbers(y.count, seed: 9))
      return y.map(\.bitPattern) + gradients.joined().map { UInt64($0.bitPattern) }
    }
    #expect(results[0] == results[1])
    #expect(results[0] == results[2])
  }
}
