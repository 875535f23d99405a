#ifndef SEGLAB_CGDCM_STREAM_H
#define SEGLAB_CGDCM_STREAM_H

#include <cstdint>
#include <streambuf>

/// Reads memory without copying it, and notes where more was asked for than there is.
class MemoryBuffer : public std::streambuf {
 public:
  MemoryBuffer(const uint8_t *bytes, size_t count) {
    char *start = const_cast<char *>(reinterpret_cast<const char *>(bytes));
    setg(start, start, start + count);
  }

  /// How many bytes the last value that the file cuts off should have, and how many are there; both 0 where nothing is cut off.
  ///
  /// GDCM fills such a value up and goes on, so that its length alone tells nothing.
  uint64_t wanted = 0, there = 0;

 protected:
  std::streamsize xsgetn(char *target, std::streamsize count) override {
    const std::streamsize left = egptr() - gptr();
    // The next tag is looked for at the end too: 2 bytes, and none there.
    if (count > left && count > 4) {
      wanted = uint64_t(count);
      there = uint64_t(left);
    }
    return std::streambuf::xsgetn(target, count);
  }
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

#endif
