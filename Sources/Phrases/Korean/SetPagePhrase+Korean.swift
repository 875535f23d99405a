extension SetPagePhrase {
  var korean: String {
    switch self {
    case .imagesOmitted(let count): "나머지 영상 \(count.grouped)장은 보여 주지 않았어요."
    case .patientsOmitted(let count): "나머지 환자 \(count.grouped)명은 보여 주지 않았어요."
    case .picture(let name, let share): "\(name), 레이블이 \(share.percent)를 덮어요"
    case .intensityChart(let darkest, let bins):
      "밝기를 똑같이 \(bins)칸으로 나눈 픽셀 비율이에요. 가장 어두운 칸이 \(darkest.percent)예요."
    case .histogram(let least, let most): "값이 \(least.places(3))부터 \(most.places(3))까지 있어요."
    }
  }
}
