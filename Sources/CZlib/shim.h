#ifndef SEGLAB_CZLIB_SHIM_H
#define SEGLAB_CZLIB_SHIM_H

#include <string.h>
#include <zlib.h>

// What zlib has as macros, which Swift does not see.

/// Begins to unpack gzip data; the stream is all zero.
static inline int czlib_begin_unpacking(z_stream *stream) { return inflateInit2(stream, 16 + MAX_WBITS); }

/// Begins to pack bytes as gzip data that hold neither a name nor a time: the same bytes give the same data.
static inline int czlib_begin_packing(z_stream *stream) {
  return deflateInit2(stream, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
}

/// Begins to unpack data without a head, as they lie in a zip file.
static inline int czlib_begin_unpacking_raw(z_stream *stream) { return inflateInit2(stream, -MAX_WBITS); }

/// Begins to pack bytes as data without a head, as they lie in a zip file.
static inline int czlib_begin_packing_raw(z_stream *stream) {
  return deflateInit2(stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
}

#endif
