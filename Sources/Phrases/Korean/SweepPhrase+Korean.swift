extension SweepPhrase {
  var korean: String {
    switch self {
    case .count(let found, let most):
      return found == 0
        ? "`Sweep`에 학습이 하나도 없어요. 적어도 하나는 써 보세요."
        : "`Sweep`에 학습이 \(found)개 이상 있어요. \(most)개까지 할 수 있으니 한 번에 시험할 값을 줄여 보세요."
    case .runs(let count): return "학습 \(count)번"
    case .picture(let axes, let best):
      return "학습마다 선 하나가 \(axes.joined(separator: ", ")), Dice 값을 지나요. 가장 좋은 것: \(best)."
    case .comparison: return "지금까지의 실험"
    case .experiment: return "실험"
    case .change: return "변화"
    case .brokeOff: return "중단됨"
    case .best: return "최고"
    }
  }
}
