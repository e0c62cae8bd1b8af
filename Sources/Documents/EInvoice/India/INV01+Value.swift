import Diagnostics
import Formats
import Invoicing
import Money
import Tax
import Trade

extension INV01 {
    /// The request as the portal reads it: keys in the schema's order and case, none that is empty.
    public func value(_ findings: Findings) -> Value {
        let text = INV01Text(findings)
        return .record {
            $0.add("Version", "1.1")
            $0.add("TranDtls", transaction)
            $0.add("DocDtls", document)
            $0.add("SellerDtls", seller(text))
            $0.add("BuyerDtls", buyer(text))
            $0.add("ShipDtls", shipping(text))
            $0.add("ItemList", .list(amounts.lines.map { self.item($0, text) }))
            $0.add("ValDtls", sums)
            $0.add("PayDtls", payment(text))
            $0.add("RefDtls", references(text))
            $0.add("ExpDtls", export)
        }
    }

    /// The bytes of a request, with amounts as numbers in plain digits.
    public static func bytes(_ value: Value) -> [UInt8] {
        JSONWriter.bytes(value, hasNumbers: true)
    }

    private var transaction: Value {
        .record {
            $0.add("TaxSch", "GST")
            $0.add("SupTyp", supplyType)
            $0.add("RegRev", invoice.treatment.isReverseCharge ? "Y" : "N")
        }
    }

    private var document: Value {
        .record {
            $0.add("Typ", type)
            $0.add("No", invoice.number)
            $0.add("Dt", INV01.date(invoice.issueDate))
        }
    }

    private func seller(_ text: INV01Text) -> Value {
        let seller = invoice.seller
        return .record {
            $0.add("Gstin", seller.taxNumber)
            $0.add("LglNm", text.clean(seller.name, "the seller's name", most: 100))
            $0.add("TrdNm", text.clean(seller.tradeName, "the trade name", least: 3, most: 100))
            add(seller.address, "the seller's", cityLimit: 50, to: &$0, text)
            $0.add("Pin", seller.address.postcode.flatMap(INV01.pin).map(Value.integer))
            $0.add("Stcd", String(seller.taxNumber.prefix(2)))
            $0.add("Ph", INV01Text.phone(seller.contact?.phone))
            $0.add("Em", INV01Text.email(seller.contact?.email))
        }
    }

    /// A buyer abroad has no GSTIN; its place is 96 and its PIN 999999.
    private func buyer(_ text: INV01Text) -> Value {
        let buyer = invoice.buyer
        let isAbroad = invoice.isExported
        return .record {
            $0.add("Gstin", isAbroad ? "URP" : buyer.taxNumber)
            $0.add("LglNm", text.clean(buyer.name, "the buyer's name", most: 100))
            $0.add("Pos", placeOfSupply)
            add(buyer.address, "the buyer's", cityLimit: 100, to: &$0, text)
            $0.add("Pin", .integer(isAbroad ? 999_999 : buyerPin ?? 0))
            $0.add("Stcd", buyerState)
            $0.add("Ph", INV01Text.phone(buyer.contact?.phone))
            $0.add("Em", INV01Text.email(buyer.contact?.email))
        }
    }

    var placeOfSupply: String? {
        invoice.isExported ? "96" : invoice.treatment.placeOfSupply?.code
    }

    var buyerPin: Int? { invoice.buyer.address.postcode.flatMap(INV01.pin) }

    var buyerState: String? {
        if invoice.isExported { return "96" }
        return invoice.buyer.address.state ?? invoice.buyer.taxNumber.map { String($0.prefix(2)) }
    }

