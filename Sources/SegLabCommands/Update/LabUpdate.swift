internal import Labs

/// A newer lab with the learner's cells in it.
struct LabUpdate {
  /// The new text.
  let text: String
  /// The learner's cells that were put into it.
  let kept: [Lab.Cell]
  /// Those of them that the author changed too.
  let conflicts: [Lab.Cell]
  /// The learner's cells for which the newer lab has no place.
  let gone: [Lab.Cell]

  /// - Parameters:
  ///   - newer: the lab as it is shipped now.
  ///   - shipped: the lab as it was shipped when the learner began; nil where that is not known.
  ///   - own: the lab as it stands in the learner's file.
  /// - Throws: `LabEditError` where a cell of the learner's would end its fence.
  init(to newer: Lab, from shipped: Lab?, with own: Lab) throws(LabEditError) {
    let (before, now, mine) = (shipped?.bodies ?? [:], newer.bodies, own.bodies)
    var bodies: [Lab.Cell: String] = [:]
    var conflicts: [Lab.Cell] = []
    var gone: [Lab.Cell] = []
    for (cell, body) in mine.sorted(by: { $0.key.name < $1.key.name }) {
      // What the learner has not touched follows the author.
      if body == before[cell] { continue }
      guard let offered = now[cell] else {
        gone.append(cell)
        continue
      }
      if offered == body { continue }
      bodies[cell] = body
      if let old = before[cell], old != offered { conflicts.append(cell) }
    }
    text = try newer.replacing(bodies)
    kept = bodies.keys.sorted { $0.name < $1.name }
    self.conflicts = conflicts
    self.gone = gone
  }
}

extension Lab {
  /// What stands in each cell that a learner edits.
  fileprivate var bodies: [Cell: String] {
    var bodies: [Cell: String] = [:]
    for block in blocks {
      switch block {
      case .exercise(let code): bodies[.exercise(code.id)] = code.body
      case .answer(let answer): bodies[.answer(answer.question)] = answer.text
      default: break
      }
    }
    return bodies
  }
}
