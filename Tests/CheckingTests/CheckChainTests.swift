import Messages
import Testing

@testable import Checking

struct CheckChainTests {
  private func check(_ name: CheckName, _ verdict: Verdict, measured: CheckValue? = nil) -> CheckResult {
    CheckResult(name, verdict, measured: measured, line: 1)
  }

  @Test func whatComesAfterACheckThatHasNotPassedIsBlockedAndSaysByWhat() {
    var chain = CheckChain()
    chain.add(check(.holes, .passed))
    chain.add(check(.compiles, .notYet))
    chain.add(check(.dice, .passed, measured: .number(0.5, places: 1)))
    chain.add(check(.accuracy, .notYet))
    #expect(chain.results.map(\.verdict) == [.passed, .notYet, .blocked, .blocked])
    #expect(chain.results[2].measured?.text == "0.5")
    #expect(chain.results[3].message?.text(in: .english) == "Waits for the check “Compiler errors” before it.")
  }

  @Test func anObstacleFromTheStartBlocksEveryCheck() {
    var chain = CheckChain(obstacle: CheckPhrase.blockedByCell("network"))
    chain.add(check(.holes, .passed))
    #expect(chain.results.map(\.verdict) == [.blocked])
    #expect(chain.results[0].message?.text(in: .korean) == "‘network’ 셀을 먼저 통과해야 해요.")
  }

  private static let wholes: [([Verdict], Verdict)] = [
    ([], .passed), ([.passed, .passed], .passed), ([.passed, .blocked], .blocked),
    ([.notAttempted, .blocked], .notAttempted), ([.notAttempted, .notYet], .notYet), ([.notYet, .error], .error),
  ]

  @Test(arguments: wholes)
  func theWholeIsWhatItsMostUrgentPartIs(parts: [Verdict], whole: Verdict) { #expect(Verdict(of: parts) == whole) }
}
