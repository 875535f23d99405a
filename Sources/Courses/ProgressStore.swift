public import Checking
internal import Digests
public import Files
public import Foundation
public import Messages

/// What was last found out about each lab, one file each under `.seglab/progress/`.
///
/// The files may have been edited, cut short, written by another version, or come with a course folder from somebody else: whatever they
/// say is looked at first, and nothing that is not understood is thrown away.
public struct ProgressStore: Sendable {
  /// One lab's progress.
  public struct Entry: Codable {
    static let currentSchema = "seglab/progress/v1"
    var schema = Entry.currentSchema
    /// The lab's id.
    public let lab: String
    /// The verdict on the lab.
    public let verdict: Verdict
    /// The verdict on each cell, by name.
    public let cells: [String: Verdict]
    /// How many hints were shown for each cell, by name.
    public var hints: [String: Int]
    /// The cells whose solution was asked for before they had passed; nil in files from before that was kept.
    var revealed: [String]?
    /// The digests of the runs that the report spoke of; nil in files from before they were kept.
    var runs: [String]?
  }

  /// Why something could not be kept.
  public enum Fault: Error {
    /// The file or folder cannot be written, or something else stands in its place.
    case file(FileFault)
    /// The file was written by a newer SegLab.
    case newer(path: String, form: String)

    /// What to say of it where the result holds all the same.
    public var phrase: StorePhrase {
      switch self {
      case .newer(let path, let form): return .progressNewer(path: path, form: form)
      case .file(let fault):
        switch fault.cause {
        case .link: return .link(path: fault.path)
        case .notAFile: return .notAFile(path: fault.path)
        case .notAFolder: return .notAFolder(path: fault.path)
        case .foreign(let owner): return .foreign(path: fault.path, owner: owner)
        case .system, .noReader: return .progressNotKept(path: fault.path, reason: fault.reason)
        }
      }
    }
  }

  let folder: URL

  /// - Parameter folder: the folder of the progress.
  public init(folder: URL) { self.folder = folder }

  /// A longer file is none of ours.
  private static let mostBytes = 1 << 20
  /// So many hints no cell has, nor a report so many runs.
  private static let mostCounted = 1000

  /// What is known of the lab; nil where nothing is, or where its file cannot be read.
  public func entry(for lab: String) -> Entry? {
    guard case .entry(let entry) = reading(of: lab) else { return nil }
    return entry
  }

  /// The runs that some report speaks of.
  public var namedRuns: Set<String> {
    guard let place = try? OwnFolder(folder.path) else { return [] }
    let names = place.names.filter { $0.hasSuffix(".json") }.sorted().prefix(Self.mostCounted)
    // What a course of a hundred labs would take; a folder from somebody else may hold anything.
    var left = 8 << 20
    return names.reduce(into: []) { runs, name in
      left -= place.facts(of: name)?.bytes ?? 0
      if left > 0, case .entry(let entry) = reading(name, in: place) { runs.formUnion(entry.runs ?? []) }
    }
  }

  /// Keeps what a run found out; hints stay counted.
  ///
  /// - Throws: `Fault`: the report holds all the same.
  public func keep(_ report: LabReport) throws(Fault) {
    try change(report.lab) { known in
      let runs = report.experiments.flatMap { [$0.run] + $0.sweep.map(\.run) }.filter { !$0.isEmpty }
      return Entry(
        lab: report.lab, verdict: report.verdict,
        cells: Dictionary(report.cells.map { ($0.id, $0.verdict) }, uniquingKeysWith: { first, _ in first }),
        hints: known?.hints ?? [:], revealed: known?.revealed, runs: runs.isEmpty ? known?.runs : runs)
    }
  }

  /// As ``keep(_:)``, for a command that goes on where it cannot.
  ///
  /// - Parameter report: what a run found out.
  /// - Returns: what to say of it.
  public func remarks(keeping report: LabReport) -> [StorePhrase] {
    let remark = mend(report.lab)
    do throws(Fault) {
      try keep(report)
      return [remark].compactMap(\.self)
    } catch {
      return [error.phrase]
    }
  }

  /// Notes that a cell's solution was asked for before the cell had passed.
  public func keepRevealed(lab: String, cell: String) throws(Fault) {
    if entry(for: lab)?.revealed?.contains(cell) == true { return }
    try change(lab) { known in
      var entry = known ?? Entry(lab: lab, verdict: .notAttempted, cells: [:], hints: [:])
      entry.revealed = (entry.revealed ?? []) + [cell]
      return entry
    }
  }

  /// Counts one more hint for a cell, and says how many were shown before.
  public func countHint(lab: String, cell: String, of total: Int) throws(Fault) -> Int {
    let shown = min(entry(for: lab)?.hints[cell] ?? 0, total)
    try change(lab) { known in
      var entry = known ?? Entry(lab: lab, verdict: .notAttempted, cells: [:], hints: [:])
      entry.hints[cell] = min(shown + 1, total)
      return entry
    }
    return shown
  }

