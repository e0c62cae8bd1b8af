import Glibc
import TestSupport
import Testing

/// Every command that writes to books, from their beginning to a copy that was restored; some runs
/// are killed on the way.
enum WorkingDay {
    /// Records it in `books`, `copy` and `new` below a folder; what is imported lies beside that.
    static func record(in scratch: Scratch) throws -> RecordedRun {
        scratch.makeFolders(to: "disk/books")
        try inputs(scratch)
        var run = try RecordedRun(in: scratch.path + "/disk")
        func killed(_ kind: Faults.Kind, at call: Int, _ arguments: String...) throws {
            let step = try run.run(
                arguments, fault: Faults.Fault(kind: kind, first: call, last: call))
            try #require(step.status == -SIGKILL)
        }
        try run.run("init", "--company", "../company.json")
        try run.run("import", "../customers.json", "../items.json", "../prices.csv")
        try run.run("import", "../orders-0.jsonl", "../deliveries-0.csv")
        // Files are left behind that only the list knows, and found by a command that files none.
        try killed(.filed, at: 1, "issue", "--date", "2026-04-30")
        try run.run("customer", "set", "RETAIL", "creditLimit=400000", "--from", "2026-04-01")
        try run.run("issue", "--date", "2026-04-30")
        try run.run(
            "credit", "TT/26-27/00001", "--line", "1:1", "--reason", "r", "--date", "2026-05-02")
        try run.run("cancel", "TT/26-27/00003", "--reason", "wrong buyer", "--by", "Asha")
        let irn = try irn(&run)
        let portal = try Portal(in: scratch)
        scratch.write(
            "answer.json", Portal.answer(irn, try portal.qr(irn, number: numberToRegister)))
        try run.run("einvoice", "import", "../answer.json", "--key", "../portal.pem")
        try run.run("customer", "set", "RETAIL", "creditLimit=500000", "--from", "2026-05-01")
        try run.run("backup", "copy")
        try killed(.filed, at: 1, "rerender", "--customer", "RETAIL")
        try run.run("rerender", "--customer", "RETAIL")
        try run.run("import", "../orders-1.jsonl", "../deliveries-1.csv")
        try run.run("attach", "add", "SO-6", "../hours.pdf", "../pod.csv")
        try run.run("attach", "withdraw", "SO-6", "pod.csv")
        try killed(.kill, at: 60, "issue", "--date", "2026-05-31")
        try run.run("issue", "--date", "2026-05-31")
        try run.run("init", "--replace", "--company", "../other/company.json")
        try run.run("backup", "copy")
        try run.run("restore", "copy", "--books", "new")
        // What was reported lasts while others work on.
        try run.run("customer", "set", "RETAIL", "creditLimit=600000", "--from", "2026-06-01")
        try run.finish()
        return run
    }

    /// The company's logo at first and later, by their places beside the folder.
    static let logos = ["logo.png", "other/logo.png"]

    private static let numberToRegister = "TT/26-27/00002"

    /// The reference number that a document waits for.
    private static func irn(_ run: inout RecordedRun) throws -> String {
        let rows = try run.run("einvoice", "status", "--csv").out.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let row = try #require(rows.first { $0.contains(Substring(numberToRegister)) })
        return String(row[4])
    }

    private static func inputs(_ scratch: Scratch) throws {
        let base = Program.home + "/examples/errors/_books"
        for file in ["customers.json", "items.json", "prices.csv"] {
            scratch.write(file, contents("\(base)/\(file)") ?? [])
        }
        scratch.write("hours.pdf", "%PDF-1.7\nhours of April\n")
        scratch.write("pod.csv", "delivery;received by\nD-6;Kavya\n")
        let company = String(
            decoding: contents("\(base)/company.json") ?? [], as: UTF8.self
        ).replacing(
            #""taxNumber""#,
            with: #""eInvoicing": {"from": "2026-04-01"}, "turnover": "684215000.00", "#
                + #""look": {"logo": "logo.png"}, "taxNumber""#)
        let pictures = ["/docs/images/templates/table.png", "/docs/images/templates/keep.png"]
        for (folder, picture) in zip(["", "other/"], pictures) {
            scratch.write("\(folder)company.json", company)
            scratch.write("\(folder)logo.png", contents(Program.home + picture) ?? [])
        }
        for (part, date) in ["2026-04-03", "2026-05-04"].enumerated() {
            let numbers = part * 6..<part * 6 + 6
            scratch.write(
                "orders-\(part).jsonl",
                numbers.map { number in
                    """
                    {"id": "SO-\(number)", "customer": "RETAIL", "date": "\(date)", \
                    "currency": "INR", "lines": [{"item": "HAMMER", "quantity": "2"}]}

                    """
                }.joined())
            scratch.write(
                "deliveries-\(part).csv",
                "delivery,order,date,line,quantity\n"
                    + numbers.map { "D-\($0),SO-\($0),\(date),,\n" }.joined())
        }
    }
}
