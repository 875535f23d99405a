import Foundation
import Testing

@testable import SegLabCommands

/// Bytes of a terminal as keys, and the line that a shell is told.
@Suite struct KeyReaderTests {
  private func keys(_ pieces: String...) -> [Key] {
    var reader = KeyReader()
    return pieces.flatMap { reader.keys($0.utf8) }
  }

  @Test func `letters, arrows and pages are keys, whatever comes in one piece`() {
    #expect(keys("nH") == [.letter("n"), .letter("h")])
    #expect(
      keys("\u{1B}[A\u{1B}OB\u{1B}[5~\u{1B}[6~\u{1B}[H\u{1B}[4~") == [.up, .down, .pageUp, .pageDown, .home, .end])
    #expect(keys("\u{1B}", "[", "Bq") == [.down, .letter("q")])
    #expect(keys("\r\n\u{4}") == [.enter, .enter, .endOfInput])
  }

  @Test func `what is no key is passed over, and Escape does not swallow the next`() {
    #expect(keys("\u{1B}[200;1Mn") == [.letter("n")])
    #expect(keys("\u{1B}n") == [.letter("n")])
    #expect(keys("\u{1B}[" + String(repeating: "1", count: 40), "n").last == .letter("n"))
  }

  @Test func `a Korean keyboard's letters are the keys below them`() {
    #expect(keys("ㅜㅗㄱㅣㄴㅌㅂㅛ") == "nhrlsxqy".map { .letter($0) })
    var reader = KeyReader()
    let bytes = Array("ㅜ".utf8)
    #expect(reader.keys(bytes[..<1]).isEmpty && reader.keys(bytes[1...]) == [.letter("n")])
  }

  @Test func `a shell is told in its own words where the program is`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("it's $here-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(
      FileManager.default.createFile(atPath: folder + "/seglab", contents: nil, attributes: [.posixPermissions: 0o755]))
    func line(_ path: String, shell: String, parent: String? = nil) -> String? {
      ShellPath.line(environment: ["PATH": path, "SHELL": shell], program: folder + "/seglab", parent: parent)
    }
    #expect(line("/bin:" + folder, shell: "/bin/bash") == nil)
    #expect(line("/bin", shell: "/bin/zsh")?.hasSuffix(">> ~/.zshrc && . ~/.zshrc") == true)
    #expect(line("/bin", shell: "/bin/zsh", parent: "bash")?.hasSuffix(">> ~/.bashrc && . ~/.bashrc") == true)
    #expect(line("/bin", shell: "/bin/bash", parent: "fish")?.hasPrefix("fish_add_path '") == true)
    #expect(line("/bin", shell: "", parent: "python3")?.contains("~/.profile") == true)
    // An installed SegLab is started by a program in `bin`, which chooses among those in `lib`.
    let installed = folder + "/lib/seglab/x86-64-v3"
    try FileManager.default.createDirectory(atPath: installed, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(atPath: folder + "/bin", withIntermediateDirectories: true)
    #expect(
      FileManager.default.createFile(
        atPath: folder + "/bin/seglab", contents: nil, attributes: [.posixPermissions: 0o755]))
    for (path, isFound) in [(folder + "/bin", true), ("/bin", false)] {
      let environment = ["PATH": path, "SHELL": "/bin/sh"]
      #expect((ShellPath.line(environment: environment, program: installed + "/seglab", parent: nil) == nil) == isFound)
    }
    // The line done literally: a new shell finds the program.
    let home = FileManager.default.temporaryDirectory.appendingPathComponent("home-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: home) }
    let pasted = try #require(line("/bin", shell: "/bin/sh"))
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = [
      "-c", "HOME='\(home)'; export HOME; \(pasted) && command -v seglab && sh -c '. ~/.profile; command -v seglab'",
    ]
    let pipe = Pipe()
    shell.standardOutput = pipe
    try shell.run()
    let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    shell.waitUntilExit()
    #expect(said == "\(folder)/seglab\n\(folder)/seglab\n")
  }

  @Test func `the copy that a browser follows asks for the newest, and the page itself does not`() {
    let page =
      "<meta content=\"default-src 'none'; img-src data:\">\n<p>default-src 'none'; &lt;/body&gt;</p></body></html>"
    let copy = LivePage.following(page, version: "abc")
    #expect(copy.hasPrefix("<meta content=\"default-src 'none'; script-src 'nonce-abc'; img-src data:\">"))
    #expect(copy.components(separatedBy: "<script").count == 2 && copy.hasSuffix("</script>\n</body></html>"))
  }
}
