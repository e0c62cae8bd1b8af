import Formats
import Money

/// The few words that an e-invoice adds of its own, in the languages they are kept in.
struct InvoiceWords: Sendable {
    /// BT-97, BT-139 where no reason was given.
    let discount: String
    /// BT-104, BT-144 where no description was given.
    let freight: String
    /// Before the day of BT-20, and behind it.
    let payableBy: String
    let withoutDeduction: String
    /// Before terms of delivery, in BT-22.
    let deliveryTerms: String
    /// Before the parts of BT-33.
    let seat: String
    let registeredOffice: String
    let directors: String

    /// The words of a language (BCP 47); English where it has none.
    static func of(_ language: String) -> InvoiceWords {
        switch language.prefix(2).lowercased() {
        case "de": german
        case "fr": french
        default: english
        }
    }

    /// BT-20: until when to pay, with the day as the language writes it.
    func payable(by date: CalendarDate, language: String) -> String {
        payableBy + LocaleFormat(language: language).date(date) + withoutDeduction
    }

    private static let german = InvoiceWords(
        discount: "Rabatt", freight: "Fracht", payableBy: "Zahlbar bis ",
        withoutDeduction: " ohne Abzug", deliveryTerms: "Lieferbedingung: ",
        seat: "Sitz der Gesellschaft: ", registeredOffice: "Eingetragener Sitz: ",
        directors: "Geschäftsführung: ")

    private static let english = InvoiceWords(
        discount: "Discount", freight: "Freight", payableBy: "Payable by ",
        withoutDeduction: " without deduction", deliveryTerms: "Terms of delivery: ",
        seat: "Seat: ", registeredOffice: "Registered office: ", directors: "Directors: ")

    /// French sets a space that does not break before a colon.
    private static let french = InvoiceWords(
        discount: "Remise", freight: "Frais de port", payableBy: "Payable au plus tard le ",
        withoutDeduction: " sans escompte", deliveryTerms: "Conditions de livraison\u{A0}: ",
        seat: "Siège\u{A0}: ", registeredOffice: "Siège social\u{A0}: ",
        directors: "Direction\u{A0}: ")
}
