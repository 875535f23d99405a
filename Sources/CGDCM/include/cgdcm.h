#ifndef SEGLAB_CGDCM_H
#define SEGLAB_CGDCM_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// GDCM aborts the process on some malformed files: call this in a child process only.

/// What became of a file.
enum cgdcm_outcome {
  /// The pixels are there.
  CGDCM_DECODED = 0,
  /// The bytes are no DICOM file.
  CGDCM_NOT_DICOM = 1,
  /// A tag that an image needs is not there, or is empty.
  CGDCM_TAG_MISSING = 2,
  /// A tag has a value that is not read here: `found` tells it, or `words` where it is text.
  CGDCM_TAG_UNSUPPORTED = 3,
  /// The image has more pixels than are read: `found` columns, `expected` rows.
  CGDCM_TOO_LARGE = 4,
  /// The pixel data has `found` bytes, and the image needs `expected`.
  CGDCM_TOO_SHORT = 5,
  /// The image would take `expected` bytes, more than so few as `found` can be unpacked to.
  CGDCM_IMPLAUSIBLE = 6,
  /// GDCM cannot unpack the pixels; `words` is the transfer syntax.
  CGDCM_UNDECODABLE = 7,
  /// The file ends before its pixels do, which are packed, so that no number of bytes is due.
  CGDCM_CUT_SHORT = 8,
};

/// How a window makes shades of values.
enum cgdcm_window {
  CGDCM_LINEAR = 0,
  CGDCM_LINEAR_EXACT = 1,
  CGDCM_SIGMOID = 2,
};

/// Room for words, the closing zero included.
enum { CGDCM_WORDS_SIZE = 80 };

/// How much may be asked for.
typedef struct {
  /// The most pixels on a side.
  uint64_t side;
  /// The most pixels.
  uint64_t pixels;
  /// The most bytes that one byte of packed pixel data is believed to hold.
  uint64_t packing;
} cgdcm_limits;

/// The frames of a file, one value a pixel: as stored, or the luminance of a colour, or what the file's own table makes of it.
typedef struct {
  uint64_t columns;
  uint64_t rows;
  /// How many images of that size there are.
  uint64_t frames;
  /// Bits that a value takes: 8, 16 or 32.
  uint64_t allocated_bits;
  /// Bits of them that count, from the lowest on.
  uint64_t stored_bits;
  /// Whether they are two's complement.
  uint64_t is_signed;
  /// Whether the smallest value is white.
  uint64_t is_inverted;
  /// What a stored value is multiplied by, and what is then added.
  double slope, intercept;
  /// The first window: its centre and width after that; a width of 0 where there is none.
  double window_centre, window_width;
  /// How it is applied: a `cgdcm_window`.
  uint64_t window_function;
  /// Whether there is a table (VOI LUT) in the place of a window; it is not given.
  uint64_t has_window_table;
  /// Frame after frame, row after row from the top, in the machine's byte order; the caller gives it to `free`.
  uint8_t *pixels;
  size_t count;
} cgdcm_image;

/// Why there is no image.
typedef struct {
  /// The tag that is to blame, group in the upper 16 bits; 0 where none is.
  uint64_t tag;
  uint64_t found;
  uint64_t expected;
  char words[CGDCM_WORDS_SIZE];
} cgdcm_fault;

/// Decodes the frames of the DICOM file in `bytes`, whatever its transfer syntax.
///
/// What the header declares is held against the limits and against the bytes that are there before memory is taken for pixels.
enum cgdcm_outcome cgdcm_decode(
    const uint8_t *bytes, size_t count, const cgdcm_limits *limits, cgdcm_image *image, cgdcm_fault *fault);

#ifdef __cplusplus
}
#endif

#endif
