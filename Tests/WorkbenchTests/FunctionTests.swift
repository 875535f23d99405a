import SegLab
import Testing

@testable import Workbench

/// Functions that a learner writes, called with values that come from outside.
@Suite(.enabled(if: Bench.hasCompiler)) struct FunctionTests {
  private func replies(_ code: String, _ calls: [FunctionCall]) async throws -> (Outcome, [String: FunctionReply]) {
    let text = "```swift exercise=function\n\(code)\n```\n"
    let outcome = try await Bench.answer(text, calls: calls)
    return (outcome, outcome.functions)
  }

  private static let masks: [[Value]] = [
    [.grid(height: 1, width: 2, [0, 1]), .grid(height: 1, width: 2, [1, 1])],
    [.grid(height: 1, width: 2, [0, 0]), .grid(height: 2, width: 1, [0, 1])],
  ]

  @Test func masksGoInAndNumbersOrNothingComeOut() async throws {
    let code = """
      func dice(_ a: Mask, _ b: Mask) -> Double? {
        guard a.height == b.height, a.width == b.width else { return nil }
        var both = 0
        for index in a.pixels.indices where a.pixels[index] == 1 && b.pixels[index] == 1 { both += 1 }
        print("one call")
        return 2 * Double(both) / Double(a.pixels.reduce(0, +) + b.pixels.reduce(0, +))
      }
      """
    let (outcome, replies) = try await replies(code, [FunctionCall(function: "dice", inputs: Self.masks)])
    #expect(replies == ["dice": .outputs([.number(2.0 / 3), .nothing])])
    #expect(outcome.printed.contains("one call"))
  }

  @Test func aFunctionMayTakeRoots() async throws {
    let code = """
      func root(_ a: Double) -> Double { a.squareRoot() }
      func remainder(_ a: Double) -> Double { a.truncatingRemainder(dividingBy: 4) }
      """
    let (_, replies) = try await replies(
      code,
      [
        FunctionCall(function: "root", inputs: [[.number(9)]]),
        FunctionCall(function: "remainder", inputs: [[.number(6)]]),
      ])
    #expect(replies == ["root": .outputs([.number(3)]), "remainder": .outputs([.number(2)])])
  }

  @Test func picturesListsWholeNumbersAndErrorsTravel() async throws {
    let code = """
      struct Wrong: Error {}
      func half(_ p: Image) -> Image { Image(height: p.height, width: p.width, pixels: p.pixels.map { $0 / 2 }) }
      func level(_ p: Image, at level: Double) throws -> Mask {
        if level < 0 { throw Wrong() }
        return Mask(height: p.height, width: p.width, pixels: p.pixels.map { Double($0) < level ? 0 : 1 })
      }
      func rows(_ a: [[Double]]) -> [Double] { a.map { $0.reduce(0, +) } }
      func next(_ a: Int) -> Int { a + 1 }
      func third(_ a: Double, _ b: Float, _ c: Int) -> Double { 0.0 / 0.0 }
      """
    let grid = Value.grid(height: 2, width: 2, [0, 1, 2, 3])
    let (_, replies) = try await replies(
      code,
      [
        FunctionCall(function: "half", inputs: [[grid]]),
        FunctionCall(function: "level", inputs: [[grid, .number(1.5)], [grid, .number(-1)]]),
        FunctionCall(function: "rows", inputs: [[grid]]), FunctionCall(function: "next", inputs: [[.number(4)]]),
        FunctionCall(function: "third", inputs: [[.number(4), .number(4), .number(4)]]),
      ])
    #expect(replies["half"] == .outputs([.grid(height: 2, width: 2, [0, 0.5, 1, 1.5])]))
    #expect(replies["level"] == .outputs([.grid(height: 2, width: 2, [0, 0, 1, 1]), .refusal("Wrong()")]))
    #expect(replies["rows"] == .outputs([.list([1, 5])]))
    #expect(replies["next"] == .outputs([.number(5)]))
    guard case .outputs(let third)? = replies["third"], case .number(let number)? = third.first else {
      return #expect(Bool(false), "\(replies)")
    }
    #expect(number.isNaN)
  }

  @Test(arguments: [
    ("func dice(_ a: String) -> Double { 0 }", FunctionReply.unfit), ("func dice(_ a: Mask) -> Double { 0 }", .unfit),
    ("func dice(_ a: Double, _ b: Mask) -> Double { 0 }", .unfit),
    ("func dice(_ a: Mask, _ b: Mask) -> String { \"\" }", .unfit), ("let dice = 3", .unfit),
    ("func dise(_ a: Mask, _ b: Mask) -> Double { 0 }", .missing),
    ("func dice(_ a: Mask, _ b: Mask) -> Double { .FIXME }", .notTried),
    ("func dice(_ a: Mask, _ b: Mask) -> Double { nothing }", .notTried),
    ("func dice(_ a: Mask, _ b: Mask) -> Int { b.height == 2 ? a.pixels[7] : 1 }", .stopped(call: 1)),
  ])
  func aFunctionThatCannotBeTriedSaysWhy(code: String, reply: FunctionReply) async throws {
    let (outcome, replies) = try await replies(code, [FunctionCall(function: "dice", inputs: Self.masks)])
    #expect(replies == ["dice": reply])
    if case .stopped = reply {
      guard case .stopped? = outcome.cells.first?.state else { return #expect(Bool(false), "\(outcome.cells)") }
    }
  }

  @Test func oneFunctionThatStopsDoesNotTakeTheOtherCellsDown() async throws {
    let text = """
      ```swift exercise=first
      func first(_ a: Int) -> Int { [1][a] }
      ```
      ```swift exercise=second
      func second(_ a: Int) -> Int { a }
      ```
      """
    let outcome = try await Bench.answer(
      text,
      calls: ["first", "second"].map { FunctionCall(function: $0, inputs: [[.number(5)]]) })
    #expect(outcome.functions == ["first": .stopped(call: 0), "second": .outputs([.number(5)])])
  }

  @Test(arguments: [
    Value.number(0.1), .number(.infinity), .list([]), .list([1, -2.5]), .grid(height: 0, width: 3, []),
    .grid(height: 1, width: 2, [3, 1e-9]), .nothing, .refusal("why not"), .unfit,
  ])
  func aValueSurvivesItsLine(value: Value) { #expect(Value(text: value.text) == value) }

  @Test(arguments: [
    "", "number", "number x", "number 1 2", "list 2 1", "list -1", "grid 2 2 1", "grid -1 -1 1", "grid 1e30 1e30",
    "what", "grid 2",
  ])
  func aLineThatIsNoValueIsRefused(line: String) { #expect(Value(text: line) == nil) }
}
