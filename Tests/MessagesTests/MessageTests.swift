import Foundation
import Testing

@testable import Messages

/// Messages as data: each has an id that never changes, and comes back as it was.
///
/// With `SEGLAB_UPDATE_GOLDENS` in the environment the list of ids is written anew: an id that goes or changes there cannot be read any more from
/// reports that people keep.
struct MessageTests {
  /// One of each case of what checks say.
  private static let checks: [any Phrase] = [
    CheckPhrase.holesLeft(count: 3),
    CheckPhrase.doesNotCompile(count: 3),
    CheckPhrase.blockedByCheck(.dice),
    CheckPhrase.blockedByCell("w"),
    CheckPhrase.givenWaits(cell: "w"),
    CheckPhrase.madeElsewhere(name: "w", kind: "w", other: nil),
    CheckPhrase.constantMissing(name: "w", kind: "w"),
    CheckPhrase.shapeDiffers(layer: "w", expected: "w", measured: "w"),
    CheckPhrase.noSuchLayer(layer: "w", layers: ["a", "b"]),
    CheckPhrase.parametersDiffer(expected: 3, measured: 3),
    CheckPhrase.biasDiffers(expected: 3, measured: 3, layer: "w", isThere: true),
    CheckPhrase.overBudget(limit: 3, measured: 3),
    CheckPhrase.trainingNumber(field: "w", found: "w", expected: "w"),
    CheckPhrase.accuracyOutside(bound: "w", measured: 0.5, baseline: 0.5),
    CheckPhrase.accuracyBelowBaseline(measured: 0.5, baseline: 0.5),
    CheckPhrase.diceOutside(bound: "w", measured: 0.5),
    CheckPhrase.metricOutside(.iou, bound: "w", measured: 0.5),
    CheckPhrase.metricMissing(.iou, bound: "w"),
    CheckPhrase.lossContradicts,
    CheckPhrase.classWeightsUnused,
    CheckPhrase.classWeights(found: 3, classes: 3),
    CheckPhrase.lossChannels(loss: "w", wanted: "w", network: "w", found: 3, other: "w"),
    CheckPhrase.trainingMemory(found: 3, limit: 3, batchSize: 3),
    CheckPhrase.lossDoesNotFall(start: 0.5, end: 0.5, spread: 0.5),
    CheckPhrase.trainingTooLong(seconds: 0.5, limit: 0.5, epochs: 3),
    CheckPhrase.notAboveBaseline(measured: 0.5, baseline: 0.5),
    CheckPhrase.permutationGainOutside(bound: "w", own: 0.5, swapped: 0.5),
    CheckPhrase.permutationGainMeans(own: 0.5, swapped: 0.5),
    CheckPhrase.questionOpen(id: "w"),
    CheckPhrase.answerUnknown(found: "w", keys: ["a", "b"]),
    CheckPhrase.answerNotANumber(found: "w"),
    CheckPhrase.answerFarOff(found: "0.5", tolerance: 0.5),
    CheckPhrase.justification("w"),
  ]

