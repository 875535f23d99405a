import Foundation
import Testing

/// Whoever asked is killed without a chance to end anything: nothing that was started for it lives a second longer.
@Suite(.serialized) struct EndsTogetherTests {
  /// What is going on when it happens.
  enum Moment: String, CaseIterable {
    case compiling, running
    /// Bubblewrap has made its first process, which still waits for a word from it.
    case enteringSandbox

    var cell: String {
      switch self {
      // Takes the compiler some seconds.
      case .compiling: "let many = [" + (0..<60_000).map { String($0) }.joined(separator: ", ") + "]"
      case .running: "while true {}"
      case .enteringSandbox: "let one = 1"
      }
    }

    /// The kernel's name of the process that is waited for: the compiler proper, or the learner's program, wherever it comes from.
    func isMeant(_ name: String) -> Bool {
      switch self {
      case .compiling: name.hasPrefix("swift-frontend")
      case .running: name == "program" || name.hasPrefix("3") || name.hasPrefix("memfd")
      case .enteringSandbox: name == "sleep"
      }
    }
  }

  /// With what there is, and as if there were no bubblewrap.
  static let bubblewraps = ["", "/nonexistent/bwrap"]

  /// In place of bubblewrap: works where it is tried, and then gets no further than to the start of another process.
  private static let slowBubblewrap = """
    #!/bin/sh
    case "$*" in
      *--version*) echo bubblewrap 0.8.0 ;;
      *"-c exit 0") exit 0 ;;
      *) sleep 600 & wait ;;
    esac

    """

  private func expectNothingLeft(
    at moment: Moment, bubblewrap: String, killing: (Int32) throws -> Int32
  ) throws {
    let course = try CourseFixture()
    if moment == .enteringSandbox {
      let slow = course.folder.appendingPathComponent("bwrap")
      try Data(Self.slowBubblewrap.utf8).write(to: slow)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: slow.path)
      course.variables["SEGLAB_BWRAP"] = slow.path
    } else if !bubblewrap.isEmpty {
      course.variables["SEGLAB_BWRAP"] = bubblewrap
    }
    try course.write(
      """
      ---
      title: A test
      id: test
      dataset: tiny
      ---
      ```swift exercise=network
      \(moment.cell)
      ```

      """, to: "labs/01-test.md")
    let (process, _) = try course.process(["run", "1", "--json"], language: "en", named: "ended")
    try process.run()
    var all: Set<Int32> = []
    var found: Set<Int32> = []
    var isThere = false
    for _ in 0..<3_000 where process.isRunning && !isThere {
      all = Processes.descendants(of: process.processIdentifier)
      // The program is looked at once it computes: a shell that starts one is called by another name. And the compiler that is meant is the one
      // that takes its time, not the one that reads C's modules before it.
      let meant = all.filter { Processes.name(of: $0).map(moment.isMeant) ?? false }
      isThere = !meant.isDisjoint(with: found)
      found = meant
      if !isThere { usleep(300_000) }
    }
    #expect(isThere, "\(all.map { Processes.name(of: $0) ?? "" })")
    all = Processes.descendants(of: process.processIdentifier)
    #expect(all.count >= 2)
    kill(try killing(process.processIdentifier), SIGKILL)
    let start = ContinuousClock.now
    while !all.allSatisfy(Processes.hasEnded), ContinuousClock.now - start < .seconds(1) { usleep(10_000) }
    let left = all.filter { !Processes.hasEnded($0) }.map { Processes.name(of: $0) ?? "" }
    #expect(left.isEmpty, "\(left)")
    process.waitUntilExit()
  }

  @Test(arguments: [Moment.compiling, .running], bubblewraps)
  func `all ends with who asked`(_ moment: Moment, _ bubblewrap: String) throws {
    try expectNothingLeft(at: moment, bubblewrap: bubblewrap) { $0 }
  }

  @Test(arguments: [Moment.compiling, .running], bubblewraps)
  func `all ends with the judge`(_ moment: Moment, _ bubblewrap: String) throws {
    try expectNothingLeft(at: moment, bubblewrap: bubblewrap, killing: Self.judge)
  }

  @Test func `all ends while bubblewrap starts`() throws {
    try expectNothingLeft(at: .enteringSandbox, bubblewrap: "") { $0 }
    try expectNothingLeft(at: .enteringSandbox, bubblewrap: "", killing: Self.judge)
  }

  private static func judge(of asked: Int32) throws -> Int32 {
    try #require(Processes.children(of: asked, running: "judge").first)
  }
}
