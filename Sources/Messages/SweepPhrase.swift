/// What is said of a sweep of trainings, and of experiments held against one another.
public enum SweepPhrase: Phrase {
  /// A sweep has no training, or more than can be done.
  case count(found: Int, most: Int)
  /// The heading of a sweep's table.
  case runs(count: Int)
  /// What a sweep's picture shows, for who cannot see it.
  case picture(axes: [String], best: String)
  /// The heading of a table of experiments.
  case comparison
  /// The column of the experiments' names.
  case experiment
  /// The column of the difference to the experiment before.
  case change
  /// A training that broke off.
  case brokeOff
  /// The training that was kept.
  case best

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}

// MARK: English

extension SweepPhrase {
  var english: String {
    switch self {
    case .count(let found, let most):
      return found == 0
        ? "The sweep has no training: nothing is written in it, or one of its lists has no numbers. Write at least one, such as "
          + "`learningRates: [0.001, 0.01]`."
        : "The sweep has \(found) trainings or more, and \(most) are the most. Try fewer numbers at a time."
    case .runs(let count): return "\(count) trainings"
    case .picture(let axes, let best):
      return "One line for each training, through its \(axes.joined(separator: ", ")) and Dice. The best: \(best)."
    case .comparison: return "Experiments so far"
    case .experiment: return "Experiment"
    case .change: return "Change"
    case .brokeOff: return "failed"
    case .best: return "best"
    }
  }
}

// MARK: Korean

extension SweepPhrase {
  var korean: String {
    switch self {
    case .count(let found, let most):
      return found == 0
        ? "`Sweep`에 학습이 하나도 없어요. 아무것도 쓰지 않았거나, 비어 있는 목록이 있어요. `learningRates: [0.001, 0.01]`처럼 적어도 하나는 써 보세요."
        : "`Sweep`에 학습이 \(found)개 이상 있어요. \(most)개까지 할 수 있으니 한 번에 시험할 값을 줄여 보세요."
    case .runs(let count): return "학습 \(count)번"
    case .picture(let axes, let best):
      return "학습마다 선 하나가 \(axes.joined(separator: ", ")), 다이스 값을 지나요. 가장 좋은 것: \(best)."
    case .comparison: return "지금까지의 실험"
    case .experiment: return "실험"
    case .change: return "변화"
    case .brokeOff: return "중단됨"
    case .best: return "최고"
    }
  }
}

/// What is said of an experiment that cannot begin.
public enum ExperimentPhrase: Phrase {
  /// The images of a set have several sizes.
  case sizesDiffer(set: String, sizes: Int, height: Int, width: Int)
  /// A training was ended because it came to the most seconds that it may take.
  case outOfTime(limit: Double)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension ExperimentPhrase {
  var english: String {
    switch self {
    case .sizesDiffer(let set, let sizes, let height, let width):
      return
        "The network takes images of \(height) × \(width) pixels, and those of “\(set)” have \(sizes) different sizes. "
        + "Leave `--data` out to train on the lab’s own set; where the lab has a `Preprocessing`, write "
        + "`Resize(width: \(width), height: \(height))` into it. `seglab data show \(set)` lists the sizes."
    case .outOfTime(let limit):
      return "The training was stopped after \(limit.clock), the longest that it may take here. "
        + "Lower `epochs`, or run with `--minutes` and a larger number: it goes on from its last checkpoint."
    }
  }
}

// MARK: Korean

extension ExperimentPhrase {
  var korean: String {
    switch self {
    case .sizesDiffer(let set, let sizes, let height, let width):
      return "신경망은 \(height) × \(width) 픽셀 영상을 받는데, ‘\(set)’ 데이터에는 크기가 다른 영상이 \(sizes)가지 있어요. "
        + "`--data`를 빼면 실습의 데이터로 학습해요. `Preprocessing`이 있는 실습이라면 거기에 "
        + "`Resize(width: \(width), height: \(height))`를 써 보세요. `seglab data show \(set)`에서 크기를 볼 수 있어요."
    case .outOfTime(let limit):
      return "학습이 허용된 시간 \(limit.clock)\(.object, after: limit.clock) 다 써서 멈췄어요. `epochs`를 줄이거나, "
        + "`--minutes`에 더 큰 수를 주고 다시 실행하세요. 마지막 체크포인트에서 이어져요."
    }
  }
}
