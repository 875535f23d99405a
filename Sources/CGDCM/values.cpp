#include "values.h"

#include <gdcm-3.0/gdcmSequenceOfItems.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>

using namespace tags;

namespace {

/// A table that gives each stored value another.
struct Table {
  int64_t first = 0;
  uint64_t bits = 16;
  std::vector<uint16_t> entries;

  /// Reads the table in `table` that `descriptor` describes: entries, the first value that it knows, bits of an entry.
  Table(const gdcm::DataSet &data, const gdcm::Tag &descriptor, const gdcm::Tag &table, bool is_signed) {
    const std::string numbers = Bytes(data, descriptor), values = Bytes(data, table);
    uint16_t facts[3];
    if (numbers.size() < sizeof facts) throw Stop{CGDCM_TAG_MISSING, Number(descriptor), 0, 0, ""};
    std::memcpy(facts, numbers.data(), sizeof facts);
    const size_t count = facts[0] == 0 ? 65536 : facts[0];
    first = is_signed ? int64_t(int16_t(facts[1])) : int64_t(facts[1]);
    bits = facts[2];
    if (bits < 8 || bits > 16) Unsupported(descriptor, std::to_string(bits) + " bits");
    entries.resize(count);
    if (values.size() >= 2 * count) {
      std::memcpy(entries.data(), values.data(), 2 * count);
    } else if (values.size() >= count && bits == 8) {
      for (size_t i = 0; i < count; i++) entries[i] = static_cast<uint8_t>(values[i]);
    } else {
      Unsupported(table, std::to_string(values.size()) + " bytes for " + std::to_string(count) + " entries");
    }
    // Some writers keep 8-bit colours in the upper half of 16 bits.
    if (bits == 8 && *std::max_element(entries.begin(), entries.end()) > 255) bits = 16;
  }

  uint16_t operator[](int64_t value) const {
    return entries[size_t(std::clamp<int64_t>(value - first, 0, int64_t(entries.size()) - 1))];
  }
};

/// The sample at `index`, bits that do not count taken away.
int64_t Sample(const Samples &samples, uint64_t index) {
  const Layout &layout = samples.layout;
  uint64_t bits = 0;
  if (layout.allocated == 1) return samples.bytes[index / 8] >> (index % 8) & 1;
  const size_t width = layout.allocated / 8;
  std::memcpy(&bits, samples.bytes.data() + index * width, width);
  bits >>= layout.high + 1 - layout.stored;
  const uint64_t unused = 64 - layout.stored;
  bits <<= unused;
  return layout.is_signed ? int64_t(bits) >> unused : int64_t(bits >> unused);
}

/// The luminance of a colour, as of PNG and JPEG files.
int64_t Luminance(int64_t red, int64_t green, int64_t blue) {
  return (299 * red + 587 * green + 114 * blue + 500) / 1000;
}

/// The luminance of pixel `index` of frames of `pixels` each.
int64_t Colour(const Samples &samples, uint64_t index, bool is_rgb) {
  const Layout &layout = samples.layout;
  if (samples.is_halved) return Sample(samples, index / 2 * 4 + index % 2);
  const uint64_t pixels = layout.rows * layout.columns;
  const uint64_t place = layout.is_planar ? index / pixels * 3 * pixels + index % pixels : 3 * index;
  const uint64_t step = layout.is_planar ? pixels : 1;
  const int64_t first = Sample(samples, place);
  return is_rgb ? Luminance(first, Sample(samples, place + step), Sample(samples, place + 2 * step)) : first;
}

template <typename Word, typename Value>
void Put(cgdcm_image &image, uint64_t bits, uint64_t pixels, Value value) {
  image.allocated_bits = 8 * sizeof(Word);
  image.stored_bits = bits;
  image.count = pixels * sizeof(Word);
  image.pixels = static_cast<uint8_t *>(std::malloc(image.count));
  if (!image.pixels) throw std::bad_alloc();
  for (uint64_t index = 0; index < pixels; index++) {
    const Word word = Word(value(index));
    std::memcpy(image.pixels + index * sizeof(Word), &word, sizeof word);
  }
}

}  // namespace

void PutValues(const Samples &samples, const gdcm::DataSet &data, cgdcm_image &image) {
  const Layout &layout = samples.layout;
  const uint64_t pixels = layout.pixels();
  image.is_signed = layout.is_signed;
  if (layout.samples == 3) {
    const bool is_rgb = layout.photometric == "RGB";
    auto luminance = [&](uint64_t index) { return Colour(samples, index, is_rgb); };
    if (layout.allocated == 8) return Put<uint8_t>(image, layout.stored, pixels, luminance);
    if (layout.allocated == 16) return Put<uint16_t>(image, layout.stored, pixels, luminance);
    return Put<uint32_t>(image, layout.stored, pixels, luminance);
  }
  if (layout.photometric == "PALETTE COLOR") {
    if (data.FindDataElement(kRedSegments)) Unsupported(kRedSegments, "a table in segments");
    const gdcm::Tag descriptor(kRedDescriptor), table(kRedTable);
    auto next = [](const gdcm::Tag &tag, int channel) { return gdcm::Tag(tag.GetGroup(), tag.GetElement() + channel); };
    const Table red(data, next(descriptor, 0), next(table, 0), false);
    const Table green(data, next(descriptor, 1), next(table, 1), false);
    const Table blue(data, next(descriptor, 2), next(table, 2), false);
    return Put<uint16_t>(image, red.bits, pixels, [&](uint64_t index) {
      const int64_t value = Sample(samples, index);
      return Luminance(red[value], green[value], blue[value]);
    });
  }
  gdcm::SmartPointer<gdcm::SequenceOfItems> items;
  if (const gdcm::DataSet *item = Item(data, kModalityTables, 0, items)) {
    const Table table(*item, kDescriptor, kTable, layout.is_signed);
    image.is_signed = 0;
    image.slope = 1;
    image.intercept = 0;
    return Put<uint16_t>(image, 16, pixels, [&](uint64_t index) { return table[Sample(samples, index)]; });
  }
  auto sample = [&](uint64_t index) { return Sample(samples, index); };
  if (layout.allocated <= 8) return Put<uint8_t>(image, layout.stored, pixels, sample);
  if (layout.allocated == 16) return Put<uint16_t>(image, layout.stored, pixels, sample);
  Put<uint32_t>(image, layout.stored, pixels, sample);
}
