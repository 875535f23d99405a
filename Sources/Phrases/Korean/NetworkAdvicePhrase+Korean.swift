extension NetworkAdvicePhrase {
  var korean: String {
    switch self {
    case .startWithInput: return "`Input(shape: [높이, 너비, 채널])`로 시작해 보세요"
    case .moveInput: return "`Input`은 첫 층에 하나만 남겨 보세요"
    case .nameApart: return "둘 중 하나의 이름을 바꿔 보세요"
    case .didYouMean(let name): return "혹시 `\(name)`인가요?"
    case .readFromAbove(let layer): return "`\(layer)`보다 위에 있는 층의 이름을 써 보세요"
    case .readOrRemove(let layer): return "아래의 다른 층이 `\(layer)` 층을 읽게 하거나, 이 층을 빼 보세요"
    case .writeAs(let argument, let form): return "`\(argument): \(form)`처럼 써 보세요"
    case .putFlattenBefore(let layer, let count):
      return "`\(layer)` 앞에 `Flatten()`을 넣어 보세요" + (count.map { ". 그러면 [\($0)]이 들어와요" } ?? "")
    case .swapWeights(let weights):
      return "두 크기의 순서가 바뀌었어요. 가중치는 `[in, out]`이니 `weights: \(weights.asShape)`라고 써 보세요"
    case .changeFirstExtent(let weights):
      return "첫 번째 크기는 들어오는 숫자의 개수예요. `weights: \(weights.asShape)`라고 쓰거나 위층을 바꿔 보세요"
    case .factorised(let count, let shape):
      return "\(count.grouped) = \(shape.asProduct)이니 \(shape.asShape)이면 맞아요"
    case .writeInput(let shape): return "`Input(shape: \(shape.asShape))`라고 써 보세요"
    case .endWithClasses(let height, let width, let classes):
      return "출력이 [\(height), \(width), \(classes)]인 층으로 끝내 보세요"
    case .useIdentity: return "활성화 함수를 빼거나 `.identity`라고 써 보세요"
    case .makeSmaller(let layer, let parameters):
      return "`\(layer)` 층에만 \(parameters.grouped)개가 있어요. 이 층을 더 작게 만들어 보세요"
    case .makeSmallerOrFewer(let layer): return "`\(layer)` 층을 더 작게 만들거나 배치 크기를 줄여 보세요"
    case .lowerLearningRate(let rate):
      return "이 네트워크에는 보폭이 너무 커요. 학습률을 \(rate) 대신 \(Float(rate / 10))로 낮춰 보세요"
    case .lowerLearningRateSomewhat: return "보폭이 너무 컸어요. 학습률을 10분의 1로 낮춰 보세요"
    case .moreClassesOrCleanLabels(let classes):
      return "네트워크의 클래스를 \(classes)개로 늘리거나, 레이블이 생각한 대로인지 확인해 보세요"
    }
  }
}
