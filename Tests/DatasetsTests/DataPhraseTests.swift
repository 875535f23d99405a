import Messages
import Testing

@Suite struct DataPhraseTests {
  @Test func `Korean messages carry the particle that fits`() {
    #expect(
      DataPhrase.fileUnreadable(path: "영상.png", reason: "Permission denied").text(in: .korean)
        == "영상.png를 읽을 수 없어요: Permission denied. 파일이 있는지, 읽을 권한이 있는지 확인해 보세요.")
    #expect(
      DataPhrase.notAFolder(path: "심장").text(in: .korean)
        == "심장은 폴더가 아니라 파일이에요. `images`와 `labels`가 들어 있는 폴더를 알려 주세요.")
  }

  @Test func `a long list of problems is cut, and says how long it was`() {
    let problems = (1...23).map { DataPhrase.fileEmpty(path: "\($0).png") }
    let english = DataPhrase.filesSkipped(problems: problems).text(in: .english).split(separator: "\n")
    #expect(english.count == 22 && english.last == "  - … and 3 more")
    let korean = DataPhrase.filesSkipped(problems: problems).text(in: .korean).split(separator: "\n")
    #expect(korean.count == 22 && korean.last == "  - … 그 밖에 3개")
  }

  @Test func `a name that may be anything is shown without harm`() {
    let name = "\u{1B}[31m" + String(repeating: "x", count: 80)
    #expect(
      DataPhrase.setNameInvalid(name: name).text(in: .english)
        == "A data set cannot be called “�[31m\(String(repeating: "x", count: 35))…”. "
        + "Use 1 to 64 letters (a-z, A-Z), digits, “-”, “_” and “.”, a letter or digit first.")
  }
}
