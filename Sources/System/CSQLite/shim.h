#pragma once
#include <sqlite3.h>

// Swift imports neither C functions with variable arguments (sqlite3_db_config) nor macros that
// cast (SQLITE_TRANSIENT).

static inline int bijak_sqlite3_config_flag(sqlite3 *database, int option, int on) {
    return sqlite3_db_config(database, option, on, (int *)0);
}

static inline int bijak_sqlite3_bind_text(sqlite3_stmt *statement, int index, const char *text,
                                          sqlite3_uint64 length) {
    return sqlite3_bind_text64(statement, index, text, length, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static inline int bijak_sqlite3_bind_blob(sqlite3_stmt *statement, int index, const void *bytes,
                                          sqlite3_uint64 length) {
    return length == 0 ? sqlite3_bind_zeroblob(statement, index, 0)
                       : sqlite3_bind_blob64(statement, index, bytes, length, SQLITE_TRANSIENT);
}

static inline void bijak_sqlite3_result_blob(sqlite3_context *context, const void *bytes,
                                             sqlite3_uint64 length) {
    sqlite3_result_blob64(context, bytes, length, SQLITE_TRANSIENT);
}
