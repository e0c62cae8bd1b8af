extension SchemaTable {
    /// Contracts and their amendments; the parts they share with other records are those of
    /// `records`.
    static let contracts = builtIn(
        """
        record contracts  What a customer has agreed to for a time, or an amendment to it
        one-of customer amends
        id*                identifier                   contract or amendment
        customer           identifier                   customer; an amendment has none
        amends             identifier                   contract or earlier amendment it changes
        title              text 160                     printed
        reference          text 60                      the customer's own number for it
        currency           currency                     wanted; an amendment has none
        from*              date                         first day; an amendment holds from it
        to                 date                         last day; open, or as before, where absent
        note               text 500                     for people
        prices             list 0..5000 part contractPrice  before price lists
        discounts          list 0..200 part contractDiscount  on lines or the order
        products           list 1..5000 part contractProduct  nothing else may be ordered
        paymentTerms       part contractPaymentTerms    before the customer's
        freight            part contractFreight         default as orders say
        billing            part billing                 default per delivery

        part contractPrice  What an item costs under the contract
        clause             text 40                      its number in the contract
        item*              identifier                   item
        model              choice flat volume graduated package  default flat
        unitPrice          price                        flat, wanted: price of the base quantity
        per                positive                     flat and tiers: base quantity, default 1
        tiers              list 2..50 part tier         volume and graduated, wanted
        packageSize        quantity                     package, wanted: units in it
        packagePrice       price                        package, wanted: price of one
        from               date                         first day, default the contract's
        to                 date                         last day; open where absent

        part tier  A step of a price table
        from*              amount                       0 or 1, then the last to or one more
        to                 quantity                     up to and including; only the last is open
        unitPrice*         price                        price of the base quantity

        part contractDiscount  A reduction the contract grants
        clause             text 40                      its number in the contract
        on                 choice line order            default line
        item               identifier                   lines of this item
        group              identifier                   lines of this product group
        percent*           percent                      0 to 100
        reason             text 100                     printed
        from               date                         first day, default the contract's
        to                 date                         last day; open where absent

        part contractProduct  What may be ordered
        one-of item group
        clause             text 40                      its number in the contract
        item               identifier                   this item
        group              identifier                   items of this product group
        minimum            amount                       quantity of an order line at least
        maximum            amount                       quantity of an order line at most
        total              amount                       quantity over the contract at most

        part contractPaymentTerms  When its invoices are to be paid
        one-of netDays endOfMonthPlusDays dayOfMonth+monthsAfter instalments
        clause             text 40                      its number in the contract
        with paymentTerms

        part contractFreight  What it says about carriage
        clause             text 40                      its number in the contract
        charged*           choice first-delivery each-delivery by-quantity included  when
        amount             amount                       in its currency; else as the order says

        part billing  When its orders are billed
        clause             text 40                      its number in the contract
        plan*              choice per-delivery on-completion per-month milestones recurring  how
        milestones         list 1..50 part milestone    milestones, wanted: add up to 100 percent
        every              choice month quarter half-year year  recurring, wanted: the period
        when               choice advance arrears       recurring, wanted: at its begin or end
        anchor             date                         recurring: default the contract's first day

        part milestone  A stage that makes a share of the order billable
        id*                identifier                   what deliveries call it
        description*       text 200                     printed
        percent*           percent                      of the order, more than 0
        """, withPartsOf: records)
}
