#ifndef SEGLAB_CJPEG_SHIM_H
#define SEGLAB_CJPEG_SHIM_H

#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>

// libjpeg reports errors through a function that must not return, so it jumps, and that must not cross a Swift frame. Each function
// here sets its own mark, does one whole job and returns 1, or returns 0 with libjpeg's words in `reason`.

/// Room for libjpeg's words, the closing zero included.
enum { CJPEG_REASON_SIZE = JMSG_LENGTH_MAX };

/// The most passes over the picture that a file may ask for: a few bytes each can keep a decoder busy for hours.
enum { CJPEG_SCAN_LIMIT = 100 };

/// What a JPEG file says of itself.
typedef struct {
  uint32_t width;
  uint32_t height;
  /// Channels of what is read: 1 (grey, or the luminance of a colour picture), 3 (red, green, blue) or 4 (cyan, magenta, yellow, black).
  uint32_t channels;
  /// Of 4 channels: whether a sample says how much light is left, and not how much ink there is.
  uint32_t inverted;
} cjpeg_header;

/// libjpeg's table of functions first, so that a pointer to the one is a pointer to the other.
typedef struct {
  struct jpeg_error_mgr functions;
  jmp_buf mark;
  char *reason;
} cjpeg_errors;

static void cjpeg_stop(j_common_ptr info) {
  cjpeg_errors *errors = (cjpeg_errors *)info->err;
  errors->functions.format_message(info, errors->reason);
  longjmp(errors->mark, 1);
}

/// Damage that libjpeg would paint over is an error here.
static void cjpeg_warn(j_common_ptr info, int level) {
  if (level < 0) cjpeg_stop(info);
}

static void cjpeg_watch(j_common_ptr info) {
  cjpeg_errors *errors = (cjpeg_errors *)info->err;
  if (((j_decompress_ptr)info)->input_scan_number <= CJPEG_SCAN_LIMIT) return;
  snprintf(errors->reason, CJPEG_REASON_SIZE, "more than %d passes", CJPEG_SCAN_LIMIT);
  longjmp(errors->mark, 1);
}

/// Reads up to the pixels; the caller has set the mark. Returns 0 for a picture of other colours.
static int cjpeg_begin(
    struct jpeg_decompress_struct *info, const uint8_t *bytes, size_t count, cjpeg_header *header) {
  jpeg_mem_src(info, (unsigned char *)bytes, (unsigned long)count);
  jpeg_read_header(info, TRUE);
  int has_luminance = info->jpeg_color_space == JCS_GRAYSCALE || info->jpeg_color_space == JCS_YCbCr;
  int has_inks = info->jpeg_color_space == JCS_CMYK || info->jpeg_color_space == JCS_YCCK;
  if (!has_luminance && !has_inks && info->jpeg_color_space != JCS_RGB) return 0;
  info->out_color_space = has_luminance ? JCS_GRAYSCALE : has_inks ? JCS_CMYK : JCS_RGB;
  info->dct_method = JDCT_ISLOW;
  header->width = info->image_width;
  header->height = info->image_height;
  header->channels = has_luminance ? 1 : has_inks ? 4 : 3;
  header->inverted = info->saw_Adobe_marker;
  return 1;
}

/// Reads all pixels, or only the header where `samples` is NULL.
static inline __attribute__((noinline)) int cjpeg_read(
    const uint8_t *bytes, size_t count, cjpeg_header *header, uint8_t *samples, size_t sampleCount, char *reason) {
  struct jpeg_decompress_struct info;
  struct jpeg_progress_mgr progress;
  cjpeg_errors errors;
  memset(&info, 0, sizeof info);
  memset(&progress, 0, sizeof progress);
  info.err = jpeg_std_error(&errors.functions);
  errors.functions.error_exit = cjpeg_stop;
  errors.functions.emit_message = cjpeg_warn;
  errors.reason = reason;
  if (setjmp(errors.mark)) {
    jpeg_destroy_decompress(&info);
    return 0;
  }
  jpeg_create_decompress(&info);
  progress.progress_monitor = cjpeg_watch;
  info.progress = &progress;
  int known = cjpeg_begin(&info, bytes, count, header);
  size_t row = (size_t)header->width * header->channels;
  if (!known) snprintf(reason, CJPEG_REASON_SIZE, "neither grey, nor colours of light, nor colours of print");
  if (known && samples) {
    jpeg_start_decompress(&info);
    if (info.output_height * row != sampleCount || (size_t)info.output_components != header->channels) {
      snprintf(reason, CJPEG_REASON_SIZE, "the rows have another size than the header says");
      known = 0;
    }
    while (known && info.output_scanline < info.output_height) {
      JSAMPROW target = samples + info.output_scanline * row;
      jpeg_read_scanlines(&info, &target, 1);
    }
    if (known) jpeg_finish_decompress(&info);
  }
  jpeg_destroy_decompress(&info);
  return known;
}

/// Reads what the JPEG file in `bytes` says of itself; takes no memory for pixels.
static inline int cjpeg_read_header(const uint8_t *bytes, size_t count, cjpeg_header *header, char *reason) {
  return cjpeg_read(bytes, count, header, NULL, 0, reason);
}

/// Reads all pixels of the JPEG file in `bytes`, row after row from the top, channels side by side.
///
/// `sampleCount` must be width * height * channels of the header that `cjpeg_read_header` gave for the same bytes.
static inline int cjpeg_read_samples(
    const uint8_t *bytes, size_t count, uint8_t *samples, size_t sampleCount, char *reason) {
  cjpeg_header header;
  return cjpeg_read(bytes, count, &header, samples, sampleCount, reason);
}

#endif
