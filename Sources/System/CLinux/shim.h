#pragma once
// syncfs(2) stands behind _GNU_SOURCE in unistd.h, which Swift's Glibc module does not set.
int syncfs(int fd);
// getopt_long(3) is not part of Swift's Glibc module.
#include <getopt.h>
// Swift 6 refuses C's global variables, as any thread could change them; the parser runs once, on
// the main thread, before any other is started.
static inline void bijak_getopt_reset(void) { optind = 0; opterr = 0; }
static inline int bijak_getopt_index(void) { return optind; }
static inline const char *bijak_getopt_value(void) { return optarg; }
