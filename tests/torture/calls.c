/* Stands between a program and the C library: counts every call that changes a file below TORTURE_ROOT, writes it down,
   and at a chosen one kills the program, tears the write in half, or lets the call fail.

   A line in the log: kind, inode, offset, lengths of two paths and of the data, then those. Kinds: c made, w written,
   t cut to a size, s synced, d folder synced, u removed, r renamed, m said by the program itself. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum { NOTHING, KILL, TEAR, FAIL };

static long count, trap = -1;
static int action, failure, lasting, log_descriptor = -1;

static int (*real_open)(const char *, int, ...);
static int (*real_openat)(int, const char *, int, ...);
static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static int (*real_ftruncate)(int, off_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_unlink)(const char *);
static int (*real_rename)(const char *, const char *);

__attribute__((constructor)) static void begin(void)
{
    real_open = dlsym(RTLD_NEXT, "open64");
    real_openat = dlsym(RTLD_NEXT, "openat64");
    real_write = dlsym(RTLD_NEXT, "write");
    real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
    real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
    real_fsync = dlsym(RTLD_NEXT, "fsync");
    real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
    real_unlink = dlsym(RTLD_NEXT, "unlink");
    real_rename = dlsym(RTLD_NEXT, "rename");
}

void torture_arm(long at, int what, int error, int for_good)
{
    count = 0;
    trap = at;
    action = what;
    failure = error;
    lasting = for_good;
}

long torture_count(void) { return count; }
void torture_log(int descriptor) { log_descriptor = descriptor; }

static int inside(const char *path)
{
    const char *root = getenv("TORTURE_ROOT");
    return root && path && strncmp(path, root, strlen(root)) == 0;
}

/* Where an open file is, or NULL if that is of no interest. */
static const char *place(int descriptor, char *path)
{
    char link[64];
    if (descriptor == log_descriptor)
        return NULL;
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    if (length < 0)
        return NULL;
    path[length] = 0;
    return inside(path) ? path : NULL;
}

static uint64_t inode(int descriptor)
{
    struct stat found;
    return fstat(descriptor, &found) == 0 ? found.st_ino : 0;
}

static void note(char kind, uint64_t file, int64_t offset, const char *one, const char *two, const void *data,
                 size_t length)
{
    if (log_descriptor < 0)
        return;
    struct __attribute__((packed)) {
        char kind;
        uint64_t file;
        int64_t offset;
        uint32_t one, two, length;
    } head = {kind, file, offset, one ? strlen(one) : 0, two ? strlen(two) : 0, length};
    struct iovec parts[] = {{&head, sizeof head}, {(void *)one, head.one}, {(void *)two, head.two}, {(void *)data, length}};
    int kept = errno;
    if (writev(log_descriptor, parts, 4) < 0)
        abort();
    errno = kept;
}

void torture_mark(const char *text) { note('m', 0, 0, text, NULL, NULL, 0); }

/* Count one call; -1: it shall fail, 1: a write shall be torn. */
static int step(void)
{
    count++;
    if (trap < 0 || count < trap || (count > trap && !lasting))
        return 0;
    if (action == KILL)
        kill(getpid(), SIGKILL);
    if (action == FAIL) {
        errno = failure;
        return -1;
    }
    return action == TEAR;
}

static int opened(int descriptor, const char *path, int flags, int is_new)
{
    if (descriptor >= 0 && is_new)
        note('c', inode(descriptor), 0, path, NULL, NULL, 0);
    else if (descriptor >= 0 && flags & O_TRUNC)
        note('t', inode(descriptor), 0, NULL, NULL, NULL, 0);
    return descriptor;
}

static int open_at(int folder, const char *path, int flags, mode_t mode)
{
    int changes = inside(path) && flags & (O_CREAT | O_TRUNC);
    int is_new = changes && access(path, F_OK) != 0;
    if (changes && (is_new || flags & O_TRUNC) && step() < 0)
        return -1;
    int descriptor = folder == AT_FDCWD ? real_open(path, flags, mode) : real_openat(folder, path, flags, mode);
    return changes ? opened(descriptor, path, flags, is_new) : descriptor;
}

