internal import Imaging
internal import Messages

/// Which class each value of the labels stands for.
struct ClassTable {
  /// How many classes there are.
  let classCount: Int
  private let ids: [UInt16: UInt8]
  /// The values that stand for classes, the background's first.
  let values: [UInt16]

  /// - Parameters:
  ///   - rule: what the labels' pixels mean.
  ///   - found: the values that there are, over all labels.
  ///   - path: where they come from, for the error.
  /// - Throws: `DatasetError.tooManyLabelValues` where soft edges would become classes of their own.
  init(_ rule: LabelRule, found: Set<UInt16>, path: String) throws(DatasetError) {
    switch rule {
    case .any, .threshold: values = [0, 1]
    case .colours(let colours): values = (0...colours.count).map(UInt16.init)
    case .grey: values = (0...255).map(UInt16.init)
    case .values(let given) where !given.isEmpty: values = given
    case .values:
      guard found.count <= LabelRule.valueLimit else {
        throw .tooManyLabelValues(path: path, found: found.count, limit: LabelRule.valueLimit)
      }
      values = found.sorted()
    }
    classCount = max(2, values.count)
    ids = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, UInt8($0)) })
  }

  /// The classes of a label's pixels.
  ///
  /// - Throws: `ImportProblem.labelValue` for a value that stands for none.
  func mask(_ label: LabelValues, source: String) throws(ImportProblem) -> Mask {
    var classes = [UInt8](repeating: 0, count: label.values.count)
    for (index, value) in label.values.enumerated() where value != values[0] {
      guard let id = ids[value] else {
        throw .labelValue(label: source, found: Int(value), expected: values.map(Int.init))
      }
      classes[index] = id
    }
    return Mask(width: label.width, height: label.height, classes: classes)
  }
}

extension LabelRule {
  /// The rule in words.
  var phrase: LabelPhrase {
    switch self {
    case .any: .any
    case .values: .values
    case .threshold(let least): .threshold(least: Int(least))
    case .colours(let colours): .colours(count: colours.count)
    case .grey: .grey
    }
  }
}
