#ifndef SEGLAB_CGDCM_ELEMENTS_H
#define SEGLAB_CGDCM_ELEMENTS_H

#include "cgdcm.h"

#include <gdcm-3.0/gdcmDataSet.h>

#include <string>

/// Why decoding stopped.
struct Stop {
  cgdcm_outcome outcome;
  uint32_t tag;
  uint64_t found;
  uint64_t expected;
  std::string words;
};

namespace tags {
const gdcm::Tag kClass(0x0008, 0x0016), kSamples(0x0028, 0x0002), kPhotometric(0x0028, 0x0004), kPlanar(0x0028, 0x0006),
    kFrames(0x0028, 0x0008), kRows(0x0028, 0x0010), kColumns(0x0028, 0x0011), kAllocated(0x0028, 0x0100),
    kStored(0x0028, 0x0101), kHighBit(0x0028, 0x0102), kRepresentation(0x0028, 0x0103), kCentre(0x0028, 0x1050),
    kWidth(0x0028, 0x1051), kIntercept(0x0028, 0x1052), kSlope(0x0028, 0x1053), kFunction(0x0028, 0x1056),
    kRedDescriptor(0x0028, 0x1101), kRedTable(0x0028, 0x1201), kRedSegments(0x0028, 0x1221),
    kModalityTables(0x0028, 0x3000), kDescriptor(0x0028, 0x3002), kTable(0x0028, 0x3006), kVOITables(0x0028, 0x3010),
    kFrameWindows(0x0028, 0x9132), kFrameValues(0x0028, 0x9145), kDoseScaling(0x3004, 0x000E),
    kSharedGroups(0x5200, 0x9229), kFrameGroups(0x5200, 0x9230), kFloats(0x7FE0, 0x0008), kDoubles(0x7FE0, 0x0009),
    kPixels(0x7FE0, 0x0010), kSyntax(0x0002, 0x0010);
}

/// The tag as one number, its group in the upper 16 bits.
uint32_t Number(const gdcm::Tag &tag);

/// Stops because `tag` has a value that is not read: `words` tells which.
[[noreturn]] void Unsupported(const gdcm::Tag &tag, const std::string &words);

/// The value's bytes; empty where the tag is not there or has none.
std::string Bytes(const gdcm::DataSet &data, const gdcm::Tag &tag);

/// The text without blanks and zeros around it.
std::string Trimmed(std::string text);

/// The first of the values of a text, without padding.
std::string Text(const gdcm::DataSet &data, const gdcm::Tag &tag);

/// The first of the values of a text as a number; `otherwise` where there is none.
double Decimal(const gdcm::DataSet &data, const gdcm::Tag &tag, double otherwise);

/// A 16-bit number, which GDCM keeps in the machine's byte order.
uint64_t Short(const gdcm::DataSet &data, const gdcm::Tag &tag);

/// A 16-bit number; `otherwise` where there is none.
uint64_t ShortOr(const gdcm::DataSet &data, const gdcm::Tag &tag, uint64_t otherwise);

/// The data of item `index` of a sequence, which `items` keeps alive; null where it is not there.
const gdcm::DataSet *Item(
    const gdcm::DataSet &data, const gdcm::Tag &tag, size_t index, gdcm::SmartPointer<gdcm::SequenceOfItems> &items);

#endif
