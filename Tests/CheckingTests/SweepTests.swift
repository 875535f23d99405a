import Networks
import SegLab
import Testing

@testable import Checking

struct SweepTests {
  @Test func listsMakeEveryCombination() {
    let sweep = Sweep(learningRates: [0.01, 0.03], epochs: [1, 2, 3], of: Training(batchSize: 4))
    #expect(sweep.trainings.map(\.learningRate) == [0.01, 0.01, 0.01, 0.03, 0.03, 0.03])
    #expect(sweep.trainings.map(\.epochs) == [1, 2, 3, 1, 2, 3])
    #expect(sweep.trainings.allSatisfy { $0.batchSize == 4 && $0.line == sweep.line })
    #expect(Sweep().trainings.count == 1)
  }

  @Test func aListThatIsFarTooLongStaysSmall() {
    let many = Array(repeating: 1, count: 1000)
    let sweep = Sweep(decaySteps: many, epochs: many, batchSizes: many)
    #expect(sweep.trainings.count > Sweep.most && sweep.trainings.count <= 100 * 100)
    #expect(SweepChecker.fault(in: sweep)?.verdict == .notYet)
  }

  @Test func trainingsMayBeWrittenOut() {
    let sweep = Sweep {
      Training(learningRate: 0.1)
      for epochs in 1...2 { Training(epochs: epochs) }
    }
    #expect(sweep.trainings.map(\.epochs) == [1, 1, 2])
    #expect(SweepChecker.fault(in: sweep) == nil)
    #expect(SweepChecker.fault(in: Sweep {})?.verdict == .notYet)
  }

  @Test func onlyWhatDiffersIsAColumn() {
    let runs = Sweep(learningRates: [0.1, 0.2]).trainings.map {
      SweepRun(training: $0, metrics: nil, run: "", isBest: false)
    }
    let columns = SweepRun.columns(of: runs)
    #expect(columns.map(\.name) == ["learningRate"] && columns[0].values == [0.1, 0.2])
  }
}
