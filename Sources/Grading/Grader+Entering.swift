internal import Checking
internal import Files
internal import Foundation
internal import Labs
internal import Sessions

/// What a class handed in on its way into the book.
extension Grader {
  /// How many learners' texts are in memory at a time.
  private static let mostRead = 256

  /// What a class handed in, once the book knows of it.
  struct Entered {
    /// The texts that a judge must look at.
    var works: [ClassJudge.Work] = []
    /// How many learners handed in a text, how many texts differ, and of how many of those the book knew nothing.
    var (texts, distinct, new) = (0, 0, 0)
  }

  /// Notes in the book what was handed in, and judges what was measured before. So many texts are in memory at a time, and the others in a
  /// file beside the book, so that a class of any size takes no more memory for them; a file that changes meanwhile changes nothing.
  func entered(
    _ handIns: HandIns, _ conditions: [String], releases: [String], in book: GradeBook
  ) throws(GradingProblem) -> Entered {
    let known = try book.knownEvidence()
    let measured = lab.measuredTexts
    let releases = releases.compactMap { Lab.parse(text: $0, file: lab.lab.file).lab }
    let shelf = try Self.written { () throws(FileFault) in
      try ScratchFile(in: OwnFolder(book.folder.path, for: .writing))
    }
    var (seen, found): (Set<String>, Entered) = ([], Entered())
    for start in stride(from: 0, to: handIns.count, by: Self.mostRead) {
      let entries = handIns[start..<min(start + Self.mostRead, handIns.count)].map { handIn in
        (handIn: handIn, evidence: handIn.text.map { lab.key(of: $0, conditions) })
      }
      try book.enter(entries, lab: lab.lab.id)
      let new = entries.compactMap { entry -> NewText? in
        guard let key = entry.evidence, let text = entry.handIn.text else { return nil }
        found.texts += 1
        guard seen.insert(key).inserted, !known.contains(key) else { return nil }
        return NewText(key: key, basis: GradedLab.basis(of: text, measured, conditions), text: text)
      }
      found.new += new.count
      for one in try judgedAgain(new, in: book, releases: releases) {
        let place = try Self.written { () throws(FileFault) in try shelf.add(one.text.utf8) }
        found.works.append(
          ClassJudge.Work(key: one.key, basis: one.basis) { () throws(FileFault) in
            String(decoding: try shelf.bytes(at: place), as: UTF8.self)
          })
      }
    }
    found.distinct = seen.count
    return found
  }

  private static func written<Value>(_ body: () throws(FileFault) -> Value) throws(GradingProblem) -> Value {
    do { return try body() } catch { throw .notWritten(path: error.path, reason: error.reason) }
  }

  /// A text of which the book knows nothing.
  private struct NewText: Sendable {
    let key: String
    let basis: String
    let text: String
  }

  /// Judges texts by what was measured for them before, where all that it takes is in the book, and keeps that.
  ///
  /// - Returns: the texts that a judge must look at.
  private func judgedAgain(
    _ works: [NewText], in book: GradeBook, releases: [Lab]
  ) throws(GradingProblem) -> [NewText] {
    let lab = lab.lab
    let results = Parallel.map(works.count) { number in
      Result { () throws(GradingProblem) -> GradeBook.Evidence? in
        let work = works[number]
        guard let old = try book.assessment(onBasis: work.basis),
          let now = old.assessment.judgedAgain(by: lab, submission: work.text, releases: releases)
        else { return nil }
        return GradeBook.Evidence(key: work.key, basis: work.basis, assessment: now, seconds: old.seconds)
      }
    }
    var found: [GradeBook.Evidence?] = []
    for result in results { found.append(try result.get()) }
    let again = found.compactMap(\.self)
    if !again.isEmpty { try book.keep(again, lab: lab.id, engine: settings.engine) }
    return zip(works, found).compactMap { work, evidence in evidence == nil ? work : nil }
  }
}
