#define _GNU_SOURCE
#include "start.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static int limit(int resource, uint64_t soft, uint64_t hard) {
  struct rlimit most;
  if (soft == 0) return 0;
  if (getrlimit(resource, &most) != 0) return -1;
  // An ordinary user cannot raise what is set already.
  if (most.rlim_max != RLIM_INFINITY && hard > most.rlim_max) hard = most.rlim_max;
  most.rlim_cur = soft < hard ? soft : hard;
  most.rlim_max = hard;
  return setrlimit(resource, &most);
}

static int set_limits(const struct seglab_limits *limits) {
  const struct rlimit no_core = {0, 0};
  if (limit(RLIMIT_CPU, limits->processor_seconds, limits->processor_seconds + 1) != 0) return -1;
  if (limit(RLIMIT_AS, limits->address_space, limits->address_space) != 0) return -1;
  if (limit(RLIMIT_FSIZE, limits->file_size, limits->file_size) != 0) return -1;
  return setrlimit(RLIMIT_CORE, &no_core);
}

void seglab_close_from(int first) {
#ifdef SYS_close_range
  if (syscall(SYS_close_range, first, ~0U, 0) == 0) return;
#endif
  long last = sysconf(_SC_OPEN_MAX);
  for (int descriptor = first; descriptor < (last < 0 ? 1024 : last); ++descriptor) close(descriptor);
}

int seglab_drop_capabilities(uint64_t kept) {
  struct __user_cap_header_struct head = {_LINUX_CAPABILITY_VERSION_3, 0};
  struct __user_cap_data_struct now[2];
  // Those that a program started by root would get back; an ordinary user has no say in it, and no need of it.
  for (int power = 0; power < 64; ++power) {
    if ((kept >> power & 1) == 0) prctl(PR_CAPBSET_DROP, power, 0, 0, 0);
  }
  if (syscall(SYS_capget, &head, now) != 0) return errno;
  for (int half = 0; half < 2; ++half) {
    now[half].permitted &= (uint32_t)(kept >> 32 * half);
    now[half].effective &= (uint32_t)(kept >> 32 * half);
    now[half].inheritable = 0;
  }
  return syscall(SYS_capset, &head, now) == 0 ? 0 : errno;
}

/// What root keeps of its powers: behind a ruleset, to go through folders that only their owner may enter.
static uint64_t kept_capabilities(const struct seglab_child *child) {
  if (child->ruleset < 0) return 0;
  const uint64_t reading = UINT64_C(1) << CAP_DAC_READ_SEARCH;
  return child->seccomp == SEGLAB_SECCOMP_COMPILER ? reading | UINT64_C(1) << CAP_DAC_OVERRIDE : reading;
}

/// Applies the sandbox but for the filter, which comes last.
static int apply_sandbox(const struct seglab_child *child) {
  if (child->seccomp == SEGLAB_SECCOMP_NONE) return 0;
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return errno;
  // The folder that the parent works in is nobody's business.
  if (chdir("/") != 0) return errno;
  const int failure = child->ruleset < 0 ? 0 : seglab_restrict(child->ruleset);
  return failure != 0 ? failure : seglab_drop_capabilities(kept_capabilities(child));
}

/// The empty path, by whose address a filter knows the one start that it lets through.
static const char nothing[] = "";

/// Loads the filter and becomes the program.
static int start_behind_filter(const struct seglab_child *child, int program) {
  const struct seglab_filter filter = {child->seccomp, getpid(), program < 0 ? NULL : nothing};
  const int failure = seglab_load_filter(&filter);
  if (failure != 0) return failure;
  if (program < 0) {
    execve(child->path, child->arguments, child->environment);
  } else {
    syscall(SYS_execveat, program, nothing, child->arguments, child->environment, AT_EMPTY_PATH);
  }
  return errno;
}

/// Above every number that a child's descriptors get.
enum { FIRST_FREE = 16 };

