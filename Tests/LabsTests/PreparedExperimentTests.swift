import Checking
import Diagnostics
import Messages
import Testing

@testable import Labs

@Suite struct PreparedExperimentTests {
  private func parse(_ line: String) -> (experiments: [Lab.Experiment], messages: [String]) {
    let text = """
      ---
      title: A lab
      id: lab
      dataset: knee
      ---

      ```swift exercise=network
      let net = 1
      ```
      ```yaml experiment=first
      network: net
      \(line)
      ```
      """
    let (lab, diagnostics) = Lab.parse(text: text, file: "lab.md")
    let experiments = (lab?.blocks ?? []).compactMap { block in
      if case .experiment(let experiment) = block { experiment } else { nil }
    }
    return (experiments, diagnostics.map { "\($0.line): \($0.summary.text(in: .english))" })
  }

  @Test func anExperimentMayNameAPreparation() {
    #expect(parse("preprocessing: mine").experiments.map(\.preprocessing) == ["mine"])
    #expect(parse("split: image").experiments.map(\.preprocessing) == [nil])
  }

  @Test func whatIsNoNameIsTheAuthorsMistake() {
    for line in ["preprocessing: {resize: 3}", "preprocessing: [a]", "preprocessing:", "preprocessing: 3x"] {
      let messages = parse(line).messages
      #expect(messages.count == 1 && messages[0].hasPrefix("12: "), "\(messages)")
    }
    #expect(parse("preperation: mine").messages == ["12: an experiment has no key `preperation`"])
  }
}
