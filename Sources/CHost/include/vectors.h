#ifndef SEGLAB_VECTORS_H
#define SEGLAB_VECTORS_H

/// How many sums of sixteen floats a kernel can hold in registers besides what it multiplies, on the processor that it is compiled for.
#if defined(__AVX512F__)
enum { SEGLAB_TILE_ROWS = 12, SEGLAB_TILE_BLOCKS = 2 };
#else
enum { SEGLAB_TILE_ROWS = 6, SEGLAB_TILE_BLOCKS = 1 };
#endif

#endif
