#include "cpu.h"

#include <string.h>

#if defined(__x86_64__)
#include <cpuid.h>
#include <xmmintrin.h>
#endif

uint32_t seglab_cpu_features(void) {
  uint32_t features = 0;
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx")) features |= SEGLAB_CPU_AVX;
  if (__builtin_cpu_supports("avx2")) features |= SEGLAB_CPU_AVX2;
  if (__builtin_cpu_supports("fma")) features |= SEGLAB_CPU_FMA;
  if (__builtin_cpu_supports("avx512f")) features |= SEGLAB_CPU_AVX512F;
  if (__builtin_cpu_supports("avx512bf16")) features |= SEGLAB_CPU_AVX512BF16;
#elif defined(__aarch64__)
  features |= SEGLAB_CPU_NEON | SEGLAB_CPU_FMA;
#endif
  return features;
}

void seglab_cpu_name(char *buffer, size_t size) {
  if (size == 0) return;
  buffer[0] = 0;
#if defined(__x86_64__)
  unsigned int words[12] = {0}, unused[3];
  unsigned int highest = 0;
  if (!__get_cpuid(0x80000000u, &highest, &unused[0], &unused[1], &unused[2]) || highest < 0x80000004u) return;
  for (unsigned int leaf = 0; leaf < 3; leaf++) {
    unsigned int *four = words + 4 * leaf;
    __get_cpuid(0x80000002u + leaf, &four[0], &four[1], &four[2], &four[3]);
  }
  char name[sizeof words + 1] = {0};
  memcpy(name, words, sizeof words);
  const char *start = name;
  while (*start == ' ') start++;
  strncpy(buffer, start, size - 1);
  buffer[size - 1] = 0;
#endif
}

uint64_t seglab_float_mode_fast(void) {
#if defined(__x86_64__)
  // Bit 15 flushes results to zero, bit 6 takes denormal operands for zero.
  const unsigned int before = _mm_getcsr();
  _mm_setcsr(before | 0x8040u);
  return before;
#elif defined(__aarch64__)
  uint64_t before;
  __asm__ volatile("mrs %0, fpcr" : "=r"(before));
  __asm__ volatile("msr fpcr, %0" : : "r"(before | (UINT64_C(1) << 24)));
  return before;
#else
  return 0;
#endif
}

void seglab_float_mode_restore(uint64_t mode) {
#if defined(__x86_64__)
  _mm_setcsr((unsigned int)mode);
#elif defined(__aarch64__)
  __asm__ volatile("msr fpcr, %0" : : "r"(mode));
#else
  (void)mode;
#endif
}
