/// A phrase of any topic as data: an id such as `network.filterChannels`, and the arguments by name.
///
/// In JSON `{"id": "check.holesLeft", "arguments": {"count": 3}}`. Two messages are equal where id and arguments are; nobody need compare
/// sentences.
public struct Message: Sendable, Hashable {
  /// What is said.
  public let phrase: any Phrase

  /// - Parameter phrase: what is said.
  public init(_ phrase: any Phrase) { self.phrase = phrase }

  /// The words in `language`, without a line break at the end.
  public func text(in language: Language) -> String { phrase.text(in: language) }

  /// The topic, and behind a dot the case where the topic is an enum; never another than that of earlier versions.
  public var id: String {
    let topic = type(of: phrase).topic
    let id = caseName.map { topic + "." + $0 } ?? topic
    return Self.lasting[id] ?? id
  }

  /// The ids of cases that were called otherwise when reports were first written with them.
  private static let lasting = [
    "check.permutationGainMeans": "check.ownLabelGainMeans",
    "check.permutationGainOutside": "check.ownLabelGainOutside",
    "networkAdvice.rateIsWhatIsDropped": "networkAdvice.keepIsWhatPasses",
  ]

  /// The name of an enum's case; nil for a phrase that is no enum of cases with values.
  private var caseName: String? {
    guard !(phrase is any RawRepresentable) else { return nil }
    let mirror = Mirror(reflecting: phrase)
    guard mirror.displayStyle == .enum else { return nil }
    // A case without values has no children, and its description is its name.
    return mirror.children.first?.label ?? String(describing: phrase)
  }

  /// Whether both say the same: the same case with the same values.
  public static func == (a: Message, b: Message) -> Bool { AnyHashable(a.phrase) == AnyHashable(b.phrase) }

  /// Hashes what is said.
  public func hash(into hasher: inout Hasher) { hasher.combine(AnyHashable(phrase)) }

  /// Every topic that a message can be of.
  static let topics: [String: any Phrase.Type] = {
    let types: [any Phrase.Type] = [
      AdvisedPhrase.self, AlgorithmPhrase.self, CalibrationPhrase.self, CardPhrase.self, CheckName.self,
      CheckPhrase.self,
      CheckpointPhrase.self,
      CommandPhrase.self,
      ContourPhrase.self, CoursePhrase.self, DICOMPhrase.self, DataPhrase.self, DataSetPhrase.self,
      DiagnosticPhrase.self, DoctorPhrase.self, ExperimentPhrase.self, ExportPhrase.self, FunctionCasePhrase.self,
      FunctionPhrase.self, JudgePhrase.self, LabAdvicePhrase.self, LabFilePhrase.self, LabPhrase.self, LabelPhrase.self,
      LinkAdvicePhrase.self, LinkPhrase.self, LoopPhrase.self, BookPhrase.self, GradeLabel.self, GradingPhrase.self,
      MasterPhrase.self, SheetPhrase.self,
      OverviewPhrase.self, SubmissionPhrase.self,
      MetricName.self, NetworkAdvicePhrase.self, NetworkPhrase.self, NotebookLabel.self, NotebookPhrase.self,
      PageLabel.self, PagePhrase.self,
      PatientPhrase.self,
      NIfTIPhrase.self, PreprocessingPhrase.self, ProgramPhrase.self, RecordPhrase.self, ReportPhrase.self,
      RunExportPhrase.self,
      SandboxPhrase.self,
      Sentences.self,
      AnswerPhrase.self, CompilerPhrase.self, DiagnosisPhrase.self, DifferencePhrase.self, MisplacedPhrase.self,
      SlipPhrase.self, ScorePhrase.self, SetFactPhrase.self, SiteLabel.self, SitePhrase.self, SetPageLabel.self,
      SetPagePhrase.self, SettingPhrase.self, StandingPhrase.self, StorePhrase.self, SummaryPhrase.self,
      SweepPhrase.self,
      TranslationPhrase.self, VerdictPhrase.self, Verbatim.self, VerifyPhrase.self, WorkPhrase.self,
      WorkStorePhrase.self,
      WorkbenchPhrase.self,
    ]
    return Dictionary(uniqueKeysWithValues: types.map { ($0.topic, $0) })
  }()
}

extension Message: Codable {
  private enum Key: String, CodingKey { case id, arguments }

  /// Writes id and arguments.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(id, forKey: .id)
    let arguments = container.superEncoder(forKey: .arguments)
    if caseName == nil {
      try phrase.encode(to: arguments)
    } else {
      try phrase.encode(to: CaseEncoder(arguments: arguments))
    }
  }

  /// Reads id and arguments.
  ///
  /// - Throws: `DecodingError` where the id is unknown, or its arguments are others.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let id = try container.decode(String.self, forKey: .id)
    let name = Self.lasting.first { $0.value == id }?.key ?? id
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    guard let topic = parts.first, let type = Self.topics[topic] else {
      throw DecodingError.dataCorruptedError(forKey: .id, in: container, debugDescription: "no message is called \(id)")
    }
    let arguments = try container.superDecoder(forKey: .arguments)
    phrase =
      parts.count == 1
      ? try type.init(from: arguments) : try type.init(from: CaseDecoder(name: parts[1], arguments: arguments))
    guard self.id == id else {
      throw DecodingError.dataCorruptedError(forKey: .id, in: container, debugDescription: "no message is called \(id)")
    }
  }
}

extension [Message] {
  /// Each of them once, in the order in which they first come.
  public var withoutRepetition: [Message] {
    var seen: Set<Message> = []
    return filter { seen.insert($0).inserted }
  }
}
