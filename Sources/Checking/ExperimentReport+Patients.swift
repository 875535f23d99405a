internal import Foundation
public import Messages
internal import Networks

/// How one patient who was held out came off.
public struct PatientScore: Codable, Sendable, Hashable {
  /// The patient, by name.
  public let patient: String
  /// How many images there are of the patient.
  public let images: Int
  /// 2·|L ∩ P| / (|L| + |P|) for class 1 over all of the patient's images together; 1 where both are empty.
  public let dice: Double
}

extension ExperimentReport {
  /// The patients who were only measured on, in the order of the set, each with the Dice of all of their images; none where images were dealt
  /// out by themselves, and nobody was held out.
  public var patients: [PatientScore] {
    guard split == "patient" else { return [] }
    var order: [String] = []
    var counts: [String: (images: Int, confusion: ConfusionCounts)] = [:]
    for image in images {
      if counts[image.patient] == nil { order.append(image.patient) }
      counts[image.patient, default: (0, ConfusionCounts())].images += 1
      counts[image.patient]?.confusion.add(image.confusion)
    }
    return order.compactMap { patient in
      counts[patient].map { PatientScore(patient: patient, images: $0.images, dice: $0.confusion.dice) }
    }
  }

  /// Who was held out, and how the Dice of each patient spreads; nothing where images were dealt out by themselves.
  public var patientPhrases: [PatientPhrase] {
    let scores = patients
    guard !scores.isEmpty else { return [] }
    let held = PatientPhrase.heldOut(
      names: scores.map(\.patient), trained: trainingPatients, images: scores.reduce(0) { $0 + $1.images })
    return [held, .dice(scores.map { PatientDice(patient: $0.patient, images: $0.images, dice: $0.dice) })]
  }
}
