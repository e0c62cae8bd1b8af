#pragma once
#include <qpdf/qpdf-c.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

// A macro with an operator, which Swift does not see.
static const int bijak_qpdf_errors = QPDF_ERRORS;

// libqpdf has no limit on what a stream may grow to, so the process has one while libqpdf works: its
// address space may grow by `more` bytes from now on. What is refused then ends as an error of
// libqpdf. Returns 0 where the machine does not tell how large the process is.
static inline int bijak_memory_limit(
    size_t more, struct rlimit *before, struct rlimit *meanwhile) {
    unsigned long pages = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (!file) return 0;
    int found = fscanf(file, "%lu", &pages);
    fclose(file);
    if (found != 1 || getrlimit(RLIMIT_AS, before) != 0) return 0;
    *meanwhile = *before;
    rlim_t most = (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE) + more;
    if (before->rlim_cur == RLIM_INFINITY || before->rlim_cur > most) meanwhile->rlim_cur = most;
    return 1;
}

// RLIMIT_AS is a constant of an enumeration without a name.
static inline void bijak_memory_set(const struct rlimit *limit) { setrlimit(RLIMIT_AS, limit); }
