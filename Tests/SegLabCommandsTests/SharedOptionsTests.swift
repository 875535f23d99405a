import Messages
import Testing

@testable import SegLabCommands

struct SharedOptionsTests {
  @Test func `the step behind says the same command, with its round`() {
    let words = ["grade", "a class", "--lab", "2", "--retry", "--on", "slurm", "--round", "3", "--time=1:00"]
    #expect(
      SharedOptions.again(words, dropping: ["--retry"], 4)
        == ["grade", "a class", "--lab", "2", "--on", "slurm", "--time=1:00", "--round", "4"])
    #expect(SharedOptions.again(["run", "--round=1"], dropping: [], 2) == ["run", "--round", "2"])
    // What stands behind `--` is the cluster's, whatever it is called.
    #expect(
      SharedOptions.again(["run", "1", "--round=1", "--", "--mem=4G", "--round", "--retry"], dropping: ["--retry"], 2)
        == ["run", "1", "--round", "2", "--", "--mem=4G", "--round", "--retry"])
  }

  @Test(arguments: [
    "work store", "work store --item 0 --count 50", "work store --jobs 4 --threads 8 --drain",
    "jobs store --cancel --json",
    "run 3 --on slurm --partition main --account a --time 2:00:00 --slurm-option mem=4G --slurm-option qos=low",
    "run 3 --on work --patience 5", "run 3 --on slurm --pack 8 --rounds 3",
    "run 3 --on slurm -- --constraint=gpu --mem=4G -p x",
    "calibrate 1 --on store --store shared", "run 3 --collect",
  ])
  func `commands for work that machines share are understood`(line: String) {
    #expect(SegLabCommand.refusal(of: line.split(separator: " ").map(String.init)) == nil)
  }

  @Test(arguments: [
    "work", "work store --item -1", "work store --jobs 0", "work store --count 0", "jobs", "run 3 --on moon",
    "work store --item 0 --drain", "work store --count 3", "run 3 --on slurm --patience 0",
    "run 3 --on slurm --rounds 0", "run 3 --on slurm --pack 0",
  ])
  func `words that cannot be are refused`(line: String) {
    #expect(SegLabCommand.refusal(of: line.split(separator: " ").map(String.init)) != nil)
  }

  @Test(arguments: [
    ("run 3 --on work --pack 8", "--pack", "slurm"), ("run 3 --account a", "--account", "slurm"),
    ("run 3 --on store -- --mem=4G", "--mem=4G", "slurm"), ("calibrate 1 --on store --rounds 3", "--rounds", "slurm"),
    ("run 3 --patience 5", "--patience", "store"),
    ("run 3 --on store --slurm-option mem=4G", "--slurm-option", "slurm"),
  ])
  func `an option that would change nothing is refused, with where it belongs`(
    line: String, option: String, place: String
  ) throws {
    let said = try #require(SegLabCommand.refusal(of: line.split(separator: " ").map(String.init)))
    #expect(said.contains("`\(option)`") && said.contains("`--on \(place)`"), "\(said)")
  }

  @Test func `every word of their help is in both languages`() {
    for phrase in WorkHelpPhrase.allCases {
      let (english, korean) = (phrase.text(in: .english), phrase.text(in: .korean))
      #expect(!english.isEmpty && english != korean)
      #expect(korean.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) })
    }
  }
}
