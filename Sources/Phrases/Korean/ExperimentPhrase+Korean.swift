extension ExperimentPhrase {
  var korean: String {
    switch self {
    case .sizesDiffer(let set, let sizes):
      return "‘\(set)’ 데이터에는 크기가 다른 영상이 \(sizes)가지 있는데, 네트워크는 한 가지 크기만 받아요. "
        + "준비 단계에 `Resize`를 쓰거나, 크기가 모두 같은 데이터를 쓰세요. `seglab data show \(set)`에서 크기를 볼 수 있어요."
    }
  }
}
