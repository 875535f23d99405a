internal import Checking
internal import Files
internal import Foundation
internal import Phrases

/// What was last found out about each lab, one file each under `.seglab/progress/`.
struct ProgressStore {
  /// One lab's progress.
  struct Entry: Codable {
    var schema = "seglab/progress/v1"
    let lab: String
    let verdict: Verdict
    /// The verdict on each cell, by name.
    let cells: [String: Verdict]
    /// How many hints were shown for each cell, by name.
    var hints: [String: Int]
    /// The cells whose solution was asked for before they had passed; nil in files from before that was kept.
    var revealed: [String]?
  }

  let folder: URL

  /// What is known of the lab; nil where nothing is, or where its file cannot be read.
  func entry(for lab: String) -> Entry? {
    guard let text = try? Data(contentsOf: place(of: lab)) else { return nil }
    return try? JSONDecoder().decode(Entry.self, from: text)
  }

  /// Keeps what a run found out; hints stay counted.
  func keep(_ report: LabReport) throws {
    try save(
      Entry(
        lab: report.lab, verdict: report.verdict,
        cells: Dictionary(report.cells.map { ($0.id, $0.verdict) }, uniquingKeysWith: { first, _ in first }),
        hints: entry(for: report.lab)?.hints ?? [:], revealed: entry(for: report.lab)?.revealed))
  }

  /// Keeps what a run found out; where that cannot be, it is said, and nothing else is lost by it.
  func note(_ report: LabReport, on console: Console) {
    do { try keep(report) } catch let failure as Failure { console.mention(failure.phrase) } catch {
      console.mention(CommandPhrase.notWritten(path: folder.path, reason: reason(of: error)))
    }
  }

  /// Notes that a cell's solution was asked for before the cell had passed.
  func keepRevealed(lab: String, cell: String) throws {
    var current = entry(for: lab) ?? Entry(lab: lab, verdict: .notAttempted, cells: [:], hints: [:])
    guard current.revealed?.contains(cell) != true else { return }
    current.revealed = (current.revealed ?? []) + [cell]
    try save(current)
  }

  /// Counts one more hint for a cell, and says how many were shown before.
  func countHint(lab: String, cell: String, of total: Int) throws -> Int {
    var current = entry(for: lab) ?? Entry(lab: lab, verdict: .notAttempted, cells: [:], hints: [:])
    let shown = current.hints[cell] ?? 0
    current.hints[cell] = min(shown + 1, total)
    try save(current)
    return shown
  }

  private func save(_ entry: Entry) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    let place = place(of: entry.lab)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try AtomicFile.write(try encoder.encode(entry), to: place.path)
    } catch {
      throw Failure(.internalFault, CommandPhrase.notWritten(path: place.path, reason: reason(of: error)))
    }
  }

  private func place(of lab: String) -> URL {
    // A lab's id comes from a file; only its letters, digits and dashes may name another.
    let name = String(lab.unicodeScalars.map { CharacterSet.alphanumerics.contains($0) ? Character($0) : "-" })
    return folder.appendingPathComponent(name + ".json")
  }
}

/// The system's words for `error`.
func reason(of error: any Error) -> String {
  if let fault = error as? AtomicFile.Fault { return fault.reason }
  let cause = (error as NSError).userInfo[NSUnderlyingErrorKey]
  if let code = (cause as? POSIXError)?.code.rawValue { return String(cString: strerror(code)) }
  // Foundation's own words end a sentence that ours goes on with.
  let words = (error as NSError).localizedDescription
  return words.hasSuffix(".") ? String(words.dropLast()) : words
}
