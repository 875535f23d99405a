#ifndef SEGLAB_CPU_H
#define SEGLAB_CPU_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// What a processor can do, as far as the kernels care.
enum seglab_cpu_feature {
  SEGLAB_CPU_AVX = 1 << 0,
  SEGLAB_CPU_AVX2 = 1 << 1,
  SEGLAB_CPU_FMA = 1 << 2,
  SEGLAB_CPU_AVX512F = 1 << 3,
  SEGLAB_CPU_AVX512BF16 = 1 << 4,
  SEGLAB_CPU_NEON = 1 << 5,
};

/// The features of the processor that this runs on, ORed together.
uint32_t seglab_cpu_features(void);

/// Writes the processor's name into `buffer`, always ended by a 0 byte; empty where the processor does not tell.
void seglab_cpu_name(char *buffer, size_t size);

/// Makes this thread treat numbers too small for full precision as 0, which keeps arithmetic at full speed.
///
/// Returns what to hand to `seglab_float_mode_restore`.
uint64_t seglab_float_mode_fast(void);

/// Puts this thread's arithmetic back to what it was.
void seglab_float_mode_restore(uint64_t mode);

/// Tells the processor that this thread waits in a loop.
static inline void seglab_cpu_pause(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

#endif
