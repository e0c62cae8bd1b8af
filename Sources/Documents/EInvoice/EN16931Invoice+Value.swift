public import Formats
import Money

extension EN16931Invoice {
    /// The terms by their numbers, as JSON shows them: `BT-1`, `BG-25` …; groups are records, or lists
    /// where there may be several. What is not there is left out. See `docs/e-invoices.md`.
    public var value: Value {
        .record { record in
            record.add("schema", "bijak/en16931/1")
            addHeader(&record)
            record.add(
                "BG-1",
                list(notes) { note in
                    .record {
                        $0.add("BT-21", note.subject)
                        $0.add("BT-22", note.text)
                    }
                })
            record.add(
                "BG-2",
                .record {
                    $0.add("BT-23", process)
                    $0.add("BT-24", specification)
                })
            record.add(
                "BG-3",
                list(precedingInvoices) { preceding in
                    .record {
                        $0.add("BT-25", preceding.number)
                        $0.add("BT-26", preceding.issueDate)
                    }
                })
            record.add("BG-4", seller.value)
            record.add("BG-7", buyer.value)
            record.add("BG-10", payee?.value)
            record.add("BG-11", taxRepresentative?.value)
            record.add("BG-13", delivery?.value)
            record.add("BG-14", invoicingPeriod?.value("BT-73", "BT-74"))
            record.add("BG-16", payment?.value)
            record.add("BG-20", list(allowances) { $0.value([92, 93, 94, 95, 96, 97, 98]) })
            record.add("BG-21", list(charges) { $0.value([99, 100, 101, 102, 103, 104, 105]) })
            record.add("BG-22", totals.value)
            record.add("BG-23", list(vatBreakdown, \.value))
            record.add("BG-24", list(supportingDocuments, \.value))
            record.add("BG-25", list(lines, \.value))
        }
    }

    private func addHeader(_ record: inout Value.Record) {
        record.add("BT-1", number)
        record.add("BT-2", issueDate)
        record.add("BT-3", type.rawValue)
        record.add("BT-5", currency.code)
        record.add("BT-6", accountingCurrency?.code)
        record.add("BT-7", taxPointDate)
        record.add("BT-8", taxPointEvent?.rawValue)
        record.add("BT-9", dueDate)
        record.add("BT-10", buyerReference)
        record.add("BT-11", project)
        record.add("BT-12", contract)
        record.add("BT-13", purchaseOrder)
        record.add("BT-14", salesOrder)
        record.add("BT-15", receivingAdvice)
        record.add("BT-16", despatchAdvice)
        record.add("BT-17", tender)
        record.add("BT-18", object)
        record.add("BT-19", accountingReference)
        record.add("BT-20", paymentTerms)
    }
}

/// A list; `nil`, so that no key is written, for an empty one.
func list<Item>(_ items: [Item], _ value: (Item) -> Value) -> Value? {
    items.isEmpty ? nil : .list(items.map(value))
}

extension Value.Record {
    /// A number and, behind `-1`, its scheme.
    mutating func add(_ term: String, _ identifier: EN16931Invoice.Identifier?) {
        add(term, identifier?.value)
        add("\(term)-1", identifier?.scheme)
    }
}

extension EN16931Invoice.Totals {
    fileprivate var value: Value {
        .record {
            $0.add("BT-106", lines)
            $0.add("BT-107", allowances)
            $0.add("BT-108", charges)
            $0.add("BT-109", withoutVAT)
            $0.add("BT-110", vat)
            $0.add("BT-111", accountingVAT)
            $0.add("BT-112", withVAT)
            $0.add("BT-113", paid)
            $0.add("BT-114", rounding)
            $0.add("BT-115", payable)
        }
    }
}

extension EN16931Invoice.VATBreakdown {
    fileprivate var value: Value {
        .record {
            $0.add("BT-116", taxable)
            $0.add("BT-117", amount)
            $0.add("BT-118", vat.category.rawValue)
            $0.add("BT-119", vat.rate)
            $0.add("BT-120", exemptionReason)
            $0.add("BT-121", exemptionCode)
        }
    }
}

extension EN16931Invoice.SupportingDocument {
    fileprivate var value: Value {
        .record {
            $0.add("BT-122", reference)
            $0.add("BT-123", description)
            $0.add("BT-124", location)
            $0.add("BT-125", attachment.map { Base64.encode($0.bytes) })
            $0.add("BT-125-1", attachment?.mimeType)
            $0.add("BT-125-2", attachment?.fileName)
        }
    }
}
