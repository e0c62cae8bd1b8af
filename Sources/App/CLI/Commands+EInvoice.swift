import Books
import Diagnostics
import Formats
import Money
import Workflows

extension Command {
    private static let eInvoiceVerbs = [
        Verb(name: "export", arguments: "[NUMBER…]", options: ["output", "customer", "period"]),
        Verb(name: "import", arguments: "FILE…", options: ["key", "number"]),
        Verb(name: "status", arguments: "", options: ["customer", "period", "csv"]),
    ]

    static let eInvoice = Command(
        name: "einvoice",
        summary: "India: report invoices to a registration portal, take its answers",
        arguments: "export [NUMBER…] | import FILE… | status",
        options: [
            Option("output", "FILE", "export: where to; FILE-2 and so on from 2 MB"),
            Option("customer", "ID", "export, status: of one customer"),
            Option("period", "P", "export, status: 2026-04, 2026-Q1, FY2026-27, 2026-04..2026-06"),
            Option("key", "PEM", "import: the portal's public key, to check signatures"),
            Option("number", "N", "import: the document, where an answer names none"),
            Option("csv", nil, "status: rows as CSV on standard output"),
        ],
        details: """
            export writes the INV-01 requests of documents that wait for their reference number, as one
            JSON array that a portal takes whole. import reads its answers in whatever a provider wraps
            them in, holds each against the request it belongs to, keeps number, acknowledgement and
            signed texts, and files the page once more with its QR code. Without --key signatures are
            not verified. Taking an answer twice changes nothing.

            examples:
              bijak einvoice export --period 2026-04 --output april.json
              bijak einvoice import answers.json --key portal.pem
              bijak einvoice status --period 2026-04
            """
    ) { invocation in
        let (verb, rest) = try invocation.verb(of: "einvoice", among: eInvoiceVerbs)
        switch verb.name {
        case "export": return try exportEInvoices(rest, invocation)
        case "import": return try importAnswers(rest, invocation)
        default: return try eInvoiceStatus(invocation)
        }
    }

    private static func exportEInvoices(
        _ numbers: [String], _ invocation: Invocation
    ) throws -> Answer {
        let usage = "bijak einvoice export --output FILE [NUMBER…]"
        let path = try OutputPlace.file(invocation.required("output", usage), "--output")
        let books = try BooksFolder(invocation.booksPath, readonly: true)
        let outcome = try Registrations(books, world: invocation.world())
            .export(search(invocation, Finding(books)), numbers: numbers, to: path)
        return Answer(
            value: .record {
                $0.add("files", .list(outcome.files.map(Value.text)))
                $0.add("documents", .list(outcome.numbers.map(Value.text)))
            },
            text: outcome.files.map { "\($0)\n" }.joined()
                + waiting(outcome.numbers.count))
    }

    private static func waiting(_ count: Int) -> String {
        counted(count, "document")
            + (count == 1 ? " waits for its" : " wait for their") + " reference number\n"
    }

    private static func importAnswers(
        _ files: [String], _ invocation: Invocation
    ) throws -> Answer {
        guard !files.isEmpty else {
            throw UsageError("which files?", hint: "bijak einvoice import FILE… [--key PEM]")
        }
        let outcome = try AnswerImport(
            BooksFolder(invocation.booksPath), world: invocation.world()
        ).run(files, key: invocation.options["key"], number: invocation.options["number"])
        var text = outcome.pages.map { "\($0)\n" }.joined()
        for refused in outcome.refused {
            text +=
                "\(refused.number) refused by the portal (IRP \(refused.code)): "
                + "\(refused.message)\n"
        }
        let signatures = outcome.isVerified ? "signatures verified" : "signatures not verified"
        text +=
            "\(outcome.registered.count) registered, \(outcome.cancelled.count) cancelled, "
            + "\(outcome.refused.count) refused, \(outcome.unchanged) known already, "
            + "\(outcome.rejected) not taken; \(signatures)\n"
        return Answer(
            value: .record {
                $0.add("registered", .list(outcome.registered.map(Value.text)))
                $0.add("cancelled", .list(outcome.cancelled.map(Value.text)))
                $0.add(
                    "refused",
                    .list(
                        outcome.refused.map { one in
                            .record {
                                $0.add("number", one.number)
                                $0.add("code", one.code)
                                $0.add("message", one.message)
                            }
                        }))
                $0.add("unchanged", .integer(outcome.unchanged))
                $0.add("rejected", .integer(outcome.rejected))
                $0.add("verified", .flag(outcome.isVerified))
                $0.add("pages", .list(outcome.pages.map(Value.text)))
            }, text: text, hasErrors: outcome.rejected > 0 || !outcome.refused.isEmpty)
    }

    private static func eInvoiceStatus(_ invocation: Invocation) throws -> Answer {
        let books = try BooksFolder(invocation.booksPath, readonly: true)
        let registrations = Registrations(books, world: try invocation.world())
        let entries = try registrations.entries(search(invocation, Finding(books)))
        try registrations.tellWindow(entries)
        let heading = [
            "number", "date", "customer", "state", "irn", "ackNumber", "ackDate", "verified",
            "lastDay", "error",
        ]
        var csv = CSVWriter(heading: heading)
        var rows: [[String]] = []
        for entry in entries {
            let (one, registration) = (entry.portalEntry, entry.portalEntry.registration)
            let error = one.error.map { "IRP \($0.code): \($0.message)" } ?? ""
            let verified = registration.map { $0.isVerified ? "verified" : "not verified" } ?? ""
            csv.row([
                one.document, entry.document.issueDate.description, entry.document.customer,
                entry.state, one.irn, registration?.ackNumber ?? "", registration?.ackDate ?? "",
                verified, entry.lastDay?.description ?? "", error,
            ])
            rows.append([
                one.document, entry.document.issueDate.description, entry.document.customer,
                entry.state, registration?.ackNumber ?? "", verified, error,
            ])
        }
        let counts = ["waiting", "registered", "cancelled"].map { state in
            "\(entries.count { $0.state == state }) \(state)"
        }
        let text =
            invocation.switches.contains("csv")
            ? String(decoding: csv.bytes, as: UTF8.self)
            : table(rows) + counts.joined(separator: ", ") + "\n"
        return Answer(value: .list(entries.map(eInvoiceValue)), text: text)
    }

    private static func eInvoiceValue(_ entry: Registrations.Entry) -> Value {
        .record {
            let (one, registration) = (entry.portalEntry, entry.portalEntry.registration)
            $0.add("number", one.document)
            $0.add("issueDate", entry.document.issueDate)
            $0.add("customer", entry.document.customer)
            $0.add("state", entry.state)
            $0.add("irn", one.irn)
            $0.add("ackNumber", registration?.ackNumber)
            $0.add("ackDate", registration?.ackDate)
            $0.add("verified", registration.map { Value.flag($0.isVerified) })
            $0.add("cancelDate", one.cancelDate)
            $0.add("lastDay", entry.lastDay)
            $0.add("errorCode", one.error?.code)
            $0.add("errorMessage", one.error?.message)
        }
    }
}
