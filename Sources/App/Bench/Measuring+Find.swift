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
