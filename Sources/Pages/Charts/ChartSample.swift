/// One point of a chart's curve, in the units of its axes.
struct ChartSample: Equatable {
  /// Beyond this a value is not drawn: no loss or accuracy that means anything is as large.
  static let largest = 1e30

  /// Where, for example the step.
  let x: Double
  /// What, for example the loss; not finite where there was none.
  let y: Double

  /// Whether it can be drawn; never where one of the two is not a number.
  var isDrawable: Bool { x.magnitude <= Self.largest && y.magnitude <= Self.largest }
}
