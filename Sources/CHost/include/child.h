#ifndef SEGLAB_CHILD_H
#define SEGLAB_CHILD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "mounts.h"
#include "sandbox.h"

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
  /// What become its descriptors from 3 on; every other one is closed.
  const int *extra;
  /// How many there are of them, at most `SEGLAB_EXTRA_DESCRIPTORS`.
  int extra_count;
  /// What it may use.
  struct seglab_limits limits;
  /// Whose filter it is held to. With any, it begins in `/`, without the capabilities of root, and gains none by what it starts.
  enum seglab_seccomp seccomp;
  /// The ruleset that it is held to; -1 for none.
  int ruleset;
  /// Whether all that it starts ends with it and with the calling thread, too: a keeper stands between them, whose number is the child's.
  bool is_kept;
  /// What there is for it to see, with processes, network and names of its own; NULL for what its parent sees. Only for a kept child.
  const struct seglab_mounts *mounts;
};

/// The most descriptors that a child is given besides input, output and errors.
enum { SEGLAB_EXTRA_DESCRIPTORS = 5 };

/// Starts a child in a session of its own, of which it or its keeper is the leader. The kernel kills it when the calling thread ends, so call from one that waits for the child.
///
/// With `SEGLAB_SECCOMP_PROGRAM` it is the only program that it can ever be: it is started by its descriptor, and nothing can be started after it.
///
/// Returns its process number, or minus the system's error number.
pid_t seglab_start(const struct seglab_child *child);

/// A file in memory that holds `count` bytes and cannot be changed, to be read from its start and closed by the caller; minus the system's error number on failure.
int seglab_memory_file(const void *bytes, size_t count);

/// A pipe whose ends no other program inherits: the reading end first. Returns 0, or minus the system's error number.
int seglab_pipe(int ends[2]);

/// Keeps other processes of the same user, children too, from this one's memory and environment.
///
/// It cannot be traced, nor does it leave an image of its memory when it crashes.
void seglab_hide(void);

#endif
