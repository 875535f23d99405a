internal import Checking
internal import Diagnostics
internal import Foundation
public import Labs
internal import Messages

/// The solutions that came with the labs, given to who has passed or asks for them.
public struct SolutionBook: Sendable {
  private let folder: CourseFolder

  /// - Parameter folder: the course folder.
  public init(folder: CourseFolder) { self.folder = folder }

  /// The solution of a lab: from the course folder where its author keeps one, or from the folder beside the lab's own, else from the
  /// installation. Of a lab that came with SegLab and is as it came, the installation's own.
  ///
  /// - Throws: `CourseProblem.noSolution`, or `.labFile` where its file cannot be read.
  public func solution(of lab: Lab) throws(CourseProblem) -> Solution {
    let name = URL(fileURLWithPath: lab.file).lastPathComponent
    var places = [folder.root.appendingPathComponent("solutions/\(name)")]
    let labs = URL(fileURLWithPath: lab.file).deletingLastPathComponent()
    places.append(labs.deletingLastPathComponent().appendingPathComponent("solutions/\(name)"))
    if let home = try? Installation.find().home {
      let shipped = home.appendingPathComponent("solutions/\(name)")
      let isAsShipped = folder.original(name).map { $0 == Installation.lab(name, in: lab.language) } ?? false
      places.insert(shipped, at: isAsShipped ? 0 : places.count)
    }
    for place in places where FileManager.default.fileExists(atPath: place.path) {
      do {
        if let solution = try Solution.read(place.path).solution { return solution }
      } catch {
        throw .labFile(error)
      }
    }
    throw .noSolution(lab: name)
  }

  /// The solution of one cell.
  ///
  /// - Parameters:
  ///   - cell: the exercise or question.
  ///   - lab: the lab.
  ///   - insisting: whether it is wanted before the cell has passed, which is recorded.
  /// - Returns: what stands in the cell.
  /// - Throws: `CourseProblem` where there is none, or where it is not yet to be shown.
  public func text(of cell: String, in lab: Lab, insisting: Bool) throws(CourseProblem) -> Noted<String> {
    let solution = try solution(of: lab)
    let code = solution.exercises.first { $0.id == cell }.map(\.body)
    let answer = translated(cell, of: solution, in: lab) ?? solution.answers.first { $0.question == cell }.map(\.text)
    guard let text = code ?? answer else {
      throw .noSuchCell(cell: cell, known: solution.exercises.map(\.id) + solution.answers.map(\.question))
    }
    let progress = ProgressStore(of: folder)
    let remark = progress.mend(lab.id)
    var notes: [CourseNote] = remark.map { [.line($0)] } ?? []
    if LabStanding(of: lab, progress.entry(for: lab.id)).cells[cell] != .passed {
      let hasHints = lab.hints.contains { $0.target == cell }
      guard insisting else {
        throw .solutionAfterPassing(lab: lab.id, cell: cell, hasHints: hasHints, remark: remark)
      }
      do throws(ProgressStore.Fault) {
        let remarks = try progress.keepRevealed(lab: lab.id, cell: cell)
        if !remarks.isEmpty { notes = remarks.map { .line($0) } }
      } catch {
        throw CourseProblem(error)
      }
      notes.append(.line(LoopPhrase.solutionRecorded))
    }
    return Noted(text, notes)
  }

  /// An answer in words, from the solution's translation; nil where that has none.
  private func translated(_ question: String, of solution: Solution, in lab: Lab) -> String? {
    let path = Self.words(of: solution.file, in: lab.language)
    guard FileManager.default.fileExists(atPath: path),
      case .text? = lab.questions.first(where: { $0.id == question })?.form
    else { return nil }
    return try? Solution.read(path).solution?.answers.first { $0.question == question }?.text
  }

  /// Where a solution's answers in words stand in another language: `solutions/ko/05-your-own.md`.
  static func words(of solution: String, in language: Language) -> String {
    let place = URL(fileURLWithPath: solution)
    return place.deletingLastPathComponent().appendingPathComponent("\(language.rawValue)/\(place.lastPathComponent)")
      .path
  }

  /// Reads a solution's file.
  ///
  /// - Throws: `CourseProblem` where it cannot be used.
  public static func read(_ path: String) throws(CourseProblem) -> Noted<Solution> {
    let read: (solution: Solution?, diagnostics: [Diagnostic])
    do { read = try Solution.read(path) } catch { throw .labFile(error) }
    return try usable(read.solution, read.diagnostics, path: path, text: nil)
  }

  /// A lab with the cells of a solution in place of its own.
  ///
  /// - Parameters:
  ///   - lab: the lab.
  ///   - solution: its solution.
  ///   - path: the file that mistakes are told of.
  /// - Returns: the completed lab.
  /// - Throws: `CourseProblem.hasMistakes` where the two do not fit.
  public static func complete(_ lab: Lab, with solution: Solution, path: String) throws(CourseProblem) -> Noted<Lab> {
    let (whole, diagnostics) = lab.completed(with: solution)
    return try usable(whole, diagnostics, path: path, text: nil)
  }
}