#define MODE(last)                                                                                                     \
    mode_t mode = 0;                                                                                                   \
    if (flags & (O_CREAT | __O_TMPFILE)) {                                                                             \
        va_list rest;                                                                                                  \
        va_start(rest, last);                                                                                          \
        mode = va_arg(rest, mode_t);                                                                                   \
        va_end(rest);                                                                                                  \
    }

int open(const char *path, int flags, ...) { MODE(flags) return open_at(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return open_at(AT_FDCWD, path, flags, mode); }
int openat(int folder, const char *path, int flags, ...) { MODE(flags) return open_at(folder, path, flags, mode); }
int openat64(int folder, const char *path, int flags, ...) { MODE(flags) return open_at(folder, path, flags, mode); }

static ssize_t written(int descriptor, const void *data, size_t length, off_t offset, int at_offset)
{
    char path[PATH_MAX];
    if (!place(descriptor, path))
        return at_offset ? real_pwrite(descriptor, data, length, offset) : real_write(descriptor, data, length);
    int what = step();
    if (what < 0)
        return -1;
    if (!at_offset)
        offset = lseek(descriptor, 0, SEEK_CUR);
    if (what > 0) {
        real_pwrite(descriptor, data, length / 2, offset);
        kill(getpid(), SIGKILL);
    }
    ssize_t done = at_offset ? real_pwrite(descriptor, data, length, offset) : real_write(descriptor, data, length);
    if (done > 0)
        note('w', inode(descriptor), offset, NULL, NULL, data, done);
    return done;
}

ssize_t write(int descriptor, const void *data, size_t length) { return written(descriptor, data, length, 0, 0); }
ssize_t pwrite(int descriptor, const void *data, size_t length, off_t offset)
{
    return written(descriptor, data, length, offset, 1);
}
ssize_t pwrite64(int descriptor, const void *data, size_t length, off_t offset)
{
    return written(descriptor, data, length, offset, 1);
}

static int cut(int descriptor, off_t size)
{
    char path[PATH_MAX];
    int counted = place(descriptor, path) != NULL;
    if (counted && step() < 0)
        return -1;
    int done = real_ftruncate(descriptor, size);
    if (done == 0 && counted)
        note('t', inode(descriptor), size, NULL, NULL, NULL, 0);
    return done;
}

int ftruncate(int descriptor, off_t size) { return cut(descriptor, size); }
int ftruncate64(int descriptor, off_t size) { return cut(descriptor, size); }

static int synced(int descriptor, int (*real)(int))
{
    char path[PATH_MAX];
    struct stat found;
    int counted = place(descriptor, path) != NULL;
    if (counted && step() < 0)
        return -1;
    int done = real(descriptor);
    if (done == 0 && counted && fstat(descriptor, &found) == 0)
        note(S_ISDIR(found.st_mode) ? 'd' : 's', found.st_ino, 0, path, NULL, NULL, 0);
    return done;
}

int fsync(int descriptor) { return synced(descriptor, real_fsync); }
int fdatasync(int descriptor) { return synced(descriptor, real_fdatasync); }

int unlink(const char *path)
{
    int counted = inside(path) && access(path, F_OK) == 0;
    if (counted && step() < 0)
        return -1;
    int done = real_unlink(path);
    if (done == 0 && counted)
        note('u', 0, 0, path, NULL, NULL, 0);
    return done;
}

int rename(const char *old, const char *new)
{
    int counted = inside(old) || inside(new);
    if (counted && step() < 0)
        return -1;
    int done = real_rename(old, new);
    if (done == 0 && counted)
        note('r', 0, 0, old, new, NULL, 0);
    return done;
}
