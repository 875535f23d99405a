#define _GNU_SOURCE
#include "sandbox.h"

#include <asm/ioctls.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stdbool.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#ifdef ARCHITECTURE

/// What every program needs: it reads, computes, waits, and ends. The numbers differ between processors, so that only names stand here.
static const int for_all[] = {
  SYS_read, SYS_readv, SYS_pread64, SYS_write, SYS_writev, SYS_lseek, SYS_close, SYS_dup, SYS_dup3,
  SYS_fstat, SYS_newfstatat, SYS_faccessat, SYS_getdents64, SYS_getcwd, SYS_ppoll, SYS_pselect6,
  SYS_mmap, SYS_mprotect, SYS_munmap, SYS_mremap, SYS_madvise, SYS_brk,
  SYS_rt_sigaction, SYS_rt_sigprocmask, SYS_rt_sigreturn, SYS_sigaltstack,
  SYS_set_tid_address, SYS_set_robust_list, SYS_futex, SYS_membarrier, SYS_sched_yield, SYS_sched_getaffinity, SYS_getcpu,
  SYS_nanosleep, SYS_clock_nanosleep, SYS_clock_gettime, SYS_clock_getres, SYS_gettimeofday, SYS_restart_syscall,
  SYS_getpid, SYS_getppid, SYS_gettid, SYS_getuid, SYS_geteuid, SYS_getgid, SYS_getegid,
  SYS_getrusage, SYS_getrlimit, SYS_sysinfo, SYS_getrandom, SYS_exit, SYS_exit_group,
#ifdef SYS_statx
  SYS_statx,
#endif
#ifdef SYS_rseq
  SYS_rseq,
#endif
#if defined(__x86_64__)
  SYS_stat, SYS_lstat, SYS_access, SYS_getdents, SYS_dup2, SYS_poll, SYS_select, SYS_time, SYS_arch_prctl,
#endif
};

/// What the shell, the compiler and the linker need besides.
static const int for_compilers[] = {
  SYS_execve, SYS_wait4, SYS_waitid, SYS_pipe2, SYS_openat, SYS_fcntl,
  SYS_pwrite64, SYS_pwritev, SYS_preadv, SYS_ftruncate, SYS_fallocate, SYS_copy_file_range, SYS_sendfile, SYS_fadvise64,
  SYS_fsync, SYS_fdatasync, SYS_flock, SYS_umask, SYS_unlinkat, SYS_mkdirat, SYS_linkat, SYS_symlinkat, SYS_readlinkat,
  SYS_chdir, SYS_fchdir, SYS_statfs, SYS_fstatfs, SYS_uname, SYS_msync, SYS_mincore, SYS_eventfd2, SYS_getpgid, SYS_getgroups,
#ifdef SYS_renameat
  SYS_renameat,
#endif
#ifdef SYS_renameat2
  SYS_renameat2,
#endif
#if defined(__x86_64__)
  SYS_fork, SYS_vfork, SYS_pipe, SYS_open, SYS_creat, SYS_unlink, SYS_rename, SYS_mkdir, SYS_rmdir, SYS_link, SYS_symlink,
  SYS_readlink, SYS_getpgrp,
#endif
};

/// The first of the numbers that all processors share. Of those from there on the C library takes “there is no such call” for an answer,
/// and does without: of `clone3` it falls back to `clone`, of `openat2` to `openat`.
enum { FIRST_SHARED = 424 };

/// What changes a file or makes one, and what opens it without its being looked at.
#define WRITING (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | (O_TMPFILE & ~O_DIRECTORY) | O_PATH)
/// What a new process may not be given: users, processes, mounts of its own.
#define OWN_SPACES \
  (CLONE_NEWNS | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWCGROUP)

#ifndef PR_SET_VMA
#define PR_SET_VMA 0x53564d41
#endif

struct writer {
  struct sock_filter *next;
};

static void put(struct writer *to, uint16_t code, uint32_t value, uint8_t yes, uint8_t no) {
  *to->next++ = (struct sock_filter){code, yes, no, value};
}

static void answer(struct writer *to, uint32_t value) { put(to, BPF_RET | BPF_K, value, 0, 0); }

static void allow(struct writer *to) { answer(to, SECCOMP_RET_ALLOW); }

static void refuse(struct writer *to, int code) { answer(to, SECCOMP_RET_ERRNO | (uint32_t)code); }

/// Skips `count` instructions unless the loaded word is `value`.
static void unless(struct writer *to, uint32_t value, uint8_t count) {
  put(to, BPF_JMP | BPF_JEQ | BPF_K, value, 0, count);
}

/// Loads half of an argument: the lower one, and all that there is of an `int`, is half 0.
static void load(struct writer *to, int argument, int half) {
  put(
    to, BPF_LD | BPF_W | BPF_ABS, (uint32_t)(offsetof(struct seccomp_data, args) + 8 * (size_t)argument + 4 * (size_t)half), 0,
    0);
}

/// A test of one argument.
struct test {
  int argument;
  /// Whether all 8 bytes count, as of a pointer.
  bool is_wide;
  uint64_t value;
};

