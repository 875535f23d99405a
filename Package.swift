// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target is compiled with.
let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

// SegLab is built on the machine where it runs, so its kernels may use all that the processor has; a package for other machines
// names the level that it is built for.
#if arch(x86_64)
  let processor = ["-Xcc", "-march=" + (Context.environment["SEGLAB_PROCESSOR"] ?? "native")]
#else
  let processor = ["-Xcc", "-mcpu=native"]
#endif

/// What the kernels are compiled with: optimised in every build, because tests train networks too, and never inlined into a
/// target that lacks the processor's flags.
let kernels: [SwiftSetting] =
  house + [.unsafeFlags(["-O", "-wmo", "-num-threads", "2", "-disable-batch-mode", "-disable-cmo"] + processor)]

/// What goes through every pixel of a set is compiled with, also optimised in every build: tests read hundreds of real images.
let pixels: [SwiftSetting] =
  house + [.unsafeFlags(["-O", "-wmo", "-num-threads", "2", "-disable-batch-mode"])]

/// What rooms of words and commands are compiled with: they wait for readers, compilers and trainings, and optimising them was
/// a third of a first build. `Labs` is none of them: it reads each character of each lab at every command. Nor are `Diagnostics`, which
/// finds a text's lines, and `Markup`, which goes through each byte of each page.
let text: [SwiftSetting] = house + [.unsafeFlags(["-Onone"], .when(configuration: .release))]

