#ifndef SEGLAB_SANDBOX_H
#define SEGLAB_SANDBOX_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// Whom a child's filter on system calls is for.
enum seglab_seccomp {
  /// Nobody who has to be kept in.
  SEGLAB_SECCOMP_NONE,
  /// A learner's program: it reads, computes, and writes to what it was given.
  SEGLAB_SECCOMP_PROGRAM,
  /// The compiler and the linker: they start processes and write files too.
  SEGLAB_SECCOMP_COMPILER,
};

/// What a filter lets through besides what every program needs.
struct seglab_filter {
  /// Whom it is for; a learner's program or a compiler.
  enum seglab_seccomp seccomp;
  /// The one process to which it lets signals go: the program itself, which stops itself by one.
  pid_t self;
  /// Where in this process's memory the empty path stands with which the program is started by its descriptor; NULL where it is started by
  /// its path, which leaves `execve` open.
  const char *start;
};

/// The most bytes of a filter.
enum { SEGLAB_FILTER_BYTES = 4096 };

/// Writes a seccomp program, as the kernel and bubblewrap read it, that lets through what its holder needs and nothing else.
///
/// What is not let through fails with EPERM, and with ENOSYS where the C library then falls back to an older call.
/// - Parameter program: room for `SEGLAB_FILTER_BYTES`, aligned to 8.
/// - Returns: its length in bytes; 0 on a processor that there is none for.
size_t seglab_write_filter(const struct seglab_filter *filter, void *program);

/// Loads a filter into this thread for good; returns 0, or the system's error number.
int seglab_load_filter(const struct seglab_filter *filter);

/// What Landlock lets a child do with a file, or with a folder and all below it.
enum seglab_right {
  /// Read files, list folders.
  SEGLAB_READ = 1,
  /// Start it as a program.
  SEGLAB_EXECUTE = 2,
  /// Write, make, rename and remove files and folders.
  SEGLAB_WRITE = 4,
};

/// A file or folder and what may be done with it.
struct seglab_rule {
  /// Where it is; links are followed. What is not there has no rule.
  const char *path;
  /// The rights, ORed together.
  int rights;
};

/// The version of this kernel's Landlock; 0 where it has none.
int seglab_landlock_version(void);

/// A ruleset under which nothing may be done to files but what `rules` say.
///
/// As far as the kernel's version goes, neither may TCP be used, devices be controlled, nor signals or abstract sockets go out of it.
/// - Returns: its descriptor, to be closed by the caller; minus the system's error number on failure.
int seglab_ruleset(const struct seglab_rule *rules, size_t count);

/// Keeps this thread to a ruleset for good; returns 0, or the system's error number.
int seglab_restrict(int ruleset);

#endif
