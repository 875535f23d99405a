/// What is said of an experiment that cannot begin.
public enum ExperimentPhrase: Phrase {
  /// The images of a set have several sizes.
  case sizesDiffer(set: String, sizes: Int)
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
    case .sizesDiffer(let set, let sizes):
      return "The images of “\(set)” have \(sizes) different sizes, and a network takes images of one size. "
        + "Write a `Resize` into a preparation, or use a set whose images are all alike; `seglab data show \(set)` lists the sizes."
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
    case .sizesDiffer(let set, let sizes):
      return "‘\(set)’ 데이터에는 크기가 다른 영상이 \(sizes)가지 있는데, 네트워크는 한 가지 크기만 받아요. "
        + "준비 단계에 `Resize`를 쓰거나, 크기가 모두 같은 데이터를 쓰세요. `seglab data show \(set)`에서 크기를 볼 수 있어요."
    case .outOfTime(let limit):
      return "학습이 허용된 시간 \(limit.clock)을 다 써서 멈췄어요. `epochs`를 줄이거나, "
        + "`--minutes`에 더 큰 수를 주고 다시 실행하세요. 마지막 체크포인트에서 이어져요."
    }
  }
}