  /// One of every topic, values of every kind among them.
  private static let others: [any Phrase] = [
    AdvisedPhrase.write("a", line: 2, why: Message(NetworkAdvicePhrase.useReLU)),
    AlgorithmPhrase.tooFewChannels("direct", 3, least: 4), CalibrationPhrase.seed(1, of: 3),
    CheckpointPhrase.resumed(step: 1, steps: 2), CommandPhrase.noInstallation,
    CommandPhrase.noSuchCell(cell: "a", suggestion: "b", known: ["b"]),
    ContourPhrase.none(path: "p", kind: "icontour", found: ["o"]),
    CoursePhrase.answerKept, DICOMPhrase.tagUnsupported(path: "p", tag: "t", found: "f", expected: .colours),
    DataPhrase.badFiles(path: "p", problems: [.fileEmpty(path: "a"), .dicom(.notDICOM(path: "b"))]),
    DataPhrase.formatUnknown(path: "p", found: nil), DataPhrase.record(path: "p", number: nil, .empty),
    DataSetPhrase.optionsClash("--a", with: "--b"), DiagnosticPhrase.hole, DoctorPhrase.healthy,
    ExperimentPhrase.outOfTime(limit: 60), ExportPhrase.written(name: "a", count: 2, files: ["b"]),
    FunctionCasePhrase.noValue, FunctionPhrase.stopped(name: "f", inputs: "1", why: .noEnd(seconds: 5)),
    FunctionPhrase.wrong(name: "f", inputs: "1", expected: "2", found: "3", trouble: nil),
    JudgePhrase.stopped(signal: 9, words: "w", training: nil), LabAdvicePhrase.oneOf(["a"]),
    LabFilePhrase.missing(path: "p"), LabPhrase.moreMistakes, LabelPhrase.valuesFound([1, 2]),
    LinkAdvicePhrase.known(["a", "b"]), LinkPhrase.noPlace("a", page: nil),
    LoopPhrase.next(cell: "a", stage: .shapes), MetricName.hausdorff95,
    NetworkAdvicePhrase.putFlattenBefore(layer: "a", count: nil), NetworkAdvicePhrase.useSizes([[1, 2]], uneven: nil),
    NetworkPhrase.imagesDiffer(written: [1], images: []), PageLabel.checks,
    PagePhrase.budget(parameters: nil, minutes: 0.5),
    PatientPhrase.heldOut(names: ["a"], trained: 3, images: 4),
    PatientPhrase.dice([PatientDice(patient: "a", images: 4, dice: 0.5)]),
    PreprocessingPhrase.notSquare(step: "a", size: "b"), ProgramPhrase.crashed(signal: 4, words: "w"),
    RecordPhrase.empty,
    ReportPhrase.changed(.frontMatter, name: "", file: "a.md", line: 1),
    RunExportPhrase.unknownRun(
      asked: "a", known: [.listed(run: "b", names: ["c/d"], dataset: "e", dice: 0.5, weights: nil)]),
    NIfTIPhrase.alone(path: "p"), CardPhrase.limitOfUse,
    RunExportPhrase.badWeights(path: "p", damage: .places(array: "a")),
    SandboxPhrase.limitsOnly(reason: .sandboxRequired(reason: .noBubblewrap)),
    Sentences(CheckPhrase.lossContradicts, nil, Verbatim("w")), SetFactPhrase.classes(shares: [0.5, .nan]),
    ScorePhrase.measures(images: 2), SetPageLabel.set,
    StandingPhrase.stopped(training: "a", step: 1, steps: 2, kept: nil),
    SettingPhrase.noPart("a", known: ["b"]), StorePhrase.link(path: "p"), CheckName.meanDice,
    SetPagePhrase.imagesOmitted(count: 1),
    SiteLabel.search, SitePhrase.built(pages: 1, made: 2, path: "p"), SummaryPhrase.output,
    SweepPhrase.count(found: 0, most: 64),
    TranslationPhrase.whyMissing, VerdictPhrase("passed"), Verbatim("w \u{1B}[2J \"\\"),
    VerifyPhrase.brokenAsShipped(cell: "a", message: Said(CheckPhrase.holesLeft(count: 2))), WorkbenchPhrase.hole,
    SlipPhrase.lookalike(.fullWidth, found: ["（"], written: ["("]),
    SlipPhrase.writeLikewise("a", others: [LineChange(3, through: 3, "b")]),
    SlipPhrase.foreignWord(found: "None", ours: "nil", from: .python),
    DiagnosisPhrase.rateTooLow(rate: 1e-6, first: 1, last: 1),
    DifferencePhrase.written(expected: 1, measured: 2, layer: "a", label: "filter", found: [1], right: [2]),
    MisplacedPhrase.moveToLab(lab: "a.md"), AnswerPhrase.decimalComma(found: "0,5", plain: "0.5"),
    CompilerPhrase.said("cannot find 'x' in scope"),
    FunctionPhrase.wrong(name: "f", inputs: "1", expected: "2", found: "3", trouble: .known(.iou)),
    WorkbenchPhrase.unknownMember("a", type: "b", suggestion: "c", known: []),
    BookPhrase.noStudent(asked: "a", near: ["b"]), GradeLabel.late(days: 1, percent: 10), GradingPhrase.stopped,
    MasterPhrase.noLab(Message(CheckPhrase.holesLeft(count: 2))), OverviewPhrase.distributionWords([1]),
    SheetPhrase.sheet(path: "p", .noColumn(asked: nil, known: ["a"])), SubmissionPhrase.zip(file: "f", .method(9)),
    WorkPhrase.givenUp(times: 5), WorkStorePhrase.absent(path: "p"),
    NotebookLabel.labs, NotebookPhrase.portTaken(port: 1),
  ]

