#ifndef SEGLAB_ROOM_H
#define SEGLAB_ROOM_H

#include <stddef.h>

/// What stands at a place of a room.
enum seglab_place_kind {
  /// A file or folder of the computer's with all below it, to read; nothing where there is none.
  SEGLAB_BOUND,
  /// A symbolic link.
  SEGLAB_LINK,
  /// An empty folder to write to.
  SEGLAB_SCRATCH,
  /// The processes of the room, to read.
  SEGLAB_PROCESSES,
};

/// A place of a room.
struct seglab_place {
  enum seglab_place_kind kind;
  /// What is bound, what a link leads to, or how large a scratch folder may grow as `size=BYTES`; NULL for processes.
  const char *source;
  /// Where it is in the room: an absolute path.
  const char *target;
};

/// A file system with nothing in it but these places, each made after those before it.
struct seglab_room {
  const struct seglab_place *places;
  size_t count;
};

/// Makes the room and moves into it for good. Only for the first process of new namespaces of mounts and processes.
///
/// Nothing in it can be written but scratch folders, and no path leads out of it.
/// - Returns: 0, or the system's error number.
int seglab_enter(const struct seglab_room *room);

#endif
