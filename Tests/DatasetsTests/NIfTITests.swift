import Foundation
import Imaging
import Messages
import Testing

@testable import Datasets

/// Volumes in and out; what nibabel makes of them, `Tests/Outside` tries.
struct NIfTITests {
  private func set(spacing: VoxelSpacing? = VoxelSpacing(across: 1.5, down: 1.25, between: 8)) -> ImageMaskSet {
    let samples = ["patient001_frame01-0001", "patient001_frame01-0002", "patient002_frame07-0001"].enumerated().map {
      number, id in
      var sample = LabelledImage(
        id: id, patient: PatientName.of(id),
        image: GreyImage(width: 3, height: 2, samples: (0..<6).map { UInt16($0 * 100 + number) }, maximum: 1000),
        label: Mask(width: 3, height: 2, classes: [0, 1, 2, 0, 0, UInt8(number % 3)]))
      sample.spacing = spacing
      return sample
    }
    return ImageMaskSet(name: "s", classCount: 3, samples: samples)
  }

  private func read(_ folder: TemporaryFolder) throws -> ImageMaskSet {
    try SetImporter(path: folder.path).read(as: "s").set
  }

  @Test func `slices of a patient are a volume, and come back with their spacing`() throws {
    let folder = try TemporaryFolder()
    let files = try SetExporter(set(), as: .nifti).write(to: folder.path)
    #expect(files == ["\(folder.path)/imagesTr", "\(folder.path)/labelsTr"])
    let names = try FileManager.default.contentsOfDirectory(atPath: files[0]).sorted()
    #expect(names == ["patient001_frame01.nii.gz", "patient002_frame07.nii.gz"])
    let back = try read(folder)
    #expect(back.samples.map(\.id) == set().samples.map(\.id))
    #expect(back.samples.map(\.patient) == ["patient001", "patient001", "patient002"])
    #expect(back.samples.map(\.image.samples) == set().samples.map(\.image.samples))
    #expect(back.samples.map(\.label) == set().samples.map(\.label))
    #expect(back.samples.allSatisfy { $0.spacing == VoxelSpacing(across: 1.5, down: 1.25, between: 8) })
    #expect(back.classCount == 3)
  }

  @Test func `no two volumes have one name`() {
    func slice(_ id: String, _ width: Int) -> LabelledImage {
      LabelledImage(
        id: id, patient: "", image: GreyImage(width: width, height: 1, samples: [UInt16](repeating: 0, count: width)),
        label: Mask(width: width, height: 1, classes: [UInt8](repeating: 0, count: width)))
    }
    // The second of `p` would be called as the only one of `p-2` is.
    let names = SetExporter.volumes(of: [slice("p-1", 1), slice("p-2", 2), slice("p-2-1", 1)]).map(\.name)
    #expect(names == ["p", "p-2", "p-2-2"])
  }

  @Test func `spacing is kept with a set, and is no part of its digest`() throws {
    let folder = try TemporaryFolder()
    let store = DataStore(folder: folder.path)
    try store.save(set(), as: "s")
    #expect(try store.load(name: "s").samples[0].spacing?.between == 8)
    #expect(set().digest == set(spacing: nil).digest)
  }

  @Test func `labels beside volumes are found as ACDC has them`() throws {
    let folder = try TemporaryFolder()
    let exported = try TemporaryFolder()
    _ = try SetExporter(set(), as: .nifti).write(to: exported.path)
    for name in ["patient001_frame01", "patient002_frame07"] {
      let place = "patient" + name.dropFirst(7).prefix(3)
      let image = try Data(contentsOf: URL(fileURLWithPath: "\(exported.path)/imagesTr/\(name).nii.gz"))
      let label = try Data(contentsOf: URL(fileURLWithPath: "\(exported.path)/labelsTr/\(name).nii.gz"))
      try folder.write("\(place)/\(name).nii.gz", [UInt8](image))
      try folder.write("\(place)/\(name)_gt.nii.gz", [UInt8](label))
      try folder.write("\(place)/\(place)_4d.nii.gz", [UInt8](image))
    }
    #expect(try read(folder).samples.map(\.id) == set().samples.map(\.id))
  }

  /// A sound file of one slice, unpacked.
  private func plain(_ change: (inout [UInt8]) -> Void = { _ in }) throws -> [UInt8] {
    let packed = NIfTIWriter(slices: [set().samples[0]]).labels
    var bytes = try #require(GzipReader(Array(packed)).read(1 << 20))
    change(&bytes)
    return bytes
  }

  private func problem(_ bytes: [UInt8]) throws -> NIfTIPhrase? {
    let folder = try TemporaryFolder()
    try folder.write("a.nii", bytes)
    do throws(NIfTIPhrase) {
      _ = try NIfTIVolume(path: folder.path + "/a.nii")
      return nil
    } catch {
      return error
    }
  }

  @Test func `what is damaged is told, and traps nobody`() throws {
    #expect(try problem(plain()) == nil)
    let sound = try plain()
    for count in [0, 3, 347, 348, 351, 352, sound.count - 1] {
      #expect(try problem(Array(sound.prefix(count))) != nil, "\(count) bytes")
    }
    for place in 0..<352 {
      for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] { _ = try problem(plain { $0[place] = value }) }
    }
    for axis in 0..<8 {
      for dimension: [UInt8] in [[0, 0], [0xFF, 0xFF], [0xFF, 0x7F]] {
        _ = try problem(plain { $0.replaceSubrange(40 + 2 * axis..<42 + 2 * axis, with: dimension) })
      }
    }
    let packed = Array(NIfTIWriter(slices: [set().samples[0]]).labels)
    for place in packed.indices { _ = try problem(packed[..<place] + [packed[place] ^ 0x55] + packed[(place + 1)...]) }
  }

  @Test func `what unpacks to much more than its head promises costs no more than that`() throws {
    let sound = try plain()
    let bomb = Array(GzipWriter.pack([sound] + (0..<64).map { _ in [UInt8](repeating: 0, count: 1 << 20) }))
    #expect(bomb.count < 1 << 18)
    #expect(try problem(bomb) == nil, "only what the head promises is unpacked")
    var huge = sound
    huge.replaceSubrange(42..<48, with: [0xFF, 0x7F, 0xFF, 0x7F, 0xFF, 0x7F])
    guard case .tooManyVoxels? = try problem(Array(GzipWriter.pack([huge]))) else { return #expect(Bool(false)) }
    huge.replaceSubrange(42..<48, with: [0, 16, 0, 16, 4, 0])
    guard case .cutShort(_, 6, 67_108_864)? = try problem(Array(GzipWriter.pack([huge]))) else {
      return #expect(Bool(false))
    }
  }

  @Test func `labels that are no classes, sizes that differ and labels without volumes are named`() throws {
    let folder = try TemporaryFolder()
    _ = try SetExporter(set(), as: .nifti).write(to: folder.path)
    let image = try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/imagesTr/patient002_frame07.nii.gz"))
    try folder.write("labelsTr/patient001_frame01.nii.gz", [UInt8](image))
    try folder.write("labelsTr/patient009.nii.gz", [UInt8](image))
    let error = #expect(throws: DatasetError.self) { try read(folder) }
    guard case .badFiles(_, let problems)? = error else { return #expect(Bool(false), "\(error as Any)") }
    let phrases = problems.map { $0.phrase }
    #expect(phrases.count == 2)
    guard case .nifti(.noImage)? = phrases.first, case .nifti(.sizesDiffer)? = phrases.last else {
      return #expect(Bool(false), "\(phrases)")
    }
  }
}
