extension Explanation {
    /// The rules by which amounts are made.
    public enum Rule: String, CaseIterable, Sendable {
        case quantityDelivered = "quantity-delivered"
        case periodQuantity = "period-quantity"
        case milestoneUnit = "milestone-unit"
        case statedPrice = "stated-price"
        case listPrice = "list-price"
        case contractPrice = "contract-price"
        case volumeTier = "volume-tier"
        case graduatedTier = "graduated-tier"
        case packagePrice = "package-price"
        case milestonePrice = "milestone-price"
        case quantityTimesPrice = "quantity-times-price"
        case discountPercent = "discount-percent"
        case discountShare = "discount-share"
        case freightShare = "freight-share"
        case lineNet = "line-net"
        case documentDiscountShare = "document-discount-share"
        case documentFreightShare = "document-freight-share"
        case lineTaxable = "line-taxable"
        case lineWithoutTax = "line-without-tax"
        case groupWithoutTax = "group-without-tax"
        case withoutTaxShare = "without-tax-share"
        case pureAgent = "pure-agent"
        case paidAsAgent = "paid-as-agent"
        case placeOfSupply = "place-of-supply"
        case lineTax = "line-tax"
        case lineTotal = "line-total"
        case sumOfLines = "sum-of-lines"
        case sumOfGroups = "sum-of-groups"
        case sumOfHeads = "sum-of-heads"
        case notTaxed = "not-taxed"
        case groupTax = "group-tax"
        case totalTaxable = "total-taxable"
        case totalInclusive = "total-inclusive"
        case owedByRecipient = "owed-by-recipient"
        case totalWithTax = "total-with-tax"
        case roundToWhole = "round-to-whole"
        case roundToStated = "round-to-stated"
        case prepaymentUsed = "prepayment-used"
        case prepaymentTax = "prepayment-tax"
        case prepaymentTaxable = "prepayment-taxable"
        case sumOfPrepayments = "sum-of-prepayments"
        case payable
        case instalment
        case earlyPaymentDiscount = "early-payment-discount"
        case earlyPayable = "early-payable"
        case exchanged
        case noteAsked = "note-asked"
        case notePrice = "note-price"
        case noteRest = "note-rest"
        case noteQuantity = "note-quantity"
        case noteAmount = "note-amount"
        case noteSplit = "note-split"
        case noteRefund = "note-refund"
        case noteDifference = "note-difference"
        case noteTax = "note-tax"
        case notePayable = "note-payable"
        case advanceUnit = "advance-unit"
        case advanceShare = "advance-share"
        case advanceTaxable = "advance-taxable"
        case advanceResidue = "advance-residue"