  /// Puts the lab's file aside where it cannot be understood, so that a new one can take its place.
  ///
  /// - Returns: what to say of the file; nil where it is sound, or there is none.
  public func mend(_ lab: String) -> StorePhrase? {
    let name = fileName(of: lab)
    let path = "\(folder.path)/\(name)"
    switch reading(of: lab) {
    case .none, .entry: return nil
    case .newer(let form): return .progressNewer(path: path, form: form)
    case .unusable(let fault): return Fault.file(fault).phrase
    case .damaged:
      let aside = "\(name.dropLast(".json".count)).damaged-\(CourseFolder.stamp).json"
      do throws(FileFault) {
        try OwnFolder(folder.path, for: .writing).rename(name, to: aside)
        return .progressDamaged(path: path, aside: "\(folder.path)/\(aside)")
      } catch {
        return .progressUnusable(path: path, reason: error.reason)
      }
    }
  }

  private func change(_ lab: String, _ body: (Entry?) -> Entry) throws(Fault) {
    switch reading(of: lab) {
    case .none, .entry: break
    case .newer(let form): throw .newer(path: "\(folder.path)/\(fileName(of: lab))", form: form)
    case .unusable(let fault): throw .file(fault)
    case .damaged: _ = mend(lab)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    // Strings and whole numbers: nothing that JSON could not hold.
    guard let text = try? encoder.encode(body(entry(for: lab))) else {
      preconditionFailure("progress of \(lab) that JSON cannot hold")
    }
    do throws(FileFault) {
      let place = try OwnFolder(folder.path, for: .making(mode: 0o755))
      for name in place.names where PartName.target(of: name)?.hasSuffix(".json") == true {
        place.removeUnlessHeld(name)
      }
      try place.write(text, as: fileName(of: lab))
    } catch {
      throw .file(error)
    }
  }

  private enum Reading {
    case none
    case entry(Entry)
    case damaged
    case newer(form: String)
    case unusable(FileFault)
  }

  private func reading(of lab: String) -> Reading {
    do throws(FileFault) {
      let reading = reading(fileName(of: lab), in: try OwnFolder(folder.path))
      if case .entry(let entry) = reading, entry.lab != lab { return .damaged }
      return reading
    } catch {
      return error.cause == .system(ENOENT) ? .none : .unusable(error)
    }
  }

  private func reading(_ name: String, in place: OwnFolder) -> Reading {
    let path = "\(folder.path)/\(name)"
    switch place.facts(of: name)?.kind {
    case nil: return .none
    case .link: return .unusable(FileFault(path: path, cause: .link))
    case .folder, .other: return .unusable(FileFault(path: path, cause: .notAFile))
    case .file: break
    }
    let text: Data
    do { text = Data(try place.read(name, limit: Self.mostBytes)) } catch {
      guard case .refused(_, let code) = error else { return .damaged }
      return .unusable(FileFault(path: path, cause: .system(code)))
    }
    struct Form: Decodable {
      let schema: String
    }
    let beginning = "seglab/progress/v"
    guard let form = (try? JSONDecoder().decode(Form.self, from: text))?.schema else { return .damaged }
    guard form == Entry.currentSchema else {
      let number = form.dropFirst(beginning.count)
      let isNewer = form.hasPrefix(beginning) && number.first != "0" && !number.isEmpty && number.allSatisfy(\.isNumber)
      return isNewer ? .newer(form: form) : .damaged
    }
    guard var entry = try? JSONDecoder().decode(Entry.self, from: text) else { return .damaged }
    entry.hints = entry.hints.mapValues { max(0, min($0, Self.mostCounted)) }
    entry.runs = entry.runs.map { Array($0.filter { PartName.isDigest($0) }.prefix(Self.mostCounted)) }
    return .entry(entry)
  }

  private func fileName(of lab: String) -> String {
    // A lab's id comes from a file; only its letters, digits and dashes may name another, and no name may be too long.
    let name = String(lab.unicodeScalars.map { CharacterSet.alphanumerics.contains($0) ? Character($0) : "-" })
    // Two ids that differ in what is left out are two labs: a dot is in no other name.
    let digest = SHA256.hash(data: lab.utf8).hexadecimal
    return (name.utf8.count > 150 ? digest : name == lab ? name : "\(name).\(digest.prefix(16))") + ".json"
  }
}

extension CourseProblem {
  /// Something about a lab that could not be kept, where that was what was asked for.
  init(_ fault: ProgressStore.Fault) {
    switch fault {
    case .file(let fault): self = .file(fault)
    case .newer(let path, let form): self = .progressNewer(path: path, form: form)
    }
  }
}
