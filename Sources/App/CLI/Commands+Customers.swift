import Diagnostics
import Formats
import Money
import Trade
import Workflows

extension Command {
    static let customer = Command(
        name: "customer", summary: "customers: list, show, change, history",
        arguments: "list | show ID | set ID KEY=VALUE… | history ID",
        options: [
            Option("duplicates", nil, "list: customers that may be one and the same"),
            Option("text", "T", "list: a part of id, name, city or tax number"),
            Option("on", "DATE", "show: the version that holds on this day (default today)"),
            Option("from", "DATE", "set: make a version that holds from this day"),
            Option(
                "remove", "KEY", "set: take a field out; may be given several times",
                repeats: true),
        ],
        details: """
            set names fields by the keys of the JSON record (bijak schema customers), parts joined by
            points; elements of lists count from 1; a value that begins with [ or { is JSON. Without
            --from the newest version is corrected; what it said before stays in the history. The
            record as changed is checked as import checks it, and kept only without errors.

            examples:
              bijak customer list --duplicates
              bijak customer show C-1001 --on 2026-06-30
              bijak customer set C-1001 creditLimit=500000 paymentTerms.netDays=30
              bijak customer set C-1001 address.city=Pune "address.lines.1=4 Mill Road" \\
                --from 2026-08-01
              bijak customer set C-1001 status=blocked "statusReason=two invoices overdue"
              bijak customer history C-1001
            """
    ) { invocation in
        let verbs = [
            Verb(name: "list", arguments: "", options: ["duplicates", "text"]),
            Verb(name: "show", arguments: "ID", options: ["on"]),
            Verb(name: "set", arguments: "ID KEY=VALUE…", options: ["from", "remove"]),
            Verb(name: "history", arguments: "ID", options: []),
        ]
        let (verb, rest) = try invocation.verb(of: "customer", among: verbs)
        let isReading = verb.name != "set"
        let books = try BooksFolder(invocation.booksPath, readonly: isReading)
        let customers = Customers(books, world: try invocation.world())
        switch verb.name {
        case "list": return try customerList(customers, invocation)
        case "set": return try customerSet(customers, rest, invocation)
        default:
            let usage = "bijak customer \(verb.name) ID"
            let id = try invocation.single(rest, "which customer?", usage)
            return verb.name == "show"
                ? try customerShow(customers, id, on: date("on", invocation))
                : try customerHistory(customers, id)
        }
    }

    private static func customerList(
        _ customers: Customers, _ invocation: Invocation
    ) throws -> Answer {
        if invocation.switches.contains("duplicates") { return try duplicates(customers) }
        let list = try customers.list(text: invocation.options["text"])
        let rows = list.map { one in
            [
                one.customer.id, one.customer.name, one.customer.address.city,
                one.customer.address.country, one.customer.taxNumber ?? "",
                one.customer.currency.code,
                one.customer.status == .active ? "" : one.customer.status.rawValue,
                one.versions > 1 ? "\(one.versions) versions" : "",
            ]
        }
        return Answer(
            value: .list(
                list.map { one in
                    .record {
                        $0.add("id", one.customer.id)
                        $0.add("name", one.customer.name)
                        $0.add("city", one.customer.address.city)
                        $0.add("country", one.customer.address.country)
                        $0.add("taxNumber", one.customer.taxNumber)
                        $0.add("currency", one.customer.currency.code)
                        $0.add("status", one.customer.status.rawValue)
                        $0.add("versions", .integer(one.versions))
                    }
                }), text: printableTable(rows) + counted(list.count, "customer") + "\n")
    }

    private static func duplicates(_ customers: Customers) throws -> Answer {
        let pairs = try customers.duplicates()
        let rows = pairs.map {
            [$0.customer.id, $0.customer.name, $0.other.id, $0.other.name, "same \($0.what)"]
        }
        return Answer(
            value: .list(
                pairs.map { pair in
                    .record {
                        $0.add("customer", pair.customer.id)
                        $0.add("other", pair.other.id)
                        $0.add("same", pair.what)
                    }
                }),
            text: printableTable(rows) + counted(pairs.count, "pair")
                + (pairs.isEmpty ? ": no two customers look like one\n" : "\n"))
    }

