#ifndef SEGLAB_CGDCM_VALUES_H
#define SEGLAB_CGDCM_VALUES_H

#include "header.h"

#include <vector>

/// Stored samples, all frames one after the other.
struct Samples {
  /// As the header says, but for what unpacking changed.
  Layout layout;
  /// In the machine's byte order.
  std::vector<uint8_t> bytes;
  /// Whether two pixels side by side share their colour: two luminances, then both colour differences.
  bool is_halved = false;
};

/// Makes one value a pixel of the samples, and puts them into `image`.
///
/// Of colours the luminance is taken: 0.299 R + 0.587 G + 0.114 B, which is what the Y of YBR_FULL already is; a palette's colours are
/// looked up first. A table that takes the place of slope and intercept (Modality LUT) is applied.
void PutValues(const Samples &samples, const gdcm::DataSet &data, cgdcm_image &image);

#endif
