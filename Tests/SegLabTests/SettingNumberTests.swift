import SegLab
import Testing

/// What stands in one place of optimizers, losses and schedules is true of each.
@Suite struct SettingNumberTests {
  @Test(arguments: Optimizer.all)
  func `an optimizer with its own numbers is itself, and with others another`(optimizer: Optimizer) {
    let values = optimizer.numbers.map(\.value)
    #expect(optimizer.with(values) == optimizer)
    for place in values.indices {
      var others = values
      others[place] /= 2
      #expect(optimizer.with(others) != optimizer && optimizer.with(others).numbers.map(\.value) == others)
    }
  }

  @Test(arguments: Loss.all)
  func `a loss with its own numbers is itself, and with others another`(loss: Loss) {
    let values = loss.numbers.map(\.value)
    #expect(loss.with(values) == loss && loss.parts == [Loss.Part(weight: 1, loss: loss)])
    guard !values.isEmpty else { return }
    #expect(loss.with(values.map { $0 / 2 }).numbers.map(\.value) == values.map { $0 / 2 })
  }

  @Test(arguments: Schedule.all)
  func `a schedule with its own numbers is itself, and another may come after it where it ends`(schedule: Schedule) {
    let values = schedule.numbers.map(\.value)
    #expect(schedule.with(values, then: schedule.next ?? .constant) == schedule)
    let followed = schedule.with(values, then: .cosine(steps: 3))
    #expect(followed.next == (schedule.next == nil ? nil : .cosine(steps: 3)))
    for (place, number) in schedule.numbers.enumerated() where number.whole != nil {
      var others = values
      others[place] += 1
      #expect(schedule.with(others, then: .constant).numbers[place].whole == number.whole.map { $0 + 1 })
    }
  }

  @Test func `a whole number that is too large for a real one is kept whole`() {
    #expect(Schedule.cosine(steps: .max).numbers.first?.whole == .max)
  }
}
