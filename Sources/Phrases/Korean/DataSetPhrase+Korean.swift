extension DataSetPhrase {
  var korean: String {
    switch self {
    case .optionsClash(let option, let other):
      return "`\(option)` 옵션은 `\(other)`와 함께 쓸 수 없어요. 하나를 빼 보세요."
    }
  }
}
