import Phrases
import Testing

@testable import Checking

struct CheckChainTests {
  private func check(_ name: String, _ verdict: Verdict, measured: String = "") -> CheckResult {
    CheckResult(name: name, verdict: verdict, measured: measured, line: 1)
  }

  @Test func whatComesAfterACheckThatHasNotPassedIsBlockedAndSaysByWhat() {
    var chain = CheckChain()
    chain.add(check("a", .passed))
    chain.add(check("b", .notYet))
    chain.add(check("c", .passed, measured: "0.5"))
    chain.add(check("d", .notYet))
    #expect(chain.results.map(\.verdict) == [.passed, .notYet, .blocked, .blocked])
    #expect(chain.results[2].measured == "0.5")
    #expect(chain.results[3].message?.text(in: .english) == "Waits for the check “b” before it.")
  }

  @Test func anObstacleFromTheStartBlocksEveryCheck() {
    var chain = CheckChain(obstacle: CheckPhrase.blockedByCell("network"))
    chain.add(check("a", .passed))
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
