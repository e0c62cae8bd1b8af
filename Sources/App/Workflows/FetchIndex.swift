import Archive
import Books
import Crypto
import Formats
import Money

/// The index of fetched documents: a page for people and rows for spreadsheets, written as the
/// documents go through.
final class FetchIndex {
    private let page: OutputFile
    private let rows: OutputFile
    private var csv = CSVWriter(heading: FetchIndex.columns)
    private var sums = Books.Tallies()
    /// Rows of the page for what is no document's.
    private var supplements: [String] = []

    private static let columns = [
        "number", "date", "kind", "state", "customer", "name", "order", "purchaseOrder",
        "currency", "taxable", "tax", "payable", "file", "size", "sha256",
    ]

    /// - Parameter prefix: of the paths of both files.
    init(_ prefix: String) throws {
        page = try OutputFile("\(prefix)index.html")
        rows = try OutputFile("\(prefix)index.csv")
        try page.write(FetchIndex.head)
    }

    /// Refuses a folder where files of these names lie that are no former index.
    static func checkPlace(_ folder: String) throws {
        let beginnings = [("index.html", head), ("index.csv", columns.joined(separator: ","))]
        for (name, beginning) in beginnings {
            let path = "\(folder)/\(name)"
            guard Disk.kind(path) == .file else { continue }
            if try !Disk.begins(path, with: Array(beginning.utf8)) {
                throw UsageError(
                    "\(path) is no index that fetch has made: it is not written over",
                    hint: "choose another folder with --output, or leave out --index")
            }
        }
    }

    /// Enters a document with the names under which its files lie.
    func add(_ job: FetchDelivery.Job, _ names: [String]) throws {
        let document = job.document
        try sums.add(document)
        for (file, name) in zip(job.files, names) {
            csv.row([
                document.number, document.issueDate.description, document.kind.rawValue,
                document.state.rawValue, document.customer, document.customerName, document.order,
                document.purchaseOrder ?? "", document.payable.currency.code,
                document.taxable.plain, document.tax.plain, document.payable.plain, name,
                String(file.size), SHA256.hex(file.sha256),
            ])
        }
        try rows.write(csv.take())
        try page.write(row(job, names))
    }

    /// Enters a file that is no document's.
    func add(_ supplement: Fetching.Supplement) {
        let hash = SHA256.hex(of: supplement.bytes)
        csv.row([
            supplement.id, "", supplement.kind, "", "", "", "", "", "", "", "", "",
            supplement.path, String(supplement.bytes.count), hash,
        ])
        supplements.append(
            """
            <tr><th scope="row">\(escaped(supplement.id))</th><td>\(escaped(supplement.kind))</td>\
            <td>\(escaped(supplement.place))</td>\
            <td><a href="\(escaped(supplement.path))">\(escaped(supplement.path))</a> \
            <code>\(hash)</code></td></tr>

            """)
    }

    /// Ends both files; `body` decides where they go.
    func finish(_ body: (_ name: String, OutputFile) throws -> Void) throws {
        try page.write(foot)
        try rows.write(csv.take())
        try body("index.html", page)
        try body("index.csv", rows)
    }

    private func row(_ job: FetchDelivery.Job, _ names: [String]) -> String {
        let document = job.document
        let kind = document.kind.rawValue + (document.state == .issued ? "" : ", cancelled")
        let files = zip(job.files, names).map { file, name in
            "<li><a href=\"\(escaped(name))\">\(escaped(name))</a> "
                + "<code>\(SHA256.hex(file.sha256))</code></li>"
        }
        return """
            <tr><th scope="row">\(escaped(document.number))</th>\
            <td>\(document.issueDate)</td><td>\(kind)</td>\
            <td>\(escaped(document.customerName)) (\(escaped(document.customer)))</td>\
            <td class="amount">\(document.taxable)</td><td class="amount">\(document.tax)</td>\
            <td class="amount">\(document.payable)</td><td><ul>\(files.joined())</ul></td></tr>

            """
    }

    private var foot: String {
        let sums = sums.all.map { tally in
            """
            <tr><th scope="row">\(tally.currency)</th>\
            <td>\(tally.documents)</td><td>\(tally.cancelled)</td>\
            <td class="amount">\(tally.taxable.plain)</td>\
            <td class="amount">\(tally.tax.plain)</td>\
            <td class="amount">\(tally.payable.plain)</td></tr>

            """
        }
        return """
            </tbody></table>
            \(given)<h2>Sums</h2>
            <p>Credit notes and refund vouchers are taken off; cancelled documents add nothing.</p>
            <table><thead><tr><th scope="col">Currency</th><th scope="col">Documents</th>\
            <th scope="col">Cancelled</th><th scope="col">Taxable</th><th scope="col">Tax</th>\
            <th scope="col">Payable</th></tr></thead><tbody>
            \(sums.joined())</tbody></table>
            </main></body></html>

            """
    }

    /// What is no document's; nothing where there is none.
    private var given: String {
        if supplements.isEmpty { return "" }
        return """
            <h2>What they were made from</h2>
            <table><caption>Each record as it was given, and where it came from.</caption>
            <thead><tr><th scope="col">Id</th><th scope="col">Record</th>\
            <th scope="col">Given in</th><th scope="col">File</th></tr></thead><tbody>
            \(supplements.joined())</tbody></table>

            """
    }

    private static let head = """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>Documents</title>
        <meta name="viewport" content="width=device-width">
        <meta http-equiv="Content-Security-Policy" \
        content="default-src 'none'; style-src 'unsafe-inline'">
        <style>
        body { font: 1em/1.4 sans-serif; margin: 1.5em; color: #111; background: #fff; }
        table { border-collapse: collapse; }
        caption { text-align: left; margin-bottom: .5em; }
        th, td { border-bottom: 1px solid #999; padding: .3em .8em .3em 0; text-align: left;
          vertical-align: top; }
        .amount { text-align: right; white-space: nowrap; }
        ul { list-style: none; margin: 0; padding: 0; }
        code { font-size: .75em; overflow-wrap: anywhere; }
        </style></head><body><main>
        <h1>Documents</h1>
        <table><caption>Each document with its files as they were issued and the SHA-256 of each. \
        The same rows are in <a href="index.csv">index.csv</a>.</caption>
        <thead><tr><th scope="col">Number</th><th scope="col">Date</th><th scope="col">Kind</th>\
        <th scope="col">Customer</th><th scope="col">Taxable</th><th scope="col">Tax</th>\
        <th scope="col">Payable</th><th scope="col">Files</th></tr></thead><tbody>

        """
}

/// A text inside HTML or one of its attributes.
func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "'": result += "&#39;"
        // HTML has no other control characters.
        case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}": result += "\u{FFFD}"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
