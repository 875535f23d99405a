#include "child.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/syscall.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#ifdef ARCHITECTURE

#define FIELD(name) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, name))
#define ANSWER(value) BPF_STMT(BPF_RET | BPF_K, (value))
#define REFUSE_AS(number, code) \
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (number), 0, 1), ANSWER(SECCOMP_RET_ERRNO | (code))
#define REFUSE(name) REFUSE_AS(SYS_##name, EPERM)

// Numbers that are younger than the headers of some systems; the same on both processors.
#define NUMBER_IO_URING_SETUP 425
#define NUMBER_CLONE3 435

static const struct sock_filter program[] = {
  FIELD(arch),
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0),
  ANSWER(SECCOMP_RET_KILL_PROCESS),
  FIELD(nr),
#if defined(__x86_64__)
  // The x32 calls have numbers of their own, which would slip through.
  BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),
  ANSWER(SECCOMP_RET_KILL_PROCESS),
  REFUSE(fork),
  REFUSE(vfork),
#endif
  REFUSE(clone),
  // ENOSYS makes the C library fall back to clone, which is refused with a plain error.
  REFUSE_AS(NUMBER_CLONE3, ENOSYS),
  REFUSE_AS(NUMBER_IO_URING_SETUP, ENOSYS),
  REFUSE(ptrace),
  REFUSE(process_vm_readv),
  REFUSE(process_vm_writev),
  REFUSE(socket),
  REFUSE(socketpair),
  REFUSE(unshare),
  REFUSE(setns),
  REFUSE(mount),
  REFUSE(umount2),
  REFUSE(pivot_root),
  REFUSE(chroot),
  REFUSE(bpf),
  REFUSE(perf_event_open),
  REFUSE(userfaultfd),
  REFUSE(add_key),
  REFUSE(request_key),
  REFUSE(keyctl),
  REFUSE(open_by_handle_at),
  REFUSE(memfd_create),
  REFUSE(shmget),
  REFUSE(msgget),
  REFUSE(semget),
  REFUSE(kill),
  ANSWER(SECCOMP_RET_ALLOW),
};

const void *seglab_filter(size_t *count) {
  *count = sizeof program;
  return program;
}

#else

const void *seglab_filter(size_t *count) {
  *count = 0;
  return NULL;
}

#endif
