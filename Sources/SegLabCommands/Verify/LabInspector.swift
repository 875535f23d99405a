internal import Diagnostics
internal import Foundation
internal import Labs
internal import Messages

/// What can be seen of a lab without running it.
struct LabInspector {
  /// A bar must be so many standard deviations away from what is measured.
  static let leastMargin = 3.0

  let lab: Lab

  /// Notes exercises without holes or hints, answers that are given away, links that lead nowhere, and bars that are too near.
  func inspect(_ findings: inout CourseVerifier.LabFindings) {
    let hints = Dictionary(grouping: lab.hints, by: \.target)
    for code in lab.exercises {
      if !code.body.contains(".FIXME") { findings.fault(lab.file, code.line, .noHole(exercise: code.id)) }
      if hints[code.id] == nil { findings.fault(lab.file, code.line, .noHint(exercise: code.id)) }
    }
    for case .answer(let answer) in lab.blocks where !["", "?"].contains(answer.text) {
      findings.fault(lab.file, answer.line, .answerGiven(question: answer.question))
    }
    inspectLinks(&findings, file: lab.file)
    inspectBars(&findings)
  }

  /// Notes links and pictures whose files are not there.
  func inspectLinks(_ findings: inout CourseVerifier.LabFindings, file: String) {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    for block in lab.blocks {
      let (html, line) =
        switch block {
        case .prose(let html, let line): (html, line)
        case .hint(let hint): (hint.html, hint.line)
        case .question(let question): (MarkdownHTML.html(of: question.text), question.line)
        default: ("", 0)
        }
      for address in Self.addresses(in: html) where Self.isLocal(address) {
        let path = address.prefix { $0 != "#" && $0 != "?" }
        let name = String(path).removingPercentEncoding ?? String(path)
        guard !name.isEmpty else { continue }
        let target = folder.appendingPathComponent(name).path
        if !FileManager.default.fileExists(atPath: target) { findings.fault(file, line, .linkLeadsNowhere(name)) }
      }
    }
  }

  private func inspectBars(_ findings: inout CourseVerifier.LabFindings) {
    for case .checks(let checks) in lab.blocks {
      for check in checks.list {
        guard let bound = check.rule.bound else { continue }
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
  }

  /// What the links and pictures of a piece of HTML lead to.
  static func addresses(in html: String) -> [String] {
    html.matches(of: /(?:href|src)="([^"]*)"/).map { String($0.output.1).replacing("&amp;", with: "&") }
  }

  private static func isLocal(_ address: String) -> Bool {
    address.firstMatch(of: /^[A-Za-z][A-Za-z0-9+.\-]*:/) == nil && !address.hasPrefix("//")
  }
}
