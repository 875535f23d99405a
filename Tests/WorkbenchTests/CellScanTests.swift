import Testing

@testable import Workbench

@Suite struct CellScanTests {
  @Test func holesAreFoundInCodeAndNotInTextOrComments() {
    let scan = CellScan(
      ##"""
      // .FIXME
      /* .FIXME /* .FIXME */ .FIXME */
      let a: Int = .FIXME
      let b = ".FIXME \(Int.FIXME) .FIXME"
      let c = #"\(.FIXME) \#(Int.FIXME)"#
      let d = """
        .FIXME "quoted" \(Int
          .FIXME)
        """
      let FIXME = 3
      """##)
    #expect(scan.holes == [(2, 15), (3, 23), (4, 28), (7, 6)].map { CellScan.Place(line: $0.0, column: $0.1) })
    #expect(scan.isBalanced)
  }

  @Test(
    arguments: [
      "{", "}", "(]", "let a = [1, 2", "\"abc", "\"\"\"\nabc\n", "\"\\(a\"", "/* a", "/* /* */", "#if DEBUG", "#endif",
      "f(\"\\(\")", "#\"a\"",
    ])
  func whatDoesNotEndIsNoticed(_ text: String) {
    #expect(!CellScan(text).isBalanced)
  }

  @Test(
    arguments: [
      "", "{ ([]) }", "\"\\(a + \"\\(b)\") {\"", "\"\"\"\n{ \" ( \"\" [\n\"\"\"", "#if A\nlet a = 1\n#else\n#endif",
      "// {\n/* { */", "let 심장 = \"{\"", "\"\\\\\"", "\"\\\"\"", "#\"\\\"#", "##\"a\"#b\"##", "x\r\ny\rz",
      "1.0e5 + 0x_FF",
    ])
  func whatEndsIsBalanced(_ text: String) {
    #expect(CellScan(text).isBalanced)
  }

  @Test func namesThatACellMakesForAllAreToldFromThoseInBraces() {
    let scan = CellScan(
      """
      let fc = Network("fc") { let inner = 3 }
      var `class` = 4
      if let passing = x { let deeper = 1 }
      func double(_ name: String) -> Int { let own = 2; return own }
      struct Twice { let part = 1 }
      """)
    #expect(scan.constants.map(\.name) == ["fc", "class"])
    #expect(scan.constants.map(\.place.line) == [0, 1])
    #expect(scan.constants.map(\.place.column) == [5, 5])
    #expect(scan.names == ["fc", "class", "double", "Twice"])
    #expect(scan.words.contains("own"))
  }

  @Test(
    arguments: [
      ("import Foundation", CellScan.Rejection.module("Foundation")),
      ("import struct Foundation.URL", .module("Foundation")),
      ("@testable import Glibc", .module("Glibc")),
      ("#sourceLocation(file: \"a\", line: 1)", .sourceLocation),
      ("@_silgen_name(\"fork\") func f()", .attribute("_silgen_name")),
      ("@_cdecl(\"main\") func f() {}", .attribute("_cdecl")),
      ("@`_cdecl`(\"main\") func f() {}", .attribute("_cdecl")),
      ("@main struct A {}", .attribute("main")),
      ("let SegLab = 3", .name("SegLab")),
      ("func __seglab1() {}", .name("__seglab1")),
    ])
  func whatACellMustNotHoldIsNamed(_ text: String, _ rejection: CellScan.Rejection) {
    #expect(CellScan(text).rejections.map(\.what) == [rejection])
  }

  @Test(
    arguments: [
      "import SegLab", "// import Foundation", "\"import Foundation\"", "let x = a.import", "@LayerBuilder func f() {}",
      "struct A { let SegLab = 3 }", "print(\"#sourceLocation\")",
    ])
  func whatACellMayHoldIsLeftAlone(_ text: String) {
    #expect(CellScan(text).rejections.isEmpty)
  }

  @Test func anyBytesAtAllAreScannedAndEveryPlaceIsInTheText() {
    var state: UInt64 = 7
    let alphabet = Array("\"'`#@\\/*{}()[]\n\r .abc019_\u{0}é심")
    for _ in 0..<2000 {
      var text = ""
      for _ in 0..<40 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      let scan = CellScan(text)
      let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }
      let places = scan.holes + scan.constants.map(\.place) + scan.rejections.map(\.place)
      for place in places {
        #expect(lines.indices.contains(place.line), "\(text.debugDescription): line \(place.line)")
        guard lines.indices.contains(place.line) else { continue }
        #expect(1...lines[place.line].utf8.count ~= place.column, "\(text.debugDescription): column \(place.column)")
      }
      // What opens more round brackets than it closes, outside of anything that could hide them, is not balanced.
      let isPlain = !text.contains { "\"'`#/\\".contains($0) }
      let depth = text.reduce(0) { $0 + ($1 == "(" ? 1 : $1 == ")" ? -1 : 0) }
      if isPlain, depth != 0 { #expect(!scan.isBalanced, "\(text.debugDescription)") }
    }
  }
}

extension CellScanTests {
  @Test(arguments: [
    ("let a = 1", [(0, 5)]), ("\n  let a = 1", [(1, 7)]), ("let 가 = 1; let b = 2", [(0, 5), (0, 18)]),
    ("let `a` = 1\r\nvar b = 2\rlet c = 3", [(0, 5), (1, 5), (2, 5)]), ("\tlet\n\n a = 1", [(2, 2)]),
    ("/* é\n */ let a = 1", [(1, 9)]),
  ])
  func `a constant's place is that of its name, in bytes`(text: String, places: [(Int, Int)]) {
    #expect(CellScan(text).constants.map(\.place) == places.map { CellScan.Place(line: $0.0, column: $0.1) })
  }

  @Test(arguments: [
    ("Dense(.FIXME)", [(0, 8)]), ("가(.FIXME, .FIXME)", [(0, 6), (0, 14)]), (".\nFIXME", [(1, 1)]),
    (". FIXME", [(0, 3)]),
    ("Int.FIXME\r\n.FIXME", [(0, 5), (1, 2)]),
  ])
  func `a hole's place is that of its word`(text: String, places: [(Int, Int)]) {
    #expect(CellScan(text).holes == places.map { CellScan.Place(line: $0.0, column: $0.1) })
  }

  @Test func `a rejection's place is that of the word that is refused`() {
    let scan = CellScan("import SegLab\n  import Glibc\nlet x = 1; @_cdecl(\"a\") func f() {}\n#sourceLocation()")
    #expect(
      scan.rejections.map(\.place) == [(1, 10), (2, 12), (3, 1)].map { CellScan.Place(line: $0.0, column: $0.1) })
  }

  @Test(arguments: [
    ("let (a, b) = (1, 2)", ["a", "b"]), ("var (a, _) = f(x, y: z)", ["a"]),
    ("let ((a, b), c): ((Int, Int), Int) = t", ["a", "b", "c"]),
    ("let (first: a, second: b) = t", ["a", "b"]), ("let(a, b) = t; let c = (d, e)", ["a", "b", "c"]),
    ("if let (a, b) = t {}", []), ("func f() { let (a, b) = t }", []), ("for (a, b) in t {}", []), ("f((a, b))", []),
    ("case let (a, b): break", []), ("let (\n  a,\n  b\n) = t", ["a", "b"]), ("let (a", []), ("let (", []),
    ("let )", []),
  ])
  func `a tuple's names are made for all`(text: String, names: [String]) {
    let scan = CellScan(text)
    #expect(scan.constants.map(\.name) == names && scan.names.isSuperset(of: names))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (name, place) in scan.constants {
      #expect(lines[place.line].utf8.dropFirst(place.column - 1).starts(with: name.utf8))
    }
  }

  @Test func `a name of the engine is seen behind another one that the cell makes itself`() {
    let scan = CellScan("struct Answer {}\nlet a = Answer()\nChannel.enter(0)")
    #expect(!scan.rejections.isEmpty)
    #expect(CellScan("struct Answer {}\nlet a = Answer()").rejections.isEmpty)
  }

  @Test func `a tuple may not make what the engine needs either`() {
    #expect(
      CellScan("let (SegLab, __seglab1) = (1, 2)").rejections.map(\.what) == [.name("SegLab"), .name("__seglab1")])
  }
}
