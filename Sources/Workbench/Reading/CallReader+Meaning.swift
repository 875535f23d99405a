internal import SegLab

extension CallReader {
  /// The values as they are written here, in the order of the signature; nil where that cannot be told.
  func values(of call: Call, _ signature: CallSignature) -> [Value]? {
    var found: [String: Value] = [:]
    var others: [(label: String, argument: Call.Argument)] = []
    var bare: [Call.Argument] = []
    for argument in call.arguments {
      guard let label = argument.label else {
        bare.append(argument)
        continue
      }
      guard let ours = Self.label(label, in: signature), let parameter = signature.parameter(ours) else {
        others.append((label.lowercased(), argument))
        continue
      }
      guard found[ours] == nil else { return nil }
      var made = value(argument.value, as: parameter.kind)
      // The share that is kept is not the share that is dropped.
      if signature.name == "Dropout", Self.kept.contains(label) { made = OldSpellings.share(besides: made) }
      var edits: [CellText.Edit] = []
      if let head = argument.head, label != ours || argument.isEquated {
        edits.append(text.replace(head, by: "\(ours):" + space(behind: head)))
      }
      if made != text.text(argument.value) { edits.append(text.replace(argument.value, by: made)) }
      found[ours] = Value(label: ours, text: made, edits: edits)
    }
    guard place(bare, &found, call, signature),
      isForeign(call, signature) || others.count < call.arguments.count
        || others.allSatisfy({ Self.droppable.contains($0.label.filter { $0 != "_" }) })
    else { return nil }
    complete(&found, from: others, call, signature)
    if signature.isLayer, isForeign(call, signature), found["_"] == nil, let name = layerName(of: signature.name) {
      found["_"] = Value(label: "_", text: "\"\(name)\"")
    }
    return signature.parameters.compactMap { found[$0.label] }
  }

  /// Labels of other libraries that say nothing here, or are put together to something else.
  private static let droppable: Set<String> = [
    "axis", "units", "dim", "name", "dilation", "groups", "inchannels", "outchannels", "infeatures", "outfeatures",
    "filters", "kernel", "kernelsize", "size", "ksize", "inputshape", "inputdim", "dataformat", "dtype", "trainable",
    "outputshape", "shape", "mode", "p", "prob", "probability", "alwaysapply", "seed", "fillmode", "fill", "shear",
    "mean", "std", "epochs", "batchsize", "learningrate", "optimizer", "loss", "keys", "range", "interpolation",
    "antialias", "expand", "center", "bordermode", "scalelimit",
    "rotatelimit", "affine", "maxpixelvalue", "saturation", "hue", "value", "threshold", "level", "targetsize",
    "factor", "widthfactor", "stddev", "varlimit", "scale", "zoomrange", "momentum", "trackrunningstats", "eps",
    "scalefactor", "device", "inplace", "paddingmode", "in", "out", "channelsout", "numoutputs", "outputdim",
    "verbose", "aligncorners",
  ]

  /// What belongs between a label that is written anew and its value.
  private func space(behind head: ClosedRange<Int>) -> String {
    text.touch(head.upperBound, head.upperBound + 1) ? " " : ""
  }

  /// Puts together what other libraries say in several values: the sides of a filter, and how many channels go in and out.
  private func complete(
    _ found: inout [String: Value], from others: [(label: String, argument: Call.Argument)], _ call: Call,
    _ signature: CallSignature
  ) {
    func other(_ names: String...) -> String? {
      if let place = names.first(where: { found[$0] != nil }) { return found[place]?.text }
      return others.first { names.contains($0.label) }.map { text.text($0.argument.value) }
    }
    let input =
      other("in", "in_channels", "in_features", "input_dim", "inchannels")
      ?? channels(before: call.range.lowerBound, isFlat: signature.name == "Dense")
    let output = other(
      "out", "filters", "units", "out_channels", "out_features", "channels_out", "num_outputs", "outchannels",
      "output_dim")
    switch signature.name {
    case "Conv2D", "ConvTranspose2D":
      guard found["filter"] == nil || found["filter"]?.text.hasPrefix("[") == false, let output else { return }
      let size = other("kernel", "kernel_size", "kernelsize", "size", "ksize") ?? found["filter"]?.text ?? "3"
      let sides = size.filter { !"()[] ".contains($0) }.split(separator: ",").map(String.init)
      let (height, width) = (sides.first ?? "3", sides.count > 1 ? sides[1] : sides.first ?? "3")
      found["filter"] = Value(label: "filter", text: "[\(height), \(width), \(input ?? "1"), \(output)]")
    case "Dense":
      guard found["weights"] == nil, let output else { return }
      found["weights"] = Value(label: "weights", text: "[\(input ?? ".FIXME"), \(output)]")
    case "BatchNorm" where found["channels"] == nil:
      found["channels"] = Value(label: "channels", text: input ?? ".FIXME")
    case "LeakyReLU" where found["slope"] == nil:
      if let slope = other("alpha", "negative_slope") { found["slope"] = Value(label: "slope", text: slope) }
    default:
      guard !signature.isLayer else { break }
      let written = others.map { ($0.label, text.text($0.argument.value)) }
      completeStep(&found, call, signature) { name in written.first { $0.0 == name }?.1 }
    }
    if let name = others.first(where: { $0.label == "name" }), found["_"] == nil {
      found["_"] = Value(label: "_", text: value(name.argument.value, as: .text))
    }
  }
}
