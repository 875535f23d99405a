internal import Checking
internal import Courses
internal import Diagnostics
internal import Foundation
internal import Labs
internal import Messages
internal import Networks
internal import Pages
internal import Sessions
internal import Workbench

/// A lab that lies open in browsers: its text, what is known of it, who writes in it.
///
/// The file stays the truth: what is written here goes there at once, and what another program writes there is shown here.
actor Desk {
  /// The lab as addresses call it: its file's name without the ending.
  nonisolated let name: String
  /// What happened to it.
  nonisolated let log = EventLog()

  let runner: LabRunner
  let pages: LiveLab
  private let version: String
  private var folder: CourseFolder { runner.folder }
  var language: Language { runner.language }

  /// The lab as it stands in its file; nil where its cells cannot be told apart.
  private(set) var text: LabText?
  /// Why not, as HTML; nil where they can.
  private var problem: String?
  /// Why nothing could be found out when that was last tried, as HTML; empty where it could.
  private var refusal = ""
  /// The lab in the reader's language.
  var shown: Lab?
  /// What the file's facts were when it was last read; nil where it never was.
  private var stamp: String?

  /// What was found out about the text as it stands now, or as it stood before the last change.
  private var report: LabReport?
  /// The last trainings.
  var results = DeskResults()
  /// The networks of the text as it stands now.
  private var networks: [NetworkSummary] = []
  /// What stands on every page that is open.
  private var parts: [String: String] = [:]

  private var looking: Task<Void, Never>?
  private var isLooking = false

  /// Who looks on, and who writes.
  var windows = DeskWindows()
  /// How a training goes; nil where none of this lab does.
  var progress: TrainingNews?
  var queue: [String] = []
  /// What the network that trains makes of a few images.
  var previews: PreviewNews?

  /// - Parameters:
  ///   - name: the lab as addresses call it.
  ///   - runner: runs the labs of the course.
  ///   - pages: makes the page.
  ///   - version: the program's version.
  init(_ name: String, runner: LabRunner, pages: LiveLab, version: String) {
    self.name = name
    self.version = version
    self.runner = runner
    self.pages = pages
  }

  // MARK: The file

  /// Reads the file where it is another than before, and tells who looks on.
  func refresh() {
    let new = fileStamp
    guard new != stamp else { return }
    stamp = new
    do throws(CourseProblem) {
      let read = try LabText.read(name, in: folder)
      guard read.digest != text?.digest || problem != nil else { return }
      take(read, from: nil)
    } catch {
      let words = LiveLab.html(of: error.phrase, in: language)
      guard words != problem else { return }
      problem = words
      log.add("problem", ["html": words], topic: "problem")
    }
  }

  private var fileStamp: String {
    var facts = stat()
    guard stat("\(folder.labs.path)/\(name).md", &facts) == 0 else { return "" }
    return "\(facts.st_ino) \(facts.st_size) \(facts.st_mtim.tv_sec) \(facts.st_mtim.tv_nsec)"
  }

  /// Takes a text as the lab's, and looks at it.
  private func take(_ new: LabText, from window: String?) {
    let old = text
    text = new
    shown = new.lab.translated(to: language).value
    if problem != nil {
      problem = nil
      log.add("problem", ["html": ""], topic: "problem")
    }
    if old != nil { log.add("cells", CellNews(digest: new.digest, by: window, cells: new.cells), topic: "cells") }
    look()
  }

  // MARK: Looking

  /// Finds out what can be said of the text without training.
  func look() {
    guard let shown else { return }
    looking?.cancel()
    isLooking = true
    tellStatus()
    let (findings, continuation) = AsyncStream.makeStream(of: Finding.self)
    let runner = self.runner
    looking = Task {
      let work = Task {
        do throws(JudgeRejection) {
          let report = try await runner.look(at: shown) {
            continuation.yield(.networks($0))
          } soFar: {
            continuation.yield(.part($0))
          }
          continuation.yield(.whole(report))
        } catch {
          continuation.yield(.refused(error))
        }
        continuation.finish()
      }
      await withTaskCancellationHandler {
        for await finding in findings where !Task.isCancelled { self.take(finding, on: shown) }
      } onCancel: {
        work.cancel()
      }
    }
  }

  private enum Finding: Sendable {
    case networks([NetworkSummary])
    case part(LabReport)
    case whole(LabReport)
    case refused(JudgeRejection)
  }

  private func take(_ finding: Finding, on lab: Lab) {
    switch finding {
    case .networks(let list):
      networks = list
      log.add("networks", networkNews(of: lab), topic: "networks")
    case .part(let part):
      // The first part holds all exercises and questions; what is known of trainings stays beside it for the moment.
      guard part.cells.contains(where: { $0.kind != .experiment }) else { return }
      show(part, of: lab, isWhole: false)
    case .whole(let report):
      isLooking = false
      tell(refusal: "")
      results.take(report, of: lab)
      show(report, of: lab, isWhole: true)
      _ = ProgressStore(of: folder).remarks(keeping: report, of: lab)
      tellStatus()
    case .refused(let refusal):
      isLooking = false
      if refusal != .cancelled {
        tell(refusal: LiveLab.html(of: refusal.phrase, in: language))
      }
      tellStatus()
    }
  }

  /// Tells why nothing can be found out; nothing where it can again.
  func tell(refusal html: String) {
    guard html != refusal else { return }
    refusal = html
    log.add("refusal", ["html": html], topic: "refusal")
  }

  /// Shows what was found out: what is known of trainings from before stays, and says which change made it old.
  private func show(_ found: LabReport, of lab: Lab, isWhole: Bool) {
    let report = results.report(found, of: lab, shown: report, isWhole: isWhole)
    self.report = report
    let new = pages.parts(lab: lab, report: report)
    let changed = new.filter { parts[$0.key] != $0.value }
    parts = new
    // Each by itself: of what an evening does to a part only the last is kept.
    for (part, html) in changed.sorted(by: { $0.key < $1.key }) {
      log.add("parts", [part: html], topic: "part \(part)")
    }
    log.add("marks", Marks.of(report, in: lab), topic: "marks")
    log.add("stale", results.stale(in: lab), topic: "stale")
  }

  // MARK: Writing

  /// What became of something that was to be written.
  enum Written: Sendable {
    /// It stands in the file now.
    case saved(digest: String)
    /// Another window writes.
    case notWriter
    /// The cell was changed elsewhere in the meantime; what stands there, and where the other version is kept.
    case conflict(theirs: String, aside: String?)
    /// It cannot be written, and why.
    case refused(String)
  }

  /// Writes a cell.
  ///
  /// - Parameters:
  ///   - cell: the cell.
  ///   - new: what is to stand in it.
  ///   - base: what the window knew to stand in it.
  ///   - window: the window.
  /// - Returns: what became of it; nobody's text is overwritten.
  func write(_ cell: Lab.Cell, _ new: String, knowing base: String, from window: String) -> Written {
    guard windows.write(window) else { return .notWriter }
    do throws(CourseProblem) {
      let there = try LabText.read(name, in: folder)
      if there.digest != text?.digest { take(there, from: nil) }
      guard let stands = there.text(of: cell) else {
        return .refused(
          LiveLab.html(
            of: CourseProblem.noSuchCell(cell: cell.name, known: there.cells.map(\.name)).phrase, in: language))
      }
      guard stands.sameCell(as: base) || stands.sameCell(as: new) else {
        return .conflict(theirs: stands, aside: keepAside(new, of: cell))
      }
      do throws(LabText.Fault) {
        let written = try there.replacing(cell, with: new)
        stamp = fileStamp
        if written.digest != there.digest { take(written, from: window) }
        return .saved(digest: written.digest)
      } catch {
        return .refused(LiveLab.html(of: error.phrase(file: there.lab.file), in: language))
      }
    } catch {
      return .refused(LiveLab.html(of: error.phrase, in: language))
    }
  }

  /// Keeps a version of a cell that did not get into the file; where it is, or nil where it could not be kept.
  private func keepAside(_ new: String, of cell: Lab.Cell) -> String? {
    NotebookState(of: folder).keep(new, cell: cell.name, lab: name)
  }

  // MARK: Telling

  func tellStatus() { log.add("status", status, topic: "status") }

  private var status: Status {
    Status(isLooking: isLooking, writer: windows.writer, running: progress?.experiment, queue: queue)
  }

  /// All that a page has to know.
  ///
  /// - Parameter withParts: whether what stands on the page is told too, for a page that missed too much.
  /// - Returns: the state; nil where the lab's cells cannot be told apart.
  func state(withParts: Bool) -> State? {
    refresh()
    guard let text, let shown else { return nil }
    return State(
      version: version, digest: text.digest, cells: text.cells, status: status,
      marks: report.map { Marks.of($0, in: shown) } ?? [], networks: networkNews(of: shown),
      stale: results.stale(in: shown), progress: progress, previews: previews, sweep: sweepNews,
      parts: withParts ? parts : [:], problem: problem ?? "", refusal: refusal)
  }

  /// The networks that an exercise makes with other text in it, where they can be read from it; the compiler is not asked, nothing is judged, and
  /// nothing else waits.
  nonisolated func sketch(of cell: String, asOf text: String) async -> [NetworkNews] {
    guard let lab = await self.text?.lab else { return [] }
    return WrittenNetwork.all(in: lab, cell: cell, asOf: text).compactMap { written in
      let summary = NetworkSummary(written, file: lab.file)
      // Of a network of which not even the first layer fits there is nothing to show.
      return summary.layers.isEmpty ? nil : NetworkNews(summary, in: cell)
    }
  }

  private func networkNews(of lab: Lab) -> [NetworkNews] { networks.map { NetworkNews($0, in: lab) } }

  /// The lab as it is shown, what is known of it, and the log's position: all that comes after it is not on a page made of this. Nil where the
  /// lab's cells cannot be told apart.
  func page() -> (lab: Lab, report: LabReport?, position: String)? {
    refresh()
    return shown.map { ($0, report, log.position) }
  }

  /// Why the lab cannot be shown, as HTML; empty where it can.
  func trouble() -> String {
    refresh()
    return problem ?? ""
  }
}
