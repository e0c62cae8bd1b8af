import Formats

extension Measuring {
    // MARK: E-invoices

    func eInvoices(_ figures: inout Value.Record) throws {
        let rows = try EInvoiceBench(setting: setting).run()
        let heading = [
            "e-invoice, CPU µs", "write UBL", "write CII", "parse", "read", "check", "check a line",
        ]
        say(
            Report.table(
                [heading]
                    + rows.map { row in
                        ["\(Report.grouped(row.lines)) lines"]
                            + [row.writeUBL, row.writeCII, row.parse, row.read, row.check].map {
                                Report.ratio($0, 1000, places: 1)
                            } + [Report.ratio(row.check, 1000 * row.lines, places: 2)]
                    }) + "\n")
        let values = rows.map { row in
            Value.record {
                $0.add("lines", .integer(row.lines))
                $0.add("writeUBLNanoseconds", .integer(row.writeUBL))
                $0.add("writeCIINanoseconds", .integer(row.writeCII))
                $0.add("parseNanoseconds", .integer(row.parse))
                $0.add("readNanoseconds", .integer(row.read))
                $0.add("checkNanoseconds", .integer(row.check))
            }
        }
        figures.add("eInvoices", .list(values))
    }
}
