import Formats

extension Measuring {
    // MARK: Searching documents

    func find(_ figures: inout Value.Record) throws {
        let sizes = try options.numbers(
            "find-documents", in: 1000...5_000_000, default: [100_000])
        var values: [Value] = []
        for size in sizes {
            let outcome = try FindBench(setting: setting).run(size)
            say(
                """
                Index of \(Report.grouped(size)) documents: filled \
                \(rate(size, outcome.fillNanoseconds)) a second, \
                \(Report.ratio(outcome.bytes, size, places: 0)) bytes a document, peak \
                \(Report.ratio(outcome.peakKiB, 1024, places: 1)) MB


                """)
            var rows = [["find", "rows", "median ms", "mean ms", "mean µs a row"]]
            for search in outcome.searches {
                rows.append([
                    search.name, Report.ratio(search.rows, search.rounds, places: 1),
                    Report.milliseconds(search.median),
                    Report.milliseconds(search.total / search.rounds),
                    Report.ratio(search.total, 1000 * search.rows, places: 2),
                ])
            }
            say(Report.table(rows) + "\n")
            values.append(value(outcome))
        }
        figures.add("find", .list(values))
    }

    // MARK: Fetching documents

    func fetch(_ figures: inout Value.Record) throws {
        let sizes = try options.numbers("fetch-documents", in: 1...5_000_000, default: [10_000])
        var values: [Value] = []
        for size in sizes {
            let runs = try FetchBench(setting: setting).run(size)
            var rows = [
                [
                    "fetch of \(Report.grouped(size)) documents", "documents a second", "files",
                    "MB", "CPU s", "wall s", "peak MB",
                ]
            ]
            for run in runs {
                rows.append(
                    [
                        run.name, rate(run.documents, run.process.wallNanoseconds),
                        Report.grouped(run.files), Report.ratio(run.bytes, 1_000_000, places: 0),
                    ] + usage(run.process))
            }
            say(Report.table(rows) + "\n")
            values += runs.map(value)
        }
        figures.add("fetch", .list(values))
    }

    private func value(_ run: FetchBench.Run) -> Value {
        .record {
            $0.add("way", run.name)
            $0.add("documents", .integer(run.documents))
            $0.add("files", .integer(run.files))
            $0.add("bytes", .integer(run.bytes))
            $0.add("cpuNanoseconds", .integer(run.process.cpuNanoseconds))
            $0.add("wallNanoseconds", .integer(run.process.wallNanoseconds))
            $0.add("peakKiB", .integer(run.process.peakKiB))
        }
    }

    private func value(_ outcome: FindBench.Outcome) -> Value {
        .record {
            $0.add("documents", .integer(outcome.documents))
            $0.add("fillNanoseconds", .integer(outcome.fillNanoseconds))
            $0.add("bytes", .integer(outcome.bytes))
            $0.add("peakKiB", .integer(outcome.peakKiB))
            let searches = outcome.searches.map { search in
                Value.record {
                    $0.add("search", search.name)
                    $0.add("rounds", .integer(search.rounds))
                    $0.add("rows", .integer(search.rows))
                    $0.add("medianNanoseconds", .integer(search.median))
                    $0.add("nanoseconds", .integer(search.total))
                }
            }
            $0.add("searches", .list(searches))
        }
    }
}
