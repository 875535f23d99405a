internal import Datasets
internal import Experiments

extension LaboratoryError {
  /// The line in the lab that is to blame, where one is.
  var line: Int? {
    guard case .preparation(let problem) = self, problem.line > 0 else { return nil }
    return problem.line
  }
}
