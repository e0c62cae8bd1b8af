import EInvoice
import Invoicing
import Testing
import Trade

/// Each form of e-invoice says what its specification wants, and is refused without it.
@Suite struct FormTests {
    static let seller = #"""
        {"name":"Lotwerk GmbH","taxNumber":"DE931840277","address":{"lines":["Senklotweg 17"],
        "city":"Ulm","postcode":"89073","country":"DE"},"contact":{"name":"Ina Öz",
        "phone":"+49 731 555 01","email":"rechnung@lotwerk.example"},
        "electronicAddress":{"scheme":"9930","id":"DE931840277"}}
        """#
    static let buyer = #"""
        {"id":"K-1","name":"Böhm GmbH","category":"business","taxNumber":"DE927406181",
        "address":{"lines":["Steinhäule 22"],"city":"Neu-Ulm","postcode":"89231","country":"DE"},
        "reference":"04011000-12345-03",
        "electronicAddress":{"scheme":"0204","id":"04011000-12345-03"}}
        """#
    static func known(_ stated: Stated) -> Stated {
        stated.setting(["seller": seller, "buyer": buyer])
    }

    @Test(arguments: Row.all)
    func aFormSaysWhatItsSpecificationWants(row: Row) throws {
        let invoice = try FormTests.known(row.stated).invoice()
        let written = String(decoding: try EInvoices.document(invoice, as: row.form), as: UTF8.self)
        for text in row.present { #expect(written.contains(text)) }
        for text in row.absent { #expect(!written.contains(text)) }
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let form: EInvoiceForm
        var stated = Stated.invoice
        let present: [String]
        var absent: [String] = []

        var testDescription: String { form.rawValue }

        static let all = [
            Row(
                form: .peppol,
                present: [
                    "poacc:billing:3.0</cbc:CustomizationID>\n  "
                        + "<cbc:ProfileID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0<",
                    "<cbc:EndpointID schemeID=\"9930\">DE931840277<",
                    "<cbc:EndpointID schemeID=\"0204\">04011000-12345-03<",
                ]),
            Row(
                form: .peppol,
                stated: .finalInvoice.setting(["notes": #"["Eins","Zwei"]"#]),
                present: ["<cbc:Note>Eins\nZwei\nAbzüglich Anzahlung AR-2026-0003"]),
            // 2 % until ten days after the invoice's.
            Row(
                form: .xrechnung,
                stated: .invoice.setting([
                    "payment": #"""
                    {"netDays":14,"earlyPayment":[{"until":"2026-07-10","percent":"2",
                    "amount":"45.70","payable":"2239.10"}],"account":{"holder":"Lotwerk GmbH",
                    "iban":"DE77900414800027318406"},"reference":"RE-2026-0031"}
                    """#
                ]),
                present: ["ohne Abzug\n#SKONTO#TAGE=10#PROZENT=2.00#\n</cbc:Note>"]),
            Row(
                form: .xrechnung, stated: .creditNote,
                present: ["<cbc:PaymentMeansCode>1</cbc:PaymentMeansCode>\n  </cac:PaymentMeans>"]),
            Row(
                form: .xrechnungCII,
                present: [
                    "<ram:ID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0</ram:ID>",
                    "<ram:URIID schemeID=\"0204\">04011000-12345-03<", "xrechnung_3.0</ram:ID>",
                ]),
            Row(
                form: .facturxBasic,
                present: ["1p0:basic</ram:ID>", "<ram:BilledQuantity unitCode=\"HUR\">20<"],
                absent: ["DefinedTradeContact", "SellerAssignedID", "AccountName"]),
            Row(
                form: .facturxBasicWL,
                present: ["1p0:basicwl</ram:ID>", "<ram:LineTotalAmount>1920.00<"],
                absent: ["IncludedSupplyChainTradeLineItem"]),
            Row(
                form: .facturxMinimum,
                present: [
                    "1p0:minimum</ram:ID>", "<ram:ApplicableHeaderTradeDelivery/>",
                    "<ram:TaxBasisTotalAmount>1920.00<", "<ram:DuePayableAmount>2284.80<",
                ],
                absent: ["PostcodeCode", "ApplicableTradeTax", "PaymentMeans"]),
        ]
    }

    @Test(arguments: [
        (EInvoiceForm.ubl, []),
        (
            .peppol,
            [
                "PEPPOL-EN16931-R010", "PEPPOL-EN16931-R020", "PEPPOL-EN16931-R003", "DE-R-001",
                "DE-R-002", "DE-R-015",
            ]
        ),
        (
            .xrechnung,
            ["PEPPOL-EN16931-R010", "PEPPOL-EN16931-R020", "BR-DE-1", "BR-DE-2", "BR-DE-15"]
        ),
        (.facturx, []),
    ])
    func whatIsMissingIsNamedByItsRule(form: EInvoiceForm, rules: [String]) throws {
        var invoice = try EN16931Invoice(Stated.invoice.invoice(), as: form)
        invoice.payment = nil
        let found = try EInvoices.refusals(of: EInvoices.document(invoice), name: "test.xml")
        #expect(found.map(\.rule).sorted() == rules.sorted())
    }

    @Test func aRoundingAmountHasNoPlaceInSmallProfiles() throws {
        let invoice = try FormTests.known(.inclusive).invoice()
        let written = try EInvoices.document(invoice, as: .facturxBasic)
        let found = try EInvoices.refusals(of: written, name: "test.xml")
        #expect(found.map(\.rule) == ["BR-CO-16"])
    }

    @Test func whatWasAskedForIsWrittenElseUBL() throws {
        let asked = FormTests.buyer.replacing(
            #""category""#, with: #""eInvoice":["peppol","facturx"],"category""#)
        #expect(EInvoices.forms(of: try Stated.invoice.invoice()) == [.ubl])
        #expect(
            EInvoices.forms(of: try Stated.invoice.setting(["buyer": asked]).invoice())
                == [.peppol, .facturx])
    }
}
