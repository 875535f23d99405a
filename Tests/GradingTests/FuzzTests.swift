import Checking
import Diagnostics
import Foundation
import Labs
import Messages
import Networks
import SegLab
import Tensors
import Testing

@testable import Grading
@testable import Workbench

/// What comes from outside, altered at random: whatever it is, it is read or refused, in a moment.
///
/// A trap would end the process of the tests: that it goes on is what is seen here. Each reader gets a few seconds in a run, or
/// `SEGLAB_FUZZ_SECONDS`; a run starts from `SEGLAB_FUZZ_SEED` and prints how far it came, so that it can be done again.
@Suite(.serialized) struct FuzzTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let seconds = environment["SEGLAB_FUZZ_SECONDS"].flatMap(Double.init) ?? 1.5
  private static let seed = environment["SEGLAB_FUZZ_SEED"].flatMap { UInt64($0) } ?? 1
  /// Seconds that a small input may take on a busy machine.
  private static let patience = 5.0
  private static let mostBytes = 1 << 16

  /// Numbers that only look like chance.
  private struct Chance {
    var numbers: SeededGenerator

    mutating func below(_ count: Int) -> Int { Int(numbers.next() % UInt64(max(1, count))) }

    mutating func place(in bytes: [UInt8]) -> Range<Int> {
      let start = below(bytes.count + 1)
      return start..<min(bytes.count, start + below(40))
    }
  }

  /// An input with a few changes: bytes of it others, gone, twice there, exchanged with a piece of another input, or one of `words` among them.
  private static func altered(_ seeds: [[UInt8]], _ words: [String], _ chance: inout Chance) -> [UInt8] {
    var bytes = seeds[chance.below(seeds.count)]
    for _ in 0..<(1 + chance.below(6)) {
      let piece = chance.place(in: bytes)
      switch chance.below(8) {
      case 0: bytes.removeSubrange(piece)
      case 1: bytes.insert(contentsOf: bytes[piece], at: chance.below(bytes.count + 1))
      case 2:
        let other = seeds[chance.below(seeds.count)]
        bytes.replaceSubrange(piece, with: other[chance.place(in: other)])
      case 3: bytes.removeLast(bytes.count - piece.lowerBound)
      case 4, 5:
        bytes.replaceSubrange(piece.prefix(chance.below(4)), with: Array(words[chance.below(words.count)].utf8))
      default:
        guard !bytes.isEmpty else { continue }
        for _ in 0..<(1 + chance.below(4)) { bytes[chance.below(bytes.count)] = UInt8(chance.below(256)) }
      }
    }
    return Array(bytes.prefix(mostBytes))
  }

  /// Gives one altered input after the other to `body`, until the time is up.
  private static func run(_ name: String, _ seeds: [[UInt8]], _ words: [String], _ body: ([UInt8]) throws -> Void)
    rethrows
  {
    var chance = Chance(numbers: SeededGenerator(seed: seed))
    let end = ContinuousClock.now + .seconds(seconds)
    var count = 0
    while ContinuousClock.now < end {
      let input = altered(seeds, words, &chance)
      let start = ContinuousClock.now
      try body(input)
      let spent = (ContinuousClock.now - start) / .seconds(1)
      if spent > patience {
        Issue.record("\(name), seed \(seed), input \(count): \(spent) s for \(Data(input).base64EncodedString())")
      }
      count += 1
    }
    print("fuzz: \(name), seed \(seed): \(count) inputs in \(seconds) s")
    #expect(count > 0)
  }

  private static let lab = """
    ---
    title: A lab
    id: a-lab
    dataset: cardiac
    budget: {parameters: 5_000, minutes: 2}
    points: 20
    ---

    # Words with $a^2$, `code`, [links](x.md) and a note[^1]

    | a | b |
    |---|--:|
    | 1 | 2 |

    ```swift given
    let rate = 0.1
    ```

    ```swift exercise=net
    let net = Network("net") { Input(shape: [16, 16, 1]); Conv2D("conv", filter: [3, 3, 1, .FIXME]) }
    ```

    ```yaml check=net
    - shape: {conv: [16, 16, 2]}
    - parameters: 20
      points: 3
      hidden: Something
    - function: {name: dice, cases: [{given: [[[0, 1]], 0.5], gives: 1}]}
    ```

    ```yaml experiment=run
    network: net
    training: {learning_rate: 0.1, epochs: 2}
    show: [table]
    quick: {steps: 3}
    ```

    ```yaml question=q
    ask: "2 + 3?"
    choices: [{key: a, text: "5", right: true, why: so}, {key: b, text: "6", why: no}]
    ```

    ```text answer=q
    ?
    ```

    ```text hint=net
    Count.
    ```

    [^1]: A note.
    """
  private static let labWords = [
    "```", "~~~", "```swift exercise=net\n", "```yaml check=net\n", "---\n", "\n", "\r", "\r\n", "\u{FEFF}", "\0", "$$",
    "\\(",
    "> ", "- ", "  ", "\t", "[", "]", "{", "}", ": ", "&a ", "*a", "!!binary ", ".FIXME", "hidden: true",
    "points: -1e309",
    "// BEGIN SOLUTION\n", "// INSTEAD\n", "// END SOLUTION\n", "// SOLUTION 5, 2", "<!-- BEGIN SOLUTION -->\n", "/*",
    "\"\"\"",
    "#\"", "9223372036854775808", "é", "e\u{301}", "\u{202E}", "😀",
  ]

  @Test(.timeLimit(.minutes(30))) func labs() throws {
    let base = try #require(Lab.parse(text: Self.lab, file: "lab.md").lab)
    let master = Self.lab.replacing(
      "let net =", with: "// BEGIN SOLUTION\nlet a = 1\n// INSTEAD\nlet a = 2\n// END SOLUTION\nlet net =")
    Self.run("labs", [Self.lab, master].map { Array($0.utf8) }, Self.labWords) { input in
      let text = String(decoding: input, as: UTF8.self)
      let (lab, diagnostics) = Lab.parse(text: text, file: "lab.md")
      #expect((lab == nil) == diagnostics.contains { $0.severity == .error })
      if let lab { _ = try? GradingScheme(of: lab) }
      _ = LabMaster.parse(text: text, file: "lab.md")
      // Somebody's file: only its cells count, and the lab stays a lab.
      let (merged, _) = SubmittedCells(of: text, in: base).merged(into: base)
      #expect(Lab.parse(text: merged.text, file: "lab.md").lab != nil, "\(Data(input).base64EncodedString())")
    }
  }

  @Test(.timeLimit(.minutes(30))) func descriptions() throws {
    let network = Network("unet", line: 3) {
      Input(shape: [16, 16, 1], line: 4)
      Conv2D("enc", filter: [3, 3, 1, 8], initializer: .he, line: 5)
      BatchNorm("norm", channels: 8, activation: .relu, line: 6)
      MaxPool2D("pool", window: 2, stride: 2, line: 7)
      ConvTranspose2D("up", filter: [2, 2, 8, 8], stride: 2, line: 9)
      Concat("skip", of: "up", "norm", line: 10)
      Dropout(rate: 0.2, line: 11)
      Conv2D("last", filter: [1, 1, 16, 2], line: 12)
    }
    let training = Training(
      learningRate: 0.01, epochs: 2, optimizer: .adam(), schedule: .cosine(steps: 9, final: 0.1),
      loss: 0.5 * .crossEntropy + .dice(), line: 4)
    var answer = Answer()
    answer.networks = ["net": network]
    answer.trainings = ["t": training]
    let json = [UInt8](try JSONEncoder().encode(answer))
    let frame = Array("printed\nmark enter 1\nmark call 2\nmark answer\n".utf8) + json + [10]
    let words = [
      "null", "-1", "1e308", "NaN", "9223372036854775807", "[", "]", "{", "}", "\"", "\\u0000", "\\uD800", "\\u001B[2J",
      "\"FIXME\"", "\"in\"", "true", ",", ":", "\n", "\nmark answer\n", "\nmark enter 99999999999999999999\n", "\0",
    ]
    Self.run("descriptions", [json, frame], words) { input in
      let transcript = Transcript(input, marker: "mark")
      for bytes in [input[...], transcript.answer ?? []] {
        let harmless = Data(TerminalText.harmless(json: bytes))
        guard let answer = try? JSONDecoder().decode(Answer.self, from: harmless) else { continue }
        for network in answer.networks.values {
          let report = ShapeReport(of: network, file: "lab.md", limits: NetworkLimits())
          #expect(report.plan != nil || !report.diagnostics.isEmpty)
          for message in report.diagnostics { #expect(!message.summary.text(in: .korean).isEmpty) }
        }
      }
    }
  }

  @Test(.timeLimit(.minutes(30))) func zips() {
    var writer = ZipWriter()
    writer.add("김철수_101_assignsubmission_file_/02-fcn.md", Array(Self.lab.utf8))
    writer.add("b/labs/c.md", Array("x".utf8))
    writer.add("d.txt", [UInt8](repeating: 48, count: 9000))
    var nested = ZipWriter()
    nested.add("inner.zip", writer.bytes)
    let words = ["PK\u{1}\u{2}", "PK\u{3}\u{4}", "PK\u{5}\u{6}", "../", "/", "\\", "\0", "C:", "\u{7F}", "\0\0\0\0"]
    Self.run("zips", [writer.bytes, nested.bytes], words) { input in
      guard let archive = try? ZipArchive(input) else { return }
      for entry in archive.entries {
        #expect(!entry.path.isEmpty && !entry.path.contains("..") && !entry.path.contains { $0.contains("/") })
        if let bytes = try? archive.read(entry, limit: 1 << 16) { #expect(bytes.count == entry.size) }
      }
    }
  }

  @Test(.timeLimit(.minutes(30))) func sheets() throws {
    let book = try TestBook()
    try book.hand(in: "101", name: "김철수", right: 1)
    try book.hand(in: "102", name: "Ann Lee", right: 2)
    try book.book.workOutGrades(of: "a-lab", engine: "test")
    let lab = try book.book.lab(nil)
    let entries = try book.book.entries(of: "a-lab")
    let moodle =
      "식별자,성명,\"이메일 주소\",상태,성적,\"최고 성적\",\"마지막 수정(성적)\"\r\n"
      + "참가자101,김철수,a@x.kr,\"제출, \"\"x\"\"\",,\"100,00\",-\r\n"
    let canvas =
      "Student,ID,SIS User ID,SIS Login ID,Section,A lab (42),Final Score\n    Points Possible,,,,,20,(read only)\n\"Lee, A\",102,,lee,S1,,15\n"
    let blackboard =
      "\"성\"\t\"이름\"\t\"사용자 이름\"\t\"학생 ID\"\t\"A lab [총점: 20 점수] |123\"\n\"김\"\t\"철수\"\t\"101\"\t\"101\"\t\"\"\n"
    let roster = "id,name,login,language\n101,김철수,kim,ko\n102;Ann;;en\n"
    let path = book.folder.appendingPathComponent("sheet.csv").path
    let words = [
      "\"", "\"\"", ",", ";", "\t", "\r", "\n", "\u{FEFF}", "\0", "=1+1", "Points Possible", "Grade", "Section", "id",
      "101", "EX",
      "9e999", "\u{FF}", "-", " ",
    ]
    var seeds = [moodle, canvas, blackboard, roster].map { Array($0.utf8) }
    seeds.append([0xFF, 0xFE] + blackboard.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    try Self.run("sheets", seeds, words) { input in
      try Data(input).write(to: URL(fileURLWithPath: path))
      _ = try? Roster.read(path)
      for system in GradeSheet.System.allCases {
        guard let sheet = try? GradeSheet(path, of: system) else { continue }
        if let filled = try? sheet.filled(lab, entries) { #expect(filled.count <= entries.count * 1000) }
      }
    }
  }
}