        /// What the rule does, in one sentence for people.
        public var text: String {
            switch self {
            case .quantityDelivered: "what this delivery brought of the order line"
            case .periodQuantity: "what the order has for each period of the billing plan"
            case .milestoneUnit: "a milestone is billed as one unit of its share"
            case .statedPrice: "the price agreed on the order"
            case .listPrice: "the price list's row in force on the order date"
            case .contractPrice: "the contract's price in force"
            case .volumeTier:
                "the contract's tier that the whole ordered quantity reaches, for all of it"
            case .graduatedTier: "the contract's tier that this slice of the quantity lies in"
            case .packagePrice: "the contract's price of a whole package"
            case .milestonePrice:
                "the line's value up to this milestone less that up to the one before"
            case .quantityTimesPrice: "quantity × unit price ÷ base quantity"
            case .discountPercent: "gross × percent ÷ 100"
            case .discountShare:
                "the discount stated for the whole line, up to what is billed now less what was before"
            case .freightShare:
                "the freight stated for the whole line, up to what is billed now less what was before"
            case .lineNet: "gross − discount + freight"
            case .documentDiscountShare:
                "the document's discount, one rounded amount, split by net value"
            case .documentFreightShare: "the document's freight, split by discounted net value"
            case .lineTaxable: "net − share of the document's discount + share of its freight"
            case .lineWithoutTax:
                "(net − share of the document's discount + share of its freight) × 100 ÷ (100 + rate): these contain the tax"
            case .groupWithoutTax:
                "what the lines of the category and rate come to, which contains the tax, × 100 ÷ (100 + rate)"
            case .withoutTaxShare:
                "the group's taxable value, split by what the lines come to with their tax"
            case .pureAgent:
                "paid for the buyer as its pure agent: outside the value of the supply"
            case .paidAsAgent: "what was paid for the buyer, as it was paid"
            case .placeOfSupply:
                "where the law takes the supply to happen, which says whose tax it bears"
            case .lineTax: "taxable value × rate ÷ 100"
            case .lineTotal: "taxable value + tax that is asked for"
            case .sumOfLines: "the sum of the lines"
            case .sumOfGroups: "the sum over categories and rates"
            case .sumOfHeads: "the sum of the taxes"
            case .notTaxed: "supplies of this kind bear no tax"
            case .groupTax: "taxable value × rate ÷ 100, once for the category and rate"
            case .totalTaxable: "lines − document discount + document freight"
            case .totalInclusive:
                "lines − document discount + document freight + what was paid as agent: stated with tax, and asked for as stated"
            case .owedByRecipient: "owed by the recipient on reverse charge: stated, not asked for"
            case .totalWithTax: "taxable value + tax + what was paid as pure agent"
            case .roundToWhole: "what is missing to whole units of the currency"
            case .roundToStated: "the total as stated with tax − value and tax as rounded"
            case .prepaymentUsed: "what is left of the advance, at most what is asked for"
            case .prepaymentTax:
                "the tax left of the advance × what is used of it ÷ what is left of it"
            case .prepaymentTaxable: "what is used of the advance − its tax"
            case .sumOfPrepayments: "the sum of the advances used"
            case .payable: "total with tax + round-off − prepaid"
            case .instalment: "payable, split by the percentages of the terms"
            case .earlyPaymentDiscount: "payable × percent ÷ 100"
            case .earlyPayable: "payable − deduction"
            case .exchanged: "amount × exchange rate"
            case .noteAsked: "what the note was asked for, of what earlier notes have left"
            case .notePrice:
                "the price of the document it is about; the amount, where that is no price without tax"
            case .noteRest: "all that earlier notes have left of the line"
            case .noteQuantity: "the quantity's share of what earlier notes have left of the line"
            case .noteAmount: "the amount asked for"
            case .noteSplit:
                "the amount asked for, split by what is left of each line, largest remainder"
            case .noteRefund:
                "the line's rest less what is without tax in the money that stays, rounded"
            case .noteDifference: "what the amount is below or above quantity × price"
            case .noteTax:
                "the tax on what was left before less the tax on what is left after, each rounded"
            case .notePayable:
                "what was to be paid before less what is after, each rounded as the document was, "
                    + "less the total with tax"
            case .advanceUnit: "an advance is billed as one unit"
            case .advanceShare:
                "the advance, split by what each rate of the order comes to with tax, largest remainder"
            case .advanceTaxable:
                "share × 100 ÷ (100 + rate), rounded; the neighbour that gives the share with its tax"
            case .advanceResidue: "what was received less the total with tax"
            }
        }

        /// How its result becomes a whole number of minor units; `nil` where it is exact.
        public var rounding: Rounding? {
            switch self {
            case .quantityTimesPrice, .discountPercent, .lineWithoutTax, .groupWithoutTax, .lineTax,
                .groupTax, .earlyPaymentDiscount, .exchanged, .prepaymentTax, .noteRefund,
                .advanceTaxable:
                .minorUnit
            case .milestonePrice, .discountShare, .freightShare, .noteQuantity, .noteTax,
                .notePayable:
                .eachOfTwo
            case .documentDiscountShare, .documentFreightShare, .withoutTaxShare, .instalment,
                .noteSplit, .advanceShare:
                .largestRemainder
            case .roundToWhole: .wholeUnit
            default: nil
            }
        }
    }

    /// How rules round.
    public enum Rounding: String, CaseIterable, Sendable {
        case minorUnit = "minor-unit"
        case eachOfTwo = "each-of-two"
        case largestRemainder = "largest-remainder"
        case wholeUnit = "whole-unit"

        /// In words.
        public var text: String {
            switch self {
            case .minorUnit: "half away from zero to the minor unit"
            case .eachOfTwo: "each of the two, half away from zero to the minor unit"
            case .largestRemainder: "to minor units by largest remainder, ties to the earlier"
            case .wholeUnit: "half away from zero to the whole unit"
            }
        }
    }
}
