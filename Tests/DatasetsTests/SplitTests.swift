import Datasets
import Messages
import SegLab
import Testing

@Suite struct SplitTests {
  @Test func `by image, a tenth is kept to measure on, and nothing is lost`() throws {
    let set = SampleSets.make(patients: 26, slices: 10)
    let split = try Split(of: set, by: .image, seed: 1)
    #expect(split.training.count == 234 && split.validation.count == 26)
    #expect((split.training + split.validation).sorted() == Array(0..<260))
    #expect(split.training == split.training.sorted() && split.validation == split.validation.sorted())
    #expect(split.rule == .image)
  }

  @Test func `an equal seed gives an equal split, another seed another`() throws {
    let set = SampleSets.make(patients: 10, slices: 10)
    for rule in Split.Rule.allCases {
      #expect(try Split(of: set, by: rule, seed: 7) == Split(of: set, by: rule, seed: 7))
      let others = try (0..<5).map { try Split(of: set, by: rule, seed: $0).validation }
      #expect(Set(others).count > 1)
    }
    let validation = try Split(of: set, by: .image, seed: 1).validation
    #expect(validation == [22, 24, 30, 32, 39, 57, 63, 79, 96, 97])
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `by patient, nobody is on both sides`(seed: UInt64) throws {
    let set = SampleSets.make(patients: 15, slices: 17)
    let split = try Split(of: set, by: .patient, seed: seed)
    #expect(Set(split.training.map(set.patient)).isDisjoint(with: split.validation.map(set.patient)))
    #expect((split.training + split.validation).sorted() == Array(0..<255))
    // A fifth of the patients, whatever they have of images.
    #expect(split.validation.count == 3 * 17 && Set(split.validation.map(set.patient)).count == 3)
  }

  @Test func `another share can be asked for`() throws {
    let split = try Split(of: SampleSets.make(patients: 10, slices: 10), by: .image, seed: 1, validationShare: 0.2)
    #expect(split.training.count == 80 && split.validation.count == 20)
  }

  @Test func `by patient, patients are counted and not images`() throws {
    let many = try Split(of: SampleSets.make(patients: 315, slices: 2), by: .patient, seed: 1)
    #expect(many.training.count == 504 && many.validation.count == 126)
    let half = try Split(of: SampleSets.make(patients: 10, slices: 3), by: .patient, seed: 1, validationShare: 0.5)
    #expect(half.validation.count == 15)
  }

  @Test func `both sides have something, however small the set`() throws {
    let two = try Split(of: SampleSets.make(patients: 1, slices: 2), by: .image, seed: 3)
    #expect(two.training.count == 1 && two.validation.count == 1)
    let patients = try Split(of: SampleSets.make(patients: 2, slices: 5), by: .patient, seed: 3)
    #expect(patients.training.count == 5 && patients.validation.count == 5)
  }

  @Test func `what cannot be divided is told plainly`() {
    let error = DatasetError.cannotSplit(name: "hand", rule: .image, found: 1)
    #expect(throws: error) { try Split(of: SampleSets.make(patients: 1, slices: 1), by: .image, seed: 1) }
    #expect(throws: DatasetError.cannotSplit(name: "hand", rule: .patient, found: 1)) {
      try Split(of: SampleSets.make(patients: 1, slices: 9), by: .patient, seed: 1)
    }
    #expect(
      error.phrase.text(in: .english)
        == "The data set “hand” has 1 image; at least 2 are needed, one to train on and one to evaluate on.")
  }

  @Test func `one image in ten is measured on, and one in five where there are many`() throws {
    #expect(Split.usualShare(of: 260) == 0.1 && Split.usualShare(of: 630) == 0.2)
    let many = SampleSets.make(patients: 100, slices: 5)
    #expect(try Split(of: many, by: .image, seed: 1).validation.count == 100)
  }
}
