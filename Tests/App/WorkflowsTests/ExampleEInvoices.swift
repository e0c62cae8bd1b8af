import EInvoice

/// The e-invoices of an example company.
extension ExampleCompaniesTests.Year {
    private var eInvoices: [String] {
        files.filter { $0.hasSuffix(".ubl.xml") || $0.hasSuffix(".cii.xml") }
    }

    /// Those that a receiver would refuse, with the rules.
    var refusedEInvoices: [String] {
        eInvoices.compactMap { file in
            do throws(EInvoiceError) {
                let rules = try EInvoices.refusals(of: bytes(file), name: file).map(\.rule)
                return rules.isEmpty ? nil : "\(file): \(rules.joined(separator: ", "))"
            } catch {
                return "\(file): \(error)"
            }
        }
    }

    /// How many state a VAT category.
    func eInvoices(ofCategory category: String) -> Int {
        let codes = [">\(category)</cbc:ID>", ">\(category)</ram:CategoryCode>"]
        return eInvoices.count { file in
            let text = String(decoding: bytes(file), as: UTF8.self)
            return codes.contains { text.contains($0) }
        }
    }
}
