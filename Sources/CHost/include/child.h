#ifndef SEGLAB_CHILD_H
#define SEGLAB_CHILD_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// What a child process may use; 0 leaves what the parent has.
struct seglab_limits {
  /// Seconds of processor time; the child gets SIGXCPU there, and SIGKILL a second later.
  uint64_t processor_seconds;
  /// Bytes of address space.
  uint64_t address_space;
  /// Bytes in any file that it writes.
  uint64_t file_size;
};

/// A child process to start.
struct seglab_child {
  /// The program's file.
  const char *path;
  /// Its arguments, the name first, NULL last.
  char *const *arguments;
  /// Its environment as `name=value`, NULL last.
  char *const *environment;
  /// What become its standard input, output and error.
  int input, output, error;
  /// What becomes its descriptor 3; -1 for none. Every other descriptor is closed.
  int extra;
  /// What it may use.
  struct seglab_limits limits;
  /// Whether to load the filter of `seglab_filter` into the child itself.
  int filtered;
};

/// Starts a child in a session of its own. The kernel kills it when the calling thread ends, so call from one that waits for the child.
///
/// Returns its process number, or minus the system's error number.
pid_t seglab_start(const struct seglab_child *child);

/// A file in memory that holds `count` bytes, to be read from its start and closed by the caller; minus the system's error number on failure.
int seglab_memory_file(const void *bytes, size_t count);

/// A pipe whose ends no other program inherits: the reading end first. Returns 0, or minus the system's error number.
int seglab_pipe(int ends[2]);

/// A seccomp program, as the kernel and bubblewrap read it, under which no process or thread can be started and no socket opened.
///
/// Such calls fail with EPERM (`clone3` with ENOSYS). Returns NULL and a `count` of 0 on a processor that it has no program for; `count` is in bytes otherwise.
const void *seglab_filter(size_t *count);

#endif
