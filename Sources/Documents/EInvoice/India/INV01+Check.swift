import Diagnostics
import Formats
import Invoicing
import Money
import Tax
import Trade

/// What the portal would refuse, as far as it can be seen beforehand; each with the portal's code.
extension INV01 {
    /// - Parameter today: the day of reporting; `nil` where that is not known.
    public func check(today: CalendarDate? = nil, _ findings: Findings) {
        checkDocument(today, findings)
        checkParties(findings)
        checkPlace(findings)
        checkLines(findings)
        checkSums(findings)
    }

    private func refuse(
        _ code: String, _ message: String, _ findings: Findings, found: String? = nil,
        expected: String? = nil, hint: String? = nil, isWarning: Bool = false
    ) {
        findings.add(
            Diagnostic(
                isWarning ? .warning : .error, code: "irp-rule",
                "the registration portal \(isWarning ? "may" : "would") refuse it "
                    + "(\(code)): \(message)",
                found: found, expected: expected, hint: hint))
    }

    private func checkDocument(_ today: CalendarDate?, _ findings: Findings) {
        let bytes = Array(invoice.number.utf8)
        let isForm =
            (1...16).contains(bytes.count)
            && bytes.allSatisfy { byte in
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                    || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-")
            }
        if !isForm || [48, UInt8(ascii: "/"), UInt8(ascii: "-")].contains(bytes.first ?? 48) {
            refuse(
                "INV-01 DocDtls.No", "the number has another form than e-invoices may have",
                findings, found: invoice.number,
                expected: "1 to 16 letters, digits, - and /, not beginning with 0, - or /")
        }
        if let today, invoice.issueDate > today {
            refuse(
                "IRP 2218", "the document is dated after today", findings,
                found: "\(invoice.issueDate)", expected: "\(today) or before")
        }
        if invoice.treatment.isReverseCharge, supplyType != "B2B" {
            refuse(
                "IRP 2162", "reverse charge is for supplies to registered persons in India only",
                findings, found: supplyType)
        }
    }

    private func checkParties(_ findings: Findings) {
        let (seller, buyer) = (invoice.seller, invoice.buyer)
        if seller.taxNumber == buyer.taxNumber {
            refuse(
                "IRP 2211", "supplier and buyer have one GSTIN", findings, found: seller.taxNumber)
        }
        if let state = seller.address.state, !seller.taxNumber.hasPrefix(state) {
            refuse(
                "IRP 2258", "the seller's address is in another State than its GSTIN", findings,
                found: state, expected: String(seller.taxNumber.prefix(2)))
        }
        checkAddress(seller.address, "the seller", findings)
        if invoice.isExported {
            checkText(buyer.name, "the buyer's name", 3, findings)
            checkText(buyer.address.city, "the buyer's city", 3, findings)
            return
        }
        if let number = buyer.taxNumber, let state = buyerState, !number.hasPrefix(state) {
            refuse(
                "IRP 2265", "the buyer's address is in another State than its GSTIN", findings,
                found: state, expected: String(number.prefix(2)),
                hint: "bill the registration of that State")
        }
        checkText(buyer.name, "the buyer's name", 3, findings)
        checkAddress(buyer.address, "the buyer", findings)
    }

    private func checkAddress(_ address: Address, _ whose: String, _ findings: Findings) {
        checkText(address.city, "\(whose)'s city", 3, findings)
        guard let text = address.postcode, INV01.pin(text) != nil else {
            refuse(
                "IRP 2244", "the PIN of \(whose) is missing", findings, found: address.postcode,
                expected: "six digits")
            return
        }
        if let state = address.state.flatMap({ State.coded($0) }), !state.mayHave(pin: text) {
            refuse(
                whose == "the buyer" ? "IRP 3039" : "IRP 2178",
                "the PIN of \(whose) is of another State", findings,
                found: "\(text), \(state.name)", isWarning: true)
        }
    }

    private func checkText(
        _ text: String, _ what: String, _ least: Int, _ findings: Findings
    ) {
        if text.unicodeScalars.count < least {
            refuse(
                "INV-01 schema", "\(what) is too short", findings, found: text,
                expected: "at least \(least) characters")
        }
    }

