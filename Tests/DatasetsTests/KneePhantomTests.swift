import Datasets
import Imaging
import Testing

@Suite struct KneePhantomTests {
  @Test func `the numbers are those of the tutorial, read as grey and read as binary`() throws {
    let set = try KneePhantom(count: 24, seed: 1).make()
    #expect(set.count == 24 && set.classCount == 256 && set.size == nil)
    var (sum, above, most, least, pixels) = (0, 0, UInt8.min, UInt8.max, 0)
    var (width, height) = (0, 0)
    for sample in set.samples {
      pixels += sample.size.count
      width += sample.size.width
      height += sample.size.height
      for value in sample.label.classes {
        sum += Int(value)
        above += value >= 128 ? 1 : 0
        most = max(most, value)
        least = min(least, value)
      }
      #expect(Set(sample.label.classes).count > 10, "edges are soft")
    }
    let (mean, share) = (Double(sum) / Double(pixels), Double(above) / Double(pixels))
    #expect(most == 255 && least == 0)
    #expect((43...49).contains(mean) && (0.165...0.195).contains(share))
    #expect((230...250).contains(width / 24) && (210...230).contains(height / 24))
  }

  @Test func `each patient has a left and a right knee, and the same numbers give the same bytes`() throws {
    let set = try KneePhantom(count: 5, seed: 3).make(as: "knees")
    #expect(
      (0..<5).map(set.sampleName) == ["knee001_left", "knee001_right", "knee002_left", "knee002_right", "knee003_left"])
    #expect(Set((0..<5).map(set.patient)).count == 3)
    #expect(set.digest == "892140a1572891d821147ad5dc4b488248a4e91be9f3ebe8c97ce9e16960fb87")
    #expect(try KneePhantom(count: 5, seed: 3).make().digest == set.digest)
    #expect(try KneePhantom(count: 5, seed: 4).make().digest != set.digest)
    #expect(throws: DatasetError.numberOutOfRange(name: "count", found: 0, allowed: 1...4_096)) {
      try KneePhantom(count: 0)
    }
  }

  @Test func `hearts can be asked for by patients, slices and phases`() throws {
    let set = try CardiacPhantom(patients: 3, slices: 4, phases: 2, seed: 1, size: 32).make()
    #expect(set.count == 24 && Set((0..<24).map(set.patient)).count == 3)
    #expect((0..<8).map(set.sampleName).suffix(5).first == "phantom01_ed_04")
    #expect(try CardiacPhantom(patients: 2, slices: 3, phases: 1, size: 32).make().count == 6)
    #expect(throws: DatasetError.numberOutOfRange(name: "phases", found: 3, allowed: 1...2)) {
      try CardiacPhantom(patients: 2, slices: 3, phases: 3)
    }
  }
}
