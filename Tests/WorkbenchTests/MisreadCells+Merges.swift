extension MisreadCell {
  /// Layers laid together, with what they read in a list.
  static let ofMerges: [MisreadCell] = [
    MisreadCell(
      "layers in a list", in: pooled, "Concat(\"skip\", of: \"up\", \"up\")", "Concat([\"up\", \"up\"])", "labels"),
    MisreadCell(
      "a name and layers in a list", in: pooled, "Concat(\"skip\", of: \"up\", \"up\")",
      "Concat(\"skip\", [\"up\", \"up\"])", "labels"),
    MisreadCell(
      "a name and layers in a list, in small letters", in: pooled, "Concat(\"skip\", of: \"up\", \"up\")",
      "concat(\"skip\", [\"up\", \"up\"])", "labels"),
    MisreadCell(
      "layers of PyTorch in a list", in: pooled, "Concat(\"skip\", of: \"up\", \"up\")", "torch.cat([up, up], 1)",
      "foreignCall"),
    MisreadCell(
      "layers of PyTorch in parentheses", in: pooled, "Concat(\"skip\", of: \"up\", \"up\")",
      "torch.cat((up, up), dim=1)", "foreignCall"),
    MisreadCell(
      "layers of TensorFlow in a list", in: pooled, "Concat(\"skip\", of: \"up\", \"up\")",
      "tf.concat([\"up\", \"up\"], axis=-1)", "foreignCall"),
    MisreadCell(
      "layers of Keras in a list", in: pooled, "Concat(\"skip\", of: \"up\", \"up\")", "concatenate([\"up\", \"up\"])",
      "foreignCall"),
  ]
}
