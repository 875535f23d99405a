import Messages
import Testing

@testable import SegLabCommands

struct UsageErrorTests {
  @Test(arguments: [
    ("Unknown option '--lagn'. Did you mean '--lang'?", "‘--lagn’ 옵션은 없어요. 혹시 ‘--lang’인가요?"),
    ("Unknown option '--foo'", "‘--foo’ 옵션은 없어요."),
    ("Missing expected argument '<lab>'", "‘<lab>’ 인자가 빠졌어요."),
    ("Missing value for '--seed <seed>'", "‘--seed <seed>’ 옵션 뒤에 값이 빠졌어요."),
    ("Unexpected argument '3'", "‘3’ 인자는 여기에 필요 없어요."),
    (
      "The value 'x' is invalid for '--lang <lang>'. Please provide one of 'en' or 'ko'.",
      "‘x’: ‘--lang <lang>’에 쓸 수 없는 값이에요. 'en', 'ko' 가운데 하나를 써 보세요."
    ),
  ])
  func areSaidInKorean(english: String, korean: String) {
    let all = "Error: \(english)\nUsage: seglab run <lab>\n  See 'seglab run --help' for more information."
    let text = HelpText(all, in: .korean).text
    #expect(text.hasPrefix("오류: \(korean)\n사용법: "))
    #expect(HelpText(all, in: .english).text.hasPrefix("Error: \(english)\n"))
  }
}
