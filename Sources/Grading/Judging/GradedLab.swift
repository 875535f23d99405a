internal import Checking
public import Courses
internal import Digests
internal import Foundation
public import Labs
internal import Messages

/// A lab as submissions are judged by it: with its hidden checks and its solution.
public struct GradedLab: Sendable {
  /// The lab that submissions are put into, with nobody's work in it.
  public let lab: Lab
  /// Its text with its solution in it, for the checks that hold a cell against it; nil where there is none.
  public let solved: String?
  /// Its text as learners got it, which tells what in a submission was changed; nil where that is not known.
  public let released: String?
  /// What it is worth, thing by thing.
  public let scheme: GradingScheme

  /// - Parameters:
  ///   - lab: the lab, or its master.
  ///   - folder: the course folder, where its solution may be.
  /// - Throws: `CourseProblem` where it is a master with mistakes; `GradingProblem` where its points do not add up.
  public init(_ lab: Lab, in folder: CourseFolder) throws {
    if LabMaster.isMaster(lab) {
      let (master, diagnostics) = LabMaster.parse(text: lab.text, file: lab.file)
      guard let master else { throw CourseProblem.hasMistakes(file: lab.file, diagnostics, text: lab.text) }
      self.lab = master.grading
      released = master.learners.text
      let solution = Solution.parse(text: master.solution, file: lab.file).solution
      solved = solution.flatMap { master.grading.completed(with: $0).lab?.text }
    } else {
      self.lab = lab
      // The same maker leaves out what is hidden.
      released = LabMaster.parse(text: lab.text, file: lab.file).master?.learners.text ?? lab.text
      let solution = try? SolutionBook(folder: folder).solution(of: lab)
      solved = solution.flatMap { lab.completed(with: $0).lab?.text }
    }
    scheme = try GradingScheme(of: self.lab)
  }
}

extension GradedLab {
  /// Under what an assessment of `submission` is kept: it changes where anything does that could change the assessment.
  ///
  /// - Parameters:
  ///   - submission: the text of a file.
  ///   - conditions: what else matters: the engine, the data, the seeds, how labs are run.
  /// - Returns: 64 hexadecimal digits.
  func key(of submission: String, _ conditions: [String]) -> String {
    SHA256.hash(parts: [lab.text, solved ?? "", released ?? "", submission] + conditions).hexadecimal
  }

  /// What assessments of `submission` have in common that differ at most in thresholds, points and words: they hold the same numbers.
  ///
  /// - Parameters:
  ///   - submission: the text of a file.
  ///   - measured: the ``measuredTexts`` of this lab.
  ///   - conditions: as for a key.
  /// - Returns: 64 hexadecimal digits.
  static func basis(of submission: String, _ measured: [String], _ conditions: [String]) -> String {
    SHA256.hash(parts: measured + [submission] + conditions).hexadecimal
  }

  /// The lab, and its solution where a check looks at that, as far as they decide what is found out about somebody's cells.
  var measuredTexts: [String] {
    let solution = lab.asksForSolution ? solved.flatMap { Lab.parse(text: $0, file: lab.file).lab } : nil
    return [lab.measuredText, solution?.measuredText ?? ""]
  }
}
