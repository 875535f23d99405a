#ifndef SEGLAB_CGDCM_RLE_H
#define SEGLAB_CGDCM_RLE_H

#include "values.h"

#include <gdcm-3.0/gdcmSequenceOfFragments.h>

/// Unpacks run lengths (PS3.5 annex G): a fragment a frame, each byte of a sample in a segment of its own.
///
/// GDCM mixes up the bytes of colours with 16 bits.
Samples UnpackedRunLengths(const gdcm::SequenceOfFragments &fragments, const Layout &layout, const std::string &syntax);

#endif
