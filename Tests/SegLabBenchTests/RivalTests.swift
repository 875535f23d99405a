import Foundation
import Testing

@testable import seglab_bench

@Suite struct RivalTests {
  @Test func `where there is no Python there is no rival, and that is said`() {
    #expect(Rival(python: "/no/such/python", environment: [:]) == nil)
    #expect(Rival(python: "python-of-nowhere", environment: ["PATH": "/usr/bin:/bin"]) == nil)
    let words = CompareCommand.missing("/no/such/python")
    #expect(words == "PyTorch is not at hand (/no/such/python -c 'import torch' fails): SegLab alone.")
  }

  @Test func `a Python without PyTorch is no rival`() {
    #expect(Rival(python: "/bin/false", environment: [:]) == nil)
  }

  @Test func `a program that fails, hangs or does not exist is told apart`() throws {
    #expect(try ChildProcess.output(of: "/bin/echo", ["a", "b"], environment: [:], seconds: 10) == "a b\n")
    func words(_ path: String, _ arguments: [String], seconds: Int) -> String? {
      do {
        _ = try ChildProcess.output(of: path, arguments, environment: [:], seconds: seconds)
        return nil
      } catch {
        return "\(error)"
      }
    }
    #expect(words("/bin/false", [], seconds: 10)?.hasPrefix("/bin/false ended with status") == true)
    #expect(words("/bin/sleep", ["60"], seconds: 1) == "/bin/sleep took more than 1 seconds")
    #expect(words("/no/such", [], seconds: 10)?.hasPrefix("/no/such did not start: ") == true)
  }
}
