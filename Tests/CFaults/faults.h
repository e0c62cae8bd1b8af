#pragma once
#include "CFaults.h"
#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

// A call below the folder between its beginning and its end. Nobody else's call happens meanwhile.
struct call {
    enum bijak_call what;
    bool is_ours;
    bool has_log;         // holds the log's lock until it ends
    bool is_recorded;
    int refusal;          // errno of a call that must fail, 0 where it is made
    bool is_halved;       // a write or read of the first half
};

// Where the wrong clock stands in seconds from the right one.
extern long bijak_clock_shift;

// Whether all below the folder can only be read, from the first call on.
bool bijak_is_readonly(void);

// Whether a file of an archive is to be refused to whoever would read it.
bool bijak_is_unreadable(const char *name);

// Says whether a path lies below the folder and how it is called from there.
bool bijak_within(const char *path, char name[PATH_MAX]);
// Notes that a descriptor is of something below the folder, or no more.
void bijak_note(int descriptor, bool is_ours);
bool bijak_is_noted(int descriptor);

// Begins a call about something that is called `name` or has the descriptor, which may be -1.
struct call bijak_begin(enum bijak_call what, bool is_ours, const char *name, int descriptor);
// Ends it: what has succeeded is recorded. Leaves errno as it is.
void bijak_end(const struct call *call, bool has_succeeded, struct bijak_record record,
               const char *name, const void *bytes);
