public import Checking
internal import Digests
internal import Foundation

extension ProgressStore {
  /// One lab's progress, as it is kept.
  public struct Entry: Codable {
    static let currentSchema = "seglab/progress/v1"
    /// So many runs no lab names, and no folder holds so many labs.
    static let mostCounted = 1000

    private(set) var schema = Entry.currentSchema
    /// The lab's id.
    let lab: String
    /// The verdict on all cells together.
    private(set) var verdict: Verdict
    /// The verdict on each cell, by name.
    public private(set) var cells: [String: Verdict]
    /// How many hints were shown for each cell, by name.
    var hints: [String: Int]
    /// The cells whose solution was asked for before they had passed; nil in files from before that was kept.
    var revealed: [String]?
    /// The digests of the runs that reports spoke of; nil in files from before they were kept.
    private(set) var runs: [String]?
    /// What proves that the rest was written by this user's SegLab.
    private var seal: String?

    /// Nothing known of a lab yet.
    init(lab: String) {
      self.lab = lab
      (verdict, cells, hints) = (.notAttempted, [:], [:])
    }

    /// Adds what a run found out.
    ///
    /// What could not be judged, or waits for something else, says nothing of the cell itself, and a quick profile takes no pass away: what was
    /// known of it stays.
    /// - Parameters:
    ///   - report: what was found out.
    ///   - isOwnSet: whether it was on the set that the lab asks for; on another one, nothing but answers is counted.
    ///   - isPart: whether the report speaks of some cells only; then those that it does not name stay, and so do all runs.
    mutating func add(_ report: LabReport, isOwnSet: Bool, isPart: Bool = false) {
      for cell in report.cells where isOwnSet || cell.kind == .question {
        switch cell.verdict {
        case .error, .blocked: cells[cell.id] = cells[cell.id] ?? cell.verdict
        case .tried: cells[cell.id] = cells[cell.id] == .passed ? .passed : .tried
        case .passed, .notAttempted, .notYet: cells[cell.id] = cell.verdict
        }
      }
      if isOwnSet, !isPart {
        let there = Set(report.cells.map(\.id))
        cells = cells.filter { there.contains($0.key) }
      }
      verdict = Verdict(of: cells.values)
      let named = report.experiments.flatMap { [$0.run] + $0.sweep.map(\.run) }.filter { !$0.isEmpty }
      guard !named.isEmpty else { return }
      // A run of the whole lab says which are of use now; a quick one, or one on another set, takes nothing away.
      let isWhole = isOwnSet && !isPart && report.quick == nil && report.verdict != .error
      let earlier = isWhole ? [] : (runs ?? []).filter { !named.contains($0) }
      runs = (earlier + named).suffix(Self.mostCounted)
    }

    // MARK: Seals

    /// The bytes of the file, sealed.
    func bytes(sealedBy key: SealKey) -> [UInt8] {
      var sealed = self
      sealed.seal = key.seal("progress", unsealed).hexadecimal
      return sealed.text
    }

    /// Whether the seal is this key's.
    func isSealed(by key: SealKey) -> Bool {
      guard let seal, let digest = SHA256.Digest(hexadecimal: seal) else { return false }
      return key.seal("progress", unsealed).equals(Array(digest))
    }

    private var unsealed: [UInt8] {
      var plain = self
      plain.seal = nil
      return plain.text
    }

    private var text: [UInt8] {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
      // Strings and whole numbers: nothing that JSON could not hold.
      guard let text = try? encoder.encode(self) else {
        preconditionFailure("progress of \(lab) that JSON cannot hold")
      }
      return [UInt8](text)
    }
  }
}
