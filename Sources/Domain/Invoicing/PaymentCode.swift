public import Money

/// The texts of QR codes that a buyer's banking app turns into a payment.
public enum PaymentCode {
    /// A UPI deep link for one amount (NPCI, UPI Linking Specifications 1.6).
    ///
    /// - Parameters:
    ///   - payee: The name the app shows.
    ///   - address: The payee's UPI address, `name@bank`.
    ///   - reference: The document's number, as the note of the payment.
    /// - Returns: nil unless the amount is positive and in rupees, and the address is one.
    public static func upi(
        payee: String, address: String, amount: Money, reference: String
    ) -> String? {
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard amount.currency == .inr, amount.minorUnits > 0, parts.count == 2,
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isAddressByte) })
        else { return nil }
        // `tr`, the bank's own reference, allows letters and digits only; numbers of documents
        // have more, so they travel in the note.
        return "upi://pay?pa=\(address)&pn=\(escaped(payee))&am=\(amount.plain)&cu=INR"
            + "&tn=\(escaped(reference))"
    }

    /// A SEPA credit transfer (European Payments Council, EPC069-12 version 2), known as GiroCode.
    ///
    /// - Parameters:
    ///   - name: The payee; cut after 70 characters.
    ///   - reference: Text for the payee; cut after 140 characters.
    /// - Returns: nil unless the amount is from 0.01 to 999,999,999.99 euro, and account, bank and
    ///   name have the form they must have.
    public static func epc(
        name: String, iban: String, bic: String?, amount: Money, reference: String
    ) -> String? {
        guard amount.currency.code == "EUR", (1...99_999_999_999).contains(amount.minorUnits)
        else { return nil }
        let account = iban.filter { $0 != " " }
        // One line each: a line end inside would shift what a bank reads.
        guard (15...34).contains(account.utf8.count), account.utf8.allSatisfy(isLetterOrDigit),
            bic.map({ [8, 11].contains($0.utf8.count) && $0.utf8.allSatisfy(isLetterOrDigit) })
                ?? true, !name.isEmpty
        else { return nil }
        let lines = [
            "BCD", "002", "1", "SCT", bic ?? "", oneLine(name, 70), account,
            "EUR\(amount.plain)", "", "", oneLine(reference, 140),
        ]
        let text = lines.joined(separator: "\n")
        // The guideline's limit, which no name and reference of plain letters reach.
        return text.utf8.count <= 331 ? text : nil
    }

    private static func isAddressByte(_ byte: UInt8) -> Bool {
        isUnreserved(byte) && byte != UInt8(ascii: "~")
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
    }

    /// RFC 3986, 2.3.
    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            if isUnreserved(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                result += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return result
    }

    /// The guideline counts Unicode's characters, of which one that is seen may have several.
    private static func oneLine(_ text: String, _ most: Int) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(most) {
            scalars.append(Character(scalar).isNewline ? " " : scalar)
        }
        return String(scalars)
    }
}
