import Invoicing

/// The few words that an e-invoice adds of its own, in the languages they are kept in.
///
/// Sentences are put together from them in `InvoiceWords+Sentences.swift`; what may begin one has a
/// small letter here unless the language wants a capital.
struct InvoiceWords: Sendable {
    /// BT-97, BT-139 where no reason was given.
    let discount: String
    /// BT-104, BT-144 where no description was given.
    let freight: String
    /// BT-20: before the last day to pay, and behind it.
    let payableBy: String
    let withoutDeduction: String
    /// BT-20: between the percentage that may be deducted and the last day for it.
    let earlyPayment: String
    /// BT-20: before instalments, and in each before its day.
    let inInstalments: String
    let instalmentBy: String
    /// Before terms of delivery, in BT-22.
    let deliveryTerms: String
    /// Before a milestone and a seller's and a buyer's order, and a delivery, in BT-22 and BT-127.
    let milestone: String
    let order: String
    let buyersOrder: String
    let delivery: String
    /// Between a document's number and its date.
    let ofDate: String
    let colon: String
    /// Before a deposit that is taken off, and between its amount and the VAT in it, in BT-22.
    let prepayment: String
    let includingVAT: String
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

    private static let german = InvoiceWords(
        discount: "Rabatt", freight: "Fracht", payableBy: "zahlbar bis ",
        withoutDeduction: " ohne Abzug", earlyPayment: " Skonto bei Zahlung bis ",
        inInstalments: "zahlbar in Raten: ", instalmentBy: " bis ",
        deliveryTerms: "Lieferbedingung: ", milestone: "Meilenstein ", order: "Auftrag ",
        buyersOrder: "Ihre Bestellung ", delivery: "Lieferschein ", ofDate: " vom ", colon: ": ",
        prepayment: "abzüglich Anzahlung ", includingVAT: ", darin USt. ",
        seat: "Sitz der Gesellschaft: ", registeredOffice: "Eingetragener Sitz: ",
        directors: "Geschäftsführung: ")

    private static let english = InvoiceWords(
        discount: "Discount", freight: "Freight", payableBy: "payable by ",
        withoutDeduction: " without deduction", earlyPayment: " discount if paid by ",
        inInstalments: "payable in instalments: ", instalmentBy: " by ",
        deliveryTerms: "Terms of delivery: ", milestone: "milestone ", order: "order ",
        buyersOrder: "your order ", delivery: "delivery ", ofDate: " of ", colon: ": ",
        prepayment: "less deposit ", includingVAT: ", including VAT of ", seat: "Seat: ",
        registeredOffice: "Registered office: ", directors: "Directors: ")

    /// French sets a space that does not break before a colon.
    private static let french = InvoiceWords(
        discount: "Remise", freight: "Frais de port", payableBy: "payable au plus tard le ",
        withoutDeduction: " sans escompte",
        earlyPayment: " d’escompte en cas de paiement au plus tard le ",
        inInstalments: "payable en plusieurs fois\u{A0}: ", instalmentBy: " au plus tard le ",
        deliveryTerms: "Conditions de livraison\u{A0}: ", milestone: "jalon ",
        order: "commande ", buyersOrder: "votre référence ", delivery: "bon de livraison ",
        ofDate: " du ", colon: "\u{A0}: ", prepayment: "acompte déduit ",
        includingVAT: ", dont TVA ", seat: "Siège\u{A0}: ",
        registeredOffice: "Siège social\u{A0}: ", directors: "Direction\u{A0}: ")
}
