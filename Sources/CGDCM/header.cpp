#include "header.h"

#include <gdcm-3.0/gdcmSequenceOfItems.h>

#include <cmath>

using namespace tags;

Layout ReadLayout(const gdcm::DataSet &data, const cgdcm_limits &limits, cgdcm_image &image) {
  for (const gdcm::Tag &tag : {kFloats, kDoubles}) {
    if (data.FindDataElement(tag)) Unsupported(tag, "floating-point pixels");
  }
  if (!data.FindDataElement(kPixels)) throw Stop{CGDCM_TAG_MISSING, Number(kPixels), 0, 0, ""};
  Layout layout{};
  layout.rows = image.rows = Short(data, kRows);
  layout.columns = image.columns = Short(data, kColumns);
  if (layout.rows == 0) throw Stop{CGDCM_TAG_MISSING, Number(kRows), 0, 0, ""};
  if (layout.columns == 0) throw Stop{CGDCM_TAG_MISSING, Number(kColumns), 0, 0, ""};
  const double frames = Decimal(data, kFrames, 1);
  if (frames < 0 || frames != std::floor(frames) || frames > double(limits.pixels)) Unsupported(kFrames, Text(data, kFrames));
  layout.frames = image.frames = frames < 1 ? 1 : uint64_t(frames);
  if (layout.rows > limits.side || layout.columns > limits.side || layout.pixels() > limits.pixels) {
    throw Stop{CGDCM_TOO_LARGE, Number(kRows), layout.columns, layout.rows, ""};
  }
  layout.photometric = Text(data, kPhotometric);
  if (layout.photometric.empty()) throw Stop{CGDCM_TAG_MISSING, Number(kPhotometric), 0, 0, ""};
  const bool is_grey = layout.photometric == "MONOCHROME1" || layout.photometric == "MONOCHROME2";
  const bool is_palette = layout.photometric == "PALETTE COLOR";
  const bool is_colour = layout.photometric == "RGB" || layout.photometric.compare(0, 4, "YBR_") == 0;
  if (!is_grey && !is_palette && !is_colour) Unsupported(kPhotometric, layout.photometric);
  layout.samples = ShortOr(data, kSamples, is_colour ? 3 : 1);
  if (layout.samples != (is_colour ? 3 : 1)) Unsupported(kSamples, std::to_string(layout.samples));
  layout.is_planar = layout.samples == 3 && ShortOr(data, kPlanar, 0) == 1;
  layout.allocated = Short(data, kAllocated);
  const bool is_known = layout.allocated == 8 || layout.allocated == 16 ||
                        (layout.allocated == 32 && !is_palette) || (layout.allocated == 1 && is_grey);
  if (!is_known) Unsupported(kAllocated, std::to_string(layout.allocated));
  layout.stored = ShortOr(data, kStored, layout.allocated);
  if (layout.stored == 0 || layout.stored > layout.allocated) Unsupported(kStored, std::to_string(layout.stored));
  layout.high = ShortOr(data, kHighBit, layout.stored - 1);
  if (layout.high + 1 < layout.stored || layout.high >= layout.allocated) Unsupported(kHighBit, std::to_string(layout.high));
  layout.is_signed = is_grey && layout.allocated > 1 && ShortOr(data, kRepresentation, 0) != 0;
  image.is_inverted = layout.photometric == "MONOCHROME1";
  return layout;
}

namespace {

/// The data set of a functional group, of frame `frame` or of all of them; null where there is none.
struct Groups {
  gdcm::SmartPointer<gdcm::SequenceOfItems> outer, inner;

  const gdcm::DataSet *Find(const gdcm::DataSet &data, const gdcm::Tag &place, size_t frame, const gdcm::Tag &group) {
    const gdcm::DataSet *item = Item(data, place, frame, outer);
    return item ? Item(*item, group, 0, inner) : nullptr;
  }
};

void ReadValues(const gdcm::DataSet &data, cgdcm_image &image) {
  image.slope = Decimal(data, kSlope, 1);
  image.intercept = Decimal(data, kIntercept, 0);
}

void ReadWindow(const gdcm::DataSet &data, cgdcm_image &image) {
  image.window_centre = Decimal(data, kCentre, 0);
  image.window_width = Decimal(data, kWidth, 0);
  const std::string function = Text(data, kFunction);
  if (function.empty() || function == "LINEAR") {
    image.window_function = CGDCM_LINEAR;
  } else if (function == "LINEAR_EXACT") {
    image.window_function = CGDCM_LINEAR_EXACT;
  } else if (function == "SIGMOID") {
    image.window_function = CGDCM_SIGMOID;
  } else {
    Unsupported(kFunction, function);
  }
}

}  // namespace

void ReadScale(const gdcm::DataSet &data, cgdcm_image &image) {
  Groups groups;
  ReadValues(data, image);
  // A plan of radiation keeps its doses as whole numbers of this unit.
  if (!data.FindDataElement(kSlope) && data.FindDataElement(kDoseScaling)) image.slope = Decimal(data, kDoseScaling, 1);
  if (!data.FindDataElement(kSlope)) {
    if (const gdcm::DataSet *shared = groups.Find(data, kSharedGroups, 0, kFrameValues)) {
      ReadValues(*shared, image);
    } else if (const gdcm::DataSet *first = groups.Find(data, kFrameGroups, 0, kFrameValues)) {
      ReadValues(*first, image);
      const double slope = image.slope, intercept = image.intercept;
      for (size_t frame = 1; frame < image.frames; frame++) {
        const gdcm::DataSet *other = groups.Find(data, kFrameGroups, frame, kFrameValues);
        if (!other) break;
        ReadValues(*other, image);
        if (image.slope != slope || image.intercept != intercept) Unsupported(kSlope, "not the same in all frames");
      }
    }
  }
  ReadWindow(data, image);
  if (!data.FindDataElement(kWidth)) {
    for (const gdcm::Tag &place : {kSharedGroups, kFrameGroups}) {
      if (const gdcm::DataSet *group = groups.Find(data, place, 0, kFrameWindows)) {
        ReadWindow(*group, image);
        break;
      }
    }
  }
  gdcm::SmartPointer<gdcm::SequenceOfItems> tables;
  image.has_window_table = Item(data, kVOITables, 0, tables) != nullptr;
}
