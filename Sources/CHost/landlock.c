#define _GNU_SOURCE
#include "sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// The numbers of the interface are spelled out: the headers of many systems are older than their kernels. They are the same everywhere.

enum { CREATE_RULESET = 444, ADD_RULE = 445, RESTRICT_SELF = 446 };
enum { ASK_VERSION = 1, PATH_BENEATH = 1 };

enum {
  EXECUTE = 1 << 0,
  WRITE_FILE = 1 << 1,
  READ_FILE = 1 << 2,
  READ_FOLDER = 1 << 3,
  REMOVE_FOLDER = 1 << 4,
  REMOVE_FILE = 1 << 5,
  MAKE_FOLDER = 1 << 7,
  MAKE_FILE = 1 << 8,
  MAKE_LINK = 1 << 12,
  REFER = 1 << 13,
  TRUNCATE = 1 << 14,
  CONTROL_DEVICE = 1 << 15,
};

/// What the first version knows: all before `REFER`.
#define FIRST_RIGHTS (REFER - 1)
/// What a rule may say of something that is no folder.
#define FILE_RIGHTS (EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | CONTROL_DEVICE)

struct ruleset {
  uint64_t files, network, scopes;
};

struct path_beneath {
  uint64_t rights;
  int32_t folder;
} __attribute__((packed));

int seglab_landlock_version(void) {
  long version = syscall(CREATE_RULESET, NULL, 0, ASK_VERSION);
  return version > 0 ? (int)version : 0;
}

/// Everything that is forbidden unless a rule allows it.
static struct ruleset handled(int version) {
  struct ruleset all = {FIRST_RIGHTS, 0, 0};
  if (version >= 2) all.files |= REFER;
  if (version >= 3) all.files |= TRUNCATE;
  // To bind and to connect.
  if (version >= 4) all.network = 3;
  if (version >= 5) all.files |= CONTROL_DEVICE;
  // Abstract sockets and signals.
  if (version >= 6) all.scopes = 3;
  return all;
}

static uint64_t rights_of(int rights) {
  uint64_t all = 0;
  if (rights & SEGLAB_READ) all |= READ_FILE | READ_FOLDER;
  if (rights & SEGLAB_EXECUTE) all |= EXECUTE;
  if (rights & SEGLAB_WRITE)
    all |= WRITE_FILE | REMOVE_FOLDER | REMOVE_FILE | MAKE_FOLDER | MAKE_FILE | MAKE_LINK | REFER | TRUNCATE;
  return all;
}

static int add(int ruleset, const struct seglab_rule *rule, uint64_t known) {
  struct stat facts;
  struct path_beneath beneath = {rights_of(rule->rights) & known, open(rule->path, O_PATH | O_CLOEXEC)};
  int failure = 0;
  if (beneath.folder < 0) return errno == ENOENT || errno == ENOTDIR ? 0 : errno;
  if (fstat(beneath.folder, &facts) != 0) {
    failure = errno;
  } else {
    if (!S_ISDIR(facts.st_mode)) beneath.rights &= FILE_RIGHTS;
    if (syscall(ADD_RULE, ruleset, PATH_BENEATH, &beneath, 0) != 0) failure = errno;
  }
  close(beneath.folder);
  return failure;
}

int seglab_ruleset(const struct seglab_rule *rules, size_t count) {
  const int version = seglab_landlock_version();
  const struct ruleset all = handled(version);
  // An older kernel takes a shorter one.
  const size_t size = version >= 6 ? sizeof all : version >= 4 ? 2 * sizeof(uint64_t) : sizeof(uint64_t);
  if (version == 0) return -ENOSYS;
  const int ruleset = (int)syscall(CREATE_RULESET, &all, size, 0);
  if (ruleset < 0) return -errno;
  for (size_t index = 0; index < count; ++index) {
    const int failure = add(ruleset, &rules[index], all.files);
    if (failure != 0) {
      close(ruleset);
      return -failure;
    }
  }
  return ruleset;
}

int seglab_restrict(int ruleset) { return syscall(RESTRICT_SELF, ruleset, 0) == 0 ? 0 : errno; }
