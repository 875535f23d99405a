#define _GNU_SOURCE
#include "start.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

// A keeper stands between a parent and a child that starts others, as a shell starts a compiler: the kernel ends a child with its parent, but
// not a child's own children. The keeper leads the group that all of them are in. Where the kernel allows it, it is also the first process of
// a namespace, which the kernel clears when its first process ends, however that comes about.

/// Namespaces of a kept child with a mount namespace of its own; users come first where they are needed.
enum { OWN_SPACES = CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS | CLONE_NEWCGROUP };

/// By what a keeper without a namespace is told that its parent has ended.
enum { PARENT_ENDED = SIGTERM };

static int write_text(const char *path, const char *text, size_t count) {
  const int file = open(path, O_WRONLY | O_CLOEXEC);
  if (file < 0) return errno;
  const int failure = write(file, text, count) == (ssize_t)count ? 0 : errno;
  close(file);
  return failure;
}

/// Writes `number` and a blank; returns what is behind them.
static char *put_number(char *to, uint32_t number) {
  char digits[10];
  int count = 0;
  do digits[count++] = (char)('0' + number % 10);
  while ((number /= 10) != 0);
  while (count > 0) *to++ = digits[--count];
  *to++ = ' ';
  return to;
}

/// The one user of a namespace: who starts it, under the same number.
static int map_user(const char *path, uint32_t number) {
  char text[32];
  char *end = put_number(put_number(text, number), number);
  *end++ = '1';
  return write_text(path, text, (size_t)(end - text));
}

static int map_users(uint32_t user, uint32_t group) {
  // One's own settings cannot be opened while one's memory is hidden.
  const int was_open = prctl(PR_GET_DUMPABLE, 0, 0, 0, 0);
  prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);
  int failure = write_text("/proc/self/setgroups", "deny", 4);
  if (failure == 0) failure = map_user("/proc/self/uid_map", user);
  if (failure == 0) failure = map_user("/proc/self/gid_map", group);
  prctl(PR_SET_DUMPABLE, was_open == 1, 0, 0, 0);
  return failure;
}

/// What a keeper has to know.
struct keeping {
  const struct seglab_child *child;
  const struct handed *handed;
  /// The namespaces that it is in; 0 for none of its own.
  int spaces;
  /// Who starts it.
  uint32_t user, group;
  /// Where it says that the child could not be started, and why.
  int report;
};

static int prepare(const struct keeping *keeping) {
  for (int number = 1; number < NSIG; ++number) {
    if (number != SIGKILL && number != SIGSTOP) signal(number, SIG_DFL);
  }
  if (prctl(PR_SET_PDEATHSIG, keeping->spaces != 0 ? SIGKILL : PARENT_ENDED) != 0) return errno;
  // The parent may have ended before that was set: then nobody holds the other end.
  struct pollfd other = {keeping->report, 0, 0};
  if (poll(&other, 1, 0) != 0) return ESRCH;
  if (setsid() < 0) return errno;
  if (keeping->spaces & CLONE_NEWUSER) {
    const int failure = map_users(keeping->user, keeping->group);
    if (failure != 0) return failure;
  }
  if (keeping->spaces != 0 && sethostname("seglab", 6) != 0) return errno;
  return keeping->child->mounts == NULL ? 0 : seglab_pivot_root(keeping->child->mounts);
}

/// Ends as the child did: a status of its own, or the signal; the first process of a namespace cannot end by a signal of its own, and says 128
/// and its number, as a shell does.
static void end_as(int status, int spaces) {
  if (WIFEXITED(status)) _exit(WEXITSTATUS(status));
  const int number = WTERMSIG(status);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, number);
  if (spaces == 0) {
    kill(getpid(), number);
    sigprocmask(SIG_UNBLOCK, &only, NULL);
  }
  _exit(128 + number);
}

/// Waits for the child, and for orphans of its, which come to the first process of a namespace; ends all of them when the parent does.
static void watch(pid_t child, int spaces) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGCHLD);
  sigaddset(&signals, PARENT_ENDED);
  for (;;) {
    int status;
    pid_t ended;
    while ((ended = waitpid(-1, &status, WNOHANG)) > 0) {
      if (ended == child) end_as(status, spaces);
    }
    // Without a child there is nothing to keep.
    if (ended < 0 && errno != EINTR) _exit(127);
    if (sigwaitinfo(&signals, NULL) == PARENT_ENDED) kill(0, SIGKILL);
  }
}

static void keep(const struct keeping *keeping) {
  volatile int failure = prepare(keeping);
  pid_t child = -1;
  if (failure == 0) {
    const pid_t self = getpid();
    child = vfork();
    if (child == 0) {
      failure = seglab_become(keeping->child, self, keeping->handed);
      _exit(127);
    }
    if (child < 0) failure = errno;
  }
  if (failure != 0) {
    const int told = failure;
    // Nobody is there to be told where this fails.
    if (write(keeping->report, &told, sizeof told) < 0) _exit(126);
    _exit(127);
  }
  // Whatever the parent had open is not the keeper's, nor are powers that the child does not have.
  seglab_close_from(0);
  seglab_drop_capabilities(0);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  watch(child, keeping->spaces);
}

/// Copies this process without running what libraries want to be run then: it stops the threads of a BLAS library, and is not needed where
/// only system calls follow.
static pid_t copy_process(int spaces) { return (pid_t)syscall(SYS_clone, spaces | SIGCHLD, NULL, NULL, NULL, NULL); }

pid_t seglab_start_kept(const struct seglab_child *child, const struct handed *handed) {
  int ends[2], failure = 0;
  struct keeping keeping = {child, handed, child->mounts == NULL ? 0 : OWN_SPACES, geteuid(), getegid(), -1};
  if (pipe2(ends, O_CLOEXEC) != 0) return -errno;
  keeping.report = ends[1];
  // Whoever has the power needs no namespace of users; whoever has not makes one in which it has.
  if (keeping.spaces != 0 && keeping.user != 0) keeping.spaces |= CLONE_NEWUSER;
  pid_t started = copy_process(keeping.spaces);
  if (started < 0 && errno == EPERM && keeping.spaces != 0 && keeping.user == 0) {
    keeping.spaces |= CLONE_NEWUSER;
    started = copy_process(keeping.spaces);
  }
  if (started == 0) {
    close(ends[0]);
    keep(&keeping);
    _exit(127);
  }
  if (started < 0) failure = errno;
  close(ends[1]);
  ssize_t count = -1;
  while (started > 0 && (count = read(ends[0], &failure, sizeof failure)) < 0 && errno == EINTR) {}
  if (started > 0 && count != 0 && count != sizeof failure) failure = EIO;
  if (started > 0 && count == 0) failure = 0;
  close(ends[0]);
  if (failure == 0) return started;
  if (started > 0) {
    kill(started, SIGKILL);
    while (waitpid(started, NULL, 0) < 0 && errno == EINTR) {}
  }
  return -failure;
}
