extension LoopHelpPhrase {
  var korean: String {
    switch self {
    case .answer: "실습의 질문에 답해요."
    case .question: "질문의 이름."
    case .answerWords: "보기의 글자, 숫자, 또는 짧은 글."
    case .watch: "저장할 때마다 확인하고 다음 할 일을 보여 줘요. seglab만 실행해도 같아요."
    case .poll: "저장을 알려 주지 않는 네트워크 드라이브에서 파일을 되풀이해 살펴봐요."
    case .checkAll: "모든 실습을 확인하고 학습해요."
    case .solution: "통과한 셀의 풀이를 보여 줘요."
    case .cell: "연습 문제나 질문의 이름."
    case .insist: "통과하기 전이라도 보여 줘요. 그 사실은 기록에 남아요."
    case .diff: "통과한 뒤에 내 네트워크를 풀이와 비교해요."
    case .update: "실습을 최신으로 바꿔요. 쓰신 셀은 그대로 둬요."
    case .new: "만드는 사람을 위해: 새로 시작해요."
    case .newLab: "고쳐 쓸 수 있는 작은 실습과 풀이를 만들어요."
    case .labName: "실습의 이름. 예: receptive-field."
    case .verify: "만드는 사람을 위해: 실습과 풀이에 고칠 것이 없는지 확인해요."
    case .verifyFolder: "`labs`와 `solutions`가 있는 폴더."
    case .onlyLook: "파일만 살펴보고, 컴파일하거나 학습하지 않아요."
    case .calibrate: "만드는 사람을 위해: 시드를 바꿔 가며 풀이의 결과가 기준에서 얼마나 떨어져 있는지 재요."
    case .seeds: "시드의 수."
    }
  }
}
