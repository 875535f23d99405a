import Testing

@testable import Notebook

struct EventLogTests {
  private func kinds(_ log: EventLog, since number: Int) -> [String]? { log.events(since: number)?.map(\.kind) }

  @Test func aPageGetsAllSinceTheLastThatItSaw() {
    let log = EventLog()
    for kind in ["a", "b", "c"] { log.add(kind, [kind]) }
    #expect(kinds(log, since: 0) == ["a", "b", "c"])
    #expect(kinds(log, since: 2) == ["c"])
    #expect(kinds(log, since: 3) == [])
    // What was never told is of another log.
    #expect(kinds(log, since: 4) == nil)
    #expect(kinds(log, since: -1) == nil)
  }

  @Test func ofATopicTheNewestIsKept() {
    let log = EventLog()
    log.add("status", [1], topic: "status")
    log.add("cells", [1])
    log.add("status", [2], topic: "status")
    #expect(kinds(log, since: 0) == ["cells", "status"])
    #expect(log.events(since: 0)?.last?.data == Array("[2]".utf8))
  }

  @Test func whoMissedTooMuchIsToldSo() {
    let log = EventLog(most: 3)
    for number in 1...5 { log.add("x", [number]) }
    #expect(kinds(log, since: 1) == nil)
    #expect(kinds(log, since: 2) == ["x", "x", "x"])
    let small = EventLog(mostBytes: 100)
    for _ in 1...10 { small.add("x", [String(repeating: "x", count: 40)]) }
    #expect(small.events(since: 0) == nil)
    #expect(small.events(since: 8)?.count == 2)
  }

  @Test func aFeedGoesOnWhereThePageWas() async throws {
    let log = EventLog()
    log.add("a", ["x": 1])
    log.add("b", ["x": 2])
    let feed = EventFeed(log, ofLog: log.name, since: 1)
    let first = try #require(await feed.next())
    #expect(String(decoding: first, as: UTF8.self) == "id: \(log.name).2\nevent: b\ndata: {\"x\":2}\n\n")
    log.add("c", ["x": 3])
    let second = try #require(await feed.next())
    #expect(String(decoding: second, as: UTF8.self) == "id: \(log.name).3\nevent: c\ndata: {\"x\":3}\n\n")
  }

  @Test func aPageOfAServerBeforeThisOneLooksAtTheWholeAnew() async throws {
    let log = EventLog()
    log.add("a", [1])
    let feed = EventFeed(log, ofLog: "another", since: 1)
    let text = String(decoding: try #require(await feed.next()), as: UTF8.self)
    #expect(text.contains("event: reset\n"))
    #expect(text.hasPrefix("id: \(log.name).1\n"))
  }

  @Test func aLineThatIsGoneIsForgotten() {
    let log = EventLog()
    do {
      let feed = EventFeed(log, ofLog: log.name, since: 0)
      #expect(log.listeners == 1)
      withExtendedLifetime(feed) {}
    }
    #expect(log.listeners == 0)
  }
}
