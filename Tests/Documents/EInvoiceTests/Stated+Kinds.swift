/// Documents around an invoice: notes, deposits, prices with tax.
extension Stated {
    /// `SmallTrade.domestic`, of whose 2500 rings 500 came back.
    ///
    /// Of the 85.61 (82.90 − 1.66 + 4.37) that they were taxed on, 500 of 2500 are 17.122: 17.12.
    /// 500 × 31.20 ÷ 1000 = 15.60, the rest, 1.52, was freight less discount. Tax on 183.73 was
    /// 34.91, on 166.61 it is 31.6559, so 3.25 less.
    static let creditNote = invoice.setting([
        "kind": #""credit-note""#, "title": #""credit-note""#, "number": #""GS-2026-0002""#,
        "dueDate": nil, "payment": nil,
        "references": #"[{"kind":"invoice","number":"RE-2026-0007","date":"2026-06-12"}]"#,
        "reason": #""500 Ringe zurückgenommen""#,
        "lines": #"""
        [{"number":1,"orderLine":2,"item":"OR-9","kind":"goods","name":"Dichtring 9 × 1,5",
        "quantity":"500","unit":"H87","unitPrice":"31.20","per":"1000","gross":"15.60",
        "freight":"1.52","net":"17.12","taxable":"17.12","category":"S","rate":"19",
        "total":"17.12"}]
        """#,
        "taxSummary":
            #"[{"category":"S","rate":"19","taxable":"17.12","vat":"3.25","tax":"3.25"}]"#,
        "totals": #"""
        {"lines":"17.12","taxable":"17.12","vat":"3.25","tax":"3.25","total":"20.37",
        "payable":"20.37"}
        """#,
    ])

    /// 10.00 more for the first line: tax on 193.73 is 36.8087, so 1.90 more than 34.91.
    static let debitNote = creditNote.setting([
        "kind": #""debit-note""#, "title": #""debit-note""#, "number": #""LA-2026-0001""#,
        "dueDate": #""2026-07-14""#, "reason": #""Preis berichtigt""#,
        "lines": "[\(line(1, "Logger „Föhn“", "1", "10.00", "10.00", tax: standard))]",
        "taxSummary":
            #"[{"category":"S","rate":"19","taxable":"10.00","vat":"1.90","tax":"1.90"}]"#,
        "totals": #"""
        {"lines":"10.00","taxable":"10.00","vat":"1.90","tax":"1.90","total":"11.90",
        "payable":"11.90"}
        """#,
    ])

    /// 1190.00 received on 3 June: 1000.00 and 190.00.
    static let deposit = invoice.setting([
        "kind": #""advance""#, "title": #""deposit-invoice""#, "number": #""AR-2026-0003""#,
        "issueDate": #""2026-06-05""#, "dueDate": nil, "taxPoint": #""2026-06-03""#,
        "delivery": nil, "payment": nil,
        "lines":
            "[\(line(1, "Anzahlung zum Auftrag AU-7", "1", "1000.00", "1000.00", tax: standard))]",
        "taxSummary":
            #"[{"category":"S","rate":"19","taxable":"1000.00","vat":"190.00","tax":"190.00"}]"#,
        "totals": #"""
        {"lines":"1000.00","taxable":"1000.00","vat":"190.00","tax":"190.00","total":"1190.00",
        "payable":"1190.00"}
        """#,
    ])

    /// All of it, less that deposit: 2284.80 − 1190.00.
    static let finalInvoice = invoice.setting([
        "title": #""final-invoice""#,
        "totals": #"""
        {"lines":"1920.00","taxable":"1920.00","vat":"364.80","tax":"364.80",
        "total":"2284.80","prepaid":"1190.00","payable":"1094.80"}
        """#,
        "prepayments": #"""
        [{"number":"AR-2026-0003","date":"2026-06-05","taxable":"1000.00","vat":"190.00",
        "tax":"190.00","total":"1190.00"}]
        """#,
    ])

    /// Prices with tax, less 10.00 on the document, of which the first line bears 8.00.
    ///
    /// 1. 98.03 − 8.00 = 90.03 at 19 %: 9003 ÷ 1.19 = 7565.55 cents, 75.66, and 14.3754 on it: 90.04.
    ///    75.65 would give 90.02, so no amount without tax gives 90.03: one cent is rounding.
    /// 2. 23.40 − 2.00 = 21.40 at 7 %: 20.00 and 1.40.
    ///
    /// 95.66 + 15.78 = 111.44; 98.03 + 23.40 − 10.00 = 111.43.
    static let inclusive = invoice.setting([
        "lines": #"""
        [{"number":1,"orderLine":1,"item":"DL-1","kind":"goods","name":"Logger","quantity":"4",
        "unit":"H87","unitPrice":"26.0075","gross":"104.03","discount":"6.00",
        "discountReason":"Messe","net":"98.03","documentDiscount":"8.00","taxable":"75.66",
        "category":"S","rate":"19","total":"75.66"},
        {"number":2,"orderLine":2,"item":"HB-T","kind":"goods","name":"Handbuch","quantity":"1",
        "unit":"H87","unitPrice":"23.40","gross":"23.40","net":"23.40","documentDiscount":"2.00",
        "taxable":"20.00","category":"S","rate":"7","total":"20.00"}]
        """#,
        "documentDiscount": #"{"amount":"10.00"}"#,
        "allowances": #"""
        [{"reason":"","amount":"8.00","category":"S","rate":"19"},
        {"reason":"","amount":"2.00","category":"S","rate":"7"}]
        """#,
        "taxSummary": #"""
        [{"category":"S","rate":"19","taxable":"75.66","vat":"14.38","tax":"14.38"},
        {"category":"S","rate":"7","taxable":"20.00","vat":"1.40","tax":"1.40"}]
        """#,
        "totals": #"""
        {"lines":"121.43","discount":"10.00","inclusive":"111.43","taxable":"95.66",
        "vat":"15.78","tax":"15.78","roundOff":"-0.01","total":"111.44","payable":"111.43"}
        """#,
    ])
}
