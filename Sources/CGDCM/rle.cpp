#include "rle.h"

#include <cstring>

namespace {

/// Unpacks one segment into every `step`th place from `target` on; false where it does not hold `count` bytes.
bool Unpack(const uint8_t *bytes, size_t length, uint8_t *target, size_t step, size_t count) {
  size_t place = 0, done = 0;
  while (done < count) {
    if (place >= length) return false;
    const int8_t head = static_cast<int8_t>(bytes[place++]);
    if (head == -128) continue;
    const size_t run = head >= 0 ? size_t(head) + 1 : size_t(-head) + 1;
    const size_t taken = head >= 0 ? run : 1;
    if (taken > length - place || run > count - done) return false;
    for (size_t i = 0; i < run; i++) target[(done + i) * step] = bytes[place + (head >= 0 ? i : 0)];
    place += taken;
    done += run;
  }
  return true;
}

uint32_t Word(const std::string &bytes, size_t index) {
  uint32_t value = 0;
  for (size_t i = 4; i-- > 0;) value = value << 8 | uint8_t(bytes[4 * index + i]);
  return value;
}

}  // namespace

Samples UnpackedRunLengths(const gdcm::SequenceOfFragments &fragments, const Layout &layout, const std::string &syntax) {
  const Stop undecodable{CGDCM_UNDECODABLE, Number(tags::kSyntax), 0, 0, syntax};
  const size_t width = layout.allocated / 8, segments = layout.samples * width, pixels = layout.rows * layout.columns;
  const size_t found = fragments.GetNumberOfFragments();
  if (width == 0 || (found != layout.frames && layout.frames != 1)) throw undecodable;
  Samples samples{layout, std::vector<uint8_t>(layout.bytes()), false};
  samples.layout.is_planar = false;
  for (size_t frame = 0; frame < layout.frames; frame++) {
    std::string packed;
    for (size_t part = frame; part < (layout.frames == 1 ? found : frame + 1); part++) {
      const gdcm::ByteValue *value = fragments.GetFragment(part).GetByteValue();
      if (value) packed.append(value->GetPointer(), value->GetLength());
    }
    if (packed.size() < 64 || Word(packed, 0) != segments || segments > 15) throw undecodable;
    uint8_t *target = samples.bytes.data() + frame * pixels * segments;
    for (size_t segment = 0; segment < segments; segment++) {
      const size_t start = Word(packed, segment + 1);
      const size_t end = segment + 1 < segments ? Word(packed, segment + 2) : packed.size();
      if (start < 64 || start > end || end > packed.size()) throw undecodable;
      // The upper byte of a sample comes first, and the machine wants the lower one first.
      const size_t place = segment / width * width + (width - 1 - segment % width);
      const auto *bytes = reinterpret_cast<const uint8_t *>(packed.data()) + start;
      if (!Unpack(bytes, end - start, target + place, segments, pixels)) {
        throw Stop{CGDCM_CUT_SHORT, Number(tags::kPixels), 0, 0, ""};
      }
    }
  }
  return samples;
}
