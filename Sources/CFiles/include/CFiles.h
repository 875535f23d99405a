#ifndef SEGLAB_FILES_H
#define SEGLAB_FILES_H

/// Lets two names in a folder change places in one step, so that nobody ever finds neither.
///
/// `folder` is the folder's descriptor. Returns 0, or the system's error number: EINVAL or ENOSYS where the file system cannot.
int seglab_exchange(int folder, const char *one, const char *other);

/// Waits until all that was written to the file system of an open folder is on the disk. Returns 0, or the system's error number.
int seglab_sync_all(int folder);

#endif
