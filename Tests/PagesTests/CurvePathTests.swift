import Testing

@testable import Pages

@Suite struct CurvePathTests {
  @Test("a way is told from corner to corner; what a straight line passes closely is left out")
  func corners() {
    #expect(CurvePath([]).text.isEmpty && CurvePath([[]]).text.isEmpty)
    #expect(CurvePath([[(1.24, 2)]]).text == "M1.2 2h0")
    #expect(CurvePath([[(0, 0), (1, 0.1), (2, 0), (3, 8), (4, 7.5)]]).text == "M0 0l2 0 1 8 1-.5")
    #expect(CurvePath([[(0, 0), (10, 0)], [(12, 1), (10.5, 3)]]).text == "M0 0l10 0M12 1l-1.5 2")
    // A way that turns back is not its end alone.
    #expect(CurvePath([[(0, 0), (9, 0), (0, 0)]]).text == "M0 0l9 0-9 0")
    #expect(CurvePath([[(0.4, 0.4), (1.6, 5.4)]], isCoarse: true).text == "M0 0l2 5")
  }

  @Test("each point is closer to the way than a pixel, however long it is")
  func closeness() {
    var points: [(x: Double, y: Double)] = []
    for place in 0..<700 {
      let noise = Double(place * 7_919 % 13) / 20
      points.append((x: Double(place), y: 60 + 10 * (Double(place) / 40).wave + noise))
    }
    let text = CurvePath([points]).text
    #expect(text.utf8.count < 4_000)
    let numbers = text.dropFirst().split(separator: "l", maxSplits: 1)
    #expect(numbers.count == 2)
    var (x, y) = (0.0, points[0].y)
    var parts = numbers[1].replacing("-", with: " -").split(separator: " ").compactMap { Double($0) }
    #expect(parts.count.isMultiple(of: 2))
    var way = [(x: x, y: y)]
    while parts.count >= 2 {
      (x, y) = (x + parts[0], y + parts[1])
      way.append((x, y))
      parts.removeFirst(2)
    }
    #expect((x - 699).magnitude < 0.1)
    for (one, other) in zip(way, way.dropFirst()) {
      for point in points where point.x >= one.x && point.x <= other.x {
        let share: Double = (point.x - one.x) / max(other.x - one.x, 1e-9)
        let wanted: Double = one.y + (other.y - one.y) * share
        #expect((wanted - point.y).magnitude < 1)
      }
    }
  }
}

extension Double {
  /// A wave that rises and falls between −1 and 1, of parabolas.
  fileprivate var wave: Double {
    let part = self - (self / 2).rounded(.down) * 2
    return part < 1 ? 4 * part * (1 - part) : -4 * (part - 1) * (2 - part)
  }
}
