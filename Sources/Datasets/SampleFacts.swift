internal import Imaging

/// What is kept of a sample beside its pixels.
struct SampleFacts: Codable, Sendable, Equatable {
  let id: String
  let patient: String
  let width: Int
  let height: Int
  let maximum: UInt16
  let digest: String

  init(_ sample: LabelledImage) {
    id = sample.id
    patient = sample.patient
    width = sample.image.width
    height = sample.image.height
    maximum = sample.image.maximum
    digest = sample.digest
  }
}
