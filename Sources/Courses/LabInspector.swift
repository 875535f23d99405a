internal import Datasets
internal import Diagnostics
internal import Foundation
public import Labs
internal import Messages

/// What can be seen of a lab without running it.
public struct LabInspector {
  /// A bar must be so many standard deviations away from what is measured.
  public static let leastMargin = 3.0

  let lab: Lab

  /// Notes exercises without holes or hints, answers that are given away, and bars that are too near.
  func inspect(_ findings: inout CourseVerifier.LabDiagnostics) {
    let hints = Dictionary(grouping: lab.hints, by: \.target)
    for code in lab.exercises {
      if !code.body.contains(".FIXME") { findings.fault(lab.file, code.line, .noHole(exercise: code.id)) }
      if hints[code.id] == nil { findings.fault(lab.file, code.line, .noHint(exercise: code.id)) }
    }
    for answer in lab.answers where !answer.isOpen {
      findings.fault(lab.file, answer.line, .answerGiven(question: answer.question))
    }
    inspectBars(&findings)
  }

  private func inspectBars(_ findings: inout CourseVerifier.LabDiagnostics) {
    for check in lab.checkLists.flatMap(\.list) {
      guard let bound = check.rule.threshold else { continue }
      guard let calibration = check.calibration else {
        findings.doubt(lab.file, check.line, .notCalibrated)
        continue
      }
      let margin = calibration.margin(to: bound)
      if margin < Self.leastMargin {
        findings.fault(lab.file, check.line, .barTooNear(margin: margin, least: Self.leastMargin))
      }
    }
  }

  /// Notes data sets that are nowhere, and networks, trainings and preprocessing that no cell defines.
  ///
  /// - Parameters:
  ///   - findings: where they are noted.
  ///   - solved: the lab with its solution in it, which may define more.
  ///   - sets: the sets of the course folder.
  func inspectNames(_ findings: inout CourseVerifier.LabDiagnostics, solved: Lab, sets: DataStore) {
    let kept = ((try? sets.list()) ?? []).map(\.name)
    let known = Set(kept + CourseFolder.generatedSets).sorted()
    if !known.contains(lab.dataset) {
      let line = lab.text.split(separator: "\n", omittingEmptySubsequences: false)
        .firstIndex { $0.hasPrefix("dataset:") }.map { $0 + 1 }
      findings.fault(lab.file, line ?? 1, .unknownSet(lab.dataset, known: known))
    }
    let constants = (lab.blocks + solved.blocks).reduce(into: Set<String>()) { constants, block in
      switch block {
      case .exercise(let code), .given(let code):
        for match in code.body.matches(of: /\b(?:let|var)\s+([\p{L}_][\p{L}\p{N}_]*)/) {
          constants.insert(String(match.output.1))
        }
      default: break
      }
    }
    for case .experiment(let experiment) in lab.blocks {
      var wanted = [experiment.network] + (experiment.preprocessing.map { [$0] } ?? [])
      if case .constant(let name) = experiment.training { wanted.append(name) }
      for name in wanted where !constants.contains(name) {
        let nearest = Spelling.nearest(to: name, among: constants.sorted())
        findings.fault(
          lab.file, experiment.line, .unknownConstant(experiment: experiment.id, name: name, nearest: nearest))
      }
    }
  }
}

extension CourseFolder {
  /// The sets that can be generated, by the names that labs call them.
  static let generatedSets = ["cardiac", "knee"]

  /// How many pictures are generated where a course has no set of the name that a lab wants.
  private static let practiceCount = 60

  /// Puts each set that the labs of a course name into this folder, for a run that leaves nothing behind: the course's own where it has
  /// one, else generated pictures.
  ///
  /// - Parameters:
  ///   - course: the labs.
  ///   - own: the course's own folder.
  /// - Returns: the names of the sets that can be neither found nor made; they are missed by the labs that name them.
  /// - Throws: `CourseProblem.dataset` where a set cannot be kept.
  public func providePracticeSets(for course: Course, from own: CourseFolder) throws(CourseProblem) -> [String] {
    let names = Set(course.entries.compactMap { $0.lab?.dataset }).sorted()
    var missing: [String] = []
    do throws(DatasetError) {
      for name in names {
        if (try? own.sets.facts(of: name)) != nil {
          try sets.save(try own.sets.load(name: name), as: name)
          continue
        }
        switch name {
        case "cardiac": try sets.save(try CardiacPhantom(count: Self.practiceCount).make(as: name), as: name)
        case "knee": try sets.save(try KneePhantom(count: Self.practiceCount).make(as: name), as: name)
        default: missing.append(name)
        }
      }
    } catch {
      throw .dataset(error)
    }
    return missing
  }
}