  private static let encoder: JSONEncoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return encoder
  }()
  private static let decoder: JSONDecoder = {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return decoder
  }()

  @Test func `every topic comes back with the same words`() throws {
    for phrase in Self.checks + Self.others {
      let message = Message(phrase)
      let bytes = try Self.encoder.encode(message)
      let read = try Self.decoder.decode(Message.self, from: bytes)
      #expect(read.id == message.id && type(of: read.phrase) == type(of: phrase))
      #expect(try Self.encoder.encode(read) == bytes, "\(message.id)")
      for language in Language.allCases { #expect(read.text(in: language) == message.text(in: language)) }
      // No number that is none: those are equal to nothing, themselves included.
      if !String(decoding: bytes, as: UTF8.self).contains("\"nan\"") {
        #expect(read == message && Set([read, message]).count == 1, "\(message.id)")
      }
    }
    let seen = Set((Self.checks + Self.others).map { type(of: $0).topic })
    #expect(seen == Set(Message.topics.keys))
  }

  /// A topic that nobody registered would be written into reports that nobody can read.
  @Test func `every topic of the module can be read again`() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Messages")
    let files = try FileManager.default.contentsOfDirectory(atPath: sources.path).filter { $0.hasSuffix(".swift") }
    let registered = Set(Message.topics.values.map { String(describing: $0) })
    for file in files {
      let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
      for match in text.matches(of: /public (?:enum|struct) (\w+): (?:String, )?(?:CaseIterable, )?Phrase/) {
        // The words of --help are never part of a report.
        let name = String(match.output.1)
        #expect(registered.contains(name) || name.hasSuffix("HelpPhrase"), "\(name) is missing in Message.topics")
      }
    }
  }

  @Test func `ids are those that reports were written with`() throws {
    let messages = (Self.checks + Self.others + PageLabel.allCases + SetPageLabel.allCases + MetricName.allCases).map {
      Message($0)
    }
    let ids = Set(messages.map(\.id)).sorted()
    #expect(Set(Self.checks.map { Message($0).id }).count == Self.checks.count)
    let golden = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens/message-ids.txt")
    let text = ids.joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["SEGLAB_UPDATE_GOLDENS"] != nil {
      try text.write(to: golden, atomically: true, encoding: .utf8)
    }
    #expect(try text == String(contentsOf: golden, encoding: .utf8))
  }

  /// The catalog names every message of its topics, in the order of the source; `SEGLAB_UPDATE_GOLDENS` writes it anew.
  @Test func `the catalog has every message of its topics`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Messages")
    var found: [String: [String]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".swift") {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      for match in text.matches(of: /public (?:indirect )?enum (\w+)Phrase: Phrase \{\n/) {
        let body = text[match.range.upperBound...].prefix { _ in true }
        let end = body.firstRange(of: "\n}\n")?.lowerBound ?? body.endIndex
        let named = match.output.1.prefix(1).lowercased() + match.output.1.dropFirst()
        let own = body[..<end].firstMatch(of: /static var topic: String \{ "(\w+)" \}/)
        let topic = own.map { String($0.output.1) } ?? named
        found[topic] = body[..<end].matches(of: /(?m)^  case ((?:.+)(?:\n    .+)*)/).flatMap { found in
          // What stands in parentheses are the case's values.
          String(found.output.1).replacing(/\((?:[^()]|\([^()]*\))*\)/, with: "").split(separator: ",").map {
            String($0).trimmingCharacters(in: .whitespacesAndNewlines)
          }.filter { $0.wholeMatch(of: /\w+/) != nil }
        }
      }
    }
    let wanted = MessageCatalog.names.map { ($0.topic, found[$0.topic] ?? []) }
    if ProcessInfo.processInfo.environment["SEGLAB_UPDATE_GOLDENS"] != nil {
      let file = folder.appending(path: "MessageCatalog.swift")
      let text = try String(contentsOf: file, encoding: .utf8)
      let lists = wanted.map { topic, names in
        var lines = [""]
        for name in names.map({ "\"\($0)\"," }) {
          if !(lines.last ?? "").isEmpty, (lines.last ?? "").count + name.count > 108 { lines.append("") }
          lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + name
        }
        // The linter wants a comma behind the last of several names, and none behind a single one.
        if names.count == 1 { lines[0].removeLast() }
        return "    (\n      \"\(topic)\",\n      [\n" + lines.map { "        \($0)\n" }.joined() + "      ]\n    ),\n"
      }
      let table = "  static let names: [(topic: String, names: [String])] = [\n\(lists.joined())  ]\n"
      let parts = text.components(separatedBy: "  // names\n")
      let rest = parts[1].components(separatedBy: "  // end of names\n")
      try (parts[0] + "  // names\n" + table + "  // end of names\n" + rest[1]).write(
        to: file, atomically: true, encoding: .utf8)
    } else {
      for (mine, source) in zip(MessageCatalog.names, wanted) { #expect(mine.names == source.1, "\(mine.topic)") }
    }
    let entries = MessageCatalog.topics.flatMap(\.entries)
    #expect(entries.allSatisfy { entry in entry.example.map { $0.id == entry.id } ?? true })
    // Few have values that nothing stands in for.
    let shown = entries.count { $0.example != nil }
    #expect(Double(shown) > 0.8 * Double(entries.count), "\(shown) of \(entries.count)")
  }

  @Test func `its form is an id and arguments by name`() throws {
    let forms: [(any Phrase, String)] = [
      (CheckPhrase.holesLeft(count: 3), #"{"arguments":{"count":3},"id":"check.holesLeft"}"#),
      (CheckPhrase.lossContradicts, #"{"arguments":{},"id":"check.lossContradicts"}"#),
      (
        CheckPhrase.madeElsewhere(name: "a", kind: "b", other: nil),
        #"{"arguments":{"kind":"b","name":"a"},"id":"check.madeElsewhere"}"#
      ),
      (CheckPhrase.blockedByCell("a"), #"{"arguments":{"_0":"a"},"id":"check.blockedByCell"}"#),
      (PageLabel.checks, #"{"arguments":"checks","id":"pageLabel"}"#),
      (Verbatim("a"), #"{"arguments":{"words":"a"},"id":"verbatim"}"#),
    ]
    for (phrase, form) in forms {
      #expect(String(decoding: try Self.encoder.encode(Message(phrase)), as: UTF8.self) == form)
    }
  }

  @Test(arguments: [
    #"{"id":"check.holesLeft","arguments":{}}"#, #"{"id":"check.holesLeft","arguments":{"count":"3"}}"#,
    #"{"id":"check.holesLeft","arguments":{"count":1e99}}"#, #"{"id":"check.holesLeft","arguments":[3]}"#,
    #"{"id":"check.holesLeft","arguments":null}"#, #"{"id":"check.holesLeft"}"#, #"{"id":"check.none","arguments":{}}"#,
    #"{"id":"none.holesLeft","arguments":{"count":3}}"#, #"{"id":"check","arguments":{"count":3}}"#,
    #"{"id":"check.","arguments":{}}"#, #"{"id":".","arguments":{}}"#, #"{"id":"","arguments":{}}"#,
    #"{"id":"check.holesLeft.count","arguments":{"count":3}}"#, #"{"id":"pageLabel","arguments":"none"}"#,
    #"{"id":"pageLabel.checks","arguments":"checks"}"#, #"{"id":3,"arguments":{}}"#, "{}", "[]", "3", "null",
    #"{"id":"verbatim","arguments":"a"}"#, #"{"id":"data.badFiles","arguments":{"path":"p","problems":[{"none":{}}]}}"#,
    #"{"id":"sentences","arguments":{"parts":[{"id":"none","arguments":{}}]}}"#,
  ])
  func `an unknown id and other arguments are refused without a trap`(text: String) {
    #expect(throws: DecodingError.self) { try Self.decoder.decode(Message.self, from: Data(text.utf8)) }
  }

  @Test func `what nests without end is refused`() {
    let deep = String(repeating: #"{"id":"sentences","arguments":{"parts":["#, count: 20_000)
    #expect(throws: DecodingError.self) { try Self.decoder.decode(Message.self, from: Data(deep.utf8)) }
    let reasons = String(repeating: #"{"limitsOnly":{"reason":"#, count: 20_000)
    let text = #"{"id":"sandbox.limitsOnly","arguments":{"reason":"# + reasons
    #expect(throws: DecodingError.self) { try Self.decoder.decode(Message.self, from: Data(text.utf8)) }
  }
}
