import Datasets
import Foundation
import Messages
import Networks
import SegLab
import Tensors
import Testing

@testable import Experiments

@Suite struct PreparedTrainingTests {
  /// Seven knees of several sizes, their masks grey.
  private static let knees = Result { try KneePhantom(count: 7, seed: 2).make(as: "knees") }

  private static let preprocessing = Preprocessing {
    Resize(width: 16, height: 16)
    Threshold()
    Normalize(.perSet)
    RandomFlip()
    RandomRotation(upTo: 20)
    RandomNoise(0.1)
  }

  private func plan(side: Int = 16, classes: Int = 2) throws -> NetworkPlan {
    let network = Network("net") {
      Input(shape: [side, side, 1])
      Conv2D("conv", filter: [3, 3, 1, 4], activation: .relu)
      Conv2D("score", filter: [1, 1, 4, classes], activation: .identity)
    }
    return try #require(ShapeReport(of: network, file: "lab.md").plan)
  }

  private func samples(_ preprocessing: Preprocessing? = preprocessing, seed: UInt64 = 3) throws -> SplitSamples {
    let set = try Self.knees.get()
    let preparer = try Preparer(preprocessing, for: set, training: Array(0..<5))
    return SplitSamples(preparer, indices: Array(0..<5), seed: seed)
  }

