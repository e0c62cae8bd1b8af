#pragma once
// A library that is loaded before libc (LD_PRELOAD) and stands between the program that is shipped
// and the disk, for SQLite's calls and the program's own alike. It looks at what happens below one
// folder and lets everything else pass. The environment says what it does:
//
//   BIJAK_FAULTS_ROOT   the folder, an absolute path without links
//   BIJAK_FAULTS_LOG    a file to which every change and every sync below it is appended, in the
//                       order in which they happen, whichever process or thread makes them
//   BIJAK_FAULTS_FAIL   KIND:FIRST:LAST: of the calls that the kind is about, those from FIRST to
//                       LAST, counted from 1, fail; LAST 0 is without end
//   BIJAK_FAULTS_CLOCK  seconds by which the clock of day and date is wrong
//
// Kinds, and what they are about:
//
//   full      what takes room: ENOSPC; the first such write still writes its first half
//   short     writes, which write their first half and say so
//   write     writes: EIO
//   sync      syncs: EIO
//   names     making, renaming and deleting files and folders: EIO
//   readonly  all of these but syncs, and opening to write: EROFS; from the first call on without
//             end, statvfs says so too
//   kill      any of these: the process ends as by kill -9, before the call
//   filed     syncfs: the same, when all is written and nothing synced
//   read      opening to read, reading, listing a folder: EIO
//   partial   reads, which give their first half
//
// Reads are counted and not recorded: the record of a process that ended by itself says how many it made.
//
// What is written through a mapping is not seen. Of SQLite only the file -shm is, which a restart of
// the machine may lose: it is not recorded at all.

#include <stdint.h>

enum bijak_call {
    BIJAK_CREATE = 1,    // a file, by its name
    BIJAK_WRITE,         // `size` bytes, which follow, at `at`
    BIJAK_TRUNCATE,      // to the size `at`
    BIJAK_FOLDER,        // a folder is made
    BIJAK_RENAME,        // two names, a zero byte between them
    BIJAK_DELETE,        // a file or an empty folder
    BIJAK_SYNC_FILE,     // data and size of a file
    BIJAK_SYNC_FOLDER,   // the names in a folder
    BIJAK_SYNC_ALL,      // everything
    BIJAK_OPEN_TO_WRITE, // a file that was there
    BIJAK_EXIT,          // `file` is the number of a process that ended by itself, `at` its reads
    BIJAK_READ,          // of a file or a folder's names; in no log
};

// One call that succeeded, as it stands in the log: this, then the name, then what was written.
// Names are paths from the folder on, "" for itself.
struct bijak_record {
    uint32_t call;        // enum bijak_call
    uint32_t name_length;
    uint64_t file;        // the file's inode, where it is about a file
    int64_t at;
    uint64_t size;
};
