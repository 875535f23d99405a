#ifndef SEGLAB_VECTORS_H
#define SEGLAB_VECTORS_H

/// How many sums of sixteen floats a kernel can hold in registers besides what it multiplies, on the processor that it is compiled for.
#if defined(__AVX512F__)
enum { SEGLAB_TILE_ROWS = 12, SEGLAB_TILE_BLOCKS = 2 };
#else
enum { SEGLAB_TILE_ROWS = 6, SEGLAB_TILE_BLOCKS = 1 };
#endif

/// Sixteen floats, in Swift `SIMD16<Float>`.
typedef float seglab_lanes __attribute__((ext_vector_type(16)));

/// a · b + c, rounded once in each lane: one instruction for as many lanes as a register holds. (Swift's own is a loop over lanes, of which the
/// compiler makes shorter vectors where it thinks so.)
static inline __attribute__((always_inline)) seglab_lanes seglab_multiply_add(
  seglab_lanes a, seglab_lanes b, seglab_lanes c) {
  return __builtin_elementwise_fma(a, b, c);
}

/// Asks for the line of cache at `place`, which is read soon; any address will do.
static inline __attribute__((always_inline)) void seglab_prefetch(const float *place) { __builtin_prefetch(place); }

/// Stores around the caches, at a place that is a multiple of 64 bytes: for what is not read soon. `seglab_stream_end` comes before others read it.
static inline __attribute__((always_inline)) void seglab_stream(float *place, seglab_lanes value) {
  __builtin_nontemporal_store(value, (seglab_lanes *)place);
}

/// Lets what was streamed before be seen before what is written next.
static inline void seglab_stream_end(void) { __atomic_thread_fence(__ATOMIC_SEQ_CST); }

/// Whether that processor multiplies and adds in one instruction: where it does not, C's fmaf takes a call for every number.
static inline int seglab_has_fma(void) {
#if defined(__FMA__) || defined(__ARM_FEATURE_FMA)
  return 1;
#else
  return 0;
#endif
}

#endif
