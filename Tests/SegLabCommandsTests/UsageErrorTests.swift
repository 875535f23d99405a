import Messages
import Testing

@testable import SegLabCommands

struct UsageErrorTests {
  @Test(arguments: ["Unknown option '--quik'. Did you mean '--pack'?", "Unknown option '--quick'"])
  func `a profile that stands as an option of its own is told with its option`(words: String) {
    #expect(UsageHelpPhrase(words)?.text(in: .english).hasSuffix("Did you mean '--profile quick'?") == true)
  }

  @Test(arguments: [
    ("Unknown option '--lagn'. Did you mean '--lang'?", "‘--lagn’ 옵션은 없어요. 혹시 ‘--lang’인가요?"),
    ("Unknown option '--foo'", "‘--foo’ 옵션은 없어요."),
    ("Missing expected argument '<lab>'", "‘<lab>’ 인자가 빠졌어요."),
    ("Missing value for '--seed <seed>'", "‘--seed <seed>’ 옵션 뒤에 값이 빠졌어요."),
    ("2 unexpected arguments: '3', '4'", "필요 없는 인자가 2개 있어요: '3', '4'"),
    ("Missing one of: '--a', '--b'", "다음 가운데 하나가 빠졌어요: '--a', '--b'"),
    ("Unexpected argument '3'", "‘3’ 인자는 여기에 필요 없어요."),
    (
      "The value 'x' is invalid for '--lang <lang>'. Please provide one of 'en' or 'ko'.",
      "‘x’: ‘--lang <lang>’에 쓸 수 없는 값이에요. 'en', 'ko' 가운데 하나를 써 보세요."
    ),
  ])
  func areSaidInKorean(english: String, korean: String) {
    // The English of the phrase is the parser's own.
    #expect(UsageHelpPhrase(english)?.text(in: .english) == english)
    let all = "Error: \(english)\nUsage: seglab run <lab>\n  See 'seglab run --help' for more information."
    let text = HelpText(all, in: .korean).text
    #expect(text.hasPrefix("오류: \(korean)\n사용법: "))
    #expect(HelpText(all, in: .english).text.hasPrefix("Error: \(english)\n"))
  }

  @Test(arguments: HelpText.examples.values.sorted())
  func `an example of help is understood as it stands`(line: String) {
    let words = line.split(separator: " ").dropFirst().map(String.init)
    #expect(SegLabCommand.refusal(of: words) == nil)
  }

  @Test(arguments: [["--lang", "ko"], ["--lang=ko"]])
  func `a language behind the command holds for help and for a wrong use`(asked: [String]) throws {
    let course = try CourseFixture()
    let help = try course.run(["work", "--help"] + asked, language: "en")
    #expect(help.status == 0)
    #expect(help.output.contains("작업을 맡긴 폴더") && !help.output.contains("The folder"))
    let wrong = try course.run(["work", "store", "--jobs", "0"] + asked, language: "en")
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("--jobs") && !wrong.errors.contains("should be"))
    let other = try course.run(["work", "--help", "--lang", "en"], language: "ko")
    #expect(other.output.contains("The folder that work") && !other.output.contains("작업"))
  }
}
