public import Checking
public import Diagnostics
internal import Foundation
public import Labs
public import Messages
public import Workbench

/// Looks at a folder of labs as their author wants them: as shipped nothing is passed and nothing broken, with its solution everything
/// passes, nobody is left without a hint, and translations, links and calibrations hold.
public struct CourseVerifier {
  /// What was found out about one lab.
  public struct LabDiagnostics {
    /// The lab's name.
    public let name: String
    /// The lab's title.
    public let title: String
    /// What is wrong with it or doubtful, in order.
    public internal(set) var diagnostics: [Diagnostic] = []
    /// The texts that the diagnostics speak of, by file.
    public internal(set) var texts: [String: String] = [:]
    /// How long its solution ran, in seconds; nil where it did not.
    public internal(set) var seconds: Double?
    /// What its cells were kept in; nil where none ran.
    public private(set) var sandbox: Sandbox.Kind?
    /// What else is to be known of how they were run, each once.
    public private(set) var remarks: [Message] = []

    /// How much is wrong.
    public var errors: Int { diagnostics.count { $0.severity == .error } }

    /// Notes how the cells of a report were run.
    mutating func note(_ report: LabReport) {
      sandbox = report.sandbox ?? sandbox
      remarks = (remarks + report.remarks).withoutRepetition
    }

    mutating func fault(_ file: String, _ line: Int, _ phrase: VerifyPhrase) {
      diagnostics.append(Diagnostic(.error, file: file, line: line, phrase))
    }

    mutating func doubt(_ file: String, _ line: Int, _ phrase: VerifyPhrase) {
      diagnostics.append(Diagnostic(.warning, file: file, line: line, phrase))
    }
  }

  private let course: Course
  private let folder: CourseFolder
  private let solutions: String
  private let refusal: ([String]) -> String?
  private let facts: (Lab) -> SetFacts?

  /// - Parameters:
  ///   - course: the labs.
  ///   - folder: the folder that they lie in, whose data sets they may use.
  ///   - solutions: the folder with the solutions, each named as its lab.
  ///   - refusal: why the words behind `seglab` are no command; nil where they are one.
  ///   - facts: the numbers of a lab's data set; nil where it is not at hand as a whole.
  public init(
    course: Course, folder: CourseFolder, solutions: String, refusal: @escaping ([String]) -> String? = { _ in nil },
    facts: @escaping (Lab) -> SetFacts? = { _ in nil }
  ) {
    self.course = course
    self.folder = folder
    self.solutions = solutions
    self.refusal = refusal
    self.facts = facts
  }

