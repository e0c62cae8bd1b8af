import Diagnostics
import Formats
import Invoicing
import Money

/// Documents that no order of the examples leads to, as their canonical JSON states them: read and
/// written again, so that the schema is held against what is written.
enum SchemaStated {
    static func all() throws -> [Invoice] {
        try [creditNote, finalInvoice, territory, reverseCharge, plain].map { text in
            try Invoice(canonical: JSONReader.read(SourceText(name: "stated.json", text: text)))
        }
    }

    /// A credit note that leaves a due date and an account out.
    static let creditNote = document(
        "credit-note", "credit-note", "european-vat", "EUR",
        #"""
        "references":[{"kind":"invoice","number":"RE-1","date":"2026-06-02"}],
        "reason":"Bruch",\#(lines(#""category":"S","rate":"19""#)),
        "taxSummary":[{"category":"S","rate":"19","taxable":"100.00","vat":"19.00","tax":"19.00",
        "law":"UStG § 12 (1)"}],"totals":{"lines":"100.00","taxable":"100.00","vat":"19.00",
        "tax":"19.00","total":"119.00","payable":"119.00"}
        """#)

    /// Prices with tax, less a deposit.
    static let finalInvoice = document(
        "invoice", "final-invoice", "european-vat", "EUR",
        #"""
        "dueDate":"2026-07-01",\#(lines(#""category":"S","rate":"19""#, net: "119.00")),
        "taxSummary":[{"category":"S","rate":"19","taxable":"100.00","vat":"19.00","tax":"19.00"}],
        "totals":{"lines":"119.00","inclusive":"119.00","taxable":"100.00","vat":"19.00",
        "tax":"19.00","total":"119.00","invoiced":"119.00","prepaid":"59.50","payable":"59.50"},
        "prepayments":[{"number":"AR-1","date":"2026-05-04","taxable":"50.00","vat":"9.50",
        "tax":"9.50","total":"59.50"}],"payment":{"netDays":30,"reference":"RE-9"},
        "attachments":[{"name":"hours.pdf","mimeType":"application/pdf","description":"Hours",
        "size":7,"sha256":"47dc5e867d3bcbb60668d9013feed2135106f0836fd3999b0fec319dc1618624"}]
        """#)

    /// Within a Union territory, less an advance; the place of supply stated against the table's.
    static let territory = document(
        "invoice", "tax-invoice", "india-gst", "INR",
        #"""
        "dueDate":"2026-07-01","placeOfSupply":{"code":"26","name":"Dadra and Nagar Haveli and \#
        Daman and Diu","law":"IGST Act s. 12(3)","reason":"where the property lies",
        "proposed":"27","stated":"the site moved"},"reverseCharge":false,
        "copies":["ORIGINAL FOR RECIPIENT"],
        \#(lines(#""category":"taxable","rate":"18","halfRate":"9","cgst":"9.00","utgst":"9.00""#)),
        "taxSummary":[{"hsn":"9954","category":"taxable","rate":"18","halfRate":"9",
        "taxable":"100.00","cgst":"9.00","utgst":"9.00","tax":"18.00"}],
        "totals":{"lines":"100.00","taxable":"100.00","cgst":"9.00","utgst":"9.00","tax":"18.00",
        "outside":"12.00","total":"130.00","invoiced":"130.00","prepaid":"59.00","payable":"71.00"},
        "prepayments":[{"number":"RV-1","date":"2026-05-04","taxable":"50.00","cgst":"4.50",
        "utgst":"4.50","tax":"9.00","total":"59.00"},{"number":"RV-2","date":"2026-05-05",
        "taxable":"0.00","igst":"0.00","sgst":"0.00","tax":"0.00","total":"0.00"}]
        """#)

    /// The recipient owes the tax; beside it a supply whose tax is stated and not charged.
    static let reverseCharge = document(
        "invoice", "tax-invoice", "india-gst", "INR",
        #"""
        "placeOfSupply":{"code":"29","name":"Karnataka"},"reverseCharge":true,
        \#(lines(#""category":"taxable","rate":"18","igst":"18.00""#)),
        "taxSummary":[{"hsn":"9954","category":"taxable","rate":"18","isCharged":false,
        "taxable":"100.00","igst":"0.00","tax":"0.00"}],
        "totals":{"lines":"100.00","taxable":"100.00","igst":"0.00","tax":"0.00",
        "reverseTax":"18.00","total":"100.00","payable":"100.00"}
        """#)

    /// A tax with a name of its own, and an advance of it.
    static let plain = document(
        "invoice", "invoice", "plain", "SGD",
        #"""
        \#(lines(#""category":"S","rate":"9""#)),"taxSummary":[{"category":"S","rate":"9",
        "taxable":"100.00","salesTax":"9.00","tax":"9.00","name":"GST"}],
        "totals":{"lines":"100.00","taxable":"100.00","salesTax":"9.00","tax":"9.00",
        "total":"109.00","invoiced":"109.00","prepaid":"10.90","payable":"98.10"},
        "prepayments":[{"number":"D-1","date":"2026-05-04","taxable":"10.00","salesTax":"0.90",
        "tax":"0.90","total":"10.90"}]
        """#)

    private static func lines(_ tax: String, net: String = "100.00") -> String {
        #"""
        "lines":[{"number":1,"orderLine":1,"item":"I","kind":"service","name":"Aufbau",
        "hsn":"9954","countryOfOrigin":"DE","quantity":"1","unit":"HUR","unitPrice":"\#(net)",
        "gross":"\#(net)","discountReason":"Messe","freightDescription":"Post","freight":"0.01",
        "net":"\#(net)","taxable":"100.00",\#(tax),"total":"100.00"}]
        """#
    }

    private static func document(
        _ kind: String, _ title: String, _ regime: String, _ currency: String, _ more: String
    ) -> String {
        let address = #"{"lines":["Weg 1"],"city":"Ulm","postcode":"89073","country":"DE"}"#
        return #"""
            {"schema":"bijak/invoice/1","kind":"\#(kind)","title":"\#(title)","number":"N-1",
            "issueDate":"2026-06-12","taxPoint":"2026-06-11","currency":"\#(currency)",
            "language":"en-GB","regime":"\#(regime)",
            "seller":{"name":"Lotwerk","footer":"Montag bis Freitag",
            "address":\#(address),"taxNumber":"DE931840277"},
            "buyer":{"id":"K","name":"Kunde","category":"business","address":\#(address)},
            "shipTo":{"id":"HUB","name":"Lager","address":\#(address)},
            "order":{"id":"A-1","date":"2026-06-01"},\#(more)}
            """#
    }
}
