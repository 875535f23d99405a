import ArgumentParser
import Testing

@testable import seglab_bench

@Suite struct OptionTests {
  private func refusal(_ words: String...) -> String? {
    do {
      _ = try SegLabBench.parseAsRoot(words)
      return nil
    } catch {
      return SegLabBench.message(for: error)
    }
  }

  @Test func `numbers out of range are refused with what they may be`() {
    #expect(refusal("step", "--net", "fcn", "--batch", "0") == "--batch is 1 to 64, not 0")
    #expect(refusal("step", "--net", "unet", "--base", "7") == "--base is 8 to 64, not 7")
    #expect(refusal("step", "--net", "fcn", "--threads", "257") == "--threads is 1 to 256, not 257")
    #expect(refusal("kernel") == "name a kernel, or say --list")
    #expect(refusal("kernel", "dense", "--times", "0") == "--times is 1 to 1000, not 0")
    #expect(refusal("layers", "--net", "fcn", "--batch", "65") == "--batch is 1 to 64, not 65")
    #expect(refusal("layers", "--net", "fcn", "--rounds", "0") == "--rounds is 1 to 1000, not 0")
    #expect(refusal("layers", "--net", "fcn", "--threads", "2", "--processor")?.contains("--threads 1") == true)
    #expect(refusal("layers", "--net", "fcn", "--order", "size")?.contains("lost") == true)
    #expect(refusal("step", "--net", "fcn", "--rounds", "0") == "--rounds is 1 to 1000, not 0")
    #expect(refusal("compare", "--alternations", "101") == "--alternations is 1 to 100, not 101")
    #expect(refusal("data", "--steps", "4") == "--steps is 5 to 10000, not 4")
    #expect(refusal("data", "--rounds", "0") == "--rounds is 1 to 100, not 0")
    #expect(refusal("data", "--threads", "0") == "--threads is 1 to 256, not 0")
  }

  @Test func `an unknown network is refused with those that there are`() throws {
    let words = try #require(refusal("step", "--net", "resnet"))
    #expect(words.contains("resnet") && BenchNetwork.allCases.allSatisfy { words.contains($0.rawValue) })
    #expect(refusal("step")?.contains("--net") == true)
    #expect(refusal("data", "--case", "brain")?.contains("cardiac-augmented") == true)
  }

  @Test func `every network of the labs' trainings fits together`() {
    for data in DataCase.allCases { #expect(data.plan != nil, "\(data)") }
  }

  @Test func `what can be measured is accepted`() {
    for net in BenchNetwork.allCases { #expect(refusal("step", "--net", net.rawValue, "--json") == nil) }
    for data in DataCase.allCases { #expect(refusal("data", "--case", data.rawValue) == nil) }
    for net in BenchNetwork.allCases { #expect(refusal("layers", "--net", net.rawValue, "--order", "lost") == nil) }
    for kernel in KernelCase.allCases { #expect(refusal("kernel", kernel.rawValue, "--times", "3") == nil) }
    #expect(refusal("compare", "--net", "fcn") == nil)
  }

  @Test func `every kernel of the guard runs`() {
    for kernel in KernelCase.allCases { kernel.prepared()() }
  }
}
