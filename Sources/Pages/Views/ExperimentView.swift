/// An experiment as templates show it.
struct ExperimentView {
  /// Its `id` on the page.
  let anchor: String
  /// The level of its heading.
  let level: Int
  /// The level of the headings inside.
  let innerLevel: Int
  /// The experiment's name.
  let name: String
  /// What was said of it; nil without a report.
  let outcome: VerdictView?
  /// What it trains, and which run that was.
  let facts: [FactView]
  /// What the run saw, and how long it took; nil where there was none.
  let runFacts: FactsView?
  /// Why its result is not shown: a question before it is open; nil where it is.
  let withheld: String?
  /// How much of the whole training was done, where a quick profile stopped it; nil for a whole training.
  let quickNote: String?
  /// Its training; nil where it has not been run.
  let training: RunView?
  /// What was checked, or will be.
  let checkList: ChecksView?
}

/// Names with values.
struct FactsView {
  let list: [FactView]
}

/// A name with a value.
struct FactView {
  /// The name.
  let term: String
  /// The value, as HTML.
  let details: String
}

/// A training that was done or found.
struct RunView {
  /// What was measured.
  let measures: [MeasureView]
  /// How every validation image turned out; nil where none is known.
  let imagesFigure: ImagesView?
  /// All trainings of a sweep; nil where there was none.
  let sweepTable: TableView?
  /// This experiment beside those before it; nil where the lab does not show them.
  let comparison: ComparisonView?
  /// Loss and accuracy on the way; nil where the lab does not show them.
  let curveFigure: CurvesView?
  /// Images with labels and predictions; nil where the lab does not show them.
  let predictionFigure: PredictionsView?
  /// What the network made of a few images while it trained; nil where nothing was kept, and where the lab shows no predictions.
  let filmFigure: FilmView?
  /// The layers; nil where there are none.
  let layerFigure: LayersView?
}

/// A quantity that was measured on the validation images.
struct MeasureView {
  /// What it is.
  let term: String
  /// The number.
  let number: String
  /// What to hold it against; nil where nothing.
  let aside: String?
  /// Accuracy: where it and the background's lie on a line from 0 to 100.
  let gauge: GaugeView?
}

/// Where two shares lie between 0 and 100, as style sheets take them.
struct GaugeView {
  /// What was measured, in percent.
  let filled: String
  /// What to hold it against, in percent.
  let mark: String
  /// What the mark stands for, in words.
  let reading: String
}

/// The curves of a training.
struct CurvesView {
  /// Whether it is seen at once, and not opened by a reader: the first of a page.
  let isOpen: Bool
  /// The pictures, for wide and narrow pages.
  let pictures: String
  /// The pictures that are looked at less often, likewise; nil where there are none.
  let more: More?
  /// What to know about them.
  let notes: [String]
  /// The values for a script that reads them off, as JSON; nil where there is no script.
  let data: String?
  /// What the table holds.
  let tableCaption: String
  /// The rows of the table.
  let rows: [Row]

  /// Pictures that a reader opens.
  struct More {
    /// What is there.
    let opener: String
    let drawn: String
  }

  /// One step.
  struct Row {
    let step: String
    let epoch: String
    let loss: String
    let accuracy: String
    let learningRate: String
  }
}

/// An experiment beside those before it.
struct ComparisonView {
  /// Whether it is seen at once, and not opened by a reader.
  let isOpen: Bool
  /// What each came to.
  let comparisonTable: TableView
  /// Their curves over one another; nil where they are not shown.
  let runsFigure: RunsView?
}

/// Trainings over one another.
struct RunsView {
  /// The pictures, for wide and narrow pages.
  let pictures: String
  /// Which line is which training.
  let runs: [Run]

  /// One training.
  struct Run {
    let name: String
    /// Its colour.
    let number: Int
  }
}

/// How every validation image turned out.
struct ImagesView {
  /// The measures of class 1 beside those of calling every pixel background; nil where no image is known.
  let score: TableView?
  /// How many images have which Dice.
  let histogram: String
  /// The counts of pixels; nil where they are not known.
  let confusion: TableView?
  /// Each image; nil where none is known.
  let table: TableView?
  /// What to know about the measures, and about patients.
  let notes: [String]
}

/// Images with labels and predictions.
struct PredictionsView {
  /// Whether they are seen at once, and not opened by a reader: the last of a page.
  let isOpen: Bool
  /// The first examples.
  let examples: [Example]
  /// The examples after them, which a reader opens; nil where there are none.
  let more: More?

  /// Examples that a reader opens.
  struct More {
    /// What opens them.
    let opener: String
    /// The examples in order.
    let rest: [Example]
  }

  /// One image.
  struct Example {
    /// Why it is shown: the best, the median or the worst; nil for any other.
    let rank: String?
    /// The image's name.
    let title: String
    /// Its Dice coefficient.
    let score: String
    /// Its pictures.
    let panels: [Panel]
  }

  /// One picture.
  struct Panel {
    /// What it shows, for the caption.
    let caption: String
    /// The picture.
    let svg: String
  }
}

/// The layers of a network.
struct LayersView {
  /// The graph; nil where the lab does not show it.
  let graph: Graph?
  /// Where the layers of the same network stand on the page; nil where they stand here.
  let sameAs: Place?
  /// The groups of layers; one of all layers where each is a group of its own.
  let groups: [Group]
  /// How many layers are not shown; nil where all are.
  let omitted: String?
  /// The sum of learnable numbers.
  let totalParameters: String
  /// The sum of multiply-adds.
  let totalWork: String

  /// A picture of the layers.
  struct Graph {
    /// The picture.
    let svg: String
  }

  /// Another place on the page.
  struct Place {
    let anchor: String
    /// What is there, as HTML.
    let place: String
  }

  /// Layers that a reader opens together.
  struct Group {
    /// Where they are on the page.
    let anchor: String
    let title: String
    /// What comes in and what goes out, and what it costs.
    let shapes: String
    let cost: String
    let layerRows: [Row]
  }

  /// One layer.
  struct Row {
    let name: String
    let kind: String
    let reads: String
    let input: String
    let output: String
    let parameters: String
    let work: String
    let line: String
    /// Where the line is on the page; nil where it is not.
    let lineAnchor: String?
  }
}

/// A table as templates show it.
struct TableView {
  /// A picture above it; nil for none.
  let picture: String?
  /// Whether a reader may want its rows in another order.
  var isSortable = false
  /// What it holds.
  let caption: String
  /// The words above the columns.
  let heads: [String]
  /// The rows; the first cell of each names it.
  let rows: [Row]

  /// One row.
  struct Row {
    /// What the row is about.
    let name: String
    /// The other cells.
    let cells: [String]
    /// Whether the row stands out.
    let isBest: Bool
  }
}
