import Formats
import Invoicing
import Money

/// What a request says besides parties, lines and sums.
extension INV01 {
    /// Where and until when to pay; notes to the buyer's credit say nothing of it.
    func payment(_ text: INV01Text) -> Value? {
        guard type != "CRN", let payment = invoice.payment else { return nil }
        let record = Value.record {
            if let account = payment.account {
                $0.add("Nm", text.clean(account.holder, "the payee", most: 100))
                if let number = account.account, number.utf8.count <= 18 {
                    $0.add("AccDet", text.clean(number, "the account", most: 18))
                }
                $0.add("FinInsBr", text.clean(account.ifsc, "the IFSC", most: 11))
            }
            if let due = invoice.dueDate {
                let days = Int(due.dayNumber - invoice.issueDate.dayNumber)
                if (0...9999).contains(days) { $0.add("CrDay", .integer(days)) }
            }
            // Both are amounts in rupees, which a document in another currency does not state.
            if invoice.currency == .inr {
                $0.add("PaidAmt", invoice.totals.prepaid)
                $0.add("PaymtDue", invoice.totals.payable)
            }
        }
        if case .record(let fields) = record, fields.fields.isEmpty { return nil }
        return record
    }

    func references(_ text: INV01Text) -> Value? {
        var record = Value.Record()
        record.add(
            "InvRm", text.clean(invoice.reason, "the reason of the note", least: 3, most: 100))
        if let period = invoice.period {
            record.add(
                "DocPerdDtls",
                .record {
                    $0.add("InvStDt", INV01.date(period.first))
                    $0.add("InvEndDt", INV01.date(period.last))
                })
        }
        let preceding = invoice.references.map { reference in
            Value.record {
                $0.add("InvNo", reference.number)
                $0.add("InvDt", INV01.date(reference.date))
            }
        }
        if type != "INV", !preceding.isEmpty { record.add("PrecDocDtls", .list(preceding)) }
        if let contract = contract(text) { record.add("ContrDtls", .list([contract])) }
        return record.fields.isEmpty ? nil : .record(record)
    }

    private func contract(_ text: INV01Text) -> Value? {
        var record = Value.Record()
        if let contract = invoice.contract {
            record.add(
                "ContrRefr",
                text.clean(contract.reference ?? contract.id, "the contract's number", most: 20))
        }
        if invoice.orders.count == 1, let number = invoice.order.purchaseOrder {
            record.add("PORefr", text.clean(number, "the purchase order's number", most: 16))
            record.add("PORefDt", invoice.order.purchaseOrderDate.map(INV01.date))
        }
        return record.fields.isEmpty ? nil : .record(record)
    }

    /// Of an export: its currency and the country it goes to.
    var export: Value? {
        guard invoice.isExported else { return nil }
        return .record {
            if invoice.currency != .inr { $0.add("ForCur", invoice.currency.code) }
            $0.add("CntCode", invoice.treatment.destination ?? invoice.buyer.address.country)
        }
    }
}
