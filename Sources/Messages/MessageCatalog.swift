/// The messages that a learner's work can lead to, for a page that lists them.
///
/// The names stand here because a program cannot ask an enum for its cases with values; a test holds them against the module's source and
/// writes them anew with `SEGLAB_UPDATE_GOLDENS`.
public enum MessageCatalog {
  /// A message as it would be said, with stand-ins for its values: `‹layer›`, 3, 0.5.
  public struct Entry: Sendable {
    /// The message's id, for example `network.filterChannels`.
    public let id: String
    /// The message; nil where no stand-in fits its values.
    public let example: Message?
  }

  /// All messages by topic, in the order of the source.
  public static var topics: [(topic: String, entries: [Entry])] {
    names.map { topic, names in
      (
        topic,
        names.map { name in
          let phrase = try? Message.topics[topic]?.init(from: CaseDecoder(name: name, arguments: ExampleDecoder()))
          let example = phrase.map { Message($0) }
          return Entry(id: example?.id ?? "\(topic).\(name)", example: example)
        }
      )
    }
  }

  // names
  static let names: [(topic: String, names: [String])] = [
    (
      "check",
      [
        "holesLeft", "doesNotCompile", "blockedByCheck", "blockedByCell", "givenWaits", "madeElsewhere",
        "constantMissing", "shapeDiffers", "noSuchLayer", "parametersDiffer", "biasDiffers", "overBudget",
        "trainingNumberTiny", "lossParts", "trainingNumber", "accuracyOutside", "accuracyBelowBaseline",
        "diceOutside", "metricOutside", "metricMissing", "lossContradicts", "classWeightsUnused", "classWeights",
        "lossChannels", "trainingMemory", "lossDoesNotFall", "trainingTooLong", "notAboveBaseline",
        "permutationGainOutside", "permutationGainMeans", "questionOpen", "answerUnknown", "answerNotANumber",
        "answerFarOff", "justification",
      ]
    ),
    (
      "network",
      [
        "noLayers", "tooManyLayers", "nameTwice", "nameTooLong", "nameHasSign", "inputNotFirst", "secondInput",
        "unknownInput", "readsBelow", "wrongNumberOfInputs", "unread", "holeInLayer", "wrongNumberOfDimensions",
        "tooManyAxes", "dimensionNotPositive", "dimensionTooLarge", "numberNotPositive", "numberTooLarge",
        "numberOutside", "denseNeedsARow", "denseInputs", "reshapeCount", "needsAMap", "filterChannels",
        "normalisedChannels", "windowTooLarge", "windowBeyondMap", "linearPair", "skipsPixels", "sizesDiffer",
        "addedChannels", "tooManyNumbers", "imagesDiffer", "otherImages", "linesExchanged", "preparedImagesDiffer",
        "outputIsNoMap", "outputIsNoSingleMap", "softmaxBeforeLoss", "sigmoidBeforeLoss", "sigmoidBeforeSoftmax",
        "reluBeforeLoss", "tooManyParameters", "tooMuchMemory", "tooMuchWork", "layerCommented", "callMissing",
        "sizeUneven", "stridesCancel", "joinsCrossed", "notTransposed", "lossNotFinite", "validationNotFinite",
        "trainingCancelled", "noImages", "unknownClass",
      ]
    ),
    (
      "networkAdvice",
      [
        "startWithInput", "moveInput", "nameApart", "shortName", "plainName", "didYouMean", "readFromAbove",
        "readOrMake", "readOrRemove", "nameAll", "rateIsWhatIsDropped", "leaveBatchOut", "writeAs",
        "putFlattenBefore", "swapWeights", "changeFirstDimension", "factorised", "putReshapeBefore",
        "swapFilterChannels", "reorderFilter", "changeFilterChannels", "writeChannels", "padOrShrinkWindow",
        "padEverywhere", "exchangeWindowAndStride", "changeStride", "padLayer", "giveCount", "shortenStride",
        "cropOrUseSizes", "joinAnother", "joinEqualSizes", "matchChannels", "useSizes", "balanceStrides",
        "exchangeLines", "useReLU", "strideIsAStep", "giveFunction", "giveChannels", "channelsLast",
        "twoChannelsOrBinary", "writeInput", "endWithClasses", "useIdentity", "takeOut", "countYourself",
        "putBetween", "oneChannelOrCrossEntropy", "makeSmaller", "makeSmallerOrFewer", "fewerImages", "lessWork",
        "shrinkWindow", "lowerLearningRate", "lowerLearningRateSomewhat", "moreClassesOrCleanLabels",
      ]
    ),
    (
      "workbench",
      [
        "hole", "fillHole", "constantMissing", "constantOfOtherType", "otherModule", "dropImport", "sourceLocation",
        "attribute", "dropLine", "reservedName", "chooseName", "unknownName", "renamed", "unknownMember",
        "wrongLabel", "missingLabel", "labelsWanted", "otherLibrary", "needlessLabel", "missingArgument",
        "extraArgument", "argumentOrder", "colonAfterLabel", "decimalComma", "nameIsText", "memberNotText",
        "callMember", "listWanted", "numberWanted", "wholeNumberWanted", "otherType", "missingComma",
        "missingBracket", "spareBracket", "openText", "openCondition", "straightQuotes", "noPowers",
        "twoEqualsSigns", "sameNumbers", "mayBeMissing", "returnMissing", "resultTypeMissing", "renameConstant",
        "writeConstant", "openComment", "twoOnALine", "madeTwice", "notALayer", "tooHard", "constantChanged",
        "valueMissing", "unclearMember",
      ]
    ),
    (
      "slip",
      [
        "lookalike", "koreanLayout", "strayHangul", "hangulForValue", "hashComment", "hashBeforeCode", "fenceInside",
        "prompt", "singleQuotes", "prose", "decimalComma", "thousandsComma", "thousandsSpace", "pointAlone",
        "pointOfHole", "restOfHole", "holeWithoutPoint", "timesSign", "power", "numberEnding", "percent",
        "missingBracket", "spareBracket", "otherBracket", "openText", "commaBetweenLines", "missingComma",
        "spacesAround", "otherSeparator", "spareComma", "listForm", "listShort", "singleEqualsSign",
        "oneForBothSides", "truthWanted", "givenCopied", "listWanted", "equalSides", "missingColon", "valueMissing",
        "unit", "numberWord", "placeholder", "truthAsNumber", "numberAsCondition", "truthOfNumbers", "pixelPlace",
        "wholePicture", "layerNotMade", "comparisonAlone", "givenCall", "twoStatements", "foreignWord",
        "pythonCondition", "otherResult", "noFirstValue", "divisorSpread", "resultForGiven", "functionArrow",
        "resultMayBeNone", "pythonBlock", "bracesAround", "chainedComparison", "foreignCall", "labels", "valueOrder",
        "labelsMissing", "layerNameIsText", "squareBrackets", "otherPlace", "closedBefore", "unknownStep",
        "needlessValue", "renamed", "dropoutShare", "madeInside", "madeAgain", "newName", "maskGetsGrey",
        "wholeWanted", "fractionWanted", "constantChanges", "commentDivides", "layerAlone", "oneWanted",
        "otherLetters", "rangeSign", "loopHead", "blockWord", "spareWord", "sequence", "batchInShape",
        "needlessStep", "activationInLayer", "needlessCommand", "letterForDigit", "valueCommented", "labelForName",
        "givenChanges", "libraryCall", "settingName", "valueKind", "settingTwice", "exchangedNumbers", "otherName",
        "holeMisspelt", "said", "write", "writeLikewise", "writeLines", "moveUp", "removeLine", "removeLikewise",
      ]
    ),
    (
      "misplaced",
      [
        "translationFilled", "moveToLab", "answerOutside", "writeBetweenFences", "codeOutside", "writeIntoCell",
        "fenceInCell", "removePastedFences", "otherEnding",
      ]
    ),
    (
      "function",
      [
        "missing", "unfit", "notTried", "stopped", "wrong", "wrongWhereHidden",
      ]
    ),
    (
      "functionCase",
      [
        "unequalRows", "otherCount", "noValue", "makeEqual", "asManyAsTaken",
      ]
    ),
    (
      "diagnosis",
      [
        "decayed", "fewSteps", "shortTraining", "dropout", "noActivation", "lowThreshold", "strongAugmentation",
        "notNormalized", "normalizedAfterPadding", "diverged", "rateTooLow", "rateTooHigh", "allBackground",
        "allForeground", "overfit", "earlySkip", "decayLater", "smallerBatch", "moreEpochs", "epochs", "dropLess",
        "activate", "halfOfWhite", "changeLess", "normalizeFirst", "lowerRate", "higherRate", "weighClasses",
        "regularize", "joinLast",
      ]
    ),
    (
      "difference",
      [
        "written"
      ]
    ),
    (
      "program",
      [
        "overTime", "overMemory", "overOutput", "crashed", "endedEarly", "answerTooLong", "tooManyLayers",
        "valueNotFinite", "answerUnreadable", "compilerOverTime", "compilerOverOutput", "compilerStopped",
        "notCompiled", "notLinked", "moreWasPrinted",
      ]
    ),
    (
      "preparation",
      [
        "numberOutOfRange", "notSquare", "sizesDiffer", "tooLarge", "notGrey", "greyMasks", "tooManySteps",
      ]
    ),
    (
      "setting",
      [
        "differs", "otherKind", "noPart", "extraPart", "otherOrder", "noSetting", "tried", "spread", "valuesTried",
        "largestBySmallest", "noSolution",
      ]
    ),
    (
      "sweep",
      [
        "count", "runs", "picture", "comparison", "experiment", "change", "brokeOff", "best",
      ]
    ),
    (
      "answer",
      [
        "decimalComma", "percentSign", "roundedTooFar", "markLeft", "numberAlone", "severalNamed", "likely",
      ]
    ),
    (
      "compiler",
      [
        "said"
      ]
    ),
    (
      "experiment",
      [
        "sizesDiffer", "outOfTime",
      ]
    ),
    (
      "judge",
      [
        "stopped", "silent",
      ]
    ),
    (
      "sandbox",
      [
        "noCompiler", "compilerUnusable", "noModule", "moduleUnreadable", "moduleRefused", "libraryUnfit",
        "noBubblewrap", "bubblewrapFails", "namespacesForbidden", "noLandlock", "landlockFails", "cacheUnusable",
        "cannotStart", "cancelled",
      ]
    ),
  ]
  // end of names
}
