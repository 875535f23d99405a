extension FunctionPhrase {
  var korean: String {
    switch self {
    case .missing(let name, let signature):
      let type = signature.isEmpty ? "" : " (타입 `\(signature)`)"
      return "이 실습에는 `\(name)` 함수\(type)가 필요한데, 어느 셀에도 없어요. `func \(name)(`로 시작해 보세요."
    case .unfit(let name, let signature):
      return signature.isEmpty
        ? "`\(name)` 함수가 받거나 돌려주는 값의 종류가 실습과 달라요."
        : "`\(name)` 함수의 타입은 `\(signature)`여야 해요. 괄호 안과 `->` 뒤를 비교해 보세요."
    case .notTried(let name): return "셀을 고치면 `\(name)` 함수를 시험해 볼게요."
    case .stopped(let name, _, let why):
      let first = "아래 값을 넣었을 때 `\(name)` 함수 안에서 프로그램이 멈췄어요"
      switch why {
      case .noEnd(let seconds):
        return "아래 값을 넣었을 때 `\(name)` 함수가 \(seconds)초가 지나도 끝나지 않았어요. 끝나지 않는 반복문이 있는지 살펴보세요."
      case .words(let words): return first + ": \(words)."
      case .unknown: return first + ". 영상 밖의 행이나 열을 읽지는 않나요?"
      }
    case .wrong(let name, _, _, _, let trouble):
      let first = "아래 값을 넣으면 `\(name)` 함수의 결과가 나와야 하는 값과 달라요."
      switch trouble {
      case .dividedByZero: return first + " 0으로 나누면 숫자가 아니게 돼요. 그럴 때는 무엇이 나와야 할까요?"
      case .shapesDiffer: return first + " 두 마스크의 모양이 달라서 비교할 수 없는 경우예요."
      case .otherShape: return first + " 결과의 행이나 열의 수가 달라요."
      case .emptyMasks: return first + " 두 마스크가 모두 비어 있는 경우예요. 찾을 것이 없었고, 찾은 것도 없어요."
      case .wholeNumbersDivided:
        return first + " 정수끼리 나누지는 않았나요? Swift에서 3 / 4는 0이에요. 먼저 둘 다 Double(…)로 바꿔 보세요."
      case .scaled(let factor): return first + " 나와야 하는 값의 \(factor.brief)배예요. 곱하거나 나누는 수를 살펴보세요."
      case .shifted: return first + " 모든 값이 같은 만큼 달라요. 먼저 빼야 하는 것이 있지 않나요?"
      case .exchanged: return first + " 0과 1이 서로 바뀌었어요."
      case .whiteForOne: return first + " 마스크의 클래스는 0과 1이에요. 255는 영상에서 흰색이고요."
      case nil: return first
      }
    }
  }
}
