internal import Diagnostics
public import Experiments
public import Messages
internal import Networks

/// Finds the run that a user means, among those of a store.
public struct RunFinder: Sendable {
  private let store: RunStore
  private let labID: @Sendable (String) -> String?

  /// The most runs that a message lists.
  private static let most = 5
  /// So much of a digest names a run, at least.
  private static let shortestDigest = 4
  /// So much of it a name is told with that several runs have.
  private static let shownDigest = 8

  /// - Parameters:
  ///   - store: the runs.
  ///   - labID: the id of the lab that a user means by a number or a name; nil where there is none.
  public init(store: RunStore, labID: @escaping @Sendable (String) -> String?) {
    self.store = store
    self.labID = labID
  }

  /// A run as a list shows it.
  private struct Entry {
    let digest: String
    let names: [RunOrigin]
    let ended: Double
    let line: RunExportPhrase
  }

  /// All runs that are there, the latest first, a line each.
  public var list: [RunExportPhrase] { entries.map(\.line) }

  /// The run that is called `asked`: `LAB/EXPERIMENT`, of which the latest is taken; an experiment or a lab of which there is but one;
  /// or the beginning of a digest.
  ///
  /// - Throws: `ExportProblem` with those that are near, where none is meant, or several are.
  public func run(_ asked: String) throws(ExportProblem) -> ExportedRun {
    try ExportedRun(try digest(asked), in: store)
  }

  /// All runs that `asked` names, the latest first: of a lab or an experiment all that there are.
  ///
  /// - Throws: as ``run(_:)``.
  public func all(_ asked: String) throws(ExportProblem) -> [ExportedRun] {
    let entries = entries
    let meant = matches(asked, entries)
    var runs: [ExportedRun] = []
    for entry in meant { runs.append(try ExportedRun(entry.digest, in: store)) }
    return try runs.isEmpty ? [run(asked)] : runs
  }

  /// All runs that are there, but those of engines whose networks are not read.
  ///
  /// - Throws: `ExportProblem` where there is none.
  public func all() throws(ExportProblem) -> [ExportedRun] {
    let entries = entries
    guard let first = entries.first else { throw ExportProblem(.noRuns) }
    let runs = entries.compactMap { try? ExportedRun($0.digest, in: store) }
    return try runs.isEmpty ? [ExportedRun(first.digest, in: store)] : runs
  }

  private func digest(_ asked: String) throws(ExportProblem) -> String {
    let entries = entries
    guard !entries.isEmpty else { throw ExportProblem(.noRuns) }
    let found = matches(asked, entries)
    let experiments = Set(found.compactMap { entry in entry.names.first { isMeant($0, asked, of: entry.digest) } })
    let isDigest = found.contains { $0.digest.hasPrefix(asked.lowercased()) }
    guard let first = found.first else {
      throw ExportProblem(.unknownRun(asked: asked, known: nearest(to: asked, entries)))
    }
    guard found.count == 1 || !isDigest && experiments.count == 1 else {
      throw ExportProblem(.severalRuns(asked: asked, found: found.prefix(Self.most).map(\.line)))
    }
    return first.digest
  }

  /// The runs that fit, the latest first.
  private func matches(_ asked: String, _ entries: [Entry]) -> [Entry] {
    let named = entries.filter { entry in entry.names.contains { isMeant($0, asked, of: entry.digest) } }
    guard named.isEmpty, asked.utf8.count >= Self.shortestDigest else { return named }
    return entries.filter { $0.digest.hasPrefix(asked.lowercased()) }
  }

  /// Whether a run is meant by one of its names; what stands behind `@` begins its digest.
  private func isMeant(_ origin: RunOrigin, _ asked: String, of digest: String) -> Bool {
    let parts = asked.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { return isMeant(origin, asked) }
    return isMeant(origin, parts[0]) && parts[1].utf8.count >= Self.shortestDigest
      && digest.hasPrefix(parts[1].lowercased())
  }

  private func isMeant(_ origin: RunOrigin, _ asked: String) -> Bool {
    let parts = asked.split(separator: "/", maxSplits: 1).map(String.init)
    guard let first = parts.first else { return false }
    let isLab = origin.lab == first || labID(first) == origin.lab
    if parts.count == 2 { return isLab && origin.experiment == parts[1] }
    return isLab || origin.experiment == first
  }

  private func nearest(to asked: String, _ entries: [Entry]) -> [RunExportPhrase] {
    let titles = entries.flatMap { entry in entry.names.flatMap { [$0.title, $0.experiment] } }
    // Half a name is more often meant than another one of the same length.
    let near =
      asked.isEmpty ? nil : titles.first { $0.hasPrefix(asked) } ?? Spelling.nearest(to: asked, among: titles)
    let first = entries.first { entry in entry.names.contains { $0.title == near || $0.experiment == near } }
    let others = entries.filter { $0.digest != first?.digest }
    return ([first].compactMap(\.self) + others).prefix(Self.most).map(\.line)
  }

  /// All runs, the latest first. A name that several have, as those of a class do, is told with the beginning of the run's digest, by which
  /// it is found again.
  private var entries: [Entry] {
    // Of a record no more is kept than a list shows: a class has tens of thousands.
    let found = store.digests.compactMap { digest -> (String, names: [RunOrigin], data: String, Double, Double)? in
      guard case .run(let record, _) = store.find(digest) else { return nil }
      let names = store.names(of: digest)
      return (digest, names.map(\.origin), names.first?.dataset ?? "", record.metrics.dice, record.ended)
    }
    var counts: [RunOrigin: Int] = [:]
    for one in found { for origin in one.names { counts[origin, default: 0] += 1 } }
    return found.map { digest, origins, dataset, dice, ended in
      let titles = origins.map { origin in
        origin.title + (counts[origin, default: 0] > 1 ? "@" + digest.prefix(Self.shownDigest) : "")
      }
      return Entry(
        digest: digest, names: origins, ended: ended,
        line: .listed(
          run: digest, names: titles, dataset: dataset, dice: dice, weights: store.weightBytes(of: digest)))
    }.sorted { ($1.ended, $0.digest) < ($0.ended, $1.digest) }
  }
}