int seglab_become(const struct seglab_child *child, pid_t parent, const struct handed *handed) {
  sigset_t none;
  for (int number = 1; number < NSIG; ++number) {
    if (number != SIGKILL && number != SIGSTOP) signal(number, SIG_DFL);
  }
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return errno;
  // The parent may have ended before that was set.
  if (getppid() != parent) return ESRCH;
  // A kept child stays in its keeper's group, which no filter lets it leave.
  if (!child->is_kept && setsid() < 0) return errno;
  // Before the ruleset's own descriptor is overwritten.
  int failure = apply_sandbox(child);
  if (failure != 0) return failure;
  for (int target = 0; target < handed->count; ++target) {
    if (dup2(handed->descriptors[target], target) < 0) return errno;
  }
  int program = -1;
  if (handed->program >= 0) {
    program = dup3(handed->program, handed->count, O_CLOEXEC);
    if (program < 0) return errno;
  }
  seglab_close_from(handed->count + (program < 0 ? 0 : 1));
  if (set_limits(&child->limits) != 0) return errno;
  // Not the mask of the thread that starts it: a worker thread may block all signals, the one for the time limit too.
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  if (child->seccomp != SEGLAB_SECCOMP_NONE) return start_behind_filter(child, program);
  execve(child->path, child->arguments, child->environment);
  return errno;
}

/// Takes the descriptors of a child away from where they will be put, so that none is overwritten before its turn.
static int take(const struct seglab_child *child, struct handed *handed) {
  const int standard[3] = {child->input, child->output, child->error};
  if (child->extra_count < 0 || child->extra_count > SEGLAB_EXTRA_DESCRIPTORS) return EINVAL;
  for (int index = 0; index < 3 + child->extra_count; ++index) {
    const int wanted = index < 3 ? standard[index] : child->extra[index - 3];
    const int taken = fcntl(wanted, F_DUPFD_CLOEXEC, FIRST_FREE);
    if (taken < 0) return errno;
    handed->descriptors[handed->count++] = taken;
  }
  // In a mount namespace there is nothing to be started but what is there by its name.
  if (child->seccomp != SEGLAB_SECCOMP_PROGRAM || child->mounts != NULL) return 0;
  const int program = open(child->path, O_RDONLY | O_CLOEXEC);
  if (program < 0) return errno;
  handed->program = fcntl(program, F_DUPFD_CLOEXEC, FIRST_FREE);
  const int failure = handed->program < 0 ? errno : 0;
  close(program);
  return failure;
}

pid_t seglab_start(const struct seglab_child *child) {
  struct handed handed = {.count = 0, .program = -1};
  volatile int failure = take(child, &handed);
  pid_t started = -1;
  const pid_t parent = getpid();
  sigset_t all, before;

  if (failure == 0) {
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    if (child->is_kept) {
      started = seglab_start_kept(child, &handed);
      if (started < 0) failure = -started;
    } else {
      // Not fork: that copies the page tables of a parent that may hold gigabytes, and runs the handlers by which a BLAS
      // library stops its threads.
      started = vfork();
      if (started == 0) {
        failure = seglab_become(child, parent, &handed);
        _exit(127);
      }
      if (started < 0) failure = errno;
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
  }
  for (int index = 0; index < handed.count; ++index) close(handed.descriptors[index]);
  if (handed.program >= 0) close(handed.program);
  if (failure == 0) return started;
  if (started > 0) waitpid(started, NULL, 0);
  return -failure;
}

void seglab_hide(void) { prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }

/// Neither longer nor shorter nor other bytes, and so for good.
enum { ALL_SEALS = F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE };

int seglab_memory_file(const void *bytes, size_t count) {
  const char *next = bytes;
  const char *end = next + count;
  int file = memfd_create("seglab", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  while (file >= 0 && next < end) {
    ssize_t written = write(file, next, (size_t)(end - next));
    if (written > 0) {
      next += written;
    } else if (errno != EINTR) {
      break;
    }
  }
  if (file < 0) return -errno;
  if (next == end && lseek(file, 0, SEEK_SET) == 0 && fcntl(file, F_ADD_SEALS, ALL_SEALS) == 0) return file;
  int failure = errno;
  close(file);
  return -failure;
}

int seglab_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC) == 0 ? 0 : -errno; }
