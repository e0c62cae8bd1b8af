internal import Glibc

/// Nanoseconds of the machine's monotonic clock and of this process's work.
enum Clock {
    static func now() -> Int { read(CLOCK_MONOTONIC) }

    /// User and system time of all threads so far.
    static func cpu() -> Int { read(CLOCK_PROCESS_CPUTIME_ID) }

    private static func read(_ clock: clockid_t) -> Int {
        var time = timespec()
        unsafe clock_gettime(clock, &time)
        return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
    }
}
