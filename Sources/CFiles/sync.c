#define _GNU_SOURCE
#include "CFiles.h"

#include <errno.h>
#include <unistd.h>

int seglab_sync_all(int folder) { return syncfs(folder) == 0 ? 0 : errno; }
