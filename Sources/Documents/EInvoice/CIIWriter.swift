import Money
import Trade
internal import XML

/// Prints business terms as a Cross Industry Invoice, in the order that its schema wants.
///
/// Every kind of document has the same root, a credit note too, whose amounts are positive; amounts
/// name no currency but those of VAT.
struct CIIWriter: SyntaxWriter, ~Copyable {
    var xml: XMLWriter
    var refused: XMLCharacterError?
    /// What the document's profile has room for.
    let extent: EInvoiceForm.Extent
    /// How many BG-3 there is room for: the schema D16B, which EN 16931 and XRechnung are bound to,
    /// has one, Factur-X's D22B any number. A final invoice names all deposits in BT-22 too.
    let precedingInvoices: Int

    /// - Parameters:
    ///   - form: decides what there is room for.
    ///   - lines: how many lines to make room for.
    init(_ form: EInvoiceForm, lines: Int) {
        xml = XMLWriter(capacity: 8 << 10 + lines << 11)
        extent = form.extent
        precedingInvoices = form.isHybrid && !form.isXRechnung ? .max : 1
    }

    /// The whole document.
    mutating func document(_ invoice: EN16931Invoice) {
        group("rsm:CrossIndustryInvoice") {
            $0.attribute("xmlns:rsm", "\(CIIWriter.standard):CrossIndustryInvoice:100")
            $0.attribute(
                "xmlns:ram",
                "\(CIIWriter.standard):ReusableAggregateBusinessInformationEntity:100")
            $0.attribute("xmlns:qdt", "\(CIIWriter.standard):QualifiedDataType:100")
            $0.attribute("xmlns:udt", "\(CIIWriter.standard):UnqualifiedDataType:100")
            $0.context(invoice)
            $0.header(invoice)
            $0.group("rsm:SupplyChainTradeTransaction") {
                if $0.extent >= .basic { for line in invoice.lines { $0.line(line) } }
                $0.agreement(invoice)
                $0.delivery(invoice)
                $0.settlement(invoice)
            }
        }
    }

    /// The finished document.
    consuming func finish() throws(EInvoiceError) -> [UInt8] { try finished(xml, refused) }

    /// BG-2.
    private mutating func context(_ invoice: EN16931Invoice) {
        group("rsm:ExchangedDocumentContext") {
            if let process = invoice.process {
                $0.group("ram:BusinessProcessSpecifiedDocumentContextParameter") {
                    $0.text("ram:ID", process)
                }
            }
            $0.group("ram:GuidelineSpecifiedDocumentContextParameter") {
                $0.text("ram:ID", invoice.specification)
            }
        }
    }

    /// BT-1 to BT-3, BG-1.
    private mutating func header(_ invoice: EN16931Invoice) {
        group("rsm:ExchangedDocument") {
            $0.text("ram:ID", invoice.number)
            $0.text("ram:TypeCode", invoice.type.rawValue)
            $0.date("ram:IssueDateTime", invoice.issueDate)
            for note in $0.extent > .minimum ? invoice.notes : [] {
                $0.group("ram:IncludedNote") {
                    $0.text("ram:Content", note.text)
                    $0.text("ram:SubjectCode", note.subject)
                }
            }
        }
    }

    /// BT-10 to BT-14, BT-17, BT-18, BG-4, BG-7, BG-11, BG-24.
    private mutating func agreement(_ invoice: EN16931Invoice) {
        group("ram:ApplicableHeaderTradeAgreement") {
            $0.text("ram:BuyerReference", invoice.buyerReference)
            $0.seller(invoice.seller)
            $0.buyer(invoice.buyer)
            let (isFull, isMore) = ($0.extent == .full, $0.extent > .minimum)
            $0.taxRepresentative(isMore ? invoice.taxRepresentative : nil)
            $0.reference("ram:SellerOrderReferencedDocument", isFull ? invoice.salesOrder : nil)
            $0.reference("ram:BuyerOrderReferencedDocument", invoice.purchaseOrder)
            $0.reference("ram:ContractReferencedDocument", isMore ? invoice.contract : nil)
            if isFull { $0.furtherReferences(invoice) }
        }
    }

    private static let standard = "urn:un:unece:uncefact:data:standard"
}

extension CIIWriter {
    /// The number of another document; nothing for none.
    mutating func reference(_ name: String, _ number: String?) {
        guard let number else { return }
        group(name) { $0.text("ram:IssuerAssignedID", number) }
    }

    /// A day, as format 102 of UNTDID 2379 writes it; nothing for none.
    mutating func date(
        _ name: String, _ date: CalendarDate?, _ text: String = "udt:DateTimeString"
    ) {
        guard let date else { return }
        let digits = padded(date.year, 4) + padded(date.month, 2) + padded(date.day, 2)
        group(name) { $0.text(text, digits, "format", "102") }
    }

    /// An amount; nothing for none.
    mutating func amount(_ name: String, _ amount: Money?) {
        text(name, amount?.plain)
    }
}
