internal import Courses

/// The trainings of a course, one after the other: two at once would only take each other's time.
///
/// It is kept on the disk, so that a server that was killed goes on where it was.
actor TrainingQueue {
  private let state: NotebookState
  private let desk: @Sendable (String) async -> Desk?
  private var jobs: [NotebookState.Job] = []
  private var current: Task<Void, Never>?

  /// - Parameters:
  ///   - folder: the course folder.
  ///   - desk: the lab of a name, as it lies open.
  init(of folder: CourseFolder, desk: @escaping @Sendable (String) async -> Desk?) {
    state = NotebookState(of: folder)
    self.desk = desk
  }

  /// Goes on with what waited when the server before this one ended.
  func resume() async {
    jobs = state.queue
    next()
    await tell()
  }

  /// Adds trainings of a lab; those that wait already do not wait twice.
  func add(_ experiments: [String], of lab: String, isInOrder: Bool) async {
    let waiting = Set(jobs.filter { $0.lab == lab }.flatMap(\.experiments))
    let new = experiments.filter { !waiting.contains($0) }
    guard !new.isEmpty else { return }
    jobs.append(NotebookState.Job(lab: lab, experiments: new, isInOrder: isInOrder))
    state.queue = jobs
    next()
    await tell()
  }

  /// Ends what trains of a lab, and forgets what waits.
  func stop(_ lab: String) async {
    let isRunning = jobs.first?.lab == lab && current != nil
    if isRunning { current?.cancel() }
    jobs = jobs.enumerated().filter { $0.element.lab != lab || $0.offset == 0 && isRunning }.map(\.element)
    state.queue = isRunning ? Array(jobs.dropFirst()) : jobs
    await tell()
  }

  private func next() {
    guard current == nil, let job = jobs.first else { return }
    current = Task {
      if let desk = await desk(job.lab) { await desk.train(job.experiments, isInOrder: job.isInOrder) }
      await self.done()
    }
  }

  private func done() async {
    current = nil
    if !jobs.isEmpty { jobs.removeFirst() }
    state.queue = jobs
    next()
    await tell()
  }

  /// Tells every lab what of it waits.
  private func tell() async {
    for lab in Set(jobs.map(\.lab)).union(told) {
      let waiting = jobs.enumerated().filter { $0.element.lab == lab && ($0.offset > 0 || current == nil) }
      await desk(lab)?.waiting(waiting.flatMap(\.element.experiments))
    }
    told = Set(jobs.map(\.lab))
  }

  private var told: Set<String> = []
}
