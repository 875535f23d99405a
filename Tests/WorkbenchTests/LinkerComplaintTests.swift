import Testing

@testable import Workbench

/// Who is to blame where cells compile and do not link.
@Suite struct LinkerComplaintTests {
  private func fault(_ text: String, of cells: String = "let a = 1\n") -> String? {
    LinkerComplaint(Array(text.utf8), of: "#sourceLocation(file: \"f\", line: 1)\nimport SegLab\n" + cells).libraryFault
  }

  @Test(
    arguments: [
      ("_ = (/\"/); import Glibc; _ = (/\"/)", "$s5Glibc4openys5Int32VSPys4Int8VG_ADtF"),
      ("@_silgen_name(\"$s6SegLab3FooV\") func f()", "$s6SegLab3FooV"),
      ("@_silgen_name(\"swift_retain2\") func f()", "swift_retain2"),
      ("import SegLab\nimport Foundation", "$s10FoundationX"),
    ])
  func `cells that ask beyond the module's interface stop nobody else`(cells: String, symbol: String) {
    let words = "ld.lld: error: undefined symbol: \(symbol)"
    #expect(fault(words) != nil && fault(words, of: cells) == nil)
  }

  @Test(
    arguments: [
      "ld.lld: error: undefined symbol: $s6SegLab7NetworkV4line5layersACSi_SayAA5Layer_pGyXEtcfC\n>>> referenced by main.swift",
      "/usr/bin/ld: main.o: undefined reference to `$s6SegLab6AnswerVACycfC'\ncollect2: error: ld returned 1 exit status",
      "ld.lld: error: undefined symbol: swift_retain",
      "ld.lld: error: unable to find library -lswiftCore",
      "/usr/bin/ld: cannot find -lswiftCore: No such file or directory",
      "ld.lld: error: cannot open /opt/x/libSegLab.a: No such file or directory",
      "ld.lld: error: duplicate symbol: $s6SegLab7NetworkVMa",
    ])
  func whatTheLibraryLacksIsTheInstallations(_ words: String) {
    #expect(fault(words) == words.split(separator: "\n").first.map(String.init))
  }

  @Test(
    arguments: [
      "ld.lld: error: undefined symbol: my_function\n>>> referenced by main.swift",
      "/usr/bin/ld: main.o: undefined reference to `my_function'", "ld.lld: error: undefined symbol: $s4main3fooyyF",
      "ld.lld: error: duplicate symbol: main", "",
      // Beside what a cell asks for, what the library lacks proves nothing.
      "ld.lld: error: undefined symbol: $s6SegLab3FooV\nld.lld: error: undefined symbol: my_function",
    ])
  func whatTheCellsAskForIsTheirs(_ words: String) {
    #expect(fault(words) == nil)
  }
}
