internal import Checking
internal import Experiments
internal import Labs
internal import Pages
internal import Sessions

extension Desk {
  /// The experiments to train, of all up to one, or of the whole lab.
  func experiments(upTo last: String?) -> [String] {
    let all = text?.lab.experiments.map(\.id) ?? []
    guard let last, let place = all.firstIndex(of: last) else { return all }
    return Array(all[...place])
  }

  /// Tells which of the lab's experiments wait.
  func waiting(_ experiments: [String]) {
    queue = experiments
    tellStatus()
  }

  /// Trains experiments, and tells how it goes.
  ///
  /// - Parameters:
  ///   - experiments: the experiments.
  ///   - isInOrder: whether the first cell that is not right ends it.
  func train(_ experiments: [String], isInOrder: Bool) async {
    refresh()
    guard let lab = shown else { return }
    var runner = self.runner
    runner.options.experiments = Set(experiments)
    runner.options.stopsAtFirst = isInOrder
    runner.options.withOverlays = false
    runner.options.tellsPreviews = true
    let (events, continuation) = AsyncStream.makeStream(
      of: LaboratoryEvent.self, bufferingPolicy: .bufferingNewest(512))
    progress = TrainingNews(experiment: experiments.first ?? "")
    tellStatus()
    let following = Task { for await event in events { self.follow(event) } }
    do throws(JudgeRejection) {
      let report = try await runner.report(on: lab) { continuation.yield($0) }
      results.take(report, of: lab, only: experiments)
    } catch {
      if error != .cancelled {
        tell(refusal: LiveLab.html(of: error.phrase, in: language))
      }
    }
    continuation.finish()
    await following.value
    (progress, previews) = (nil, nil)
    log.add("progress", [String: String](), topic: "progress")
    log.add("sweep", sweepNews, topic: "sweep")
    tellStatus()
    look()
  }

  /// The sweep that is under way, as far as it has come; nothing where none is.
  var sweepNews: [String: String] {
    guard let progress, !progress.sweep.isEmpty else { return [:] }
    return ["experiment": progress.experiment, "html": pages.sweep(progress.sweep, of: progress.experiment)]
  }

  private func follow(_ event: LaboratoryEvent) {
    if case .preview(let preview) = event {
      previews = PreviewNews(preview, of: progress?.experiment ?? "", language)
      log.add("previews", previews, topic: "previews")
    }
    let isNew = progress?.take(event, language) == true
    if case .member = event { log.add("sweep", sweepNews, topic: "sweep") }
    guard isNew, let progress else { return }
    log.add("progress", progress.now, topic: "progress")
  }
}
