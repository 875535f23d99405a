internal import SegLab

/// The words that can stand behind a point, by the type that is wanted there, as the compiler writes it.
enum MemberNames {
  /// The names of each type's members, in the order of their declaration.
  static let all: [String: [String]] = [
    "Activation": Activation.allCases.map(\.rawValue),
    "Padding": Padding.allCases.map(\.rawValue),
    "Interpolation": Interpolation.allCases.map(\.rawValue),
    "EarlyStopping.Metric": EarlyStopping.Metric.allCases.map(\.rawValue),
    "Normalize.Way": Normalize.Way.allCases.map(\.rawValue),
    "Resize.Fit": Resize.Fit.allCases.map(\.rawValue),
    "Loss": Loss.all.map(\.name) + ["weighted"],
    "Optimizer": Optimizer.all.map(\.name),
    "Schedule": Schedule.all.map(\.name),
    // Those that hold numbers cannot be listed by the language; a test holds these lists against the sources.
    "Initializer": ["truncatedNormal", "he", "xavier", "zeros"],
  ]

  /// The members of a type, which may be optional; empty where nothing is known of it.
  static func of(_ type: String) -> [String] { all[plain(type)] ?? [] }

  /// A type's name without the sign that it is optional.
  static func plain(_ type: String) -> String { type.hasSuffix("?") ? String(type.dropLast()) : type }
}