    private static func customerShow(
        _ customers: Customers, _ id: String, on day: CalendarDate?
    ) throws -> Answer {
        let shown = try customers.show(id, on: day)
        var rows = shown.record.recordFields.map { [$0.key, $0.text] }
        rows.append([])
        if shown.versions.count > 1 || shown.customer.validFrom != nil {
            rows.append(["versions", shown.versions.map(firstDay).joined(separator: ", ")])
        }
        if !shown.contracts.isEmpty {
            rows.append(["contracts on \(shown.day)", shown.contracts.joined(separator: ", ")])
        }
        rows.append(["open invoices", shown.openInvoices.description])
        rows.append(["delivered, unbilled", shown.unbilled.description])
        if let left = shown.creditLeft, let limit = shown.customer.creditLimit {
            rows.append(["credit limit", limit.description])
            rows.append(
                left.isNegative
                    ? ["over the limit by", (-left).description]
                    : ["credit left", left.description])
        }
        return Answer(
            value: .record {
                $0.add("on", shown.day)
                $0.add("record", shown.record)
                $0.add("versions", .list(shown.versions.map { $0.map(Value.date) ?? .null }))
                $0.add("contracts", .list(shown.contracts.map(Value.text)))
                $0.add("currency", shown.customer.currency.code)
                $0.add("creditLimit", shown.customer.creditLimit)
                $0.add("openInvoices", shown.openInvoices)
                $0.add("unbilled", shown.unbilled)
                $0.add("creditLeft", shown.creditLeft)
            }, text: printableTable(rows))
    }

    private static func firstDay(_ day: CalendarDate?) -> String {
        day.map { "from \($0)" } ?? "from the beginning"
    }

    // MARK: Changes

    private static func customerSet(
        _ customers: Customers, _ arguments: [String], _ invocation: Invocation
    ) throws -> Answer {
        let usage = "bijak customer set C-1001 creditLimit=500000"
        guard let id = arguments.first, !id.contains("=") else {
            throw UsageError("which customer?", hint: usage)
        }
        let edits =
            try arguments.dropFirst().map { try RecordEdit($0) }
            + (invocation.repeated["remove"] ?? []).map { try RecordEdit(removing: $0) }
        if edits.isEmpty { throw UsageError("what shall become of \(id)?", hint: usage) }
        let edited = try customers.edit(id, edits, from: date("from", invocation))
        return Answer(
            value: .record {
                $0.add("customer", id)
                $0.add("kept", .flag(edited.isKept))
                $0.add("validFrom", edited.validFrom)
                $0.add("newVersion", .flag(edited.isKept && edited.isNewVersion))
                $0.add("changes", .list(edited.changes.map(value)))
                $0.add("record", edited.record)
                $0.add("laterVersions", .list(edited.laterVersions.map(Value.date)))
            }, text: text(of: edited, id), hasErrors: edited.hasErrors)
    }

    private static func text(of edited: Customers.Edited, _ id: String) -> String {
        if edited.hasErrors { return "Nothing was changed: mend the findings above.\n" }
        if !edited.isKept { return "Nothing was changed: customer \(id) is like that already.\n" }
        let version = edited.isNewVersion ? "a new version of customer" : "customer"
        var text = "Wrote \(version) \(id), which holds \(firstDay(edited.validFrom)).\n"
        text += printableTable(edited.changes.map { ["  " + $0.key, $0.text] })
        if !edited.laterVersions.isEmpty {
            let days = edited.laterVersions.map(\.description).joined(separator: ", ")
            text += "Later versions stay as they are: \(days).\n"
        }
        return text
    }

    private static func customerHistory(_ customers: Customers, _ id: String) throws -> Answer {
        let versions = try customers.history(id)
        var text = ""
        for (index, version) in versions.enumerated() {
            text += printable("\(firstDay(version.validFrom))  (\(version.place))") + "\n"
            if index > 0 {
                text += printableTable(version.changes.map { ["  " + $0.key, $0.text] })
                if version.changes.isEmpty { text += "  the same as before\n" }
            }
            for correction in version.corrections {
                text += printable("  corrected on \(correction.date)  (\(correction.place))") + "\n"
                text += printableTable(correction.changes.map { ["    " + $0.key, $0.text] })
            }
        }
        return Answer(
            value: .list(
                versions.map { version in
                    .record {
                        $0.add("validFrom", version.validFrom)
                        $0.add("at", version.place)
                        $0.add("changes", .list(version.changes.map(value)))
                        $0.add(
                            "corrections",
                            .list(
                                version.corrections.map { correction in
                                    .record {
                                        $0.add("date", correction.date)
                                        $0.add("at", correction.place)
                                        $0.add("changes", .list(correction.changes.map(value)))
                                    }
                                }))
                        $0.add("record", version.record)
                    }
                }), text: text)
    }

    private static func value(_ change: FieldChange) -> Value {
        .record {
            $0.add("key", change.key)
            $0.add("from", change.from)
            $0.add("to", change.to)
        }
    }
}

extension FieldChange {
    /// `Pune → Mumbai`, `added: …`, `gone, was …`.
    fileprivate var text: String {
        switch (from, to) {
        case (let from?, let to?): "\(from) → \(to)"
        case (nil, let to?): "added: \(to)"
        case (let from?, nil): "gone, was \(from)"
        case (nil, nil): ""
        }
    }
}

/// A table of texts that came from records: what could steer a terminal is shown as U+FFFD.
func printableTable(_ rows: [[String]], alignRight: Set<Int> = []) -> String {
    table(rows.map { $0.map(printable) }, alignRight: alignRight)
}
