#ifndef SEGLAB_MOUNTS_H
#define SEGLAB_MOUNTS_H

#include <stddef.h>

/// What stands at a place of a mount namespace.
enum seglab_mount_kind {
  /// A file or folder of the computer's with all below it, to read; nothing where there is none.
  SEGLAB_BIND,
  /// A symbolic link.
  SEGLAB_LINK,
  /// An empty folder to write to.
  SEGLAB_TMPFS,
  /// The processes of the mount namespace, to read.
  SEGLAB_PROC,
};

/// A place of a mount namespace.
struct seglab_mount {
  enum seglab_mount_kind kind;
  /// What is bound, what a link leads to, or how large a scratch folder may grow as `size=BYTES`; NULL for processes.
  const char *source;
  /// Where it is in the mount namespace: an absolute path.
  const char *target;
};

/// A file system with nothing in it but these places, each made after those before it.
struct seglab_mounts {
  const struct seglab_mount *places;
  size_t count;
};

/// Makes the mount namespace and moves into it for good. Only for the first process of new namespaces of mounts and processes.
///
/// Nothing in it can be written but scratch folders, and no path leads out of it.
/// - Returns: 0, or the system's error number.
int seglab_pivot_root(const struct seglab_mounts *mounts);

#endif
