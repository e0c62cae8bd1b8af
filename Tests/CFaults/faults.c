#define _GNU_SOURCE
#include "faults.h"
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

long bijak_clock_shift;

static char root[PATH_MAX];
static size_t root_length;
static int log_file = -1;

static struct {
    unsigned calls;       // a bit for each bijak_call it is about
    int error;
    bool halves_first, halves_all, kills, hides;
    unsigned long first, last, count;
} fault;

static unsigned long reads;

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static _Atomic unsigned char noted[65536];

#define BIT(call) (1u << (call))
#define NAMES (BIT(BIJAK_CREATE) | BIT(BIJAK_FOLDER) | BIT(BIJAK_RENAME) | BIT(BIJAK_DELETE))
#define DATA (BIT(BIJAK_WRITE) | BIT(BIJAK_TRUNCATE))
#define SYNCS (BIT(BIJAK_SYNC_FILE) | BIT(BIJAK_SYNC_FOLDER) | BIT(BIJAK_SYNC_ALL))

bool bijak_is_readonly(void) {
    return fault.error == EROFS && fault.first == 1 && fault.last == 0;
}

bool bijak_is_unreadable(const char *name) { return fault.hides && strstr(name, "archive/"); }

// A harness that does not do what it was told would find nothing and say that all is well.
static void stop(const char *why) {
    fprintf(stderr, "CFaults: %s\n", why);
    _exit(99);
}

static void read_fault(const char *text) {
    char kind[16];
    if (sscanf(text, "%15[a-z]:%lu:%lu", kind, &fault.first, &fault.last) != 3)
        stop("BIJAK_FAULTS_FAIL is not KIND:FIRST:LAST");
    if (!strcmp(kind, "full")) {
        fault.calls = BIT(BIJAK_CREATE) | BIT(BIJAK_FOLDER) | DATA;
        fault.error = ENOSPC;
        fault.halves_first = true;
    } else if (!strcmp(kind, "short")) {
        fault.calls = BIT(BIJAK_WRITE);
        fault.halves_all = true;
    } else if (!strcmp(kind, "write")) {
        fault.calls = DATA;
        fault.error = EIO;
    } else if (!strcmp(kind, "sync")) {
        fault.calls = SYNCS;
        fault.error = EIO;
    } else if (!strcmp(kind, "names")) {
        fault.calls = NAMES;
        fault.error = EIO;
    } else if (!strcmp(kind, "readonly")) {
        fault.calls = NAMES | DATA | BIT(BIJAK_OPEN_TO_WRITE);
        fault.error = EROFS;
    } else if (!strcmp(kind, "unread")) {
        fault.hides = true;
    } else if (!strcmp(kind, "kill")) {
        fault.calls = NAMES | DATA | SYNCS | BIT(BIJAK_OPEN_TO_WRITE);
        fault.kills = true;
    } else if (!strcmp(kind, "filed")) {
        fault.calls = BIT(BIJAK_SYNC_ALL);
        fault.kills = true;
    } else if (!strcmp(kind, "read")) {
        fault.calls = BIT(BIJAK_READ);
        fault.error = EIO;
    } else if (!strcmp(kind, "partial")) {
        fault.calls = BIT(BIJAK_READ);
        fault.halves_all = true;
    } else {
        stop("BIJAK_FAULTS_FAIL names no kind");
    }
}

__attribute__((constructor)) static void begin(void) {
    const char *folder = getenv("BIJAK_FAULTS_ROOT"), *log = getenv("BIJAK_FAULTS_LOG");
    const char *fail = getenv("BIJAK_FAULTS_FAIL"), *clock = getenv("BIJAK_FAULTS_CLOCK");
    if (clock) bijak_clock_shift = strtol(clock, NULL, 10);
    if (fail) read_fault(fail);
    if (!folder) return;
    root_length = strlen(folder);
    if (root_length >= sizeof root) stop("BIJAK_FAULTS_ROOT is too long");
    memcpy(root, folder, root_length + 1);
    if (!log) return;
    log_file = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    if (log_file < 0) stop("BIJAK_FAULTS_LOG cannot be opened");
}

