public import Datasets
public import Diagnostics
public import Files
internal import Foundation
public import Labs
public import Messages
internal import Workbench

/// Why something that was asked of a course was not done.
public enum CourseProblem: Error, Sendable {
  /// The labs cannot be read, or none is meant.
  case course(CourseError)
  /// A lab's, a solution's or a translation's file cannot be read.
  case labFile(LabFileError)
  /// A cell's new text does not fit into its lab.
  case edit(LabEditError)
  /// A data set cannot be read or kept.
  case dataset(DatasetError)
  /// Something of SegLab's own cannot be written, or something else stands in its place.
  case file(FileFault)
  /// A file cannot be written.
  case notWritten(path: String, reason: String)
  /// The course folder cannot be made, or the labs that came with SegLab cannot be read.
  case folderNotMade(path: String, reason: String)
  /// The working directory is no longer there.
  case workingFolderGone
  /// There is no folder of labs.
  case noLabs(folder: String)
  /// A link stands where a lab's file should.
  case labIsLink(path: String)
  /// A lab that was sound when it was shipped has mistakes now.
  case wasSound(file: String, lab: String, [Diagnostic], text: String?)
  /// A lab or solution has mistakes of its author's.
  case hasMistakes(file: String, [Diagnostic], text: String?)
  /// Another program works in the folder.
  case locked(folder: String)
  /// There is no key to seal with what is to be kept; what to say of that.
  case noKey(StorePhrase)
  /// What came with SegLab is nowhere.
  case noInstallation
  /// A lab as it was shipped is nowhere.
  case noOriginal(lab: String)
  /// Nothing was set back that could be given back.
  case nothingToUndo(lab: String)
  /// The lab has no such cell.
  case noSuchCell(cell: String, known: [String])
  /// The cell has no hint of that number, or it comes after others: how many were told, of how many.
  case noSuchHint(lab: String, cell: String, number: Int, told: Int, count: Int)
  /// The lab has no such question.
  case noSuchQuestion(question: String, known: [String])
  /// The question's answer cell is missing.
  case noAnswerCell(question: String)
  /// The answer is empty.
  case emptyAnswer(question: String)
  /// What was typed is no answer to the question at all.
  case noAnswer(CheckPhrase)
  /// There is no solution of the lab.
  case noSolution(lab: String)
  /// The solution is not to be shown yet; a remark about what is known of the lab stands before that.
  case solutionAfterPassing(lab: String, cell: String, hasHints: Bool, remark: StorePhrase?)
  /// No lab can be called so.
  case badLabName(String)
  /// There is a lab of that name already.
  case labExists(path: String)
  /// A report's file cannot be read.
  case reportNotReadable(path: String, reason: String)
  /// A file is no report, or one of another version.
  case notAReport(path: String)

  /// What to say about it.
  public var phrase: any Phrase {
    switch self {
    case .course(let error): error.phrase
    case .labFile(let error): error.phrase
    case .edit(let error): error.phrase
    case .dataset(let error): error.phrase
    case .file(let fault): fault.phrase
    case .notWritten(let path, let reason), .folderNotMade(let path, let reason):
      CommandPhrase.notWritten(path: path, reason: reason)
    case .workingFolderGone: StorePhrase.workingFolderGone
    case .noLabs(let folder): CommandPhrase.noLabs(folder: folder)
    case .labIsLink(let path): StorePhrase.labIsLink(path: path)
    case .wasSound(let file, let lab, _, _): CoursePhrase.wasSound(file: file, lab: lab)
    case .hasMistakes(let file, let diagnostics, _):
      CommandPhrase.labHasMistakes(file: file, count: diagnostics.count { $0.severity == .error })
    case .locked(let folder): LoopPhrase.locked(folder: folder)
    case .noKey(let phrase): phrase
    case .noInstallation: CommandPhrase.noInstallation
    case .noOriginal(let lab): CommandPhrase.noOriginal(lab: lab)
    case .nothingToUndo(let lab): CommandPhrase.nothingToUndo(lab: lab)
    case .noSuchCell(let cell, let known):
      CommandPhrase.noSuchCell(
        cell: cell, suggestion: Spelling.nearest(to: KoreanLayout.keys(of: cell) ?? cell, among: known) ?? "",
        known: known)
    case .noSuchHint(let lab, let cell, let number, let told, let count):
      CoursePhrase.noSuchHint(lab: lab, cell: cell, number: number, told: told, count: count)
    case .noSuchQuestion(let question, let known): CoursePhrase.noSuchQuestion(question: question, known: known)
    case .noAnswerCell(let question): CoursePhrase.noAnswerCell(question: question)
    case .emptyAnswer(let question): CoursePhrase.emptyAnswer(question: question)
    case .noAnswer(let phrase): phrase
    case .noSolution(let lab): LoopPhrase.noSolution(lab: lab)
    case .solutionAfterPassing(let lab, let cell, let hasHints, _):
      LoopPhrase.solutionAfterPassing(lab: lab, cell: cell, hasHints: hasHints)
    case .badLabName(let name): LoopPhrase.badLabName(name)
    case .labExists(let path): LoopPhrase.labExists(path: path)
    case .reportNotReadable(let path, let reason): ReportPhrase.notReadable(path: path, reason: reason)
    case .notAReport(let path): ReportPhrase.notAReport(path: path, schema: ReportFile.currentSchema)
    }
  }

  /// The messages about places in a file that are the reason.
  public var diagnostics: [Diagnostic] {
    switch self {
    case .wasSound(_, _, let list, _), .hasMistakes(_, let list, _): list
    default: []
    }
  }

  /// What is to be said before ``phrase``.
  public var notes: [CourseNote] {
    switch self {
    case .wasSound(_, _, let list, let text), .hasMistakes(_, let list, let text): [.diagnostics(list, text: text)]
    case .solutionAfterPassing(_, _, _, let remark?): [.line(remark)]
    default: []
    }
  }
}

extension FileFault {
  /// What to say of something that cannot be written, or that stands where SegLab's own should.
  var phrase: any Phrase {
    switch cause {
    case .link: StorePhrase.link(path: path)
    case .notAFile: StorePhrase.notAFile(path: path)
    case .notAFolder: StorePhrase.notAFolder(path: path)
    case .foreign(let owner): StorePhrase.foreign(path: path, owner: owner)
    case .system, .noReader: CommandPhrase.notWritten(path: path, reason: reason)
    }
  }
}

/// What is to be said beside a result.
public enum CourseNote: Sendable {
  /// A line.
  case line(any Phrase)
  /// Messages about places in a file, and the file's text where it is to be quoted.
  case diagnostics([Diagnostic], text: String?)
}

/// A result, with what is to be said beside it.
public struct Noted<Value: Sendable>: Sendable {
  /// The result.
  public let value: Value
  /// What is to be said, in order.
  public let notes: [CourseNote]

  /// - Parameters:
  ///   - value: the result.
  ///   - notes: what is to be said, in order.
  public init(_ value: Value, _ notes: [CourseNote] = []) {
    self.value = value
    self.notes = notes
  }
}

/// The system's words for `error`.
func reason(of error: any Error) -> String {
  if let fault = error as? FileFault { return fault.reason }
  let cause = (error as NSError).userInfo[NSUnderlyingErrorKey]
  if let code = (cause as? POSIXError)?.code.rawValue { return String(cString: strerror(code)) }
  // Foundation's own words end a sentence that ours goes on with.
  let words = (error as NSError).localizedDescription
  return words.hasSuffix(".") ? String(words.dropLast()) : words
}
