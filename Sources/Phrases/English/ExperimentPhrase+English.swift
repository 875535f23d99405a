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
