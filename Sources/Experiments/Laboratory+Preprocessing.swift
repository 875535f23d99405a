public import Datasets
internal import Messages
public import Networks
public import SegLab
internal import Tensors

extension Laboratory {
  /// What a network may cost here, and what images of the set called `dataset` it must fit.
  ///
  /// A set that is missing or broken limits nothing but what is made of any images, nor does preprocessing that cannot be done: that is said
  /// when a training asks for it.
  /// - Parameters:
  ///   - dataset: the set, by name.
  ///   - preprocessing: what is done to its images before the network sees them.
  ///   - batchSize: how many images one step looks at.
  /// - Returns: the limits.
  public func limits(dataset: String, preprocessing: Preprocessing? = nil, batchSize: Int) -> NetworkLimits {
    var limits = NetworkLimits(batchSize: max(1, batchSize), classes: 2)
    if freeMemory > 0 { limits.bytes = min(limits.bytes, freeMemory) }
    guard let facts = try? sets.facts(of: dataset) else {
      // Whatever the images are like, they leave this step as large as it says.
      if let size = preprocessing?.steps.lazy.compactMap({ $0 as? Resize }).last,
        [size.width, size.height].allSatisfy({ (1...NetworkLimits.dimension).contains($0) })
      {
        (limits.images, limits.imagesArePrepared) = (Shape([size.height, size.width, 1]), true)
      }
      return limits
    }
    guard let format = try? PreparedFormat(of: facts.summary, preparedBy: preprocessing), let size = format.size else {
      limits.classes = nil
      return limits
    }
    limits.images = Shape([size.height, size.width, 1])
    limits.imagesArePrepared = preprocessing != nil
    // Grey masks tell no classes apart yet: what a training needs to be told of them, it is told.
    limits.classes = format.classCount == 256 ? nil : format.classCount
    return limits
  }

  /// Why the set called `dataset` cannot be used; nil where it is at hand.
  public func fault(ofSet dataset: String) -> DatasetError? {
    do throws(DatasetError) {
      _ = try sets.facts(of: dataset)
      return nil
    } catch {
      return error
    }
  }

  /// The digest of the set called `dataset`; nil where it is not at hand.
  public func digest(of dataset: String) -> String? { try? sets.facts(of: dataset).digest }

  /// What keeps the images of the set called `dataset` from being prepared so; nil where nothing does. Of a set that is not at hand that is only what
  /// no images could be prepared with.
  public func problem(with preprocessing: Preprocessing, dataset: String) -> PreprocessingProblem? {
    guard let facts = try? sets.facts(of: dataset) else { return PreparedFormat.fault(inNumbersOf: preprocessing) }
    do throws(PreprocessingProblem) {
      _ = try PreparedFormat(of: facts.summary, preparedBy: preprocessing)
      return nil
    } catch {
      return error
    }
  }

  /// The images for a training, divided and prepared.
  ///
  /// - Throws: `LaboratoryError` where the set is not at hand, or its images cannot be prepared as ordered.
  func trainingData(for order: TrainingRequest) throws(LaboratoryError) -> TrainingData {
    let set: ImageMaskSet
    let split: Split
    do {
      set = try lastSet.load(order.dataset, from: sets)
      // The division belongs to the set, not to the run: every run is measured on the same images.
      split = try Split(of: set, by: order.split, seed: Self.splitSeed)
    } catch {
      throw .data(error)
    }
    guard order.preprocessing != nil || set.size != nil else {
      let wanted = order.network.input.dimensions
      throw .sizesDiffer(
        set: set.name, sizes: Set(set.samples.map(\.size)).count, height: wanted.first ?? 0,
        width: wanted.dropFirst().first ?? 0)
    }
    let preparer: Preparer
    do {
      preparer = try Preparer(order.preprocessing, for: set, training: split.training)
    } catch {
      throw .preprocessing(error)
    }
    guard preparer.classCount < 256 || order.network.classes == 256 else {
      let phrase = PreprocessingPhrase.greyMasks(
        set: set.name, values: preparer.labelValueCount, classes: order.network.classes)
      throw .preprocessing(PreprocessingProblem(phrase, line: order.preprocessing?.line ?? 0))
    }
    return TrainingData(preparer, split: split, seed: order.seed)
  }
}
