/// The rules of the table of places of supply: the law and its words.
extension PlaceReason {
    // Goods, IGST Act ss. 10 and 11.
    static let movementEnds = PlaceReason(
        law: "IGST Act s. 10(1)(a)", words: "goods: where their movement to the buyer ends")
    static let staysInIndia = PlaceReason(
        law: "IGST Act s. 10(1)(a)",
        words: "goods of a buyer abroad that stay in India: where their movement ends, no export")
    static let thirdPerson = PlaceReason(
        law: "IGST Act s. 10(1)(b)",
        words: "goods delivered to a third person on the buyer's direction: the buyer's State")
    static let noMovement = PlaceReason(
        law: "IGST Act s. 10(1)(c)",
        words: "goods that do not move: where they are when they are handed over")
    static let unregisteredGoods = PlaceReason(
        law: "IGST Act s. 10(1)(ca), Circular 209/3/2024-GST",
        words: "goods to an unregistered person: the State of the delivery address")
    static let installation = PlaceReason(
        law: "IGST Act s. 10(1)(d)", words: "goods installed or assembled: the site")
    static let exportOfGoods = PlaceReason(
        law: "IGST Act s. 11(b)", words: "goods exported: outside India")
    static let outsideIndia = PlaceReason(
        law: "CGST Act Schedule III para 7",
        words: "goods outside India that are handed over without entering it: no supply")
    static let partOfGoods = PlaceReason(
        law: "CGST Act ss. 2(30), 8(a)",
        words: "transport, packing or insurance of the goods sold: where the goods are supplied")

    // Services within India, IGST Act s. 12.
    static let registered = PlaceReason(
        law: "IGST Act s. 12(2)(a)", words: "service to a registered person: its State")
    static let onRecord = PlaceReason(
        law: "IGST Act s. 12(2)(b)(i)",
        words: "service to an unregistered person: the State of the address on record")
    static let noRecord = PlaceReason(
        law: "IGST Act s. 12(2)(b)(ii)",
        words: "service to an unregistered person without a State on record: the supplier's State")
    static let property = PlaceReason(
        law: "IGST Act s. 12(3)", words: "service on immovable property: where it lies")
    static let propertyAbroad = PlaceReason(
        law: "IGST Act s. 12(3), proviso",
        words: "service on property outside India to a recipient in India: the recipient's State")
    static let performed = PlaceReason(
        law: "IGST Act s. 12(4)",
        words: "restaurant, catering, personal care or health service: where it is performed")
    static let trainingRegistered = PlaceReason(
        law: "IGST Act s. 12(5)(a)", words: "training of a registered person: its State")
    static let training = PlaceReason(
        law: "IGST Act s. 12(5)(b)",
        words: "training of an unregistered person: where it is performed")
    static let admission = PlaceReason(
        law: "IGST Act s. 12(6)", words: "admission to an event: where it is held")
    static let organisationRegistered = PlaceReason(
        law: "IGST Act s. 12(7)(i)",
        words: "organisation or sponsorship of an event for a registered person: its State")
    static let organisation = PlaceReason(
        law: "IGST Act s. 12(7)(ii)",
        words: "organisation or sponsorship of an event: where it is held")
    static let organisationAbroad = PlaceReason(
        law: "IGST Act s. 12(7)(ii)",
        words: "organisation of an event held outside India: the recipient's State")
    static let transportRegistered = PlaceReason(
        law: "IGST Act s. 12(8)(a)", words: "transport of goods for a registered person: its State")
    static let transport = PlaceReason(
        law: "IGST Act s. 12(8)(b)",
        words: "transport of goods for an unregistered person: where they are handed over")

    // Services to a recipient outside India, IGST Act s. 13.
    static let recipientAbroad = PlaceReason(
        law: "IGST Act s. 13(2)", words: "service to a recipient outside India: where that is")
    static let performedAbroad = PlaceReason(
        law: "IGST Act s. 13(3)",
        words: "service on goods or persons that have to be present: where it is performed")
    static let propertyOfForeigner = PlaceReason(
        law: "IGST Act s. 13(4)",
        words: "service on immovable property for a recipient abroad: where it lies")
    static let eventForForeigner = PlaceReason(
        law: "IGST Act s. 13(5)",
        words: "admission to or organisation of an event for a recipient abroad: where it is held")

    /// Items that lead to different places under one stated place.
    static let severalPlaces = PlaceReason(
        law: "CGST Act s. 8", words: "the items lead to different places")
}
