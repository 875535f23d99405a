public import Experiments
internal import Foundation
internal import Messages
internal import Networks

/// Writes event files while networks train, for a TensorBoard that looks on.
///
/// Events come from one thread, one after the other. Where the disk refuses, the training goes on, and no more is written.
public final class LiveEvents {
  private let folder: TensorBoardFolder
  private let lab: String
  private var experiment = ""
  private var run = ""
  private var files: (train: GrowingEventFile, validation: GrowingEventFile)?
  /// The runs that were trained, and not found.
  private var trained: Set<String> = []
  /// Why nothing is written any more; nil where all is well.
  public private(set) var problem: ExportProblem?

  /// - Parameters:
  ///   - folder: where files go.
  ///   - lab: the lab that is run, by id.
  public init(_ folder: TensorBoardFolder, lab: String) { (self.folder, self.lab) = (folder, lab) }

  /// Writes what happened.
  public func show(_ event: LaboratoryEvent) {
    guard problem == nil else { return }
    do throws(ExportProblem) { try write(event, at: Date().timeIntervalSince1970) } catch { problem = error }
  }

  /// Adds what is known once a run is done.
  ///
  /// - Parameter run: the run.
  public func finish(_ run: ExportedRun) {
    guard problem == nil else { return }
    files = nil
    do throws(ExportProblem) {
      try folder.finish(run, isNew: trained.contains(run.digest))
    } catch {
      problem = error
    }
  }

  private func write(_ event: LaboratoryEvent, at time: Double) throws(ExportProblem) {
    switch event {
    case .began(let name, _, _): (experiment, files) = (name, nil)
    case .run(let digest, _): (run, files) = (digest, nil)
    case .step(let progress):
      let files = try open(at: progress.point.step, time: time)
      for event in RunEvents.curves(of: progress.point, at: time) { try files.train.add(event) }
    case .validated(let point):
      let files = try open(at: point.step, time: time)
      for event in RunEvents.curves(of: point, at: time) { try files.validation.add(event) }
    case .histograms(let histograms):
      let files = try open(at: histograms.step, time: time)
      for event in RunEvents.events(of: histograms, at: time) { try files.train.add(event) }
    case .note, .overBudget, .forecast, .checkpoint, .preview, .member, .missing, .failed, .ended: break
    }
  }

  /// The files of the run that trains; opened at its first step, where it begins or goes on.
  private func open(
    at step: Int, time: Double
  ) throws(ExportProblem) -> (train: GrowingEventFile, validation: GrowingEventFile) {
    if let files { return files }
    let origin = RunOrigin(lab: lab, experiment: experiment)
    let opened = (
      train: try GrowingEventFile(folder.file(.train, of: run, origin)),
      validation: try GrowingEventFile(folder.file(.validation, of: run, origin))
    )
    for file in [opened.train, opened.validation] {
      if !file.isOld { try file.add(.version(at: time)) }
      try file.add(.start(step: step + 1, at: time))
    }
    trained.insert(run)
    files = opened
    return opened
  }
}