// Whatever the program has said by now is said for good.
__attribute__((destructor)) static void end(void) {
    struct call call = bijak_begin(BIJAK_EXIT, log_file >= 0, "", -1);
    struct bijak_record record = {
        .call = BIJAK_EXIT, .file = (uint64_t)getpid(), .at = (int64_t)reads};
    bijak_end(&call, true, record, "", NULL);
}

// "//", "/./" and "/../" are taken out; no folder on the way is a link.
bool bijak_within(const char *path, char name[PATH_MAX]) {
    char whole[2 * PATH_MAX];
    if (!root_length || !path) return false;
    if (path[0] == '/') {
        if (strlen(path) >= sizeof whole) return false;
        strcpy(whole, path);
    } else {
        if (!getcwd(whole, PATH_MAX)) return false;
        size_t length = strlen(whole);
        if (length + 1 + strlen(path) >= sizeof whole) return false;
        whole[length] = '/';
        strcpy(whole + length + 1, path);
    }
    size_t length = 0;
    for (const char *part = whole; *part;) {
        while (*part == '/') part++;
        size_t size = strcspn(part, "/");
        if (size == 2 && part[0] == '.' && part[1] == '.') {
            while (length && whole[--length] != '/');
        } else if (size && !(size == 1 && part[0] == '.')) {
            whole[length++] = '/';
            memmove(whole + length, part, size);
            length += size;
        }
        part += size;
        // What is moved lies before what is still read.
    }
    whole[length] = 0;
    if (strncmp(whole, root, root_length)) return false;
    if (whole[root_length] && whole[root_length] != '/') return false;
    const char *rest = whole[root_length] ? whole + root_length + 1 : "";
    if (strlen(rest) >= PATH_MAX) return false;
    strcpy(name, rest);
    return true;
}

void bijak_note(int descriptor, bool is_ours) {
    if (descriptor >= 0 && descriptor < (int)sizeof noted) noted[descriptor] = is_ours;
    else if (is_ours) stop("too many open files");
}

bool bijak_is_noted(int descriptor) {
    return descriptor >= 0 && descriptor < (int)sizeof noted && noted[descriptor];
}

static bool is_shared_memory(const char *name, int descriptor) {
    char link[64], target[PATH_MAX];
    if (!name) {
        snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
        ssize_t length = readlink(link, target, sizeof target - 1);
        if (length < 0) return false;
        target[length] = 0;
        // Of a file that was deleted the name has an end.
        char *end = strstr(target, " (deleted)");
        if (end) *end = 0;
        name = target;
    }
    size_t length = strlen(name);
    return length > 4 && !strcmp(name + length - 4, "-shm");
}

struct call bijak_begin(enum bijak_call what, bool is_ours, const char *name, int descriptor) {
    struct call call = {.what = what, .is_ours = is_ours};
    if (!is_ours) return call;
    int former = errno;
    pthread_mutex_lock(&turn);
    if (what == BIJAK_READ) {
        reads++;
    } else if (log_file >= 0) {
        while (flock(log_file, LOCK_EX) != 0)
            if (errno != EINTR) stop("the log cannot be locked");
        call.has_log = true;
        call.is_recorded = !is_shared_memory(name, descriptor);
    }
    if (fault.calls & BIT(what)) {
        fault.count++;
        if (fault.count >= fault.first && (fault.last == 0 || fault.count <= fault.last)) {
            if (fault.kills) kill(getpid(), SIGKILL);
            call.is_halved = fault.halves_all
                || (fault.halves_first && what == BIJAK_WRITE && fault.count == fault.first);
            if (!call.is_halved) call.refusal = fault.error;
        }
    }
    errno = former;
    return call;
}

void bijak_end(const struct call *call, bool has_succeeded, struct bijak_record record,
               const char *name, const void *bytes) {
    if (!call->is_ours) return;
    int former = errno;
    if (call->is_recorded && has_succeeded) {
        struct iovec parts[3] = {
            {&record, sizeof record},
            {(void *)name, record.name_length},
            {(void *)bytes, record.call == BIJAK_WRITE ? record.size : 0},
        };
        ssize_t whole = (ssize_t)(parts[0].iov_len + parts[1].iov_len + parts[2].iov_len);
        if (syscall(SYS_writev, log_file, parts, 3) != whole) stop("the log cannot be written");
    }
    if (call->has_log) flock(log_file, LOCK_UN);
    pthread_mutex_unlock(&turn);
    errno = former;
}
