import Diagnostics
import Messages

/// Finds mistakes between the labs of a course.
struct CourseChecker {
  /// What was found, in the order of the labs.
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter labs: the labs of a course in order.
  init(_ labs: [Lab]) {
    var files: [String: String] = [:]
    for lab in labs where files[lab.id] == nil { files[lab.id] = lab.file }
    for lab in labs {
      var found = DiagnosticList(file: lab.file)
      if let file = files[lab.id], file != lab.file {
        found.error(lab.idPlace, .duplicateLab(id: lab.id, file: file), help: .rename)
      }
      for (id, place) in zip(lab.after, lab.afterPlaces) where files[id] == nil {
        let near = Spelling.nearest(to: id, among: labs.map(\.id))
        found.error(place, .unknownLab(id), help: near.map { .didYouMean($0) } ?? .nameLab)
      }
      diagnostics += found.inOrder
    }
    checkCircles(labs)
  }

  /// Takes away, again and again, each lab that comes after none that is left; what remains goes in circles.
  private mutating func checkCircles(_ labs: [Lab]) {
    var left = labs
    while true {
      let ids = Set(left.map(\.id))
      let next = left.filter { lab in lab.after.contains { ids.contains($0) } }
      if next.count == left.count { break }
      left = next
    }
    guard let first = left.first else { return }
    // From any lab that is left one comes back sooner or later; what lies between is the circle.
    var path: [Lab] = [first]
    while true {
      guard let last = path.last, let before = left.first(where: { last.after.contains($0.id) }) else { return }
      if let start = path.firstIndex(where: { $0.id == before.id }) {
        let circle = path[start...]
        guard let lab = circle.first else { return }
        var found = DiagnosticList(file: lab.file)
        let place = zip(lab.after, lab.afterPlaces).first { circle.map(\.id).contains($0.0) }?.1 ?? lab.idPlace
        found.error(place, .labsInCircle(circle.reversed().map(\.id)), help: .breakCircle)
        diagnostics += found.inOrder
        return
      }
      path.append(before)
    }
  }
}
