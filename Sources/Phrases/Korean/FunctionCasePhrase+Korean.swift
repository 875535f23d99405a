extension FunctionCasePhrase {
  var korean: String {
    switch self {
    case .unequalRows(let found, let expected): return "첫 행에는 숫자가 \(expected)개 있는데 이 행에는 \(found)개 있어요"
    case .otherCount(let found, let expected): return "첫 사례는 값을 \(expected)개 넣는데 여기서는 \(found)개를 넣어요"
    case .noValue: return "함수에 넣을 값이 없어요"
    case .makeEqual: return "모든 행의 길이를 같게 맞춰 보세요"
    case .asManyAsTaken: return "사례마다 함수가 받는 수만큼 값을 써 보세요"
    }
  }
}
