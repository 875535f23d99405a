public import Datasets
public import Experiments
internal import Foundation
internal import Messages
internal import Networks
internal import Protos
internal import SegLab

/// A folder of event files that TensorBoard opens: `LAB/EXPERIMENT/RUN/`, with a folder for training, validation and baseline in each.
public struct TensorBoardFolder: Sendable {
  /// The folder.
  public let path: String
  private let runs: RunStore
  private let sets: DataStore
  private let loaded = LoadedSet()

  /// - Parameters:
  ///   - path: the folder; made where it is not there.
  ///   - runs: where runs are kept.
  ///   - sets: the data sets.
  public init(_ path: String, runs: RunStore, sets: DataStore) {
    (self.path, self.runs, self.sets) = (path, runs, sets)
  }

  /// Writes runs, each file as a whole in place of one that is there, and what compares them.
  ///
  /// - Parameter runs: the runs.
  /// - Returns: the folders of the runs.
  /// - Throws: `ExportProblem` where the disk refuses.
  public func write(_ runs: [ExportedRun]) throws(ExportProblem) -> [String] {
    var folders: [String] = []
    for run in runs {
      let events = events(of: run)
      for side in EventSide.allCases {
        let start = TBEvent.version(at: run.record.ended - run.record.seconds)
        try file(side, of: run).write([start] + events.events(side, withCurves: true))
      }
      folders.append(folder(of: run.digest, run.names.first?.origin))
    }
    try compare(runs)
    return folders
  }

  /// Adds to files that grew while a run trained what is known at its end; a run that was found, and is not there yet, is written whole.
  ///
  /// - Parameters:
  ///   - run: the run.
  ///   - isNew: whether it was trained now, and its files have grown.
  /// - Throws: `ExportProblem` where the disk refuses.
  public func finish(_ run: ExportedRun, isNew: Bool) throws(ExportProblem) {
    guard isNew else {
      if !file(.run, of: run).exists { _ = try write([run]) }
      return
    }
    let events = events(of: run)
    for side in EventSide.allCases {
      let growing = try GrowingEventFile(file(side, of: run))
      if !growing.isOld { try growing.add(.version(at: run.record.ended)) }
      for event in events.events(side, withCurves: false) { try growing.add(event) }
    }
    try compare([run])
  }

  /// Writes what compares all runs of each experiment that is among `runs`.
  private func compare(_ runs: [ExportedRun]) throws(ExportProblem) {
    let groups = Dictionary(grouping: runs) { parent(of: $0.names.first?.origin) }
    for (folder, members) in groups.sorted(by: { $0.key < $1.key }) {
      let content = HParams.experiment(members, name: members[0].names.first?.origin.title ?? "runs")
      let time = content.experiment.created
      try EventFile(in: folder).write([
        .version(at: time), .hyperparameters("_hparams_/experiment", content, at: time),
      ])
    }
  }

  private func events(of run: ExportedRun) -> RunEvents {
    RunEvents(run, weights: try? run.weights(in: runs), images: run.images(in: sets, loaded: loaded))
  }

  private func file(_ side: EventSide, of run: ExportedRun) -> EventFile {
    file(side, of: run.digest, run.names.first?.origin)
  }

  /// The event file of one side of a run.
  func file(_ side: EventSide, of digest: String, _ origin: RunOrigin?) -> EventFile {
    let folder = folder(of: digest, origin)
    return EventFile(in: side == .run ? folder : "\(folder)/\(side.rawValue)")
  }

  private func folder(of digest: String, _ origin: RunOrigin?) -> String {
    "\(parent(of: origin))/\(digest.prefix(8))"
  }

  private func parent(of origin: RunOrigin?) -> String {
    guard let origin else { return "\(path)/runs" }
    return "\(path)/\(Self.plain(origin.lab))/\(Self.plain(origin.experiment))"
  }

  /// A name that can be a folder's.
  private static func plain(_ name: String) -> String {
    let signs = name.unicodeScalars.prefix(100).map { scalar in
      scalar == "/" || scalar.properties.generalCategory == .control ? "_" : String(scalar)
    }.joined()
    return signs.isEmpty || signs.hasPrefix(".") ? "_" + signs : signs
  }
}
