import Formats
internal import Glibc
import Workflows

extension Measuring {
    // MARK: The whole program

    func issue(_ figures: inout Value.Record) throws {
        var bench = IssueBench(
            setting: setting,
            orders: try options.numbers("orders", in: 1...5_000_000, default: [1000, 10_000]),
            processors: try options.numbers("processors", in: 1...64, default: [1, 2]),
            repeats: try options.number("repeat", in: 1...100, default: 1))
        var rows = [
            [
                "issue", "processors", "per CPU-second", "per second", "of the first", "CPU s",
                "wall s", "peak MB",
            ]
        ]
        var imports = [["import", "CPU s", "wall s", "peak MB"]]
        var values: [Value] = []
        var last: [IssueBench.Files] = []
        var first: IssueBench.Run?
        try bench.run { orders, process in
            imports.append(["\(Report.grouped(orders)) orders"] + usage(process))
        } _: { run in
            let process = run.process
            // How much faster than with the number of processors that was named first.
            if first?.orders != run.orders { first = run }
            let firstWall = first?.process.wallNanoseconds ?? 0
            rows.append(
                [
                    "\(Report.grouped(run.orders)) orders", String(run.processors),
                    rate(run.orders, process.cpuNanoseconds),
                    rate(run.orders, process.wallNanoseconds),
                    Report.ratio(firstWall, process.wallNanoseconds, places: 2) + " ×",
                ] + usage(process))
            values.append(value(run))
            last = run.files
        }
        say(
            "Generated orders (\(setting.trade.regime), seed \(setting.seed), template \(setting.template)), "
                + "one invoice each\n\n")
        say(Report.table(imports) + "\n" + Report.table(rows) + "\n")
        let sizes = last.map { [$0.kind, Report.ratio($0.bytes, $0.count, places: 0)] }
        say(Report.table([["archived", "bytes a document"]] + sizes) + "\n")
        figures.add("issue", .list(values))
    }

    func usage(_ process: ChildProcess) -> [String] {
        [
            Report.ratio(process.cpuNanoseconds, 1_000_000_000, places: 2),
            Report.ratio(process.wallNanoseconds, 1_000_000_000, places: 2),
            Report.ratio(process.peakKiB, 1024, places: 1),
        ]
    }

    func rate(_ count: Int, _ nanoseconds: Int) -> String {
        Report.ratio(count * 1_000_000_000, nanoseconds, places: 0)
    }

    private func value(_ run: IssueBench.Run) -> Value {
        .record { record in
            record.add("orders", .integer(run.orders))
            record.add("processors", .integer(run.processors))
            record.add("cpuMicroseconds", .integer(run.process.cpuNanoseconds / 1000))
            record.add("wallMicroseconds", .integer(run.process.wallNanoseconds / 1000))
            record.add("peakKiB", .integer(run.process.peakKiB))
            let files = run.files.map { file in
                Value.record {
                    $0.add("kind", file.kind)
                    $0.add("count", .integer(file.count))
                    $0.add("bytes", .integer(file.bytes))
                }
            }
            record.add("files", .list(files))
        }
    }

    // MARK: Stages

    func stages(_ figures: inout Value.Record) throws {
        let orders = try options.number("stage-orders", in: 1...5_000_000, default: 1000)
        if unsafe access(setting.books(orders), F_OK) != 0 { _ = try setting.makeBooks(orders) }
        let books = "\(setting.folder)/stages"
        try setting.copyBooks(orders, to: books)
        var bench = try StageBench(setting, books: books)
        try bench.run()
        let timer = bench.timer
        var rows = [["stage (one thread)", "CPU µs", "share", "wall µs", "share"]]
        var values: [Value] = []
        for stage in Stage.allCases {
            let (cpu, wall) = (timer.cpu[stage] ?? 0, timer.wall[stage] ?? 0)
            rows.append([
                stage.rawValue, Report.ratio(cpu, 1000 * bench.issued, places: 1),
                share(cpu, timer.totalCPU), Report.ratio(wall, 1000 * bench.issued, places: 1),
                share(wall, timer.totalWall),
            ])
            values.append(
                .record {
                    $0.add("stage", stage.rawValue)
                    $0.add("cpuNanoseconds", .integer(cpu / bench.issued))
                    $0.add("wallNanoseconds", .integer(wall / bench.issued))
                })
        }
        rows.append([
            "an invoice", Report.ratio(timer.totalCPU, 1000 * bench.issued, places: 1), "",
            Report.ratio(timer.totalWall, 1000 * bench.issued, places: 1), "",
        ])
        say(Report.table(rows) + "\n")
        figures.add("stages", .list(values))
    }

    private func share(_ part: Int, _ whole: Int) -> String {
        Report.ratio(100 * part, whole, places: 1) + " %"
    }
}
