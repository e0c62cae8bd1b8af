import Diagnostics
import Formats
import Invoicing

/// A document as its canonical JSON states it, amounts worked out by hand: kinds and categories that
/// come about after an invoice, or in other countries than a test's seller.
struct Stated {
    private var texts: [(key: String, json: String)]

    /// The same document with other values; `nil` leaves one out.
    func setting(_ changes: KeyValuePairs<String, String?>) -> Stated {
        var copy = self
        for (key, json) in changes {
            let index = copy.texts.firstIndex { $0.key == key }
            switch (index, json) {
            case (let index?, let json?): copy.texts[index].json = json
            case (let index?, nil): copy.texts.remove(at: index)
            case (nil, let json?): copy.texts.append((key, json))
            case (nil, nil): break
            }
        }
        return copy
    }

    func invoice() throws -> Invoice {
        let text = "{" + texts.map { "\"\($0.key)\":\($0.json)" }.joined(separator: ",") + "}"
        return try Invoice(canonical: JSONReader.read(SourceText(name: "stated", text: text)))
    }

    /// A line with one price; what follows `tax` are further keys.
    static func line(
        _ number: Int, _ name: String, _ quantity: String, _ price: String, _ net: String,
        tax: String, _ more: String = ""
    ) -> String {
        #"{"number":\#(number),"orderLine":\#(number),"item":"I-\#(number)","kind":"service","#
            + #""name":"\#(name)","quantity":"\#(quantity)","unit":"HUR","unitPrice":"\#(price)","#
            + #""gross":"\#(net)","net":"\#(net)","taxable":"\#(net)","#
            + #"\#(tax),"total":"\#(net)"\#(more)}"#
    }

    /// 20 hours of 96.00: 1920.00 and 364.80 at 19 %.
    static let invoice = Stated(texts: [
        ("schema", #""bijak/invoice/1""#), ("kind", #""invoice""#), ("title", #""invoice""#),
        ("number", #""RE-2026-0031""#), ("issueDate", #""2026-06-30""#),
        ("dueDate", #""2026-07-14""#), ("taxPoint", #""2026-06-29""#), ("currency", #""EUR""#),
        ("language", #""de-DE""#), ("regime", #""european-vat""#),
        (
            "seller",
            #"""
            {"name":"Lotwerk GmbH","taxNumber":"DE931840277","localTaxNumber":"143/617/30519",
            "address":{"lines":["Senklotweg 17"],"city":"Ulm","postcode":"89073","country":"DE"}}
            """#
        ),
        (
            "buyer",
            #"""
            {"id":"K-1","name":"Böhm GmbH","category":"business","taxNumber":"DE927406181",
            "address":{"lines":["Steinhäule 22"],"city":"Neu-Ulm","postcode":"89231",
            "country":"DE"}}
            """#
        ),
        ("order", #"{"id":"AU-7","date":"2026-06-01"}"#),
        ("delivery", #"{"id":"LS-9","date":"2026-06-29"}"#),
        ("lines", "[\(line(1, "Kalibrierung", "20", "96.00", "1920.00", tax: standard))]"),
        (
            "taxSummary",
            #"[{"category":"S","rate":"19","taxable":"1920.00","vat":"364.80","tax":"364.80"}]"#
        ),
        (
            "totals",
            #"""
            {"lines":"1920.00","taxable":"1920.00","vat":"364.80","tax":"364.80",
            "total":"2284.80","payable":"2284.80"}
            """#
        ),
        (
            "payment",
            #"""
            {"netDays":14,"account":{"holder":"Lotwerk GmbH","iban":"DE77900414800027318406"},
            "reference":"RE-2026-0031"}
            """#
        ),
    ])

    static let standard = #""category":"S","rate":"19""#

    /// One line of one category: 500.00 without tax, and the tax on it.
    static func category(
        _ category: String, rate: String, tax: String, payable: String, reason: String = ""
    ) -> Stated {
        let terms = #""category":"\#(category)","rate":"\#(rate)""#
        let line = Stated.line(1, "Beratung", "5", "100.00", "500.00", tax: terms)
        return invoice.setting([
            "lines": "[\(line)]",
            "taxSummary": """
            [{\(terms),"taxable":"500.00","vat":"\(tax)","tax":"\(tax)"\(reason)}]
            """,
            "totals": """
            {"lines":"500.00","taxable":"500.00","vat":"\(tax)","tax":"\(tax)",
            "total":"\(payable)","payable":"\(payable)"}
            """,
        ])
    }
}
