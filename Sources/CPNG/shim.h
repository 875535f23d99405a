#ifndef SEGLAB_CPNG_SHIM_H
#define SEGLAB_CPNG_SHIM_H

#include <png.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

// libpng reports errors by longjmp, which must not cross a Swift frame. Each function here sets its own mark, does one
// whole job and returns 1, or returns 0 with libpng's words in `reason`. All memory that libpng takes is given back.

/// Room for libpng's words, the closing zero included.
enum { CPNG_REASON_SIZE = 120 };

/// What a PNG file says of itself, and what its pixels become here.
typedef struct {
  uint32_t width;
  uint32_t height;
  /// Bits of one sample or palette index, as stored: 1, 2, 4, 8 or 16.
  uint32_t storedBits;
  /// Bits of one pixel as stored.
  uint32_t storedPixelBits;
  /// Channels once a palette is looked up and a transparent colour is made an alpha channel: 1, 2, 3 or 4.
  uint32_t channels;
  /// Whether pixels are places in a palette.
  uint32_t hasPalette;
} cpng_header;

typedef struct {
  const uint8_t *bytes;
  size_t left;
} cpng_source;

/// Where a written file grows; all zero at first. The caller gives `bytes` to `free`, whether or not the writing ended
/// well.
typedef struct {
  uint8_t *bytes;
  size_t count;
  size_t room;
} cpng_sink;

static void cpng_fail(png_structp png, png_const_charp words) {
  char *reason = (char *)png_get_error_ptr(png);
  if (reason) snprintf(reason, CPNG_REASON_SIZE, "%s", words);
  png_longjmp(png, 1);
}

static void cpng_ignore(png_structp png, png_const_charp words) {
  (void)png;
  (void)words;
}

static void cpng_take(png_structp png, png_bytep target, size_t count) {
  cpng_source *source = (cpng_source *)png_get_io_ptr(png);
  if (count > source->left) png_error(png, "the file ends too early");
  memcpy(target, source->bytes, count);
  source->bytes += count;
  source->left -= count;
}

static void cpng_give(png_structp png, png_bytep bytes, size_t count) {
  cpng_sink *sink = (cpng_sink *)png_get_io_ptr(png);
  if (count > sink->room - sink->count) {
    size_t room = sink->room * 2 + count + 4096;
    uint8_t *larger = (uint8_t *)realloc(sink->bytes, room);
    if (!larger) png_error(png, "out of memory");
    sink->bytes = larger;
    sink->room = room;
  }
  memcpy(sink->bytes + sink->count, bytes, count);
  sink->count += count;
}

static void cpng_flush(png_structp png) { (void)png; }

/// Reads up to the pixels; the caller has set the mark.
static void cpng_begin(png_structp png, png_infop info, cpng_source *source, cpng_header *header) {
  png_set_read_fn(png, source, cpng_take);
  // Text, colour profiles and the like are skipped unread: they say nothing of the samples and may unpack to megabytes.
  png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, NULL, -1);
  png_set_benign_errors(png, 0);
  png_set_user_limits(png, 0x7fffffff, 0x7fffffff);
  png_read_info(png, info);
  int colour = png_get_color_type(png, info);
  int transparent = png_get_valid(png, info, PNG_INFO_tRNS) != 0;
  header->width = png_get_image_width(png, info);
  header->height = png_get_image_height(png, info);
  header->storedBits = png_get_bit_depth(png, info);
  header->storedPixelBits = header->storedBits * png_get_channels(png, info);
  header->hasPalette = colour == PNG_COLOR_TYPE_PALETTE;
  header->channels = ((colour & PNG_COLOR_MASK_COLOR) ? 3 : 1) + ((colour & PNG_COLOR_MASK_ALPHA) || transparent);
}

/// Reads what the PNG file in `bytes` says of itself; takes no memory for pixels.
static inline __attribute__((noinline)) int cpng_read_header(
    const uint8_t *bytes, size_t count, cpng_header *header, char *reason) {
  cpng_source source = {bytes, count};
  png_infop info = NULL;
  png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, reason, cpng_fail, cpng_ignore);
  if (png) info = png_create_info_struct(png);
  if (!info) {
    snprintf(reason, CPNG_REASON_SIZE, "libpng cannot start");
    png_destroy_read_struct(&png, NULL, NULL);
    return 0;
  }
  if (setjmp(png_jmpbuf(png))) {
    png_destroy_read_struct(&png, &info, NULL);
    return 0;
  }
  cpng_begin(png, info, &source, header);
  png_destroy_read_struct(&png, &info, NULL);
  return 1;
}

