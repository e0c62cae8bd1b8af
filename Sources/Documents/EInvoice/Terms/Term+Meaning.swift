extension Term {
    /// In words, for the terms that EN 16931 wants of every group they belong to; else its number.
    var meaning: String { Term.meanings[rawValue] ?? rawValue }

    private static let meanings: [String: String] = {
        let table = """
            BT-1 the invoice's number
            BT-2 the day of issue
            BT-3 the kind of document, a code of UNTDID 1001
            BT-5 the currency, a code of ISO 4217
            BT-22 the note's words
            BT-24 the specification that is followed
            BT-25 the preceding invoice's number
            BT-27 the seller's name
            BT-40 the seller's country
            BT-44 the buyer's name
            BT-55 the buyer's country
            BT-59 the payee's name
            BT-62 the tax representative's name
            BT-69 the tax representative's country
            BT-80 the country it was delivered to
            BT-81 how to pay, a code of UNTDID 4461
            BT-84 the account to pay into
            BT-87 the card's last digits
            BT-92 the allowance's amount
            BT-95 the allowance's VAT category
            BT-99 the charge's amount
            BT-102 the charge's VAT category
            BT-109 the total without VAT
            BT-112 the total with VAT
            BT-115 what is to be paid
            BT-116 what VAT is charged on
            BT-117 the VAT of the category
            BT-118 the VAT category
            BT-122 the supporting document's number
            BT-126 the line's number
            BT-129 the quantity
            BT-130 the quantity's unit
            BT-131 the line's net amount
            BT-136 the allowance's amount
            BT-141 the charge's amount
            BT-146 the item's price
            BT-151 the line's VAT category
            BT-153 the item's name
            BT-160 the attribute's name
            BT-161 the attribute's value
            BT-125-1 the file's type, such as application/pdf
            BT-125-2 the file's name
            """
        var meanings: [String: String] = [:]
        for row in table.split(separator: "\n") {
            let parts = row.split(separator: " ", maxSplits: 1)
            meanings[String(parts[0])] = String(parts[1])
        }
        return meanings
    }()
}
