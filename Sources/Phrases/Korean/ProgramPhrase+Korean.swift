extension ProgramPhrase {
  var korean: String {
    switch self {
    case .overTime(let seconds):
      return "프로그램이 \(seconds)초가 지나도 끝나지 않아서 멈췄어요. 끝나지 않는 반복문이 있는지 살펴보세요"
    case .overMemory(let bytes):
      return "프로그램이 한도인 \(Self.size(bytes))보다 많은 메모리를 쓰려고 해서 멈췄어요. "
        + "네트워크를 적는 데는 메모리가 거의 들지 않으니, 끝없이 길어지는 목록이 있는지 살펴보세요"
    case .overOutput(let bytes):
      return "프로그램이 \(Self.size(bytes))보다 많이 출력해서 멈췄어요. 반복문 안의 print를 살펴보세요"
    case .crashed(let signal, let words):
      let name = Self.name(ofSignal: signal)
      if let words { return "프로그램이 여기서 멈췄어요: \(words) (\(name))" }
      switch signal {
      case 4, 5:
        return "프로그램이 여기서 멈췄어요(\(name)). 수가 너무 커졌거나, 목록의 범위를 벗어났거나, "
          + "nil을 강제로 풀었을 때 이렇게 돼요"
      case 11:
        return "프로그램이 여기서 멈췄어요(\(name)). 함수가 자기 자신을 끝없이 부르거나, "
          + "상수를 만드는 셀보다 위에서 그 상수를 쓰는지 살펴보세요"
      default: return "프로그램이 여기서 멈췄어요(\(name))"
      }
    case .endedEarly: return "프로그램이 마지막 줄 전에 끝나서 답이 오지 않았어요. 프로그램을 일찍 끝내는 부분을 지워 보세요"
    case .answerTooLong(let bytes, let limit):
      return "답의 길이가 \(Self.size(bytes))인데 \(Self.size(limit))까지만 읽을 수 있어요. "
        + "층을 너무 많이 만드는 반복문이 있는지 살펴보세요"
    case .tooManyLayers(let count, let limit):
      return "네트워크의 층이 \(count.grouped)개인데 \(limit.grouped)개까지만 읽을 수 있어요. "
        + "층을 너무 많이 만드는 반복문이 있는지 살펴보세요"
    case .valueNotFinite(let path): return "`\(path)` 값이 유한한 수가 아니에요. 0으로 나누는 곳이 있는지 살펴보세요"
    case .answerUnreadable(let place):
      return "프로그램이 넘긴 것이 답의 꼴이 아니에요" + (place.isEmpty ? "" : "(`\(place)`에서 막혔어요)")
        + ". 셀에서는 네트워크와 학습만 만들고, 넘기는 일은 SegLab에 맡겨 주세요"
    case .compilerOverTime(let seconds):
      return "Swift 컴파일러가 \(seconds)초가 지나도 끝나지 않아서 멈췄어요. 긴 줄을 여러 줄로 나누어 보세요"
    case .compilerOverOutput(let bytes):
      return "컴파일한 프로그램이 \(Self.size(bytes))보다 커요. 셀을 더 짧게 써 보세요"
    case .compilerStopped(let words):
      return "이 셀들을 읽다가 Swift 컴파일러가 멈췄어요" + (words.isEmpty ? "" : "(\(words))")
        + ". 길거나 깊이 겹친 줄을 나누어 보세요"
    case .notCompiled(let words): return "Swift 컴파일러가 셀 전체를 받아들이지 않았어요: \(words)"
    case .notLinked(let name):
      return name.isEmpty
        ? "셀 하나하나는 컴파일되지만 함께 프로그램이 되지는 못했어요. 마지막에 더한 것을 빼 보세요"
        : "셀에서 `\(name)`을 쓰는데 어디에도 없어요. 그것을 쓰는 부분을 빼 보세요"
    case .moreWasPrinted(let bytes): return "출력이 \(Self.size(bytes)) 더 있지만 보여 주지 않았어요"
    }
  }
}
