#include "cgdcm.h"
#include "rle.h"
#include "stream.h"
#include "values.h"

#include <gdcm-3.0/gdcmImageReader.h>
#include <gdcm-3.0/gdcmTrace.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <istream>

using namespace tags;

namespace {

uint32_t Little(const uint8_t *bytes) {
  return uint32_t(bytes[0]) | uint32_t(bytes[1]) << 8 | uint32_t(bytes[2]) << 16 | uint32_t(bytes[3]) << 24;
}

/// Whether packed pixels end in the file as they should: with the item that says so.
///
/// GDCM takes what there is of the fragments. The pixel data's beginning is looked for from the end of the file on, since images
/// of another size may stand before it.
bool IsClosed(const uint8_t *bytes, size_t count) {
  const uint8_t start[] = {0xE0, 0x7F, 0x10, 0x00}, unknown[] = {0xFF, 0xFF, 0xFF, 0xFF};
  const uint8_t item[] = {0xFE, 0xFF, 0x00, 0xE0}, end[] = {0xFE, 0xFF, 0xDD, 0xE0};
  int tries = 16;
  for (size_t place = count; place-- > 0 && tries > 0;) {
    if (count - place < 12 || bytes[place] != 0xE0 || std::memcmp(bytes + place, start, 4) != 0) continue;
    // Some writers leave out the letters that say what it is, `OB`.
    const size_t length = bytes[place + 4] == 'O' ? 8 : 4;
    if (std::memcmp(bytes + place + length, unknown, 4) != 0) continue;
    tries -= 1;
    size_t next = place + length + 4;
    while (count - next >= 8 && std::memcmp(bytes + next, item, 4) == 0 && Little(bytes + next + 4) <= count - next - 8) {
      next += 8 + Little(bytes + next + 4);
    }
    if (count - next >= 4 && std::memcmp(bytes + next, end, 4) == 0) return true;
  }
  return false;
}

/// Whether the last of the packed pixels end as a JPEG picture of any kind does.
bool EndsAsJPEG(const gdcm::SequenceOfFragments &fragments) {
  if (fragments.GetNumberOfFragments() == 0) return false;
  const gdcm::ByteValue *last = fragments.GetFragment(fragments.GetNumberOfFragments() - 1).GetByteValue();
  size_t count = last ? size_t(last->GetLength()) : 0;
  const char *bytes = last ? last->GetPointer() : nullptr;
  if (count > 2 && bytes[count - 1] == 0) count -= 1;
  return count >= 2 && uint8_t(bytes[count - 2]) == 0xFF && uint8_t(bytes[count - 1]) == 0xD9;
}

/// Samples that lie in the file as they are.
Samples Plain(const gdcm::File &file, const Layout &layout, const MemoryBuffer &buffer) {
  const gdcm::ByteValue *value = file.GetDataSet().GetDataElement(kPixels).GetByteValue();
  uint64_t there = value ? uint64_t(value->GetLength()) : 0;
  if (buffer.wanted > 0 && buffer.wanted == there) there = buffer.there;
  Samples samples{layout, {}, false};
  uint64_t needed = layout.bytes();
  const bool may_be_halved = layout.photometric == "YBR_FULL_422" && layout.columns % 2 == 0 && layout.allocated == 8;
  if (may_be_halved && there < needed && !layout.is_planar) {
    samples.is_halved = true;
    needed = layout.pixels() * 2;
  }
  if (there < needed) throw Stop{CGDCM_TOO_SHORT, Number(kPixels), there, needed, ""};
  const char *bytes = value->GetPointer();
  samples.bytes.assign(bytes, bytes + needed);
  // GDCM turns the bytes of each 16 bits round, whatever a sample takes.
  const bool is_turned = Text(file.GetHeader(), kSyntax) == "1.2.840.10008.1.2.2" && layout.allocated == 32 &&
                         file.GetDataSet().GetDataElement(kPixels).GetVR() == gdcm::VR::OW;
  for (size_t place = 0; is_turned && place + 4 <= samples.bytes.size(); place += 4) {
    std::swap_ranges(&samples.bytes[place], &samples.bytes[place] + 2, &samples.bytes[place] + 2);
  }
  return samples;
}

/// Samples that GDCM unpacks.
Samples Unpacked(const uint8_t *bytes, size_t count, const Layout &layout, const std::string &syntax) {
  MemoryBuffer buffer(bytes, count);
  std::istream stream(&buffer);
  gdcm::ImageReader reader;
  reader.SetStream(stream);
  const Stop undecodable{CGDCM_UNDECODABLE, Number(kSyntax), 0, 0, syntax};
  if (!reader.Read()) throw undecodable;
  const gdcm::Image &decoded = reader.GetImage();
  const unsigned int dimensions = decoded.GetNumberOfDimensions();
  const uint64_t frames = dimensions == 3 ? decoded.GetDimension(2) : 1;
  if ((dimensions != 2 && dimensions != 3) || decoded.GetDimension(0) != layout.columns ||
      decoded.GetDimension(1) != layout.rows || frames != layout.frames || decoded.GetBufferLength() != layout.bytes()) {
    throw undecodable;
  }
  Samples samples{layout, std::vector<uint8_t>(layout.bytes()), false};
  if (!decoded.GetBuffer(reinterpret_cast<char *>(samples.bytes.data()))) throw undecodable;
  // What was packed as luminance and colour differences may have been unpacked to red, green and blue.
  const char *colours = decoded.GetPhotometricInterpretation().GetString();
  if (layout.samples == 3 && colours) samples.layout.photometric = Trimmed(colours);
  samples.layout.is_planar = layout.samples == 3 && decoded.GetPlanarConfiguration() == 1;
  return samples;
}

void Decode(const uint8_t *bytes, size_t count, const cgdcm_limits &limits, cgdcm_image &image) {
  MemoryBuffer buffer(bytes, count);
  std::istream stream(&buffer);
  gdcm::Reader reader;
  reader.SetStream(stream);
  if (!reader.Read()) throw Stop{CGDCM_NOT_DICOM, 0, 0, 0, ""};
  const gdcm::File &file = reader.GetFile();
  const gdcm::DataSet &data = file.GetDataSet();
  if (!data.FindDataElement(kPixels) && buffer.wanted > 0) throw Stop{CGDCM_CUT_SHORT, Number(kPixels), 0, 0, ""};
  const Layout layout = ReadLayout(data, limits, image);
  ReadScale(data, image);
  const gdcm::SequenceOfFragments *fragments = data.GetDataElement(kPixels).GetSequenceOfFragments();
  if (!fragments) return PutValues(Plain(file, layout, buffer), data, image);
  const uint64_t packed = fragments->ComputeByteLength();
  if (layout.bytes() / limits.packing > packed) {
    throw Stop{CGDCM_IMPLAUSIBLE, Number(kPixels), packed, layout.bytes(), ""};
  }
  if (buffer.wanted > 0 || (!IsClosed(bytes, count) && !EndsAsJPEG(*fragments))) {
    throw Stop{CGDCM_CUT_SHORT, Number(kPixels), 0, 0, ""};
  }
  const std::string syntax = Text(file.GetHeader(), kSyntax);
  const bool is_run_lengths = syntax == "1.2.840.10008.1.2.5";
  PutValues(
      is_run_lengths ? UnpackedRunLengths(*fragments, layout, syntax) : Unpacked(bytes, count, layout, syntax), data,
      image);
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