    /// The first line as `Addr1`, the others as `Addr2`, and the place.
    private func add(
        _ address: Address, _ whose: String, cityLimit: Int, to record: inout Value.Record,
        _ text: INV01Text
    ) {
        let rest = address.lines.dropFirst().joined(separator: ", ")
        let isShort = (1...2).contains(rest.unicodeScalars.count)
        let first = (address.lines.first ?? "") + (isShort ? ", " + rest : "")
        record.add("Addr1", text.clean(first, "\(whose) address", most: 100))
        if !isShort {
            record.add("Addr2", text.clean(rest, "\(whose) address", least: 3, most: 100))
        }
        record.add("Loc", text.clean(address.city, "\(whose) city", most: cityLimit))
    }

    /// Where goods go, where that is another place in India than the buyer's. What leaves the country
    /// has none: the portal takes the port alone there (IRP 2236), which the document does not say.
    private func shipping(_ text: INV01Text) -> Value? {
        guard !invoice.isExported, let place = invoice.shipTo, place.id != nil,
            place.address.country == "IN", let state = place.address.state,
            let pin = place.address.postcode.flatMap(INV01.pin),
            place.address.lines != invoice.buyer.address.lines
                || place.address.city != invoice.buyer.address.city
        else { return nil }
        return .record {
            $0.add("Gstin", place.taxNumber)
            $0.add("LglNm", text.clean(place.name, "the consignee's name", most: 100))
            add(place.address, "the consignee's", cityLimit: 100, to: &$0, text)
            $0.add("Pin", .integer(pin))
            $0.add("Stcd", state)
        }
    }

    private func item(_ item: RupeeAmounts.Line, _ text: INV01Text) -> Value {
        let line = item.line
        return .record {
            $0.add("SlNo", String(line.number))
            $0.add(
                "PrdDesc",
                text.clean(line.name, "the name of line \(line.number)", least: 3, most: 300))
            $0.add("IsServc", line.hsn?.hasPrefix("99") == true ? "Y" : "N")
            $0.add("HsnCd", line.hsn)
            $0.add("Qty", line.quantity.rounded(to: 3, .halfAwayFromZero))
            $0.add("Unit", INV01.unit(of: line))
            $0.add("UnitPrice", item.unitPrice)
            $0.add("TotAmt", item.total)
            if !item.discount.isZero { $0.add("Discount", item.discount) }
            $0.add("AssAmt", item.taxable)
            $0.add("GstRt", line.tax.rate)
            $0.add("IgstAmt", item.igst)
            $0.add("CgstAmt", item.cgst)
            $0.add("SgstAmt", item.sgst)
            $0.add("TotItemVal", item.value)
            $0.add("OrdLineRef", String(line.orderLine))
            $0.add("OrgCntry", line.countryOfOrigin)
        }
    }

    /// The unit quantity code; services need none.
    static func unit(of line: InvoiceLine) -> String? {
        if line.unit == "NA" { return line.kind == .service ? nil : "OTH" }
        return line.unit
    }

    private var sums: Value {
        let hasIGST = amounts.lines.contains { $0.igst != nil }
        let hasCGST = amounts.lines.contains { $0.cgst != nil }
        return .record {
            $0.add("AssVal", amounts.taxable)
            if hasCGST {
                $0.add("CgstVal", amounts.cgst)
                $0.add("SgstVal", amounts.sgst)
            }
            if hasIGST { $0.add("IgstVal", amounts.igst) }
            if !amounts.other.isZero { $0.add("OthChrg", amounts.other) }
            if !amounts.roundOff.isZero { $0.add("RndOffAmt", amounts.roundOff) }
            $0.add("TotInvVal", amounts.total)
            $0.add("TotInvValFc", amounts.foreign)
        }
    }

    static func pin(_ text: String) -> Int? {
        let digits = text.filter { $0 != " " }
        guard digits.utf8.count == 6, let pin = Int(digits), (100_000...999_999).contains(pin)
        else { return nil }
        return pin
    }

    /// `dd/MM/yyyy`.
    static func date(_ date: CalendarDate) -> String {
        "\(padded(date.day, 2))/\(padded(date.month, 2))/\(padded(date.year, 4))"
    }
}