/// Reads all pixels into `target`, which has room for `targetCount` bytes: as places in the palette, a byte each, where `indices` is
/// not 0, else as `cpng_read_samples` says.
static inline __attribute__((noinline)) int cpng_read_rows(
    const uint8_t *bytes, size_t count, int indices, uint8_t *target, size_t targetCount, char *reason) {
  cpng_source source = {bytes, count};
  cpng_header header;
  png_infop info = NULL;
  png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, reason, cpng_fail, cpng_ignore);
  if (png) info = png_create_info_struct(png);
  if (!info) {
    snprintf(reason, CPNG_REASON_SIZE, "libpng cannot start");
    png_destroy_read_struct(&png, NULL, NULL);
    return 0;
  }
  if (setjmp(png_jmpbuf(png))) {
    png_destroy_read_struct(&png, &info, NULL);
    return 0;
  }
  cpng_begin(png, info, &source, &header);
  const uint16_t probe = 1;
  if (indices) {
    png_set_packing(png);
  } else {
    png_set_expand_16(png);
    if (*(const uint8_t *)&probe) png_set_swap(png);
  }
  int passes = png_set_interlace_handling(png);
  png_read_update_info(png, info);
  size_t row = (size_t)header.width * (indices ? 1 : 2 * header.channels);
  if (png_get_rowbytes(png, info) != row || row * header.height != targetCount)
    png_error(png, "the rows have another size than the header says");
  for (int pass = 0; pass < passes; pass++)
    for (size_t y = 0; y < header.height; y++) png_read_row(png, target + y * row, NULL);
  png_read_end(png, NULL);
  png_destroy_read_struct(&png, &info, NULL);
  return 1;
}

/// Reads all pixels of the PNG file in `bytes` as 16-bit samples in the machine's byte order, row after row from the
/// top, channels side by side; a sample stored with fewer bits is stretched to the full scale (8 bits: times 257).
///
/// `sampleCount` must be width * height * channels of the header that `cpng_read_header` gave for the same bytes.
static inline int cpng_read_samples(
    const uint8_t *bytes, size_t count, uint16_t *samples, size_t sampleCount, char *reason) {
  return cpng_read_rows(bytes, count, 0, (uint8_t *)samples, 2 * sampleCount, reason);
}

/// Reads the place of each pixel in the palette of the PNG file in `bytes`, row after row from the top, which must have one.
///
/// `indexCount` must be width * height of the header that `cpng_read_header` gave for the same bytes.
static inline int cpng_read_indices(
    const uint8_t *bytes, size_t count, uint8_t *places, size_t indexCount, char *reason) {
  return cpng_read_rows(bytes, count, 1, places, indexCount, reason);
}

/// Writes samples of 8 bits, or of 16 in the machine's byte order, as a PNG file into `sink`.
///
/// `channels` is 1 (grey), 3 (RGB) or 4 (RGBA); with one channel and `colours` of 1 to 256 the samples are places in `palette`, which
/// holds red, green and blue of each, the first of them clear with `first_is_clear`; with `predicts` each place is written as what it differs
/// by from those around it. The same samples give the same bytes with the same libpng and zlib.
static inline __attribute__((noinline)) int cpng_write(
    const void *samples, uint32_t width, uint32_t height, uint32_t channels, int bits, const uint8_t *palette,
    int colours, int first_is_clear, int predicts, cpng_sink *sink, char *reason) {
  png_color entries[PNG_MAX_PALETTE_LENGTH];
  for (int i = 0; i < colours; i++)
    entries[i] = (png_color){palette[3 * i], palette[3 * i + 1], palette[3 * i + 2]};
  png_infop info = NULL;
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, reason, cpng_fail, cpng_ignore);
  if (png) info = png_create_info_struct(png);
  if (!info) {
    snprintf(reason, CPNG_REASON_SIZE, "libpng cannot start");
    png_destroy_write_struct(&png, NULL);
    return 0;
  }
  if (setjmp(png_jmpbuf(png))) {
    png_destroy_write_struct(&png, &info);
    return 0;
  }
  int colour = colours > 0     ? PNG_COLOR_TYPE_PALETTE
               : channels == 1 ? PNG_COLOR_TYPE_GRAY
               : channels == 3 ? PNG_COLOR_TYPE_RGB
                               : PNG_COLOR_TYPE_RGB_ALPHA;
  png_set_write_fn(png, sink, cpng_give, cpng_flush);
  png_set_user_limits(png, 0x7fffffff, 0x7fffffff);
  // Few colours need few bits a pixel.
  int packed = colours == 0 || colours > 16 ? bits : colours > 4 ? 4 : colours > 2 ? 2 : 1;
  png_set_IHDR(png, info, width, height, packed, colour, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_BASE,
               PNG_FILTER_TYPE_BASE);
  if (colours > 0) png_set_PLTE(png, info, entries, colours);
  const png_byte clear = 0;
  if (colours > 0 && first_is_clear) png_set_tRNS(png, info, &clear, 1, NULL);
  png_set_compression_level(png, colours > 0 ? 9 : 6);
  if (colours > 0 && predicts) {
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_PAETH);
    png_set_compression_strategy(png, Z_FILTERED);
  }
  png_write_info(png, info);
  if (packed < bits) png_set_packing(png);
  const uint16_t probe = 1;
  if (bits == 16 && *(const uint8_t *)&probe) png_set_swap(png);
  size_t row = (size_t)width * channels * (bits / 8);
  for (size_t y = 0; y < height; y++) png_write_row(png, (png_const_bytep)samples + y * row);
  png_write_end(png, NULL);
  png_destroy_write_struct(&png, &info);
  return 1;
}

#endif
