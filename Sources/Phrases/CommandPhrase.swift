/// What the commands say beside verdicts and diagnostics.
public enum CommandPhrase: Phrase {
  /// The files that came with SegLab are nowhere to be found.
  case noInstallation
  /// A training's progress in one line.
  case progress(percent: Int, epoch: Int, epochs: Int, loss: Double, rate: Double, left: Double)
  /// The lab passed.
  case labPassed(title: String)
  /// Something in the lab is not yet as it should be: how many cells passed, and what to do next.
  case labNotYet(passed: Int, cells: Int, next: String)
  /// The run was done before with the same network, numbers and data.
  case reused(experiment: String, run: String)
  /// The run was done now.
  case trained(experiment: String, steps: Int, seconds: Double, run: String)
  /// What was measured on the validation images.
  case measured(accuracy: Double, baseline: Double, dice: Double, loss: Double)
  /// The weights' digest.
  case weights(digest: String)
  /// Where the page was written.
  case pageWritten(path: String)
  /// Where a set comes from and how it is divided.
  case dataUsed(name: String, training: Int, validation: Int, split: String)
  /// What was done to a training's images, step by step.
  case prepared(steps: [String])
  /// A set was made or imported.
  case dataSaved(name: String, count: Int, digest: String)
  /// There are no sets yet.
  case noData
  /// No folder of labs here.
  case noLabs(folder: String)
  /// A number of threads or the like that cannot be.
  case badNumber(option: String, found: String, expected: String)
  /// A course folder was made, or completed.
  case initialised(folder: String, added: Int, kept: Int)
  /// What to do first in a new course folder; empty where the learner is in it already.
  case firstSteps(folder: String)
  /// A lab's exercise was set back; the old text is kept.
  case resetDone(what: String, backup: String)
  /// The lab as it was shipped is nowhere to be found.
  case noOriginal(lab: String)
  /// The lab has no such exercise.
  case noSuchCell(cell: String, known: [String])
  /// A hint, with its number among all.
  case hint(cell: String, number: Int, count: Int)
  /// There are no more hints for the cell.
  case noMoreHints(cell: String)
  /// There are no hints for the cell.
  case noHints(cell: String)
  /// A file could not be written.
  case notWritten(path: String, reason: String)
  /// The lab has mistakes of its author's.
  case labHasMistakes(file: String, count: Int)
  /// The learner's program printed this.
  case printed
  /// The next lab to do.
  case nextLab(id: String)
  /// Something that SegLab did not expect of itself.
  case unexpected(String)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}
