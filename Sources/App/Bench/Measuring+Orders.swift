import Formats
import Workflows

extension Measuring {
    // MARK: Orders against contracts

    func check(_ figures: inout Value.Record) throws {
        let bench = CheckBench(setting: setting)
        var rows = [
            [
                "check FILE", "per CPU-second", "per second", "CPU s", "wall s", "peak MB",
                "refused", "findings", "of codes",
            ]
        ]
        var values: [Value] = []
        let counts = try options.numbers(
            "check-orders", in: 1...5_000_000, default: [10_000, 100_000])
        for orders in counts {
            let run = try bench.run(orders)
            rows.append(
                [
                    "\(Report.grouped(orders)) orders", rate(orders, run.process.cpuNanoseconds),
                    rate(orders, run.process.wallNanoseconds),
                ] + usage(run.process) + [
                    Report.grouped(run.refused), Report.grouped(run.findingCount),
                    String(run.findings.count),
                ])
            values.append(value(run))
        }
        say(
            "Orders (\(setting.trade.regime), seed \(setting.seed)) of "
                + "\(ContractOrderGenerator.customerCount) customers under "
                + "\(ContractOrderGenerator.contractCount) contracts, one in "
                + "\(Fault.interval) wrong\n\n")
        say(Report.table(rows) + "\n")
        figures.add("check", .list(values))
    }

    private func value(_ run: CheckBench.Run) -> Value {
        .record { record in
            record.add("orders", .integer(run.orders))
            record.add("cpuMicroseconds", .integer(run.process.cpuNanoseconds / 1000))
            record.add("wallMicroseconds", .integer(run.process.wallNanoseconds / 1000))
            record.add("peakKiB", .integer(run.process.peakKiB))
            record.add("refused", .integer(run.refused))
            let findings = run.findings.map { code, count in
                Value.record {
                    $0.add("code", code)
                    $0.add("count", .integer(count))
                }
            }
            record.add("findings", .list(findings))
        }
    }

    // MARK: Prices, taxes and their explanation

    func price(_ figures: inout Value.Record) throws {
        let found = try PriceBench(setting: setting).run()
        let count = PriceBench.orders
        let rows: [(name: String, nanoseconds: Int)] = [
            ("parse", found.parse), ("review", found.review),
            ("price, tax and explain", found.calculate), ("value tree", found.value),
            ("canonical JSON", found.json), ("all", found.total),
            ("price and tax without explanation", found.calculatePlain),
            ("canonical JSON without explanation", found.plainJSON),
        ]
        let title = "\(PriceBench.lines) lines, \(setting.trade.regime), one thread"
        say(
            Report.table(
                [[title, "CPU µs", "per CPU-second"]]
                    + rows.map { name, nanoseconds in
                        [
                            name, Report.ratio(nanoseconds, 1000 * count, places: 1),
                            rate(count, nanoseconds),
                        ]
                    }) + "\n")
        say(
            "  an explanation has \(Report.ratio(found.steps, count, places: 0)) steps; with it "
                + "the JSON has \(Report.ratio(found.bytes, count, places: 0)) bytes, "
                + "without \(Report.ratio(found.plainBytes, count, places: 0))\n\n")
        figures.add(
            "price",
            .record { record in
                record.add("orders", .integer(count))
                record.add("lines", .integer(PriceBench.lines))
                for (name, nanoseconds) in rows {
                    record.add(name, .integer(nanoseconds / count))
                }
                record.add("steps", .integer(found.steps / count))
                record.add("bytes", .integer(found.bytes / count))
                record.add("bytesWithoutExplanation", .integer(found.plainBytes / count))
            })
    }
}
