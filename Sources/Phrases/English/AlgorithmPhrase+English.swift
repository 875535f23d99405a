extension AlgorithmPhrase {
  var english: String {
    switch self {
    case .stridesDiffer(let way): return "not \(way): its strides down and across differ"
    case .strideTooLong(let way, let stride, let most):
      return "not \(way): its stride is \(stride), and \(most) is the most"
    case .taps(let way, let taps): return "not \(way): its filter over its stride is \(taps), and others are wanted"
    case .tooFewChannels(let way, let channels, let least):
      return "not \(way): \(channels) \(channels == 1 ? "channel" : "channels"), and \(least) are the least"
    case .tooManyChannels(let way, let channels, let most):
      return "not \(way): \(channels) channels, and \(most) are the most"
    case .savesTooLittle(let way, let saving): return "not \(way): it would save only \(saving.places(1)) times"
    case .notWidening(let way): return "not \(way): that is for maps that grow"
    }
  }
}
