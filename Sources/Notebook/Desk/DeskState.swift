extension Desk {
  /// What a page is told of the cells.
  struct CellNews: Codable {
    let digest: String
    let by: String?
    let cells: [WrittenCell]
  }

  /// How things stand, besides the lab itself.
  struct Status: Codable, Sendable {
    let isLooking: Bool
    let writer: String?
    let running: String?
    let queue: [String]
  }

  /// All that a page has to know when it opens.
  struct State: Codable, Sendable {
    let version: String
    let digest: String
    let cells: [WrittenCell]
    let status: Status
    let marks: [Marks]
    let networks: [NetworkNews]
    let stale: [String: [String]]
    let progress: TrainingNews?
    let previews: PreviewNews?
    let sweep: [String: String]
    let parts: [String: String]
    let problem: String
    let refusal: String
  }
}
