#define _GNU_SOURCE
#include "mounts.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// Runs between the start of a process and its program, in a copy of a parent with many threads: system calls only, nothing that locks or
// allocates.

// The numbers of the interface are spelled out: the headers of many systems are older than their kernels. They are the same everywhere.

enum { MOUNT_SETATTR = 442 };

struct attributes {
  uint64_t set, clear, propagation, user;
};

/// Where the mount namespace is made, on top of what is there: nothing is written to the folder itself.
static const char base[] = "/tmp";
/// Where the computer's files are while the mount namespace is made.
static const char outside[] = "/outside";

/// `first` and `second` in one; 0, or ENAMETOOLONG.
static int join(char path[PATH_MAX], const char *first, const char *second) {
  const size_t one = strlen(first), two = strlen(second);
  if (one + two >= PATH_MAX) return ENAMETOOLONG;
  memcpy(path, first, one);
  memcpy(path + one, second, two + 1);
  return 0;
}

/// Makes the folders above `target`. One that cannot be made is missed by what is to stand in it.
static int make_folders(const char *target) {
  char path[PATH_MAX];
  const int failure = join(path, target, "");
  if (failure != 0) return failure;
  for (char *next = strchr(path + 1, '/'); next != NULL; next = strchr(next + 1, '/')) {
    *next = 0;
    mkdir(path, 0755);
    *next = '/';
  }
  return 0;
}

/// Makes what something can be mounted on, where it is not there yet.
static int make_mount_point(const char *target, int is_folder) {
  const int failure = make_folders(target);
  if (failure != 0) return failure;
  if (is_folder) return mkdir(target, 0755) == 0 || errno == EEXIST ? 0 : errno;
  const int file = open(target, O_CREAT | O_RDONLY | O_CLOEXEC | O_NOFOLLOW, 0444);
  if (file < 0) return errno;
  close(file);
  return 0;
}

/// Sees to it that nothing can be written to a mount and all below it, nor be had by a special bit or a device's file.
static int close_mount(const char *target, uint64_t also) {
  const struct attributes wanted = {MS_RDONLY | MS_NOSUID | also, 0, 0, 0};
  return syscall(MOUNT_SETATTR, AT_FDCWD, target, AT_RECURSIVE, &wanted, sizeof wanted) == 0 ? 0 : errno;
}

static int bind_mount(const struct seglab_mount *place) {
  char source[PATH_MAX];
  struct stat facts;
  int failure = join(source, outside, place->source);
  if (failure != 0) return failure;
  if (stat(source, &facts) != 0) return errno == ENOENT || errno == ENOTDIR ? 0 : errno;
  failure = make_mount_point(place->target, S_ISDIR(facts.st_mode));
  if (failure != 0) return failure;
  // With what is mounted below: a user's namespace may not uncover it.
  if (mount(source, place->target, NULL, MS_BIND | MS_REC, NULL) != 0) return errno;
  return close_mount(place->target, S_ISCHR(facts.st_mode) ? 0 : MS_NODEV);
}

static int make_mount(const struct seglab_mount *place) {
  int failure;
  switch (place->kind) {
  case SEGLAB_BIND: return bind_mount(place);
  case SEGLAB_LINK:
    failure = make_folders(place->target);
    if (failure != 0) return failure;
    return symlink(place->source, place->target) == 0 ? 0 : errno;
  case SEGLAB_TMPFS:
    failure = make_mount_point(place->target, 1);
    if (failure != 0) return failure;
    return mount("tmpfs", place->target, "tmpfs", MS_NOSUID | MS_NODEV, place->source) == 0 ? 0 : errno;
  case SEGLAB_PROC:
    failure = make_mount_point(place->target, 1);
    if (failure != 0) return failure;
    // Read-only because to root it is the door to the settings of the whole computer.
    return mount("proc", place->target, "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC | MS_RDONLY, NULL) == 0
             ? close_mount(place->target, MS_NODEV | MS_NOEXEC)
             : errno;
  }
  return EINVAL;
}

int seglab_pivot_root(const struct seglab_mounts *mounts) {
  char old[PATH_MAX];
  int failure = join(old, base, outside);
  if (failure != 0) return failure;
  // What is mounted from here on is nobody else's.
  if (mount(NULL, "/", NULL, MS_SLAVE | MS_REC, NULL) != 0) return errno;
  if (mount("tmpfs", base, "tmpfs", MS_NOSUID | MS_NODEV, "size=1m,mode=0755") != 0) return errno;
  if (mkdir(old, 0700) != 0) return errno;
  // The folder covered above is uncovered in there: what is to be bound may be in it.
  if (syscall(SYS_pivot_root, base, old) != 0 || chdir("/") != 0) return errno;
  for (size_t index = 0; index < mounts->count; ++index) {
    failure = make_mount(&mounts->places[index]);
    if (failure != 0) return failure;
  }
  if (umount2(outside, MNT_DETACH) != 0 || rmdir(outside) != 0) return errno;
  const struct attributes closed = {MS_RDONLY | MS_NOSUID | MS_NODEV, 0, 0, 0};
  // The root alone: scratch folders stay open.
  return syscall(MOUNT_SETATTR, AT_FDCWD, "/", 0, &closed, sizeof closed) == 0 ? 0 : errno;
}
