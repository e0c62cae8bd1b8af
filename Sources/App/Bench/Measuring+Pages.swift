import Formats

extension Measuring {
    // MARK: Pages

    func pages(_ figures: inout Value.Record) throws {
        let documents = try options.numbers(
            "documents", in: 1...5_000_000, default: [1000, 10_000])
        let found = try PagesBench(setting: setting, documents: documents).run()
        let count = PagesBench.invoices
        say(
            Report.table([
                ["\(Report.grouped(count)) mixed invoices", "a CPU-second", "CPU ms", "pages"],
                [
                    "PDF/A-3b with e-invoice", rate(count, found.plain),
                    Report.milliseconds(found.plain / count),
                    Report.ratio(found.pages, count, places: 2),
                ],
                ["tagged", rate(count, found.tagged), Report.milliseconds(found.tagged / count)],
            ]) + "\n")
        say(
            Report.table([
                ["threads", "a second", "ratio"],
                ["1", rate(count, found.oneThread)],
                [
                    "2", rate(count, found.twoThreads),
                    Report.ratio(found.oneThread, found.twoThreads, places: 2),
                ],
            ]) + "\n")
        say(
            Report.table(
                [["lines of an invoice", "CPU ms", "µs a line"]]
                    + found.byLines.map {
                        [
                            Report.grouped($0.lines), Report.milliseconds($0.nanoseconds),
                            Report.ratio($0.nanoseconds, 1000 * $0.lines, places: 2),
                        ]
                    }) + "\n")
        say(
            Report.table(
                [["documents written", "resident MB"]]
                    + found.memory.map {
                        [Report.grouped($0.documents), Report.ratio($0.kib, 1024, places: 1)]
                    }) + "\n")
        figures.add("pages", value(found))
    }

    private func value(_ found: PagesBench.Figures) -> Value {
        .record { record in
            record.add("invoices", .integer(PagesBench.invoices))
            record.add("plainNanoseconds", .integer(found.plain))
            record.add("taggedNanoseconds", .integer(found.tagged))
            record.add("pagesOfAll", .integer(found.pages))
            record.add("oneThreadWallNanoseconds", .integer(found.oneThread))
            record.add("twoThreadsWallNanoseconds", .integer(found.twoThreads))
            let lines = found.byLines.map { row in
                Value.record {
                    $0.add("lines", .integer(row.lines))
                    $0.add("nanoseconds", .integer(row.nanoseconds))
                }
            }
            record.add("byLines", .list(lines))
            let memory = found.memory.map { row in
                Value.record {
                    $0.add("documents", .integer(row.documents))
                    $0.add("residentKiB", .integer(row.kib))
                }
            }
            record.add("memory", .list(memory))
        }
    }

    // MARK: Floor

    func floor(_ figures: inout Value.Record) throws {
        let bench = FloorBench(
            setting: setting, prototypes: options["prototypes"] ?? "../shared/reference/pdf")
        let found = try bench.run()
        let count = FloorBench.invoices
        var rows = [
            ["25 lines, CPU ms an invoice", "lay out", "PDF/A-3b", "both", "pages", "bytes"]
        ]
        var ratios = [["", "C ms", "ratio", "C shaping ms", "ratio"]]
        var values: [Value] = []
        for work in found.works {
            rows.append([
                work.name, Report.milliseconds(work.layOut / count),
                Report.milliseconds(work.pdf / count), Report.milliseconds(work.total / count),
                Report.ratio(work.pages, count, places: 2),
                Report.ratio(work.bytes, count, places: 0),
            ])
            if work.name == FloorBench.taggedName {
                // The C program that tags is another one, and shapes nothing.
                if let tagging = found.prototypeTagging {
                    ratios.append([
                        work.name, Report.milliseconds(tagging),
                        Report.ratio(work.total, tagging * count, places: 2),
                    ])
                }
            } else if let cached = found.prototype, let shaping = found.prototypeShaping {
                ratios.append([
                    work.name, Report.milliseconds(cached),
                    Report.ratio(work.total, cached * count, places: 2),
                    Report.milliseconds(shaping),
                    Report.ratio(work.total, shaping * count, places: 2),
                ])
            }
            values.append(
                .record {
                    $0.add("template", work.name)
                    $0.add("layOutNanoseconds", .integer(work.layOut / count))
                    $0.add("pdfNanoseconds", .integer(work.pdf / count))
                    $0.add("pagesOfAll", .integer(work.pages))
                    $0.add("bytes", .integer(work.bytes / count))
                })
        }
        say(Report.table(rows) + "\n")
        if found.prototype == nil {
            say("  no bench_e.c in \(bench.prototypes): nothing to compare with\n")
        } else {
            say(Report.table(ratios))
        }
        figures.add(
            "floor",
            .record {
                $0.add("invoices", .integer(count))
                $0.add("works", .list(values))
                $0.add("prototypeNanoseconds", found.prototype.map(Value.integer))
                $0.add("prototypeShapingNanoseconds", found.prototypeShaping.map(Value.integer))
                $0.add("prototypeTaggingNanoseconds", found.prototypeTagging.map(Value.integer))
            })
    }
}
