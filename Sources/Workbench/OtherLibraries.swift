/// What layers are called in other libraries, for learners who come from one.
enum OtherLibraries {
  private static let names = [
    "linear": "Dense", "fullyconnected": "Dense", "fc": "Dense",
    "conv2dtranspose": "ConvTranspose2D", "deconv2d": "ConvTranspose2D", "upconv": "ConvTranspose2D",
    "convolution2d": "Conv2D", "conv": "Conv2D",
    "maxpooling2d": "MaxPool2D", "maxpool": "MaxPool2D",
    "averagepooling2d": "AveragePool2D", "avgpool2d": "AveragePool2D", "avgpool": "AveragePool2D",
    "batchnormalization": "BatchNorm", "batchnorm2d": "BatchNorm",
    "upsampling2d": "Upsample", "concatenate": "Concat", "cat": "Concat", "view": "Reshape", "inputlayer": "Input",
    "sequential": "Network", "model": "Network", "compose": "Preparation",
  ]

  /// What `name` is called here; nil where that is not known.
  static func here(_ name: String) -> String? { names[name.lowercased()] }
}
