internal import Checking
internal import Labs
internal import Messages

/// Somebody's cells in the lab that submissions are judged by, and what is to be said of the file that they came in.
struct MergedSubmission {
  /// The lab with the cells in it.
  let lab: Lab
  /// The language that the file says it is in.
  let language: Language
  /// What was done with cells that could not be taken as they were.
  let remarks: [Message]
  /// What in the file's own text is not as its learner got it.
  let changes: [LabChange]

  /// - Parameters:
  ///   - text: the file's text, whatever it says.
  ///   - lab: the lab with nobody's work in it.
  ///   - releases: the lab as learners got it, one after the other; none where changes are not to be told.
  init(_ text: String, into lab: Lab, releases: [Lab]) {
    let cells = SubmittedCells(of: text, in: lab)
    let (merged, remarks) = cells.merged(into: lab)
    var said = remarks.map { Message($0) }
    var changes: [LabChange] = []
    if !releases.isEmpty {
      switch Lab.parse(text: text, file: lab.file).lab {
      case let own?:
        // What its author changed after somebody got the lab is no change of theirs.
        changes = releases.map { LabChange.all(in: own, from: $0) }.min { $0.count < $1.count } ?? []
      case nil: said.append(Message(SubmissionPhrase.fileBroken))
      }
    }
    (self.lab, language, self.remarks, self.changes) = (merged, cells.language, said, changes)
  }
}