    private func checkPlace(_ findings: Findings) {
        guard let place = placeOfSupply else {
            refuse("IRP 2243", "the document has no place of supply", findings)
            return
        }
        if !invoice.isExported, place == "96" {
            refuse(
                "IRP 2242", "a supply to a registered person does not take place abroad", findings,
                found: "place of supply 96", expected: "a State")
        }
        let isIntra =
            invoice.seller.taxNumber.hasPrefix(place) && supplyType != "SEZWP"
            && supplyType != "SEZWOP"
        let hasIGST = amounts.lines.contains { $0.igst.map { !$0.isZero } ?? false }
        let hasCGST = amounts.lines.contains { $0.cgst.map { !$0.isZero } ?? false }
        if isIntra, hasIGST {
            refuse("IRP 2172", "integrated tax is stated within one State", findings)
        }
        if !isIntra, hasCGST {
            let code =
                invoice.isExported
                ? "IRP 2180" : invoice.buyer.category == .sez ? "IRP 2237" : "IRP 2174"
            refuse(code, "central tax is stated on a supply between States", findings)
        }
    }

    private func checkLines(_ findings: Findings) {
        if amounts.lines.isEmpty { refuse("IRP 2228", "there is no line", findings) }
        if amounts.lines.count > INV01.lineLimit {
            refuse(
                "INV-01 ItemList", "there are too many lines", findings,
                found: "\(amounts.lines.count)",
                expected: "at most \(INV01.lineLimit)")
        }
        var numbers: Set<Int> = []
        for item in amounts.lines {
            let line = item.line
            let name = "line \(line.number)"
            if !numbers.insert(line.number).inserted {
                refuse("IRP 2233", "a number of a line stands twice", findings, found: name)
            }
            if ![4, 6, 8].contains(line.hsn?.utf8.count ?? 0) {
                refuse(
                    "IRP 2176", "\(name) has no HSN or SAC code", findings, found: line.hsn,
                    expected: "4, 6 or 8 digits")
            }
            if line.hsn?.hasPrefix("99") != true, INV01.unit(of: line) == nil {
                refuse("IRP 2239", "\(name) is goods without a unit", findings)
            }
            let amounts = [item.total, item.discount, item.taxable, item.value]
            if line.quantity.isNegative || amounts.contains(where: \.isNegative) {
                refuse("INV-01 schema", "\(name) has an amount below zero", findings)
            }
            if !item.discount.isZero, item.discount.minorUnits > item.total.minorUnits {
                refuse("IRP 2220", "\(name) has a discount above its value", findings)
            }
            checkTax(item, name, findings)
        }
    }

    /// The portal lets a rupee pass; on notes it does not compare.
    private func checkTax(_ item: RupeeAmounts.Line, _ name: String, _ findings: Findings) {
        if item.cgst != item.sgst {
            refuse(
                "IRP 2227", "\(name) has unequal central and State tax", findings,
                found: item.cgst?.plain, expected: item.sgst?.plain)
        }
        guard type == "INV", item.line.tax.isCharged else { return }
        let rules: [(String, Money?, Int)] = [
            ("IRP 2235", item.igst, 100), ("IRP 2234", item.cgst, 200),
        ]
        for (code, tax, hundred) in rules {
            guard let tax else { continue }
            do throws(AmountOverflow) {
                let due = try Money(
                    item.taxable.value, times: item.line.tax.rate, over: Decimal(hundred), .inr)
                if abs(tax.minorUnits - due.minorUnits) > 100 {
                    refuse(
                        code, "the tax of \(name) is not its rate of its value", findings,
                        found: tax.plain, expected: due.plain)
                }
            } catch {
                refuse(code, "the tax of \(name) is too large", findings)
            }
        }
    }

    private func checkSums(_ findings: Findings) {
        do throws(AmountOverflow) {
            let sum = try amounts.lines.map(\.value).total(.inr) + amounts.other + amounts.roundOff
            if sum != amounts.total {
                refuse(
                    "IRP 2189",
                    "the total is not the sum of its lines, other charges and round-off",
                    findings, found: amounts.total.plain, expected: sum.plain)
            }
        } catch {
            refuse("IRP 2189", "the total is too large", findings)
        }
        if abs(amounts.roundOff.minorUnits) > 9_999 {
            refuse(
                "INV-01 ValDtls.RndOffAmt", "the round-off is too large", findings,
                found: amounts.roundOff.plain, expected: "at most 99.99")
        }
    }
}
