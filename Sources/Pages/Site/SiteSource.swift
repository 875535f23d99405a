public import Checking
public import Datasets
public import Labs
public import Messages

/// What a site is made of: the course's labs in every language, what is known of their results, and the data sets.
public struct SiteSource: Sendable {
  /// One lab.
  public struct LabPages: Sendable {
    /// What its pages are called: the lab's file without its ending, for example `02-fcn`.
    public let name: String
    /// What is known of the lab in each language that the site has.
    public let cards: [Language: LabCard]
    /// The lab itself.
    let contents: LabContents
    /// What trainings of it gave; nil where no report was kept.
    let report: LabReport?
    /// Whether the networks of the trainings are shown.
    let showsAnswers: Bool

    /// A lab that was read.
    ///
    /// - Parameters:
    ///   - name: what its pages are called.
    ///   - labs: the lab in each language.
    ///   - texts: what each of them was read from, which stands beside its page: the lab as a learner gets it.
    ///   - files: the file that the words stand in, for each language that they stand in one of the course's.
    ///   - report: what trainings of it gave; nil for the lab alone.
    ///   - showsAnswers: whether the networks of the trainings are shown, which are the lab's answers.
    public init(
      name: String, labs: [Language: Lab], texts: [Language: String], files: [Language: String] = [:],
      report: LabReport?, showsAnswers: Bool = false
    ) {
      // In a language that it is not translated to, a lab is as it was written.
      var cards: [Language: LabCard] = [:]
      for (language, lab) in labs {
        cards[language] = LabCard(lab, text: texts[language], file: files[language], anchors: LabAnchors(of: lab))
      }
      var contents: [Language: LabContents.Content] = [:]
      for (language, lab) in labs { contents[language] = (lab, texts[language]) }
      self.init(name, cards, LabContents(name: name, contents), report, showsAnswers)
    }

    /// A lab that is read when one of its pages is to be made.
    ///
    /// - Parameters:
    ///   - name: what its pages are called.
    ///   - cards: what is known of it in each language.
    ///   - report: what trainings of it gave; nil for the lab alone.
    ///   - showsAnswers: whether the networks of the trainings are shown, which are the lab's answers.
    ///   - read: reads it, each language with its text; nil where its files are no longer what is known of them.
    public init(
      name: String, cards: [Language: LabCard], report: LabReport?, showsAnswers: Bool,
      read: @escaping @Sendable () -> [Language: (lab: Lab, text: String?)]?
    ) {
      self.init(name, cards, LabContents(name: name, read: read), report, showsAnswers)
    }

    private init(
      _ name: String, _ cards: [Language: LabCard], _ contents: LabContents, _ report: LabReport?,
      _ showsAnswers: Bool
    ) {
      (self.name, self.cards, self.contents, self.showsAnswers) = (name, cards, contents, showsAnswers)
      self.report = report?.results(showsAnswers: showsAnswers)
    }
  }

  /// One data set.
  public struct SetPages: Sendable {
    /// Its name.
    public let name: String
    /// What its page is made from: its digest.
    public let digest: String
    /// The set with what is known of it; read only where its page is made anew.
    public let load: @Sendable () throws(PageError) -> (set: ImageMaskSet, facts: [any Phrase])

    /// - Parameters: the parts, as documented on each property.
    public init(
      name: String, digest: String,
      load: @escaping @Sendable () throws(PageError) -> (set: ImageMaskSet, facts: [any Phrase])
    ) {
      self.name = name
      self.digest = digest
      self.load = load
    }
  }

  /// The labs in the order of the course.
  public let labs: [LabPages]
  /// The data sets by name.
  public let sets: [SetPages]

  /// - Parameters: the parts, as documented on each property.
  public init(labs: [LabPages], sets: [SetPages]) {
    self.labs = labs
    self.sets = sets
  }
}

extension LabReport {
  /// The trainings of the report without anything that it says of a learner: no verdicts, messages or printed words.
  ///
  /// - Parameter showsAnswers: whether the networks, what is done to images first, and the values of a sweep are shown: what the lab
  ///   leaves to its learners.
  /// - Returns: the report for a site's page.
  fileprivate func results(showsAnswers: Bool) -> LabReport {
    var result = LabReport(
      lab: lab, cells: [], experiments: showsAnswers ? experiments : experiments.map(\.withoutAnswers),
      diagnostics: [], printed: "")
    result.file = file
    result.isQuick = isQuick
    result.seed = seed
    return result
  }
}

extension ExperimentReport {
  /// What a training gave, without what its lab leaves to its learners.
  fileprivate var withoutAnswers: ExperimentReport {
    var result = ExperimentReport(
      id: id, run: run, reused: reused, seconds: seconds, epochs: epochs, steps: steps, metrics: metrics,
      weightsDigest: weightsDigest, history: history, layers: [], dataset: dataset, trainingImages: trainingImages,
      validationImages: validationImages, split: split, overlays: overlays)
    (result.images, result.validation, result.film) = (images, validation, film)
    (result.trainingPatients, result.quick) = (trainingPatients, quick)
    return result
  }
}
