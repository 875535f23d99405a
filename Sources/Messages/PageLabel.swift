/// The fixed words of a page: headings, column titles and the like. A theme's templates call them by their names.
public enum PageLabel: String, CaseIterable, Phrase {
  /// The link past everything that stands before the lab.
  case skip
  /// What kind of page it is.
  case lab
  /// The heading of the table of contents.
  case contents
  /// The heading of the summary of verdicts.
  case standing
  /// What stands before the first thing to do next.
  case next
  /// A cell that the learner completes.
  case exercise
  /// A cell that is not to be changed.
  case given
  /// A training to run.
  case experiment
  /// Something to think about.
  case question
  /// The heading of what is checked.
  case checks
  /// Stands before what a check asks for.
  case expected
  /// Stands before what was measured.
  case measured
  /// The heading of messages about places that no cell holds.
  case messages
  /// The heading of what the learner's program printed.
  case printed
  /// Stands before the learner's answer.
  case yourAnswer
  /// There is no answer yet.
  case noAnswer
  /// Stands before what to try first.
  case help
  /// A message about something that must be mended.
  case error
  /// A message about something that may surprise.
  case warning
  /// More about the message before.
  case note
  /// A place that the learner has yet to fill in.
  case hole
  /// The heading of the curves of a training.
  case curves
  /// What the horizontal axis of a curve counts.
  case step
  /// A time through all training images.
  case epoch
  /// The quantity that training lowers.
  case loss
  /// The loss of each training step, as a chart's title.
  case trainingLoss
  /// The share of pixels given the right class.
  case accuracy
  /// The accuracy of each training step, as a chart's title.
  case trainingAccuracy
  /// How far a step follows the gradient.
  case learningRate
  /// Opens the table behind the curves.
  case curveTable
  /// There is nothing to draw.
  case nothingToDraw
  /// The heading of images with labels and predictions.
  case predictions
  /// What opens the predictions that a network made while it trained.
  case film
  /// What those pictures show.
  case filmCaption
  /// The image as it is.
  case image
  /// What an expert drew.
  case label
  /// What the network says.
  case prediction
  /// Where label and prediction differ.
  case difference
  /// In both label and prediction.
  case right
  /// In the label alone.
  case missed
  /// In the prediction alone.
  case invented
  /// The Dice coefficient of one image.
  case dice
  /// The Dice coefficient over all images together.
  case pooledDice
  /// The mean of the images' Dice coefficients.
  case meanDice
  /// The pooled Dice coefficient of predictions against the labels of other images.
  case swappedDice
  /// The accuracy of calling every pixel background.
  case baseline
  /// The heading of what was measured on validation images.
  case metrics
  /// The heading of the shape table and the graph.
  case layers
  /// What opens the table of layers.
  case layerTable
  /// What the shapes in the table are.
  case layerCaption
  /// The column of layers' names.
  case layer
  /// The column of layers' kinds.
  case kind
  /// The column of the layers that a layer reads.
  case reads
  /// The column of output shapes.
  case output
  /// Learnable numbers.
  case parameters
  /// Multiply-adds for one image.
  case multiplyAdds
  /// The column of lines in the lab.
  case line
  /// The last row of a table of numbers.
  case total
  /// The experiment has not been run.
  case notRun
  /// A run that was found in the store.
  case reused
  /// A run that was trained now.
  case trained
  /// The network of an experiment.
  case network
  /// The numbers of a training.
  case training
  /// The data set of an experiment.
  case dataset
  /// What is done to images before the network sees them.
  case preprocessing = "preparation"
  /// How a set is divided.
  case split
  /// Divided by image.
  case splitImage
  /// Divided by patient.
  case splitPatient
  /// A run's name in the store.
  case run
  /// SHA-256 of the weights.
  case weights
  /// How long it took.
  case duration
  /// How many epochs and steps.
  case length
  /// Opens the curves that are looked at less often.
  case moreCurves
  /// The learning rate of each step, as a chart's title.
  case trainingRate
  /// The Dice after each epoch, as a chart's title.
  case validationDice
  /// Opens the experiments so far, side by side.
  case runsCompared
  /// The image whose Dice is the highest.
  case best
  /// The image in the middle by Dice.
  case median
  /// The image whose Dice is the lowest.
  case worst
  /// Opens what is known of each image.
  case eachImage
  /// The title of the confusion table.
  case confusion
  /// The row of pixels that are of class 1.
  case inLabel
  /// The row of all other pixels.
  case notInLabel
  /// The column of pixels that were called class 1.
  case inPrediction
  /// The column of all other pixels.
  case notInPrediction
  /// The title of the histogram of Dice coefficients.
  case diceHistogram
  /// A number of images.
  case images
  /// The column of input shapes.
  case input
  /// What opens the groups of layers.
  case groups
  /// Opens what is known of a run.
  case aboutRun
  /// A piece of good advice.
  case tip
  /// Something that must not be overlooked.
  case important
  /// Something that can do harm.
  case caution
  /// The labs to do first.
  case after
  /// What a lab's networks may cost.
  case budget

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}
