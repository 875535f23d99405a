extension SweepPhrase {
  var english: String {
    switch self {
    case .count(let found, let most):
      return found == 0
        ? "The sweep has no training. Write at least one."
        : "The sweep has \(found) trainings or more, and \(most) are the most. Try fewer numbers at a time."
    case .runs(let count): return "\(count) trainings"
    case .picture(let axes, let best):
      return "One line for each training, through its \(axes.joined(separator: ", ")) and Dice. The best: \(best)."
    case .comparison: return "Experiments so far"
    case .experiment: return "Experiment"
    case .change: return "Change"
    case .brokeOff: return "broke off"
    case .best: return "best"
    }
  }
}
