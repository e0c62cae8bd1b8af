import Diagnostics
import Formats
import Invoicing
import Money
import Trade

/// A small trade to make invoices from: records as their owners would hand them in, and what to
/// replace in them.
struct SmallTrade {
    var company = SmallTrade.company
    var customer: String
    var items = SmallTrade.items
    var contract: String?
    var order: String
    var delivery = #"{"id":"LS-9","order":"AU-7","date":"2026-06-11"}"#
    var billed = Billed.delivery
    /// What else goes on the invoice: further orders with a delivery of all of each.
    var further: [(order: String, delivery: String)] = []

    /// What of the order is billed.
    enum Billed {
        /// All of it, by the delivery.
        case delivery
        /// What was delivered up to here of its first line, by the delivery; the rest of that line
        /// by a second one.
        case twoDeliveries(first: String, second: String)
        /// The first milestone of its contract, by the delivery.
        case milestone
        /// All of it, for a period that nobody reports.
        case period(String, String)
    }

    /// The input was not read or not accepted.
    struct Refused: Error {
        let diagnostics: [Diagnostic]
    }

    /// The same trade with a text replaced in its records; the text must occur.
    func replacing(_ old: String, _ new: String) throws -> SmallTrade {
        struct NotFound: Error { let text: String }
        let all = [company, customer, items, order, contract ?? ""]
        if !all.contains(where: { $0.contains(old) }) { throw NotFound(text: old) }
        var copy = self
        copy.company = company.replacing(old, with: new)
        copy.customer = customer.replacing(old, with: new)
        copy.items = items.replacing(old, with: new)
        copy.contract = contract?.replacing(old, with: new)
        copy.order = order.replacing(old, with: new)
        return copy
    }

    /// The invoice, issued on 12 June 2026.
    func invoice(_ number: String = "RE-2026-0007") throws -> Invoice {
        let findings = Findings()
        let master = try master(findings)
        var parts = try parts(order, delivery, billed, master, findings)
        for (order, delivery) in further {
            parts += try self.parts(order, delivery, .delivery, master, findings)
        }
        guard let issueDate = CalendarDate("2026-06-12"),
            let invoice = Calculator.invoice(
                Fulfilment(parts), company: master.company, issueDate: issueDate, findings)
        else { throw Refused(diagnostics: findings.diagnostics) }
        return invoice.numbered(number)
    }

    private func master(_ findings: Findings) throws -> MasterData {
        guard let company = Company(try root(company), findings),
            let customer = Customer(try root(customer), findings)
        else { throw Refused(diagnostics: findings.diagnostics) }
        var master = MasterData(company: company)
        master.customers.put(customer)
        for node in try root(items).elements {
            guard let item = Item(node, findings) else {
                throw Refused(diagnostics: findings.diagnostics)
            }
            master.items[item.id] = item
        }
        if let contract {
            guard let read = Contract(try root(contract), findings) else {
                throw Refused(diagnostics: findings.diagnostics)
            }
            _ = master.contracts.put(read, findings)
        }
        return master
    }

    private func parts(
        _ order: String, _ delivery: String, _ billed: Billed, _ master: MasterData,
        _ findings: Findings
    ) throws -> [Fulfilment.Part] {
        guard let order = Order(try root(order), findings),
            let reviewed = ReviewedOrder(order, master, OrderContext(isNew: false), findings),
            let delivery = Delivery(try root(delivery), findings)
        else { throw Refused(diagnostics: findings.diagnostics) }
        let all = reviewed.lines.map {
            Fulfilment.Line(
                line: $0, before: .zero, after: $0.ordered.quantity, whole: $0.ordered.quantity)
        }
        func part(
            _ event: Fulfilment.Event, _ delivery: Delivery, _ lines: [Fulfilment.Line],
            isFirst: Bool = true
        ) -> Fulfilment.Part {
            Fulfilment.Part(
                order: reviewed, event: event, delivery: delivery, lines: lines, isFirst: isFirst)
        }
        switch billed {
        case .delivery: return [part(.delivery, delivery, all)]
        case .twoDeliveries(let quantity, let text):
            guard let next = Delivery(try root(text), findings), let done = Decimal(quantity)
            else { throw Refused(diagnostics: findings.diagnostics) }
            let (line, whole) = (all[0].line, all[0].whole)
            let before = Fulfilment.Line(line: line, before: .zero, after: done, whole: whole)
            let rest = Fulfilment.Line(line: line, before: done, after: whole, whole: whole)
            return [
                part(.delivery, delivery, [before]), part(.delivery, next, [rest], isFirst: false),
            ]
        case .milestone:
            guard case .milestones(let milestones) = reviewed.billing else {
                throw Refused(diagnostics: findings.diagnostics)
            }
            let lines = reviewed.lines.map {
                Fulfilment.Line(
                    line: $0, before: .zero, after: milestones[0].percent, whole: Decimal(100))
            }
            return [part(.milestone(milestones[0]), delivery, lines)]
        case .period(let first, let last):
            guard let first = CalendarDate(first), let last = CalendarDate(last) else {
                throw Refused(diagnostics: findings.diagnostics)
            }
            // As the plan makes it: under a name of its own and without a record.
            let supposed = Delivery(id: "AU-7#\(first)", order: order.id, date: first)
            return [part(.period(Period(first: first, last: last)), supposed, all)]
        }
    }

