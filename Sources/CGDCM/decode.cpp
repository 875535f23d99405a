#include "cgdcm.h"

#include <gdcm-3.0/gdcmImageReader.h>
#include <gdcm-3.0/gdcmTrace.h>

#include <cctype>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <istream>
#include <streambuf>
#include <string>

namespace {

/// Reads memory without copying it.
class MemoryBuffer : public std::streambuf {
 public:
  MemoryBuffer(const uint8_t *bytes, size_t count) {
    char *start = const_cast<char *>(reinterpret_cast<const char *>(bytes));
    setg(start, start, start + count);
  }

 protected:
  pos_type seekoff(off_type offset, std::ios_base::seekdir from, std::ios_base::openmode mode) override {
    off_type base = from == std::ios_base::beg ? 0 : (from == std::ios_base::end ? egptr() : gptr()) - eback();
    return seekpos(base + offset, mode);
  }
  pos_type seekpos(pos_type place, std::ios_base::openmode) override {
    if (place < 0 || place > egptr() - eback()) return pos_type(off_type(-1));
    setg(eback(), eback() + static_cast<std::ptrdiff_t>(place), egptr());
    return place;
  }
};

/// Why decoding stopped.
struct Stop {
  cgdcm_outcome outcome;
  uint32_t tag;
  uint64_t found;
  uint64_t expected;
  std::string words;
};

const gdcm::Tag kSamples(0x0028, 0x0002), kPhotometric(0x0028, 0x0004), kFrames(0x0028, 0x0008),
    kRows(0x0028, 0x0010), kColumns(0x0028, 0x0011), kAllocated(0x0028, 0x0100), kStored(0x0028, 0x0101),
    kHighBit(0x0028, 0x0102), kRepresentation(0x0028, 0x0103), kCentre(0x0028, 0x1050), kWidth(0x0028, 0x1051),
    kIntercept(0x0028, 0x1052), kSlope(0x0028, 0x1053), kPixels(0x7FE0, 0x0010), kSyntax(0x0002, 0x0010);

uint32_t Number(const gdcm::Tag &tag) { return uint32_t(tag.GetGroup()) << 16 | tag.GetElement(); }

/// The value's bytes; empty where the tag is not there or has none.
std::string Bytes(const gdcm::DataSet &data, const gdcm::Tag &tag) {
  if (!data.FindDataElement(tag)) return "";
  const gdcm::ByteValue *value = data.GetDataElement(tag).GetByteValue();
  return value ? std::string(value->GetPointer(), value->GetLength()) : "";
}

/// The first of the values of a text, without padding.
std::string Text(const gdcm::DataSet &data, const gdcm::Tag &tag) {
  std::string text = Bytes(data, tag);
  text = text.substr(0, text.find('\\'));
  auto is_padding = [](char c) { return c == '\0' || std::isspace(static_cast<unsigned char>(c)); };
  while (!text.empty() && is_padding(text.back())) text.pop_back();
  while (!text.empty() && is_padding(text.front())) text.erase(0, 1);
  return text;
}

/// The first of the values of a text as a number; `otherwise` where there is none.
double Decimal(const gdcm::DataSet &data, const gdcm::Tag &tag, double otherwise) {
  const std::string text = Text(data, tag);
  if (text.empty()) return otherwise;
  char *end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  if (*end != '\0' || !std::isfinite(value)) throw Stop{CGDCM_TAG_UNSUPPORTED, Number(tag), 0, 0, text};
  return value;
}

/// A 16-bit number, which GDCM keeps in the machine's byte order.
uint64_t Short(const gdcm::DataSet &data, const gdcm::Tag &tag) {
  const std::string bytes = Bytes(data, tag);
  uint16_t value;
  if (bytes.size() < sizeof value) throw Stop{CGDCM_TAG_MISSING, Number(tag), 0, 0, ""};
  std::memcpy(&value, bytes.data(), sizeof value);
  return value;
}

uint64_t ShortOr(const gdcm::DataSet &data, const gdcm::Tag &tag, uint64_t otherwise) {
  return Bytes(data, tag).empty() ? otherwise : Short(data, tag);
}

void Unsupported(const gdcm::Tag &tag, uint64_t found) {
  throw Stop{CGDCM_TAG_UNSUPPORTED, Number(tag), found, 0, std::to_string(found)};
}

/// Reads what the header declares and holds it against the limits and the bytes that are there.
void CheckHeader(const gdcm::File &file, const cgdcm_limits &limits, cgdcm_image &image) {
  const gdcm::DataSet &data = file.GetDataSet();
  if (!data.FindDataElement(kPixels)) throw Stop{CGDCM_TAG_MISSING, Number(kPixels), 0, 0, ""};
  image.rows = Short(data, kRows);
  image.columns = Short(data, kColumns);
  if (image.rows == 0) throw Stop{CGDCM_TAG_MISSING, Number(kRows), 0, 0, ""};
  if (image.columns == 0) throw Stop{CGDCM_TAG_MISSING, Number(kColumns), 0, 0, ""};
  if (image.rows > limits.side || image.columns > limits.side || image.rows * image.columns > limits.pixels) {
    throw Stop{CGDCM_TOO_LARGE, Number(kRows), image.columns, image.rows, ""};
  }
  const uint64_t samples = ShortOr(data, kSamples, 1);
  if (samples != 1) Unsupported(kSamples, samples);
  const std::string photometric = Text(data, kPhotometric);
  image.is_inverted = photometric == "MONOCHROME1";
  if (photometric.empty()) throw Stop{CGDCM_TAG_MISSING, Number(kPhotometric), 0, 0, ""};
  if (!image.is_inverted && photometric != "MONOCHROME2") {
    throw Stop{CGDCM_TAG_UNSUPPORTED, Number(kPhotometric), 0, 0, photometric};
  }
  const double frames = Decimal(data, kFrames, 1);
  if (frames != 1) throw Stop{CGDCM_TAG_UNSUPPORTED, Number(kFrames), 0, 0, Text(data, kFrames)};
  image.allocated_bits = Short(data, kAllocated);
  if (image.allocated_bits != 8 && image.allocated_bits != 16 && image.allocated_bits != 32) {
    Unsupported(kAllocated, image.allocated_bits);
  }
  image.stored_bits = ShortOr(data, kStored, image.allocated_bits);
  if (image.stored_bits == 0 || image.stored_bits > image.allocated_bits) Unsupported(kStored, image.stored_bits);
  const uint64_t high = ShortOr(data, kHighBit, image.stored_bits - 1);
  if (high + 1 != image.stored_bits) Unsupported(kHighBit, high);
  image.is_signed = ShortOr(data, kRepresentation, 0) != 0;
  image.slope = Decimal(data, kSlope, 1);
  image.intercept = Decimal(data, kIntercept, 0);
  image.window_centre = Decimal(data, kCentre, 0);
  image.window_width = Decimal(data, kWidth, 0);

  image.count = image.rows * image.columns * image.allocated_bits / 8;
  const gdcm::DataElement &pixels = data.GetDataElement(kPixels);
  if (const gdcm::SequenceOfFragments *fragments = pixels.GetSequenceOfFragments()) {
    const uint64_t packed = fragments->ComputeByteLength();
    if (image.count / limits.packing > packed) throw Stop{CGDCM_IMPLAUSIBLE, Number(kPixels), packed, image.count, ""};
  } else {
    const gdcm::ByteValue *value = pixels.GetByteValue();
    const uint64_t there = value ? uint64_t(value->GetLength()) : 0;
    if (there < image.count) throw Stop{CGDCM_TOO_SHORT, Number(kPixels), there, image.count, ""};
  }
}

void Decode(const uint8_t *bytes, size_t count, const cgdcm_limits &limits, cgdcm_image &image) {
  {
    MemoryBuffer buffer(bytes, count);
    std::istream stream(&buffer);
    gdcm::Reader reader;
    reader.SetStream(stream);
    if (!reader.Read()) throw Stop{CGDCM_NOT_DICOM, 0, 0, 0, ""};
    CheckHeader(reader.GetFile(), limits, image);
  }
  MemoryBuffer buffer(bytes, count);
  std::istream stream(&buffer);
  gdcm::ImageReader reader;
  reader.SetStream(stream);
  const bool is_read = reader.Read();
  const std::string syntax = Text(reader.GetFile().GetHeader(), kSyntax);
  const gdcm::Image &decoded = reader.GetImage();
  const bool is_whole = is_read && decoded.GetNumberOfDimensions() == 2 && decoded.GetDimension(0) == image.columns &&
                        decoded.GetDimension(1) == image.rows && decoded.GetBufferLength() == image.count;
  if (!is_whole) throw Stop{CGDCM_UNDECODABLE, Number(kSyntax), 0, 0, syntax};
  image.pixels = static_cast<uint8_t *>(std::malloc(image.count));
  if (!image.pixels) throw std::bad_alloc();
  if (!decoded.GetBuffer(reinterpret_cast<char *>(image.pixels))) {
    throw Stop{CGDCM_UNDECODABLE, Number(kSyntax), 0, 0, syntax};
  }
}

}  // namespace

cgdcm_outcome cgdcm_decode(
    const uint8_t *bytes, size_t count, const cgdcm_limits *limits, cgdcm_image *image, cgdcm_fault *fault) {
  std::memset(image, 0, sizeof *image);
  std::memset(fault, 0, sizeof *fault);
  gdcm::Trace::DebugOff();
  gdcm::Trace::WarningOff();
  gdcm::Trace::ErrorOff();
  Stop stop{CGDCM_UNDECODABLE, 0, 0, 0, ""};
  try {
    Decode(bytes, count, *limits, *image);
    return CGDCM_DECODED;
  } catch (const Stop &known) {
    stop = known;
  } catch (const std::exception &other) {
    stop.words = other.what();
  }
  std::free(image->pixels);
  image->pixels = nullptr;
  fault->tag = stop.tag;
  fault->found = stop.found;
  fault->expected = stop.expected;
  std::snprintf(fault->words, sizeof fault->words, "%s", stop.words.c_str());
  return stop.outcome;
}
