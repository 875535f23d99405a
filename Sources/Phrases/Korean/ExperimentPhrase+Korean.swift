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