    private func root(_ text: String) throws -> DataNode {
        try JSONReader.read(SourceText(name: "test", text: text)).root
    }
}

extension SmallTrade {
    static let company = #"""
        {"name":"Lotwerk GmbH","tradeName":"Lotwerk","regime":"european-vat","currency":"EUR",
        "language":"de-DE","timeZone":"Europe/Berlin","taxNumber":"DE931840277",
        "localTaxNumber":"143/617/30519","seat":"Ulm","directors":["Eva Groß","Jan Fuchs"],
        "legalRegistration":{"number":"HRB 991406","authority":"Amtsgericht Ulm"},
        "address":{"lines":["Senklotweg 17"],"city":"Ulm","postcode":"89073","country":"DE"},
        "contact":{"name":"Ina Öz","phone":"+49 731 555 01","email":"rechnung@lotwerk.example"},
        "bankAccounts":[{"currency":"EUR","iban":"DE77900414800027318406","bic":"XIWHDEM1XXX"}],
        "paymentTerms":{"netDays":14},
        "series":[{"id":"r","scope":"any","pattern":"RE-{yyyy}-{n:4}"}]}
        """#

    static let items = #"""
        [{"id":"DL-1","name":"Logger „Föhn“","note":"IP 67","kind":"goods","unit":"H87",
        "commodityCode":"90251900","tax":"standard","countryOfOrigin":"DE"},
        {"id":"OR-9","name":"Dichtring 9 × 1,5","kind":"goods","unit":"H87","tax":"standard"},
        {"id":"HB-T","name":"Handbuch","kind":"goods","unit":"H87","tax":"reduced"},
        {"id":"SV-H","name":"Kalibrierung","kind":"service","unit":"HUR","tax":"standard"}]
        """#

    /// Two rates, a discount and freight on the document and on lines.
    static let domestic = SmallTrade(
        customer: #"""
            {"id":"K-1","name":"Böhm & Wörrle GmbH","category":"business","currency":"EUR",
            "address":{"name":"Böhm & Wörrle GmbH","attention":"Einkauf","lines":["Steinhäule 22"],
            "city":"Neu-Ulm","postcode":"89231","country":"DE"},"taxNumber":"DE927406181",
            "buyerReference":"04011000-12345-03"}
            """#,
        order: #"""
            {"id":"AU-7","customer":"K-1","date":"2026-06-01","purchaseOrder":"PO <7>",
            "currency":"EUR","note":"Anlieferung nur Mo–Do","discount":{"percent":"2"},
            "freight":{"amount":"12.00","description":"Spedition"},"lines":[
            {"item":"DL-1","quantity":"3","unitPrice":"33.335","discount":{"percent":"5"}},
            {"item":"OR-9","quantity":"2500","unitPrice":"31.20","per":"1000",
            "freight":{"amount":"4.90"}},
            {"item":"HB-T","quantity":"2","unitPrice":"24.90","note":"Auflage 3"}]}
            """#)

    /// Goods and a service to a business in France, to a place of its own.
    static let intraCommunity = SmallTrade(
        customer: #"""
            {"id":"K-2","name":"Crêt-Rouge S.A.S.","category":"business","currency":"EUR",
            "language":"fr-FR","address":{"name":"Fromageries du Crêt-Rouge",
            "lines":["ZA des Épicéas","18, rue de l’Affinage","Bâtiment C","Escalier 2"],
            "city":"Pontarlier","postcode":"25300","country":"FR"},"taxNumber":"FR25398214072",
            "legalRegistration":"398214072","contact":{"email":"achats@cret-rouge.example"},
            "shipTo":[{"id":"DEC","name":"Cave de Decize","lines":["12, chemin des Écoliers"],
            "city":"Decize","postcode":"58300","country":"FR"}]}
            """#,
        order: #"""
            {"id":"AU-7","customer":"K-2","date":"2026-06-01","currency":"EUR","shipTo":"DEC",
            "incoterm":"DAP Decize","discount":{"amount":"10.80","reason":"Remise marché"},"lines":[
            {"item":"DL-1","quantity":"4","unitPrice":"125.00",
            "discount":{"amount":"20.00","reason":"Remise fidélité"}},
            {"item":"SV-H","quantity":"6.25","unitPrice":"96.00"}]}
            """#)

    /// Goods to the United States, in euros.
    static let export = SmallTrade(
        customer: #"""
            {"id":"K-3","name":"Blue Mesa Inc.","category":"business","currency":"EUR",
            "language":"en-US","address":{"lines":["2250 Old Mill Road"],"city":"Durango",
            "postcode":"81301","state":"CO","country":"US"},"taxNumber":"84-1234567"}
            """#,
        order: #"""
            {"id":"AU-7","customer":"K-3","date":"2026-06-01","currency":"EUR",
            "purchaseOrder":"BM-1","discount":{"amount":"5.00"},"freight":{"amount":"30.00"},
            "lines":[{"item":"DL-1","quantity":"1","unitPrice":"0.00"},
            {"item":"OR-9","quantity":"1000","unitPrice":"0.031"}]}
            """#)

    /// Two orders and three deliveries of a contract on one invoice, some of it deductible early.
    static let consolidated: SmallTrade = {
        var trade = SmallTrade.domestic
        trade.contract = #"""
            {"id":"RV-1","customer":"K-1","currency":"EUR","from":"2026-01-01",
            "reference":"RV-2025-31","prices":[{"item":"DL-1","unitPrice":"100.00"}],
            "discounts":[{"item":"DL-1","percent":"5","reason":"Staffel Logger"}],
            "paymentTerms":{"netDays":30,"earlyPayment":[{"days":10,"percent":"2"}]}}
            """#
        trade.order = #"""
            {"id":"AU-7","customer":"K-1","contract":"RV-1","date":"2026-06-01","currency":"EUR",
            "purchaseOrder":"PO-7","note":"Tor 3","incoterm":"DAP Ulm",
            "lines":[{"item":"DL-1","quantity":"3"}]}
            """#
        trade.delivery = #"{"id":"LS-9","order":"AU-7","date":"2026-06-03"}"#
        trade.billed = .twoDeliveries(
            first: "2", second: #"{"id":"LS-11","order":"AU-7","date":"2026-06-11"}"#)
        trade.further = [
            (
                #"""
                {"id":"AU-8","customer":"K-1","contract":"RV-1","date":"2026-06-02",
                "currency":"EUR","incoterm":"DAP Ulm","lines":[{"item":"DL-1","quantity":"1"}]}
                """#, #"{"id":"LS-10","order":"AU-8","date":"2026-06-05"}"#
            )
        ]
        return trade
    }()

    /// The first stage of a work, to be paid in instalments: 30 % of 1000.00 and 19 % on it, 357.00.
    static let milestone: SmallTrade = {
        var trade = SmallTrade.domestic
        trade.contract = #"""
            {"id":"WV-2","customer":"K-1","currency":"EUR","from":"2026-01-01",
            "prices":[{"item":"SV-H","unitPrice":"100.00"}],
            "paymentTerms":{"instalments":[{"percent":"30","netDays":0},
            {"percent":"70","netDays":60}]},
            "billing":{"plan":"milestones","milestones":[
            {"id":"M1","description":"Pflichtenheft","percent":"30"},
            {"id":"M2","description":"Abnahme","percent":"70"}]}}
            """#
        trade.order = #"""
            {"id":"AU-7","customer":"K-1","contract":"WV-2","date":"2026-06-01","currency":"EUR",
            "purchaseOrder":"PO-7","lines":[{"item":"SV-H","quantity":"10"}]}
            """#
        trade.delivery = #"{"id":"MS-1","order":"AU-7","date":"2026-06-10","milestone":"M1"}"#
        trade.billed = .milestone
        return trade
    }()

    /// Goods to France, month by month, the last day falling on none of a delivery.
    static let recurring: SmallTrade = {
        var trade = SmallTrade.intraCommunity
        trade.billed = .period("2026-05-31", "2026-06-29")
        return trade
    }()

    /// Within India, under its goods and services tax.
    static let indian = SmallTrade(
        company: #"""
            {"name":"Nandi Valves","regime":"india-gst","currency":"INR","language":"en-IN",
            "timeZone":"Asia/Kolkata","fiscalYearStart":4,"taxNumber":"29AAGCB7383J1Z4",
            "address":{"lines":["14 Peenya"],"city":"Bengaluru","postcode":"560058","state":"29",
            "country":"IN"},"series":[{"id":"r","scope":"any","pattern":"NV/{fy}/{n:5}"}]}
            """#,
        customer: #"""
            {"id":"C-1","name":"Kaveri Pumps","category":"registered","currency":"INR",
            "taxNumber":"29AAACK1234F1Z5","address":{"lines":["2 Hosur Road"],"city":"Bengaluru",
            "postcode":"560068","state":"29","country":"IN"}}
            """#,
        items: #"""
            [{"id":"V-1","name":"Valve","kind":"goods","unit":"NOS","hsn":"848180","tax":"18"}]
            """#,
        order: #"""
            {"id":"AU-7","customer":"C-1","date":"2026-06-01","currency":"INR",
            "lines":[{"item":"V-1","quantity":"2","unitPrice":"450.00"}]}
            """#)
}
