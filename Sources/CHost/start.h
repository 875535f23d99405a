#ifndef SEGLAB_START_H
#define SEGLAB_START_H

#include <stdint.h>

#include "child.h"

/// What a child is given.
struct handed {
  /// What become its descriptors from 0 on.
  int descriptors[3 + SEGLAB_EXTRA_DESCRIPTORS];
  int count;
  /// The file of the program that it is to become; -1 where it is started by its path.
  int program;
};

/// Becomes the program of `child`, in a process that `parent` started; returns the system's error number where it does not.
///
/// System calls only, nothing that locks or allocates: it runs in the parent's memory.
int seglab_become(const struct seglab_child *child, pid_t parent, const struct handed *handed);

/// Starts a keeper that starts the child; all signals are blocked. Returns the keeper's number, or minus the system's error number.
pid_t seglab_start_kept(const struct seglab_child *child, const struct handed *handed);

/// Closes every descriptor from `first` on.
void seglab_close_from(int first);

/// Gives up the capabilities of root but those in `kept`, for good; returns 0, or the system's error number.
int seglab_drop_capabilities(uint64_t kept);

#endif
