// libc's functions that change and read files, under their own names: the linker finds these first. Each makes
// the system call itself, so that nothing here depends on where libc's are.
#define _GNU_SOURCE
#include "faults.h"
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static long refuse(int error) {
    errno = error;
    return -1;
}

static uint64_t inode(int descriptor) {
    struct stat status;
    return fstat(descriptor, &status) == 0 ? status.st_ino : 0;
}

static struct bijak_record named(enum bijak_call call, const char *name) {
    return (struct bijak_record){.call = call, .name_length = (uint32_t)strlen(name)};
}

// Opening

static int open_it(const char *path, int flags, mode_t mode) {
    char name[PATH_MAX];
    bool is_ours = bijak_within(path, name);
    bool writes = (flags & O_ACCMODE) != O_RDONLY || (flags & (O_CREAT | O_TRUNC));
    if (is_ours && !writes && bijak_is_unreadable(name)) return (int)refuse(EIO);
    if (!is_ours || !writes) {
        struct call call = bijak_begin(BIJAK_READ, is_ours, name, -1);
        int opened = call.refusal ? (int)refuse(call.refusal)
                                  : (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
        if (opened >= 0) bijak_note(opened, is_ours);
        bijak_end(&call, false, (struct bijak_record){0}, "", NULL);
        return opened;
    }
    struct stat status;
    bool is_there = fstatat(AT_FDCWD, path, &status, 0) == 0;
    enum bijak_call what = is_there ? BIJAK_OPEN_TO_WRITE : BIJAK_CREATE;
    struct call call = bijak_begin(what, true, name, -1);
    int opened = call.refusal ? (int)refuse(call.refusal)
                              : (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
    struct bijak_record record = named(what, name);
    if (opened >= 0) {
        bijak_note(opened, true);
        record.file = inode(opened);
    }
    // Opening that empties a file is truncating it.
    bool empties = is_there && (flags & O_TRUNC);
    if (empties) record = (struct bijak_record){.call = BIJAK_TRUNCATE, .file = record.file};
    bijak_end(&call, opened >= 0, record, name, NULL);
    return opened;
}

#define WITH_MODE(flags, mode) \
    mode_t mode = 0; \
    if (flags & (O_CREAT | __O_TMPFILE)) { \
        va_list rest; \
        va_start(rest, flags); \
        mode = va_arg(rest, mode_t); \
        va_end(rest); \
    }

int open(const char *path, int flags, ...) {
    WITH_MODE(flags, mode)
    return open_it(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
    WITH_MODE(flags, mode)
    return open_it(path, flags | O_LARGEFILE, mode);
}

int close(int descriptor) {
    bijak_note(descriptor, false);
    return (int)syscall(SYS_close, descriptor);
}

// Contents

static ssize_t read_it(int descriptor, void *bytes, size_t size, bool is_placed, off_t at) {
    struct call call = bijak_begin(BIJAK_READ, bijak_is_noted(descriptor), NULL, descriptor);
    if (call.is_halved && size > 1) size /= 2;
    ssize_t done = call.refusal ? refuse(call.refusal)
        : is_placed             ? syscall(SYS_pread64, descriptor, bytes, size, at)
                                : syscall(SYS_read, descriptor, bytes, size);
    bijak_end(&call, false, (struct bijak_record){0}, "", NULL);
    return done;
}

ssize_t read(int descriptor, void *bytes, size_t size) {
    return read_it(descriptor, bytes, size, false, 0);
}

ssize_t pread(int descriptor, void *bytes, size_t size, off_t at) {
    return read_it(descriptor, bytes, size, true, at);
}

ssize_t pread64(int descriptor, void *bytes, size_t size, off64_t at) {
    return read_it(descriptor, bytes, size, true, at);
}

static ssize_t write_it(int descriptor, const void *bytes, size_t size, bool is_placed, off_t at) {
    bool is_ours = bijak_is_noted(descriptor);
    struct call call = bijak_begin(BIJAK_WRITE, is_ours, NULL, descriptor);
    if (is_ours && !is_placed) at = lseek(descriptor, 0, SEEK_CUR);
    if (call.is_halved && size > 1) size /= 2;
    ssize_t done = call.refusal ? refuse(call.refusal)
        : is_placed             ? syscall(SYS_pwrite64, descriptor, bytes, size, at)
                                : syscall(SYS_write, descriptor, bytes, size);
    struct bijak_record record = {.call = BIJAK_WRITE, .at = at, .size = (uint64_t)done};
    if (is_ours) record.file = inode(descriptor);
    bijak_end(&call, done > 0, record, "", bytes);
    return done;
}

ssize_t write(int descriptor, const void *bytes, size_t size) {
    return write_it(descriptor, bytes, size, false, 0);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t size, off_t at) {
    return write_it(descriptor, bytes, size, true, at);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off64_t at) {
    return write_it(descriptor, bytes, size, true, at);
}

int ftruncate(int descriptor, off_t size) {
    bool is_ours = bijak_is_noted(descriptor);
    struct call call = bijak_begin(BIJAK_TRUNCATE, is_ours, NULL, descriptor);
    long result = call.refusal ? refuse(call.refusal) : syscall(SYS_ftruncate, descriptor, size);
    struct bijak_record record = {.call = BIJAK_TRUNCATE, .at = size};
    if (is_ours) record.file = inode(descriptor);
    bijak_end(&call, result == 0, record, "", NULL);
    return (int)result;
}

int ftruncate64(int descriptor, off64_t size) { return ftruncate(descriptor, size); }

// Syncs

static int sync_it(long number, enum bijak_call what, int descriptor) {
    bool is_ours = bijak_is_noted(descriptor);
    char link[64], path[PATH_MAX], name[PATH_MAX] = "";
    struct stat status;
    if (is_ours && what == BIJAK_SYNC_FILE && fstat(descriptor, &status) == 0
        && S_ISDIR(status.st_mode)) {
        what = BIJAK_SYNC_FOLDER;
        snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
        ssize_t length = readlink(link, path, sizeof path - 1);
        path[length < 0 ? 0 : length] = 0;
        bijak_within(path, name);
    }
    struct call call = bijak_begin(what, is_ours, NULL, descriptor);
    long result = call.refusal ? refuse(call.refusal) : syscall(number, descriptor);
    struct bijak_record record = named(what, name);
    if (is_ours) record.file = inode(descriptor);
    bijak_end(&call, result == 0, record, name, NULL);
    return (int)result;
}

int fsync(int descriptor) { return sync_it(SYS_fsync, BIJAK_SYNC_FILE, descriptor); }
int fdatasync(int descriptor) { return sync_it(SYS_fdatasync, BIJAK_SYNC_FILE, descriptor); }
int syncfs(int descriptor) { return sync_it(SYS_syncfs, BIJAK_SYNC_ALL, descriptor); }

// Names

int mkdir(const char *path, mode_t mode) {
    char name[PATH_MAX];
    struct call call = bijak_begin(BIJAK_FOLDER, bijak_within(path, name), name, -1);
    long result = call.refusal ? refuse(call.refusal) : syscall(SYS_mkdirat, AT_FDCWD, path, mode);
    if (call.is_ours) bijak_end(&call, result == 0, named(BIJAK_FOLDER, name), name, NULL);
    return (int)result;
}

static int delete_it(const char *path, int flags) {
    char name[PATH_MAX];
    struct call call = bijak_begin(BIJAK_DELETE, bijak_within(path, name), name, -1);
    long result = call.refusal ? refuse(call.refusal)
                               : syscall(SYS_unlinkat, AT_FDCWD, path, flags);
    if (call.is_ours) bijak_end(&call, result == 0, named(BIJAK_DELETE, name), name, NULL);
    return (int)result;
}

int unlink(const char *path) { return delete_it(path, 0); }
int rmdir(const char *path) { return delete_it(path, AT_REMOVEDIR); }

int rename(const char *path, const char *target) {
    char names[2 * PATH_MAX], name[PATH_MAX];
    bool is_ours = bijak_within(path, names) && bijak_within(target, name);
    struct call call = bijak_begin(BIJAK_RENAME, is_ours, is_ours ? name : NULL, -1);
    long result = call.refusal
        ? refuse(call.refusal)
        : syscall(SYS_renameat2, AT_FDCWD, path, AT_FDCWD, target, 0);
    if (is_ours) {
        size_t length = strlen(names) + 1;
        strcpy(names + length, name);
        struct bijak_record record = {
            .call = BIJAK_RENAME, .name_length = (uint32_t)(length + strlen(name))};
        bijak_end(&call, result == 0, record, names, NULL);
    }
    return (int)result;
}

// Folders are listed by libc's own functions, whose system calls are not seen.

#define REAL(function) \
    __typeof__(&function) real; \
    *(void **)&real = dlsym(RTLD_NEXT, #function);

DIR *opendir(const char *path) {
    REAL(opendir)
    char name[PATH_MAX];
    bool is_ours = bijak_within(path, name);
    struct call call = bijak_begin(BIJAK_READ, is_ours, name, -1);
    DIR *folder = NULL;
    if (call.refusal) refuse(call.refusal);
    else folder = real(path);
    if (folder) bijak_note(dirfd(folder), is_ours);
    bijak_end(&call, false, (struct bijak_record){0}, "", NULL);
    return folder;
}

int closedir(DIR *folder) {
    REAL(closedir)
    bijak_note(dirfd(folder), false);
    return real(folder);
}

struct dirent *readdir(DIR *folder) {
    REAL(readdir)
    struct call call = bijak_begin(
        BIJAK_READ, bijak_is_noted(dirfd(folder)), NULL, dirfd(folder));
    struct dirent *entry = NULL;
    if (call.refusal) refuse(call.refusal);
    else entry = real(folder);
    bijak_end(&call, false, (struct bijak_record){0}, "", NULL);
    return entry;
}

// What the disk is

int statvfs(const char *path, struct statvfs *status) {
    REAL(statvfs)
    char name[PATH_MAX];
    int result = real(path, status);
    if (result == 0 && bijak_is_readonly() && bijak_within(path, name)) status->f_flag |= ST_RDONLY;
    return result;
}

// The clock

int clock_gettime(clockid_t clock, struct timespec *now) {
    long result = syscall(SYS_clock_gettime, clock, now);
    if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
        now->tv_sec += bijak_clock_shift;
    return (int)result;
}

time_t time(time_t *kept) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (kept) *kept = now.tv_sec;
    return now.tv_sec;
}

int gettimeofday(struct timeval *kept, void *zone) {
    (void)zone;
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    *kept = (struct timeval){now.tv_sec, now.tv_nsec / 1000};
    return 0;
}
