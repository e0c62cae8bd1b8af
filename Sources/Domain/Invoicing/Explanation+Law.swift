extension Explanation.Rule {
    /// The law or standard behind the rule under a tax regime, by its name: `india-gst`,
    /// `european-vat`; `nil` where there is none, as under a regime of the user's own rates.
    public func law(in regime: String) -> String? {
        switch regime {
        case "india-gst": indianLaw
        case "european-vat": europeanLaw
        default: nil
        }
    }

    private var indianLaw: String? {
        switch self {
        case .quantityDelivered: "CGST Rule 46(i)"
        case .periodQuantity: "CGST Act s. 31(5)"
        case .milestoneUnit: "CGST Act s. 31(5)(c)"
        case .statedPrice, .listPrice, .contractPrice, .volumeTier, .graduatedTier, .packagePrice,
            .milestonePrice, .quantityTimesPrice:
            "CGST Act s. 15(1)"
        case .discountPercent, .discountShare, .documentDiscountShare: "CGST Act s. 15(3)(a)"
        case .freightShare: "CGST Act s. 15(2)(c)"
        case .documentFreightShare: "CGST Act ss. 15(2)(c), 8(a)"
        case .lineNet, .lineTaxable, .totalTaxable: "CGST Act s. 15, Rule 46(k)"
        case .lineWithoutTax, .groupWithoutTax, .withoutTaxShare, .totalInclusive, .roundToStated:
            "CGST Rule 35"
        case .pureAgent, .paidAsAgent: "CGST Rule 33"
        case .placeOfSupply: "IGST Act ss. 7, 8, 10 to 13"
        case .lineTax: "CGST Act s. 9, SGST and UTGST Acts, IGST Act s. 5; Rule 46(m)"
        case .groupTax: "CGST Act s. 9, IGST Act s. 5"
        case .lineTotal, .totalWithTax: "CGST Rule 46(j)"
        case .sumOfLines, .sumOfGroups, .sumOfHeads: "CGST Rule 46(j), (k), (m)"
        case .notTaxed: "CGST Act ss. 2(47), 2(78), 11; Rule 49"
        case .owedByRecipient: "CGST Act s. 9(3), IGST Act s. 5(3), Rule 46(p)"
        case .roundToWhole: "custom; CGST Act s. 170 rounds what is paid to the treasury"
        case .prepaymentUsed, .prepaymentTax, .prepaymentTaxable, .sumOfPrepayments:
            "CGST Act s. 13(2), Rule 50"
        case .exchanged: "CGST Rule 34"
        case .noteAsked, .notePrice, .noteRest, .noteQuantity, .noteAmount, .noteSplit,
            .noteDifference, .noteTax, .notePayable:
            "CGST Act s. 34, Rule 53"
        case .noteRefund: "CGST Rule 51"
        case .advanceUnit, .advanceShare, .advanceTaxable, .advanceResidue:
            "CGST Act s. 13(2), Rules 35 and 50"
        case .payable, .instalment, .earlyPaymentDiscount, .earlyPayable: nil
        }
    }

    /// Articles are those of Directive 2006/112/EC.
    private var europeanLaw: String? {
        switch self {
        case .quantityDelivered, .periodQuantity, .milestoneUnit: "BT-129; art. 226(6)"
        case .statedPrice, .listPrice, .contractPrice, .volumeTier, .graduatedTier, .packagePrice,
            .milestonePrice:
            "BT-146; arts. 73, 226(8)"
        case .quantityTimesPrice, .lineNet: "BT-131; art. 73"
        case .discountPercent, .discountShare: "BT-136; art. 79(b)"
        case .freightShare: "BT-141; art. 78(b)"
        case .documentDiscountShare: "BT-92, BR-CO-11; art. 79(b)"
        case .documentFreightShare: "BT-99, BR-CO-12; art. 78(b)"
        case .lineTaxable, .lineTotal: "art. 73"
        case .lineWithoutTax, .groupWithoutTax: "BT-116; arts. 73, 78(a)"
        case .withoutTaxShare: "BR-S-08; art. 226(8)"
        case .pureAgent, .paidAsAgent: "art. 79(c)"
        case .placeOfSupply: "arts. 31 to 59"
        case .lineTax: "arts. 93, 96 to 98"
        case .groupTax: "BT-117, BR-CO-17, BR-S-09; arts. 93, 96 to 98"
        case .sumOfLines: "BR-CO-10, BR-CO-11, BR-CO-12, BR-S-08"
        case .sumOfGroups: "BR-CO-14"
        case .sumOfHeads: "BT-117"
        case .notTaxed: "BR-E-09, BR-AE-09, BR-IC-09, BR-G-09, BR-O-09"
        case .totalTaxable: "BR-CO-13"
        case .totalInclusive, .roundToStated, .roundToWhole: "BT-114"
        case .owedByRecipient: "arts. 194 to 199"
        case .totalWithTax: "BR-CO-15"
        case .prepaymentUsed, .sumOfPrepayments: "BT-113; arts. 65, 220(1)(4)"
        case .prepaymentTax, .prepaymentTaxable: "arts. 65, 220(1)(4)"
        case .payable: "BR-CO-16"
        case .instalment, .earlyPaymentDiscount, .earlyPayable: "BT-20"
        case .exchanged: "BT-111; arts. 91(2), 230"
        case .noteAsked, .notePrice, .noteRest, .noteQuantity, .noteAmount, .noteSplit,
            .noteDifference, .noteTax, .notePayable, .noteRefund:
            "arts. 90, 219"
        case .advanceUnit, .advanceShare, .advanceTaxable, .advanceResidue: "art. 65"
        }
    }
}
