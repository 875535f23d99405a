import Foundation

/// A typical mistake: a lab that is right but for what one learner wrote.
struct Mistake {
  /// What it is, in a few words.
  let title: String
  /// The lab that it is made in.
  let lab: MistakenLab
  /// What stands in the lab when it is right; empty where the whole file is another one.
  let right: String
  /// What the learner wrote in its place.
  let wrong: String

  /// - Parameters:
  ///   - title: what it is, in a few words.
  ///   - lab: the lab that it is made in.
  ///   - right: what stands there once, when it is right.
  ///   - wrong: what the learner wrote in its place.
  init(_ title: String, in lab: MistakenLab, _ right: String, _ wrong: String) {
    precondition(
      lab.text.components(separatedBy: right).count == 2, "“\(right)” stands in the lab of “\(title)” not just once")
    self.title = title
    self.lab = lab
    self.right = right
    self.wrong = wrong
  }

  /// The lab with the mistake in it.
  var text: String { lab.text.replacing(right, with: wrong) }

  /// All of them, in the order of the catalogue.
  static let all = swift + shapes + losses + functions + trainings + files
}