/// Lets a call through whose arguments pass all tests, and refuses it else.
static void allow_where(struct writer *to, int call, const struct test *tests, int count) {
  // The number of the call is gone once an argument is loaded, so that this ends in an answer either way.
  struct sock_filter *skip = to->next;
  unless(to, (uint32_t)call, 0);
  for (int index = 0; index < count; ++index) {
    const struct test *test = &tests[index];
    for (int half = 0; half <= (test->is_wide ? 1 : 0); ++half) {
      load(to, test->argument, half);
      put(to, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)(test->value >> (32 * half)), 1, 0);
      refuse(to, EPERM);
    }
  }
  allow(to);
  skip->jf = (uint8_t)(to->next - skip - 1);
}

/// Lets a call through one of whose arguments is one of `values`, and refuses it else.
static void allow_one_of(struct writer *to, int call, int argument, const uint32_t *values, int count) {
  struct sock_filter *skip = to->next;
  unless(to, (uint32_t)call, 0);
  load(to, argument, 0);
  for (int index = 0; index < count; ++index) {
    unless(to, values[index], 1);
    allow(to);
  }
  refuse(to, EPERM);
  skip->jf = (uint8_t)(to->next - skip - 1);
}

/// Lets a call through one of whose arguments has none of these bits, and refuses it else.
static void allow_without(struct writer *to, int call, int argument, uint32_t bits) {
  unless(to, (uint32_t)call, 4);
  load(to, argument, 0);
  put(to, BPF_JMP | BPF_JSET | BPF_K, bits, 1, 0);
  allow(to);
  refuse(to, EPERM);
}

static void allow_all(struct writer *to, const int *calls, size_t count) {
  for (size_t index = 0; index < count; ++index) {
    unless(to, (uint32_t)calls[index], 1);
    allow(to);
  }
}

/// What only a learner's program is held to.
static void write_for_program(struct writer *to, const struct seglab_filter *filter) {
  static const uint32_t commands[] = {F_DUPFD, F_DUPFD_CLOEXEC, F_GETFD, F_SETFD, F_GETFL, F_SETFL};
  // About itself, to know and not to change.
  const struct test only_asks[] = {{0, false, 0}, {2, true, 0}};
  allow_without(to, SYS_openat, 2, WRITING);
#if defined(__x86_64__)
  allow_without(to, SYS_open, 1, WRITING);
#endif
  allow_one_of(to, SYS_fcntl, 1, commands, sizeof commands / sizeof *commands);
  allow_where(to, SYS_prlimit64, only_asks, 2);
  if (filter->start == NULL) {
    // Bubblewrap starts the program after it loads this, and waits for it.
    const int calls[] = {SYS_execve, SYS_wait4};
    allow_all(to, calls, sizeof calls / sizeof *calls);
  } else {
    // No program can be started but the one: what this address holds is gone with the memory that it is in.
    const struct test once[] = {{1, true, (uintptr_t)filter->start}, {4, false, AT_EMPTY_PATH}};
    allow_where(to, SYS_execveat, once, 2);
  }
}

/// What only compilers are held to.
static void write_for_compilers(struct writer *to) {
  const struct test itself = {0, false, 0};
  allow_all(to, for_compilers, sizeof for_compilers / sizeof *for_compilers);
  allow_without(to, SYS_clone, 0, OWN_SPACES);
  // Limits of its own alone; what is above its own it has no power for.
  allow_where(to, SYS_prlimit64, &itself, 1);
}

size_t seglab_write_filter(const struct seglab_filter *filter, void *program) {
  static const uint32_t questions[] = {TCGETS}, names[] = {PR_SET_NAME, PR_GET_NAME, PR_SET_VMA};
  const struct test to_itself = {0, false, (uint32_t)filter->self};
  struct writer to = {program};
  put(&to, BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch), 0, 0);
  put(&to, BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0);
  refuse(&to, EPERM);
  put(&to, BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr), 0, 0);
#if defined(__x86_64__)
  // The x32 calls have numbers of their own.
  put(&to, BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1);
  refuse(&to, EPERM);
#endif
  allow_all(&to, for_all, sizeof for_all / sizeof *for_all);
  allow_one_of(&to, SYS_ioctl, 1, questions, sizeof questions / sizeof *questions);
  allow_one_of(&to, SYS_prctl, 0, names, sizeof names / sizeof *names);
  allow_where(&to, SYS_tgkill, &to_itself, 1);
  if (filter->seccomp == SEGLAB_SECCOMP_COMPILER) {
    write_for_compilers(&to);
  } else {
    write_for_program(&to, filter);
  }
  put(&to, BPF_JMP | BPF_JGE | BPF_K, FIRST_SHARED, 0, 1);
  refuse(&to, ENOSYS);
  refuse(&to, EPERM);
  return (size_t)((char *)to.next - (char *)program);
}

#else

size_t seglab_write_filter(const struct seglab_filter *filter, void *program) {
  (void)filter, (void)program;
  return 0;
}

#endif

int seglab_load_filter(const struct seglab_filter *filter) {
  uint64_t program[SEGLAB_FILTER_BYTES / 8];
  const size_t bytes = seglab_write_filter(filter, program);
  struct sock_fprog loaded = {(uint16_t)(bytes / sizeof(struct sock_filter)), (struct sock_filter *)program};
  if (bytes == 0) return ENOSYS;
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &loaded) == 0 ? 0 : errno;
}