  private func withLaboratory(threads: Int = 2, _ body: (Laboratory) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("seglab-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let sets = DataStore(folder: folder.appendingPathComponent("data").path)
    try sets.save(try Self.knees.get(), as: "knees")
    try body(
      Laboratory(
        sets: sets, runs: RunStore(folder: folder.appendingPathComponent("runs")), threads: threads, engine: "1",
        freeMemory: 0))
  }

  private func order(_ preprocessing: Preprocessing?, network: NetworkPlan? = nil) throws -> TrainingRequest {
    TrainingRequest(
      network: try network ?? plan(), training: Training(learningRate: 0.05, epochs: 2, batchSize: 2),
      preprocessing: preprocessing, stepLimit: nil, dataset: "knees", split: .image, seed: 1)
  }

  /// The same samples, each loaded when its step wants it.
  private struct OneByOne: SampleSource {
    let samples: SplitSamples
    var count: Int { samples.count }
    var shape: Shape { samples.shape }
    func name(_ index: Int) -> String { samples.name(index) }
    func load(
      _ index: Int, epoch: Int?, image: UnsafeMutableBufferPointer<Float>, labels: UnsafeMutableBufferPointer<UInt8>
    ) { samples.load(index, epoch: epoch, image: image, labels: labels) }
  }

  @Test(arguments: [1, 2]) func theBitsAreTheSameWhetherImagesAreLoadedAheadAndForAnyNumberOfThreads(
    batch: Int
  ) throws {
    let samples = try samples()
    let training = Training(learningRate: 0.05, epochs: 3, batchSize: batch)
    func run(_ source: some SampleSource, threads: Int) throws -> (history: [HistoryPoint], digest: String) {
      let trainer = Trainer(try plan(), training: training, seed: 3, threads: threads)
      let outcome = try trainer.train(on: source)
      #expect((0...1).contains(outcome.dataShare) && outcome.dataShare > 0)
      return (outcome.history, trainer.weightsDigest)
    }
    let expected = try run(OneByOne(samples: samples), threads: 1)
    for threads in [1, 2, 4] {
      let found = try run(samples, threads: threads)
      #expect(found.history == expected.history && found.digest == expected.digest)
    }
  }

  @Test func aTrainingThatGoesOnSeesTheSameImages() throws {
    let samples = try samples()
    let training = Training(learningRate: 0.05, epochs: 4, batchSize: 2)
    let whole = Trainer(try plan(), training: training, seed: 3, threads: 2)
    var kept: (course: TrainingState, numbers: [[Float]])?
    let history = try whole.train(
      on: samples,
      onCheckpoint: { course in
        if kept == nil { kept = (course, whole.withSaved { $0.map(Array.init) }) }
      }
    ).history
    let (course, numbers) = try #require(kept)
    #expect(course.steps == 3)
    let resumed = Trainer(try plan(), training: training, seed: 3, threads: 1)
    resumed.withSaved { arrays in
      for (array, saved) in zip(arrays, numbers) { _ = array.update(fromContentsOf: saved) }
    }
    #expect(try resumed.train(on: samples, from: course).history == history)
    #expect(resumed.weightsDigest == whole.weightsDigest)
  }

  @Test func eachEpochDrawsAnewAndMeasuringDrawsNothing() throws {
    let samples = try samples()
    func image(_ epoch: Int?, _ samples: SplitSamples) -> [Float] {
      var (image, labels) = ([Float](repeating: 0, count: 256), [UInt8](repeating: 0, count: 256))
      image.withUnsafeMutableBufferPointer { image in
        labels.withUnsafeMutableBufferPointer { samples.load(0, epoch: epoch, image: image, labels: $0) }
      }
      return image
    }
    #expect(image(0, samples) == image(0, samples) && image(0, samples) != image(1, samples))
    #expect(image(nil, samples) == image(nil, try self.samples(seed: 4)))
    #expect(image(0, samples) != image(0, try self.samples(seed: 4)))
  }

  @Test func imagesThatStayAsTheyAreNeedNoSecondThread() throws {
    let set = try CardiacPhantom(patients: 1, slices: 2, phases: 1, size: 32).make()
    let plain = SplitSamples(try Preparer(nil, for: set, training: [0]), indices: [0, 1], seed: 1)
    let trainer = Trainer(
      try plan(side: 32), training: Training(learningRate: 0.01, epochs: 1), seed: 1, threads: 1)
    #expect(try trainer.train(on: plain).steps == 2)
    #expect(plain.preparer.changesNothing)
  }

  @Test func whoLooksOnSeesEachEpochAndChangesNoBit() throws {
    var digests: Set<String> = []
    for looksOn in [false, true] {
      try withLaboratory { laboratory in
        var order = try order(Self.preprocessing)
        order.tellsPreviews = looksOn
        var looking = laboratory
        looking.trainsNothing = true
        #expect(throws: LaboratoryError.notInStore) { try looking.train(order) { _ in } }
        var previews: [TrainingPreview] = []
        let run = try laboratory.train(order) { if case .preview(let preview) = $0 { previews.append(preview) } }
        digests.insert(run.record.weightsDigest)
        let found = try looking.train(order) { _ in }
        #expect(found.record.weightsDigest == run.record.weightsDigest)
        // What is kept of the way is the same, whoever looked on, and found again with the run.
        #expect(run.film != nil && found.film == run.film)
        #expect(run.film?.images.allSatisfy { $0.frames.last?.steps == run.record.steps } == true)
        laboratory.forgetWeights(of: run.record.plan.digest)
        #expect(try looking.train(order) { _ in }.film == nil)
        #expect(previews.map(\.epoch) == (looksOn ? [0] : []))
        for image in previews.flatMap(\.images) {
          let pixels = image.width * image.height
          #expect(pixels == 256)
          #expect([image.intensities, image.label, image.prediction].allSatisfy { $0.count == pixels })
        }
      }
    }
    #expect(digests.count == 1)
  }

  @Test func aRunIsFoundByItsPreparationAndByEachNumberOfItsSteps() throws {
    func digest(_ preprocessing: Preprocessing?) -> String {
      RunPlan(
        network: "[]", training: Training(), preparation: preprocessing?.canonicalText, stepLimit: nil, seed: 1,
        data: "d", split: "image", engine: "1", mathLibrary: "m"
      ).digest
    }
    let others: [Preprocessing?] = [
      nil, Preprocessing { Normalize(.perImage) }, Preprocessing { Normalize(.perSet) }, Preprocessing { Threshold() },
      Preprocessing { Threshold(0.25) }, Preprocessing { Resize(width: 8, height: 8) },
      Preprocessing { Resize(width: 8, height: 9) }, Preprocessing { Resize(width: 8, height: 8, fit: .pad) },
      Preprocessing { RandomFlip() }, Preprocessing { RandomFlip(vertical: true) },
      Preprocessing { RandomRotation(upTo: 5) },
      Preprocessing { RandomRotation(upTo: 6) },
      Preprocessing {
        RandomFlip()
        Threshold()
      },
      Preprocessing {
        Threshold()
        RandomFlip()
      },
    ]
    #expect(Set(others.map(digest)).count == others.count)
    let lower = Preprocessing(steps: [RandomFlip(line: 9)], line: 8)
    #expect(digest(Preprocessing(steps: [RandomFlip(line: 1)], line: 1)) == digest(lower))
    #expect(digest(Preprocessing {}) == digest(nil))
  }

  @Test func aPlanWithoutAPreprocessingIsWrittenAsItWasBeforeThereWereAny() throws {
    let plan = RunPlan(
      network: "[]", training: Training(), stepLimit: nil, seed: 1, data: "d", split: "image", engine: "1",
      mathLibrary: "m")
    let text = String(decoding: try JSONEncoder().encode(plan), as: UTF8.self)
    #expect(!text.contains("preprocessing"))
    #expect(try JSONDecoder().decode(RunPlan.self, from: Data(text.utf8)) == plan)
  }

  @Test func aPreparedSetTrainsOnceAndTheRunIsFoundAgain() throws {
    try withLaboratory { laboratory in
      let first = try laboratory.train(order(Self.preprocessing)) { _ in }
      #expect(!first.reused && first.predictions.count == first.split.validation.count)
      #expect(first.predictions.allSatisfy { $0.count == 256 })
      #expect(first.preparer.size == PixelSize(width: 16, height: 16) && first.preparer.classCount == 2)
      #expect(try laboratory.train(order(Self.preprocessing)) { _ in }.reused)
      let other = Preprocessing(steps: Self.preprocessing.steps.dropLast(), line: 1)
      #expect(try !laboratory.train(order(other)) { _ in }.reused)
      #expect(laboratory.forecast(try order(Self.preprocessing), measuring: 0)?.steps == 6)
    }
  }

  @Test func greyMasksAreRefusedWithAdvice() throws {
    try withLaboratory { laboratory in
      let unfinished = Preprocessing(steps: [Resize(width: 16, height: 16, line: 7)], line: 6)
      let error = try #require(throws: LaboratoryError.self) { try laboratory.train(order(unfinished)) { _ in } }
      guard case .preprocessing(let problem) = error, case .greyMasks("knees", let values, 2) = problem.phrase else {
        throw error
      }
      #expect(error.isLearners && problem.line == 6 && values > 100)
      #expect(error.phrase.text(in: .english).contains("`Threshold()`"))
      #expect(error.phrase.text(in: .korean).contains("`Threshold()`"))
      #expect(laboratory.forecast(try order(unfinished), measuring: 0) == nil)
      // A network that tells all greys apart may learn them.
      let many = try order(unfinished, network: plan(classes: 256))
      #expect(try laboratory.train(many) { _ in }.predictions[0].count == 256)
    }
  }

  @Test func imagesOfSeveralSizesAreRefusedWithoutAResize() throws {
    try withLaboratory { laboratory in
      let none = try #require(throws: LaboratoryError.self) { try laboratory.train(order(nil)) { _ in } }
      guard case .sizesDiffer = none else { throw none }
      #expect(none.phrase.text(in: .english).contains("`Resize(width: 16, height: 16)`"))
      let some = Preprocessing(steps: [Threshold()], line: 4)
      let error = try #require(throws: LaboratoryError.self) { try laboratory.train(order(some)) { _ in } }
      guard case .preprocessing(let problem) = error, case .sizesDiffer = problem.phrase else { throw error }
      #expect(problem.line == 4)
    }
  }

  @Test func whatANetworkMustFitComesFromThePreparedImages() throws {
    try withLaboratory { laboratory in
      let prepared = laboratory.limits(dataset: "knees", preprocessing: Self.preprocessing, batchSize: 1)
      #expect(prepared.images?.dimensions == [16, 16, 1] && prepared.classes == 2)
      let grey = Preprocessing { Resize(width: 24, height: 8) }
      let limits = laboratory.limits(dataset: "knees", preprocessing: grey, batchSize: 1)
      #expect(limits.images?.dimensions == [8, 24, 1] && limits.classes == nil)
      // Of a set that is not there nothing is known but how large its images are made.
      let absent = laboratory.limits(dataset: "nowhere", preprocessing: grey, batchSize: 1)
      #expect(absent.images?.dimensions == [8, 24, 1] && absent.classes == 2)
      #expect(laboratory.limits(dataset: "nowhere", preprocessing: nil, batchSize: 1).images == nil)
      for side in [0, -1, .max] {
        let impossible = Preprocessing { Resize(width: side, height: 8) }
        #expect(laboratory.limits(dataset: "nowhere", preprocessing: impossible, batchSize: 1).images == nil)
      }
      let impossible = Preprocessing { Resize(width: 0, height: 8, line: 5) }
      #expect(laboratory.limits(dataset: "knees", preprocessing: impossible, batchSize: 1).images == nil)
      #expect(laboratory.problem(with: impossible, dataset: "knees")?.line == 5)
      // No images could be made so, whatever they are like.
      #expect(laboratory.problem(with: impossible, dataset: "nowhere")?.line == 5)
      #expect(laboratory.problem(with: grey, dataset: "nowhere") == nil)
      let many = Preprocessing(steps: Array(repeating: RandomNoise(), count: 65), line: 3)
      #expect(laboratory.problem(with: many, dataset: "knees")?.phrase == .tooManySteps(found: 65, most: 64))
      #expect(laboratory.problem(with: Self.preprocessing, dataset: "knees") == nil)
    }
  }
}
