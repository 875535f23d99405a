import Datasets
import Messages
import Testing

@Suite struct CardiacPhantomTests {
  @Test func `the same numbers give the same bytes, on every machine`() throws {
    #expect(
      try CardiacPhantom(count: 9, seed: 1, size: 64).make().digest
        == "0f3c1d56f96124098a77172748eb1d4aeb435199451f07fae4ae85962b1736ea")
    #expect(
      try CardiacPhantom(count: 3, seed: 20, size: 33).make().digest
        == "46b38a2d54a25835ed35566a565e925746cdc66266e771f9b709c39deca9b13f")
  }

  @Test func `another seed makes other hearts`() throws {
    #expect(
      try CardiacPhantom(count: 2, seed: 1, size: 32).make().digest
        != CardiacPhantom(count: 2, seed: 2, size: 32).make().digest)
  }

  @Test func `the set has several patients, each filled and contracted, as large as was asked for`() throws {
    var steps: [Int] = []
    let set = try CardiacPhantom(count: 40, seed: 5, size: 32).make(as: "hearts") { done, total in
      #expect(total == 40)
      steps.append(done)
    }
    #expect(set.name == "hearts" && set.count == 40 && set.size == PixelSize(width: 32, height: 32))
    #expect(steps == Array(1...40))
    #expect(Set((0..<40).map(set.patient)) == ["phantom01", "phantom02", "phantom03", "phantom04"])
    #expect(set.sampleName(0) == "phantom01_ed_01" && set.sampleName(9) == "phantom01_es_05")
    #expect(set.classCount == 2)
  }

  @Test func `the pool covers about as much as in real slices, and is brighter than the wall`() throws {
    let set = try CardiacPhantom(count: 60, seed: 3, size: 64).make()
    let summary = SetSummary(of: set)
    #expect((0.01...0.03).contains(summary.classShares[1]))
    #expect((0.05...0.11).contains(summary.mean) && (0.1...0.16).contains(summary.standardDeviation))
    #expect(summary.minimum == 0 && summary.maximum == 1)
    var brighter = 0
    for index in 0..<set.count {
      let (image, label) = (set.image(index), set.label(index))
      func mean(_ isIn: (Int) -> Bool) -> Float {
        let places = label.indices.filter(isIn)
        return places.reduce(0) { $0 + image[$1] } / Float(max(places.count, 1))
      }
      let pool = mean { label[$0] == 1 }
      let wall = mean { place in
        guard label[place] == 0, place > 128, place < 64 * 62 else { return false }
        return [-128, -2, 2, 128].contains { label[place + $0] == 1 }
      }
      if pool > wall { brighter += 1 }
    }
    #expect(brighter >= 50, "the wall is darker in \(brighter) of 60")
  }

  @Test func `numbers that cannot be are told with those that can`() {
    let error = DatasetError.numberOutOfRange(name: "count", found: 0, allowed: 1...8_192)
    #expect(throws: error) { try CardiacPhantom(count: 0) }
    #expect(throws: DatasetError.numberOutOfRange(name: "count", found: 513, allowed: 1...512)) {
      try CardiacPhantom(count: 513, size: 1_024)
    }
    #expect(throws: DatasetError.numberOutOfRange(name: "size", found: 31, allowed: 32...1_024)) {
      try CardiacPhantom(size: 31)
    }
    #expect(error.phrase.text(in: .english) == "`count` is 0. Give a number from 1 to 8,192.")
    #expect(error.phrase.text(in: .korean) == "`count` 값이 0이에요. 1부터 8,192까지의 수를 넣어 보세요.")
  }
}
