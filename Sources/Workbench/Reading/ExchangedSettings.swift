internal import Messages
internal import SegLab

/// Two numbers of one call that have changed places: a setting for a whole number has a share, and the learning rate a whole number.
enum ExchangedSettings {
  /// What is found, one a call.
  static func slips(in text: CellText) -> [Slip] {
    text.tokens.indices.compactMap { index in
      guard text.sees("(", at: index), let call = Call(openingAt: index, in: text),
        CallSignature.settings.contains(call.name)
      else { return nil }
      let shares = call.arguments.filter { argument in
        guard let label = argument.label, CallSignature.wholeLabels.contains(label) else { return false }
        return number(argument, in: text).map { $0 > 0 && $0 < 1 } ?? false
      }
      let rates = call.arguments.filter {
        $0.label == "learningRate" && number($0, in: text).map { $0 >= 1 && $0 == $0.rounded() } ?? false
      }
      guard let share = shares.first, let rate = rates.first, shares.count == 1, let label = share.label else {
        return nil
      }
      let places = [share, rate].map(\.value.lowerBound).sorted()
      return Slip(
        text.tokens[places[0]], .exchangedNumbers(rate: "learningRate", whole: label),
        [
          text.replace(share.value, by: text.text(rate.value)), text.replace(rate.value, by: text.text(share.value)),
        ])
    }
  }

  /// A value that is one number.
  private static func number(_ argument: Call.Argument, in text: CellText) -> Double? {
    argument.value.count == 1 ? Double(text.tokens[argument.value.lowerBound].text) : nil
  }
}
