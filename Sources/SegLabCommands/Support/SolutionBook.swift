internal import Checking
internal import Foundation
internal import Labs
internal import Messages

/// The solutions that came with the labs, shown to who has passed or asks for them.
struct SolutionBook {
  let folder: CourseFolder

  /// The solution of a lab: from the course folder where its author keeps one, else from the installation.
  func solution(of lab: Lab) throws -> Solution {
    let name = URL(fileURLWithPath: lab.file).lastPathComponent
    var places = [folder.root.appendingPathComponent("solutions/\(name)")]
    if let home = try? Installation.find().home { places.append(home.appendingPathComponent("solutions/\(name)")) }
    for place in places where FileManager.default.fileExists(atPath: place.path) {
      do {
        if let solution = try Solution.read(place.path).solution { return solution }
      } catch {
        throw Failure(.badFile, error.phrase)
      }
    }
    throw Failure(.badFile, LoopPhrase.noSolution(lab: name))
  }

  /// Shows the solution of one cell.
  ///
  /// - Parameters:
  ///   - cell: the exercise or question.
  ///   - lab: the lab.
  ///   - insisting: whether to show it before the cell has passed, which is recorded.
  ///   - console: where to speak.
  /// - Throws: `Failure` where there is none, or where it is not yet to be shown.
  func show(_ cell: String, of lab: Lab, insisting: Bool, on console: Console) throws {
    let solution = try solution(of: lab)
    let code = solution.exercises.first { $0.id == cell }.map(\.body)
    let answer = solution.answers.first { $0.question == cell }.map(\.text)
    guard let text = code ?? answer else {
      let known = solution.exercises.map(\.id) + solution.answers.map(\.question)
      throw Failure(.usage, CommandPhrase.noSuchCell(cell: cell, known: known))
    }
    let progress = ProgressStore(folder: folder.progress)
    if let remark = progress.mend(lab.id) { console.mention(remark) }
    if progress.entry(for: lab.id)?.cells[cell] != .passed {
      guard insisting else { throw Failure(.notYet, LoopPhrase.solutionAfterPassing(lab: lab.id, cell: cell)) }
      do { try progress.keepRevealed(lab: lab.id, cell: cell) } catch { throw Failure(error) }
      console.mention(LoopPhrase.solutionRecorded)
    }
    console.say(console.styled(LoopPhrase.solution(cell: cell).text(in: console.language), .bold))
    console.say(text)
  }
}
