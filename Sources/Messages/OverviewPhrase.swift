/// The words of the page about a class.
public enum OverviewPhrase: Phrase {
  /// What kind of page it is.
  case overview
  /// How many learners there are, and how many handed in something.
  case learners(count: Int, handedIn: Int)
  /// The mean and the median of the points.
  case points(mean: Double, median: Double, of: Double)
  /// How many were late.
  case late(count: Int)
  /// How many wait for a person's mark.
  case toMark(count: Int)
  /// The heading of the spread of points.
  case distribution
  /// The same in words: how many learners in each tenth.
  case distributionWords([Int])
  /// The axes of that chart.
  case pointsAxis, learnersAxis
  /// The heading of the table of checks, and what its columns mean.
  case checks, checksNote
  /// The columns of that table.
  case check, passRate, meanShare, discrimination
  /// The heading of where learners are stuck, and what it means.
  case stuck, stuckNote
  /// Columns.
  case cell, count, who, message, network, seconds
  /// The heading of equal mistakes, and what it means.
  case mistakes, mistakesNote
  /// The heading of equal networks, and what it means.
  case networks, networksNote
  /// The heading of what could not be judged, and what to do.
  case unjudged, unjudgedNote
  /// The heading of what took longest, and what it means.
  case slowest, slowestNote

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension OverviewPhrase {
  var english: String {
    switch self {
    case .overview: return "A class"
    case .learners(let count, let handedIn):
      return "\(count.grouped) learners, of whom \(handedIn.grouped) handed in something"
    case .points(let mean, let median, let total):
      return "Of \(total.places(2)) points: \(mean.places(2)) on average, \(median.places(2)) in the middle"
    case .late(let count): return count == 1 ? "1 was late" : "\(count.grouped) were late"
    case .toMark(let count):
      return count == 1 ? "1 learner waits for a mark by hand" : "\(count.grouped) learners wait for a mark by hand"
    case .distribution: return "Points"
    case .distributionWords(let counts):
      return "Learners in each tenth of the points, from none to all: "
        + counts.map(String.init).joined(separator: ", ")
    case .pointsAxis: return "points"
    case .learnersAxis: return "learners"
    case .checks: return "Checks"
    case .checksNote:
      return
        "Discrimination is the correlation of a check's points with those of all the others: near 1 it tells those who understood from "
        + "those who did not, near 0 it tells nothing, and below 0 something may be wrong with the check."
    case .check: return "Check"
    case .passRate: return "Passed"
    case .meanShare: return "Mean share of points"
    case .discrimination: return "Discrimination"
    case .stuck: return "Where learners are stuck"
    case .stuckNote: return "The first cell of each learner that is not right."
    case .cell: return "Cell"
    case .count: return "Learners"
    case .who: return "Who"
    case .message: return "What they are told"
    case .network: return "Network"
    case .seconds: return "Seconds"
    case .mistakes: return "Equal mistakes"
    case .mistakesNote:
      return "Learners who are told the same, whatever names and numbers stand in it; one example each."
    case .networks: return "Equal networks"
    case .networksNote:
      return
        "Networks that compute the same, whatever their layers are called. A lab with one right answer leads there by itself: "
        + "a group says nothing about how it came to be."
    case .unjudged: return "Could not be judged"
    case .unjudgedNote: return "Try these again with `seglab grade … --retry`."
    case .slowest: return "Slowest"
    case .slowestNote:
      return "Judging and training together; what was trained once for several counts for each of them."
    }
  }
}

// MARK: Korean

extension OverviewPhrase {
  var korean: String {
    switch self {
    case .overview: return "수업"
    case .learners(let count, let handedIn): return "학습자 \(count.grouped)명 가운데 \(handedIn.grouped)명이 제출"
    case .points(let mean, let median, let total):
      return "\(total.places(2))점 만점에 평균 \(mean.places(2))점, 중앙값 \(median.places(2))점"
    case .late(let count): return "늦은 제출 \(count.grouped)명"
    case .toMark(let count): return "직접 채점을 기다리는 학습자 \(count.grouped)명"
    case .distribution: return "점수"
    case .distributionWords(let counts):
      return "점수를 열 구간으로 나눈 학습자 수(0점부터 만점까지): " + counts.map(String.init).joined(separator: ", ")
    case .pointsAxis: return "점수"
    case .learnersAxis: return "학습자 수"
    case .checks: return "검사"
    case .checksNote:
      return "변별도는 한 검사의 점수와 나머지 모든 검사의 점수 사이의 상관계수예요. 1에 가까우면 이해한 학습자와 그렇지 않은 학습자를 잘 "
        + "가르고, 0에 가까우면 알려 주는 것이 없고, 0보다 작으면 검사에 문제가 있을지도 몰라요."
    case .check: return "검사"
    case .passRate: return "통과"
    case .meanShare: return "평균 득점률"
    case .discrimination: return "변별도"
    case .stuck: return "막힌 곳"
    case .stuckNote: return "학습자마다 아직 맞지 않은 첫 번째 셀이에요."
    case .cell: return "셀"
    case .count: return "학습자 수"
    case .who: return "누구"
    case .message: return "받은 안내"
    case .network: return "신경망"
    case .seconds: return "초"
    case .mistakes: return "같은 실수"
    case .mistakesNote: return "이름과 숫자가 달라도 같은 안내를 받은 학습자들이에요. 보기를 하나씩 들었어요."
    case .networks: return "같은 신경망"
    case .networksNote:
      return "층의 이름이 달라도 계산이 같은 신경망이에요. 정답이 하나인 실습에서는 저절로 그렇게 돼요. 어떻게 같아졌는지는 알 수 없어요."
    case .unjudged: return "판정할 수 없었던 것"
    case .unjudgedNote: return "`seglab grade … --retry`로 다시 채점해 보세요."
    case .slowest: return "오래 걸린 것"
    case .slowestNote: return "채점과 학습을 더한 시간이에요. 여럿을 위해 한 번 한 학습도 모두에게 더했어요."
    }
  }
}