  /// What is to be said about each lab, in order.
  ///
  /// - Parameters:
  ///   - only: the name of the one lab that is looked at; nil for all.
  ///   - judge: gives the report on a lab; nil where labs are only to be looked at.
  ///   - gaps: what the checks of a lab let pass of its solution; nil where nobody asks.
  ///   - began: told of each lab before it is looked at.
  /// - Returns: the findings.
  /// - Throws: what `judge` throws where it cannot judge anything at all.
  public func findings<Failure: Error>(
    only: String? = nil, judge: ((Lab) async throws(Failure) -> LabReport)?,
    gaps: ((Lab) async throws(Failure) -> CheckGaps)? = nil, began: (String) -> Void
  ) async throws(Failure) -> [LabDiagnostics] {
    var all: [LabDiagnostics] = []
    let links = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, linkInspector(in: $0)) })
    for entry in course.entries where only == nil || entry.name == only {
      began(entry.name)
      var findings = LabDiagnostics(name: entry.name, title: entry.lab?.title ?? entry.name)
      findings.diagnostics += entry.diagnostics
      findings.diagnostics += course.diagnostics.filter { $0.file == entry.path }
      findings.texts[entry.path] = entry.text
      if let lab = entry.lab {
        LabInspector(lab: lab).inspect(&findings)
        findings.diagnostics += links[lab.language]?.diagnostics(of: lab, file: lab.file) ?? []
        verifyTranslations(of: lab, links, &findings)
        verifyProse(of: lab, &findings)
        let solved = completed(lab, entry, &findings)
        LabInspector(lab: lab).inspectNames(&findings, solved: solved ?? lab, sets: folder.sets)
        if let judge { try await verify(lab, solved, by: judge, &findings) }
        if let gaps, let solved { note(try await gaps(solved), in: lab, &findings) }
      }
      all.append(findings)
    }
    return all
  }

  /// Looks at links between the labs as they are read in a language.
  private func linkInspector(in language: Language) -> LinkInspector {
    LinkInspector(
      labs: course.entries.compactMap { entry in
        entry.lab.map { (entry.name, $0.translated(to: language).value) }
      })
  }

  /// Looks at the commands and the numbers in the words of a lab and of its translations.
  private func verifyProse(of lab: Lab, _ findings: inout LabDiagnostics) {
    let inspector = ProseInspector(course: course, refusal: refusal)
    var texts = [(file: lab.file, text: lab.text)]
    for language in Language.allCases {
      let path = Translation.path(of: lab.file, in: language)
      if let text = findings.texts[path] { texts.append((path, text)) }
    }
    for (file, text) in texts { inspector.inspectCommands(in: text, of: lab, file: file, &findings) }
    ProseInspector.inspectFacts(of: lab, texts: texts, facts(lab), &findings)
  }

  /// Notes what the checks let pass: one doubt for each setting of a constant, with the parts in which it was changed.
  private func note(_ gaps: CheckGaps, in lab: Lab, _ findings: inout LabDiagnostics) {
    var seen: [String: (gap: CheckGaps.Gap, parts: [String])] = [:]
    var order: [String] = []
    for gap in gaps.gaps {
      let key = gap.setting.isEmpty ? "\(gap)" : "\(gap.cell) \(gap.constant) \(gap.setting)"
      if seen[key] == nil { order.append(key) }
      seen[key, default: (gap, [])].parts.append(gap.part)
    }
    let lines = Dictionary(lab.exercises.map { ($0.id, $0.line) }) { first, _ in first }
    for key in order {
      guard let (gap, parts) = seen[key] else { continue }
      var different: [String] = []
      for part in parts where !part.isEmpty && !different.contains(part) { different.append(part) }
      findings.doubt(
        lab.file, lines[gap.cell] ?? 0,
        .notCaught(
          cell: gap.cell, constant: gap.constant, setting: gap.setting, parts: different, original: gap.original,
          changed: gap.changed))
    }
    if gaps.untried > 0 { findings.doubt(lab.file, 0, .untried(count: gaps.untried, tried: gaps.tried)) }
  }

  private func verifyTranslations(
    of lab: Lab, _ links: [Language: LinkInspector], _ findings: inout LabDiagnostics
  ) {
    for language in Language.allCases where language != lab.language {
      let path = Translation.path(of: lab.file, in: language)
      guard FileManager.default.fileExists(atPath: path) else {
        let others = course.entries.contains {
          FileManager.default.fileExists(atPath: Translation.path(of: $0.path, in: language))
        }
        if others { findings.doubt(lab.file, 0, .noTranslation(file: path)) }
        continue
      }
      do {
        let (translation, mistakes) = try Translation.read(path)
        findings.diagnostics += mistakes
        guard let translation else { continue }
        findings.texts[path] = translation.text
        // What is laid for a course in this language is looked at with what is shown of it.
        let diagnostics = lab.woven(with: translation).diagnostics
        let mark = TranslationTemplate.mark(of: language).trimmingCharacters(in: .whitespaces)
        let marked = translation.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
          .filter { $0.element.contains(mark) }
        if let first = marked.first {
          findings.doubt(path, first.offset + 1, .notTranslated(count: marked.count))
        }
        findings.diagnostics += diagnostics
        if let merged = lab.translated(by: translation).lab {
          findings.diagnostics += links[language]?.diagnostics(of: merged, file: path) ?? []
        }
      } catch {
        findings.diagnostics.append(Diagnostic(.error, file: path, line: 0, error.phrase))
      }
    }
  }

  /// The lab with its solution in it; nil where there is none that fits.
  private func completed(_ lab: Lab, _ entry: Course.Entry, _ findings: inout LabDiagnostics) -> Lab? {
    var path = "\(solutions)/\(entry.name).md"
    // A course that was made by `init` has the labs, and their solutions stay where SegLab is.
    if !FileManager.default.fileExists(atPath: path), let home = try? Installation.find().home,
      FileManager.default.fileExists(atPath: home.appendingPathComponent("labs/\(entry.name).md").path)
    {
      path = home.appendingPathComponent("solutions/\(entry.name).md").path
    }
    do {
      let (solution, mistakes) = try Solution.read(path)
      findings.diagnostics += mistakes
      guard let solution else { return nil }
      for language in Language.allCases { verifyWords(of: solution, in: language, &findings) }
      let (whole, diagnostics) = lab.completed(with: solution)
      findings.diagnostics += diagnostics
      return whole
    } catch {
      // A lab that asks nothing needs no solution.
      guard !lab.exercises.isEmpty || !lab.questions.isEmpty else { return nil }
      findings.diagnostics.append(Diagnostic(.error, file: path, line: 0, error.phrase))
      return nil
    }
  }

  /// Whether what a solution says in another language belongs to it: answers in words alone.
  private func verifyWords(of solution: Solution, in language: Language, _ findings: inout LabDiagnostics) {
    let path = SolutionBook.words(of: solution.file, in: language)
    guard FileManager.default.fileExists(atPath: path) else { return }
    do {
      let (words, mistakes) = try Solution.read(path)
      findings.diagnostics += mistakes
      for answer in words?.answers ?? [] where !solution.answers.contains(where: { $0.question == answer.question }) {
        findings.diagnostics.append(
          Diagnostic(
            .error, file: path, line: answer.line,
            LabPhrase.unknownTarget(kind: "answer", name: answer.question)))
      }
    } catch {
      findings.diagnostics.append(Diagnostic(.error, file: path, line: 0, error.phrase))
    }
  }

  private func verify<Failure: Error>(
    _ lab: Lab, _ solved: Lab?, by judge: (Lab) async throws(Failure) -> LabReport, _ findings: inout LabDiagnostics
  ) async throws(Failure) {
    let shipped = try await judge(lab)
    findings.note(shipped)
    let asked = Set(lab.exercises.map(\.id) + lab.questions.map(\.id))
    for cell in shipped.cells where asked.contains(cell.id) {
      guard cell.verdict == .passed || cell.verdict == .notYet || cell.verdict == .error else { continue }
      let check = cell.checks.first { $0.verdict == cell.verdict }
      findings.fault(
        lab.file, check?.line ?? 0,
        cell.verdict == .passed
          ? .passedAsShipped(cell: cell.id) : .brokenAsShipped(cell: cell.id, message: Said(check?.message?.phrase)))
    }
    guard let solved else { return }
    let start = ContinuousClock.now
    let report = try await judge(solved)
    findings.note(report)
    findings.seconds = (ContinuousClock.now - start) / .seconds(1)
    for cell in report.cells where !cell.verdict.isRight {
      let check = cell.checks.first { !$0.verdict.isRight }
      // The line is that of the completed lab, which no one has before them: the check is named instead.
      findings.fault(
        lab.file, 0,
        .solutionFails(
          cell: cell.id, check: check?.name.rawValue ?? "", measured: check?.measured?.text ?? "",
          expected: check?.expected?.text ?? "", message: Said(check?.message?.phrase)))
    }
  }
}
