public import Diagnostics
public import Trade

/// What company law wants on every invoice beside what tax law does. Nobody's tax depends on it,
/// so what is missing is a warning.
public enum CompanyMentions {
    private struct Mention {
        let key: String
        let isThere: Bool
        let meaning: String
    }

    /// Findings: the warning `missing-mention` for each.
    public static func check(_ company: Company, _ findings: Findings) {
        let (law, mentions) = mentions(of: company)
        for mention in mentions where !mention.isThere {
            findings.add(
                Diagnostic(
                    .warning, code: "missing-mention",
                    "\(law) wants \(mention.meaning) on invoices", at: company.node.location,
                    expected: "the key \(mention.key)", hint: "add it to the company's record"))
        }
    }

    private static func mentions(of company: Company) -> (law: String, [Mention]) {
        let register = company.legalRegistration != nil
        switch company.address.country {
        case "IN" where isIndianCompany(company):
            let contact = company.contact
            return (
                "the Companies Act 2013, section 12(3)(c),",
                [
                    Mention(
                        key: "registeredOffice", isThere: company.registeredOffice != nil,
                        meaning: "the address of the registered office"),
                    Mention(key: "legalRegistration", isThere: register, meaning: "the CIN"),
                    Mention(
                        key: "contact", isThere: contact?.phone != nil && contact?.email != nil,
                        meaning: "telephone number and e-mail address"),
                ]
            )
        case "DE" where isGermanCompany(company.name):
            return (
                "GmbHG section 35a (AktG section 80, HGB section 125a)",
                [
                    Mention(
                        key: "legalRegistration",
                        isThere: company.legalRegistration?.authority != nil,
                        meaning: "the court and number of the register"),
                    Mention(key: "seat", isThere: company.seat != nil, meaning: "the seat"),
                    Mention(
                        key: "directors", isThere: !company.directors.isEmpty,
                        meaning: "the names of all directors"),
                ]
            )
        case "FR":
            return (
                "the Code de commerce, articles R123-237 and L441-9,",
                [
                    Mention(
                        key: "legalRegistration", isThere: register,
                        meaning: "the SIREN and the register (RCS)"),
                    Mention(key: "seat", isThere: company.seat != nil, meaning: "the seat"),
                    Mention(
                        key: "terms", isThere: !company.terms.isEmpty,
                        meaning: "interest on late payment and the indemnity of 40 euro"),
                ]
            )
        default: return ("", [])
        }
    }

    /// The fourth letter of the PAN, which is in the GSTIN, is C for a company.
    private static func isIndianCompany(_ company: Company) -> Bool {
        let number = Array(company.taxNumber.utf8)
        return number.count == 15 && number[5] == UInt8(ascii: "C")
    }

    private static let germanForms: Set<String> = ["GmbH", "AG", "SE", "KGaA", "UG", "KG", "OHG"]

    private static func isGermanCompany(_ name: String) -> Bool {
        name.split(separator: " ").contains { germanForms.contains(String($0)) }
    }
}
