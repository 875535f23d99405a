#ifndef SEGLAB_CGDCM_HEADER_H
#define SEGLAB_CGDCM_HEADER_H

#include "elements.h"

/// How the stored samples of an image lie, as its header says.
struct Layout {
  uint64_t rows, columns, frames;
  /// Samples of a pixel: 1 or 3.
  uint64_t samples;
  /// Bits that a sample takes, those of them that count, and the place of the highest of these.
  uint64_t allocated, stored, high;
  bool is_signed;
  /// Whether the channels of a frame lie one after the other, and not side by side.
  bool is_planar;
  std::string photometric;

  /// Pixels of all frames.
  uint64_t pixels() const { return rows * columns * frames; }
  /// The bytes of all samples, none left out.
  uint64_t bytes() const { return (pixels() * samples * allocated + 7) / 8; }
};

/// Reads what the header declares of the pixels, and refuses what is not read here.
///
/// Sets the rows, columns and frames of `image` before it stops.
Layout ReadLayout(const gdcm::DataSet &data, const cgdcm_limits &limits, cgdcm_image &image);

/// Reads how stored values become numbers, and which of them the file wants to be black and white.
void ReadScale(const gdcm::DataSet &data, cgdcm_image &image);

#endif
