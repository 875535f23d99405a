extension VerdictPhrase {
  var korean: String {
    switch verdict {
    case "passed": "통과"
    case "not-yet": "아직이에요"
    case "not-attempted": "시작 전"
    case "blocked": "대기"
    default: "판정 불가"
    }
  }
}