let package = Package(
  name: "SegLab",
  products: [
    .executable(name: "seglab", targets: ["seglab"]),
    .executable(name: "seglab-bench", targets: ["seglab-bench"]),
    .executable(name: "seglab-class", targets: ["seglab-class"]),
    .executable(name: "seglab-dicom", targets: ["seglab-dicom"]),
    .executable(name: "seglab-exchange", targets: ["seglab-exchange"]),
    .executable(name: "seglab-notebook", targets: ["seglab-notebook"]),
    .library(name: "SegLab", type: .static, targets: ["SegLab"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    .systemLibrary(name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
    .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
    .systemLibrary(name: "CJPEG", pkgConfig: "libjpeg", providers: [.apt(["libjpeg-dev"])]),
    .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .target(name: "CHost"),
    // libgdcm-dev has no pkg-config file.
    .target(
      name: "CGDCM",
      linkerSettings: ["gdcmMSFF", "gdcmDSED", "gdcmCommon", "gdcmDICT"].map { .linkedLibrary($0) }),

    .target(name: "SegLab", swiftSettings: text),
    .target(name: "Messages", swiftSettings: text),
    .target(name: "CFiles"),
    .target(name: "Files", dependencies: ["CFiles"], swiftSettings: house),
    .target(name: "Digests", dependencies: ["CCrypto", "Files"], swiftSettings: house),
    .target(name: "Work", dependencies: ["Digests", "Files", "Messages"], swiftSettings: house),
    .target(name: "Diagnostics", dependencies: ["Messages"], swiftSettings: house),
    .target(name: "Markup", dependencies: ["Diagnostics"], swiftSettings: house),
    .target(name: "Tensors", swiftSettings: house),
    .target(name: "Kernels", dependencies: ["CHost", "COpenBLAS", "Tensors"], swiftSettings: kernels),
    .target(
      name: "Networks", dependencies: ["Diagnostics", "Kernels", "Messages", "SegLab", "Tensors"], swiftSettings: house),
    .target(name: "Imaging", dependencies: ["CHost", "CJPEG", "CPNG", "Files", "Messages"], swiftSettings: pixels),
    // Messages of other programs' files, as swift-protobuf makes them of our own .proto files.
    .target(
      name: "Protos", dependencies: [.product(name: "SwiftProtobuf", package: "swift-protobuf")],
      exclude: ["generate", "onnx.proto", "tensorboard.proto", "tensorflow.proto"], swiftSettings: pixels),
    .target(
      name: "Datasets",
      dependencies: [
        "CZlib", "Digests", "Files", "Imaging", "Messages", "SegLab", "Tensors",
      ], swiftSettings: pixels),
    .target(
      name: "Labs", dependencies: ["CCMark", "Diagnostics", "Messages", "SegLab", "Yams"], swiftSettings: house),
    .target(
      name: "Workbench",
      dependencies: [
        "CHost", "Diagnostics", "Digests", "Files", "Labs", "Messages", "SegLab",
      ], swiftSettings: text),
    .target(
      name: "Experiments",
      dependencies: [
        "Datasets", "Diagnostics", "Digests", "Files", "Kernels", "Networks", "Messages", "SegLab", "Tensors",
      ], swiftSettings: house),
    .target(
      name: "Checking",
      dependencies: [
        "Datasets", "Diagnostics", "Digests", "Experiments", "Labs", "Networks", "Messages", "SegLab", "Tensors",
        "Workbench",
      ], swiftSettings: text),
    .target(
      name: "Courses",
      dependencies: [
        "Checking", "Datasets", "Diagnostics", "Digests", "Files", "Labs", "Messages", "Workbench",
      ],
      swiftSettings: text),
    .target(
      name: "Sessions",
      dependencies: [
        "Checking", "Courses", "Datasets", "Diagnostics", "Digests", "Experiments", "Files", "Labs", "Networks",
        "Messages", "Workbench", "Work",
      ],
      swiftSettings: text),
    .target(
      name: "Pages",
      dependencies: [
        "Checking", "Datasets", "Diagnostics", "Digests", "Files", "Imaging", "Labs", "Markup",
        .product(name: "Mustache", package: "swift-mustache"),
        "Networks", "Messages", "SegLab", "Tensors", "Yams",
      ], swiftSettings: text),
    // GRDB and the grade book belong to `seglab-class`: no learner's build has them.
    .target(
      name: "Grading",
      dependencies: [
        "CZlib", "Checking", "Courses", "Datasets", "Diagnostics", "Digests", "Experiments", "Files",
        .product(name: "GRDB", package: "GRDB.swift"), "Labs", "Messages", "Pages", "Sessions", "Work", "Workbench",
      ], swiftSettings: text),
    .target(
      name: "Exports",
      dependencies: [
        "Datasets", "Diagnostics", "Experiments", "Files", "Imaging", "Messages", "Networks", "Protos", "SegLab",
        .product(name: "SwiftProtobuf", package: "swift-protobuf"), "Tensors",
      ], swiftSettings: pixels),
    .target(
      name: "Notebook",
      dependencies: [
        "Checking", "Courses", "Datasets", "Diagnostics", "Digests", "Experiments", "Exports", "Files",
        .product(name: "FlyingSocks", package: "FlyingFox"),
        "Imaging", "Labs", "Messages", "Networks", "Pages", "SegLab", "Sessions", "Tensors", "Workbench",
      ], swiftSettings: text),
    .target(
      name: "SegLabCommands",
      dependencies: [
        .product(name: "ArgumentParser", package: "swift-argument-parser"), "Checking", "Courses", "Datasets",
        "Diagnostics", "Digests", "Experiments", "Files", "Imaging", "Kernels", "Labs", "Networks", "Pages", "Messages",
        "SegLab", "Sessions", "Work", "Workbench",
      ], swiftSettings: text),
    .executableTarget(name: "seglab", dependencies: ["SegLabCommands"], swiftSettings: text),
    // SwiftProtobuf belongs to `seglab-exchange`, and to what shows runs in a browser: no learner's first build has it.
    .executableTarget(
      name: "seglab-exchange",
      dependencies: [
        .product(name: "ArgumentParser", package: "swift-argument-parser"), "Checking", "Courses", "Digests",
        "Experiments", "Exports", "Labs", "Messages", "Networks", "Pages", "SegLab", "SegLabCommands", "Sessions",
      ], swiftSettings: text),
    .executableTarget(
      name: "seglab-notebook",
      dependencies: [
        .product(name: "ArgumentParser", package: "swift-argument-parser"), "Courses", "Files", "Labs", "Messages",
        "Notebook", "Pages", "SegLabCommands", "Sessions", "Workbench",
      ], swiftSettings: text),
    .executableTarget(
      name: "seglab-class",
      dependencies: [
        .product(name: "ArgumentParser", package: "swift-argument-parser"), "Checking", "Courses", "Diagnostics",
        "Digests", "Files", "Grading", "Labs", "Messages", "Pages", "SegLabCommands", "Sessions", "Work", "Workbench",
      ], swiftSettings: text),
    .executableTarget(name: "seglab-dicom", dependencies: ["CGDCM", "Imaging"], swiftSettings: house),
    .executableTarget(
      name: "seglab-bench",
      dependencies: [
        .product(name: "ArgumentParser", package: "swift-argument-parser"), "CHost", "Datasets",
        "Experiments", "Kernels", "Networks", "SegLab", "Tensors",
      ], swiftSettings: house),

    .testTarget(name: "SegLabTests", dependencies: ["SegLab"], swiftSettings: house),
    .testTarget(name: "MessagesTests", dependencies: ["Messages"], exclude: ["Goldens"], swiftSettings: house),
    .testTarget(name: "FilesTests", dependencies: ["Files"], swiftSettings: house),
    .testTarget(name: "DigestsTests", dependencies: ["Digests", "Files"], swiftSettings: house),
    .testTarget(name: "WorkTests", dependencies: ["Digests", "Files", "Work"], swiftSettings: house),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "Messages"], swiftSettings: house),
    .testTarget(name: "MarkupTests", dependencies: ["Markup"], swiftSettings: house),
    .testTarget(name: "TensorsTests", dependencies: ["Tensors"], swiftSettings: house),
    .testTarget(
      name: "KernelsTests", dependencies: ["Kernels", "Tensors"],
      exclude: ["Goldens/kernels.json", "Goldens/make_kernels.py"], swiftSettings: house),
    .testTarget(
      name: "NetworksTests", dependencies: ["Diagnostics", "Kernels", "Networks", "Messages", "SegLab", "Tensors"],
      exclude: [
        "Goldens/deep-single.json", "Goldens/deep.json", "Goldens/describe.py", "Goldens/fcn.json",
        "Goldens/layer-messages.txt", "Goldens/layers.json", "Goldens/make_dense.py", "Goldens/make_networks.py",
        "Goldens/make_tensorflow.py", "Goldens/plain.json", "Goldens/tensorflow-fcn.json",
        "Goldens/tensorflow-layers.json", "Goldens/trainings.json", "Goldens/unet-norm.json", "Goldens/unet.json",
      ], swiftSettings: house),
    .testTarget(
      name: "ImagingTests", dependencies: ["Imaging", "Messages", "seglab-dicom"], exclude: ["Fixtures"],
      swiftSettings: house),
    .testTarget(
      name: "DatasetsTests",
      dependencies: ["Datasets", "Exports", "Files", "Imaging", "Messages", "SegLab", "Tensors", "seglab-dicom"],
      exclude: ["Fixtures"], swiftSettings: house),
    .testTarget(
      name: "LabsTests", dependencies: ["Checking", "Diagnostics", "Labs", "Messages", "SegLab"], exclude: ["Goldens"],
      swiftSettings: house),
    .testTarget(
      name: "WorkbenchTests",
      dependencies: [
        "CHost", "Checking", "Diagnostics", "Digests", "Files", "Labs", "Messages", "SegLab", "Workbench",
      ],
      swiftSettings: house),
    .testTarget(
      name: "ExperimentsTests",
      dependencies: [
        "Datasets", "Digests", "Experiments", "Imaging", "Networks", "Messages", "SegLab", "Tensors",
      ],
      swiftSettings: house),
    .testTarget(
      name: "CheckingTests",
      dependencies: [
        "Checking", "Datasets", "Diagnostics", "Experiments", "Labs", "Networks", "Messages", "SegLab", "Tensors",
        "Workbench",
      ], exclude: ["Goldens"], swiftSettings: house),
    .testTarget(
      name: "CoursesTests",
      dependencies: ["Checking", "Courses", "Datasets", "Diagnostics", "Imaging", "Labs", "Messages", "SegLab"],
      swiftSettings: house),
    .testTarget(
      name: "PagesTests",
      dependencies: [
        "Checking", "Datasets", "Diagnostics", "Files", "Imaging", "Labs", "Markup", "Networks", "Pages", "Messages",
        "SegLab", "Tensors",
      ],
      exclude: ["Goldens", "Inputs"], swiftSettings: house),
    .testTarget(
      name: "ExportsTests",
      dependencies: [
        "Datasets", "Digests", "Experiments", "Exports", "Imaging", "Messages", "Networks", "Protos", "SegLab",
        .product(name: "SwiftProtobuf", package: "swift-protobuf"), "Tensors",
      ], swiftSettings: house),
    .testTarget(
      name: "NotebookTests",
      dependencies: [
        "Checking", "Courses", "Diagnostics", "Digests", "Experiments", "Files", "Labs", "Messages", "Networks",
        "Notebook",
        "Pages", "SegLab", "Sessions",
      ], swiftSettings: house),
    .testTarget(
      name: "GradingTests",
      dependencies: [
        "Checking", "Courses", "Datasets", "Diagnostics", "Grading", "Labs", "Messages", "Networks", "Pages", "SegLab",
        "Digests", "Sessions", "Tensors", "Work", "Workbench", "seglab", "seglab-class",
      ], swiftSettings: house),
    .testTarget(
      name: "SegLabBenchTests",
      dependencies: [
        .product(name: "ArgumentParser", package: "swift-argument-parser"), "Networks", "seglab-bench",
      ],
      swiftSettings: house),
    .testTarget(
      name: "SegLabCommandsTests",
      dependencies: [
        "Checking", "Courses", "Diagnostics", "Experiments", "Imaging", "Labs", "Messages", "Networks", "Pages",
        "SegLabCommands", "Sessions", "Workbench", "seglab",
      ], exclude: ["Goldens"], swiftSettings: house),
  ],
  cxxLanguageStandard: .cxx17
)
