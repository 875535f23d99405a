#define _GNU_SOURCE
#include "child.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
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

static int close_from(int first) {
#ifdef SYS_close_range
  if (syscall(SYS_close_range, first, ~0U, 0) == 0) return 0;
#endif
  long last = sysconf(_SC_OPEN_MAX);
  for (int descriptor = first; descriptor < (last < 0 ? 1024 : last); ++descriptor) close(descriptor);
  return 0;
}

static int load_filter(void) {
  size_t bytes;
  const void *program = seglab_filter(&bytes);
  if (program == NULL) return 0;
  struct sock_fprog filter = {bytes / sizeof(struct sock_filter), (struct sock_filter *)program};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -1;
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter);
}

// Runs in the child, in the parent's memory: system calls only, nothing that locks or allocates.
static int become(const struct seglab_child *child, pid_t parent, const int *moved) {
  sigset_t none;
  for (int number = 1; number < NSIG; ++number) {
    if (number != SIGKILL && number != SIGSTOP) signal(number, SIG_DFL);
  }
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return errno;
  // The parent may have ended before that was set.
  if (getppid() != parent) return ESRCH;
  if (setsid() < 0) return errno;
  for (int target = 0; target < 4; ++target) {
    if (moved[target] >= 0 && dup2(moved[target], target) < 0) return errno;
  }
  close_from(moved[3] >= 0 ? 4 : 3);
  if (set_limits(&child->limits) != 0) return errno;
  if (child->filtered && load_filter() != 0) return errno;
  // Not the mask of the thread that starts it: a worker thread may block all signals, the one for the time limit too.
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  execve(child->path, child->arguments, child->environment);
  return errno;
}

pid_t seglab_start(const struct seglab_child *child) {
  const int wanted[4] = {child->input, child->output, child->error, child->extra};
  int moved[4] = {-1, -1, -1, -1};
  volatile int failure = 0;
  pid_t started = -1;
  const pid_t parent = getpid();
  sigset_t all, before;

  // Away from 0…3, so that no descriptor is overwritten before its turn.
  for (int index = 0; index < 4 && failure == 0; ++index) {
    if (wanted[index] < 0) continue;
    moved[index] = fcntl(wanted[index], F_DUPFD_CLOEXEC, 10);
    if (moved[index] < 0) failure = errno;
  }
  if (failure == 0) {
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    // Not fork: that copies the page tables of a parent that may hold gigabytes, and runs the handlers by which a BLAS
    // library stops its threads.
    started = vfork();
    if (started == 0) {
      failure = become(child, parent, moved);
      _exit(127);
    }
    if (started < 0) failure = errno;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
  }
  for (int index = 0; index < 4; ++index) {
    if (moved[index] >= 0) close(moved[index]);
  }
  if (failure == 0) return started;
  if (started > 0) waitpid(started, NULL, 0);
  return -failure;
}

int seglab_memory_file(const void *bytes, size_t count) {
  const char *next = bytes;
  const char *end = next + count;
  int file = memfd_create("seglab", MFD_CLOEXEC);
  while (file >= 0 && next < end) {
    ssize_t written = write(file, next, (size_t)(end - next));
    if (written > 0) {
      next += written;
    } else if (errno != EINTR) {
      break;
    }
  }
  if (file < 0 || (next == end && lseek(file, 0, SEEK_SET) == 0)) return file < 0 ? -errno : file;
  int failure = errno;
  close(file);
  return -failure;
}

int seglab_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC) == 0 ? 0 : -errno; }
