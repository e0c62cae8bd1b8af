extension SchemaTable {
    /// The canonical JSON of an invoice, with the business terms (BT, BG) of EN 16931 where they
    /// say the same. `Invoice.value` writes it; a test holds the two together.
    static let invoice = builtIn(
        """
        record invoice  An issued document: what the page, the e-invoice and the books say
        schema*            literal bijak/invoice/1      name and version of this form
        kind*              choice invoice credit-note debit-note proforma advance refund-voucher  \
        kind of document, BT-3
        title*             choice tax-invoice export-invoice bill-of-supply \
        invoice-cum-bill-of-supply invoice final-invoice deposit-invoice credit-note debit-note \
        financial-credit-note proforma receipt-voucher refund-voucher  what the page calls it
        number*            text                         number, BT-1
        issueDate*         date                         date of issue, BT-2
        dueDate            date                         last day to pay, where there is one, BT-9
        taxPoint*          date                         date of supply, the last of several; of an \
        advance the day it was received, BT-7
        currency*          currency                     of all amounts but those of exchange, BT-5
        language*          text                         BCP 47
        secondLanguage     text                         BCP 47, of a bilingual document
        regime*            choice india-gst european-vat plain  whose tax law holds
        seller*            part seller                  BG-4
        buyer*             part buyer                   BG-7
        shipTo             part shipTo                  where goods went: India always, BG-13
        order              part order                   the order that is billed, where it is one
        orders             list 2..100000 part order    the orders, where they are several
        contract           part contract                what they were agreed under
        delivery           part delivery                the delivery, or the report of a milestone
        deliveries         list 2..100000 part delivery  the deliveries, where they are several
        period             part period                  of a plan; of several deliveries, BG-14
        milestone          part milestone               the stage of the work that is billed
        references         list 1..100 part reference   documents a note is about, BG-3
        reason             text                         why a note was written, BT-22
        placeOfSupply      part placeOfSupply           India: the State of supply
        reverseCharge      flag                         India: tax payable on reverse charge
        endorsement        text                         India: Rule 46, on exports and SEZ supplies
        destination        country                      country an export goes to
        export             part export                  India: what lets it go untaxed
        copies             list 1..10 text              India: what each copy is marked, Rule 48
        lines*             list 1..20000 part line      BG-25
        documentDiscount   part documentDiscount        of the whole document
        documentFreight    part documentFreight         of the whole document
        allowances         list 1..1000 part adjustment  the discount by category and rate, BG-20
        charges            list 1..1000 part adjustment  the freight by category and rate, BG-21
        taxSummary*        list 1..20000 part taxGroup  by category and rate, India by HSN, BG-23
        totals*            part totals                  BG-22
        prepayments        list 1..1000 part prepayment  advances that are taken off
        exchange           part exchange                totals in the company's currency
        companyWords       text                         exchange.total in words
        words              text                         what the document comes to, before \
        prepayments, in words, in the document's language
        payment            part payment                 where money is asked for, BG-16
        terms              list 1..12 text              the company's sentences
        notes              list 1..100 text             sentences the law wants, such as exemptions
        signatory          text                         who signs
        approvals          list 1..100000 part approval  deviations that were let pass
        attachments        list 1..100 part attachment  documents that travel with it, BG-24
        explanation        list 1..1000000 part step    how each amount was made; older ones lack it

        part seller  Who sells
        name*              text                         legal name, BT-27
        tradeName          text                         name it is known by, BT-28
        tagline            text                         under the name
        footer             text                         at the foot of each page
        address*           part address                 BG-5
        taxNumber*         text                         GSTIN or VAT identifier, BT-31
        localTaxNumber     text                         Steuernummer, BT-32
        otherTaxNumbers    list 1..10 part otherTaxNumber  further numbers
        legalRegistration  part legalRegistration       register of companies, BT-30
        registeredOffice   text                         registered office
        seat               text                         seat, in BT-33
        directors          list 1..20 text              directors, in BT-33
        contact            part contact                 BG-6
        electronicAddress  part electronicAddress       BT-34

        part buyer  Who buys
        id*                identifier                   the seller's number for the buyer, BT-46
        name*              text                         legal name, BT-44
        address*           part address                 BG-8
        category*          choice registered unregistered sez overseas deemed-export business \
        public consumer  what it is for tax
        taxNumber          text                         GSTIN or VAT identifier, BT-48
        legalRegistration  part legalRegistration       register of companies, BT-47
        contact            part contact                 BG-9
        reference          text                         asked for by the buyer, BT-10
        electronicAddress  part electronicAddress       BT-49
        eInvoice           list 1..2 choice ubl peppol xrechnung cii xrechnung-cii facturx \
        facturx-minimum facturx-basicwl facturx-basic facturx-xrechnung  forms of e-invoice, where \
        they were asked for

        part electronicAddress  Where electronic documents are sent
        scheme*            text                         code of the list EAS
        id*                text                         the address in that scheme

        part address  Where somebody is
        name               text                         of the place, BT-45
        attention          text                         person or department
        lines*             list 1..4 text               street and more, BT-35, BT-50, BT-75 ff.
        city*              text                         BT-37, BT-52, BT-77
        postcode           text                         BT-38, BT-53, BT-78
        state              part state                   BT-39, BT-54, BT-79
        country*           country                      ISO 3166-1 alpha-2, BT-40, BT-55, BT-80

        part state  A State of India
        code*              text                         two-digit GST code
        name               text                         its name

        part placeOfSupply  The State of supply and why it is that one
        code*              text                         two-digit GST code
        name               text                         its name
        law                text                         the rule it follows from
        reason             text                         that rule in words
        proposed           text                         code of the State that the law gives, \
        where another was stated
        stated             text                         why another was stated

        part otherTaxNumber  A further number of the seller
        scheme*            text                         such as PAN, EORI
        number*            text                         the number

        part legalRegistration  An entry in a register of companies
        number*            text                         number
        authority          text                         keeper of the register

        part contact  How to reach a party
        name               text                         BT-41, BT-56
        phone              text                         BT-42, BT-57
        email              text                         BT-43, BT-58
        website            text                         website

        part shipTo  Where goods went
        id                 identifier                   of the customer's place, BT-71
        name*              text                         who took them, BT-70
        address*           part address                 BG-15
        taxNumber          text                         of the place or the buyer

        part order  An order that is billed
        id*                identifier                   the seller's number, BT-14
        date*              date                         its date
        purchaseOrder      text                         the buyer's number, BT-13
        purchaseOrderDate  date                         its date
        incoterm           text                         terms of delivery
        note               text                         printed, BT-22

        part reference  Another document that this one is about
        kind*              choice invoice credit-note debit-note proforma advance refund-voucher  \
        its kind
        number*            text                         its number, BT-25
        date*              date                         its date of issue, BT-26

        part contract  What was agreed with the buyer
        id*                identifier                   the seller's number
        title              text                         title
        reference          text                         the buyer's number, BT-12

        part delivery  A delivery that is billed
        id*                identifier                   delivery, BT-16, or report of a milestone
        date*              date                         its day, BT-72
        carrier            text                         carrier
        tracking           text                         tracking number
        vehicle            text                         vehicle
        ewayBill           text                         India: e-way bill number

        part period  First and last day
        from*              date                         first day, BT-73
        to*                date                         last day, BT-74

        part milestone  A stage of the work
        id*                identifier                   in the contract's billing plan
        description*       text                         what was reached, in BT-22
        percent*           decimal                      its share of the order, in BT-22

        part export  What an Indian exporter states
        lut                text                         letter of undertaking, where tax is not paid
        lutDate            date                         its date
        iec                text                         importer-exporter code
        adCode             text                         authorised dealer code

        part line  One line
        number*            integer 1..20000             position on the invoice, BT-126
        orderLine*         integer 1..999999            line of the order
        order              identifier                   its order, of several parts; in BT-127
        delivery           identifier                   its delivery, of several; in BT-127
        deliveryDate       date                         that delivery's day; in BT-127
        item*              identifier                   item, BT-155
        kind*              choice goods service         what it is; older documents lack it
        name*              text                         BT-153
        note               text                         BT-154
        hsn                text                         India: HSN or SAC
        commodityCode      text                         Europe: CN code, BT-158
        countryOfOrigin    country                      where goods come from, BT-159
        quantity*          decimal                      billed quantity, BT-129
        unit*              text                         UQC or UN/ECE code, BT-130
        unitPrice*         decimal                      price of the base quantity, BT-146
        per                decimal                      base quantity where it is not 1, BT-149
        gross*             money                        quantity × unitPrice ÷ per, rounded
        discountPercent    decimal                      the line's discount in percent
        discountReason     text                         why there is one, BT-139
        discount           money                        the line's discount, BT-136
        freightDescription  text                        what the freight is for, BT-144
        freight            money                        the line's freight, BT-141
        net*               money                        gross − discount + freight, BT-131
        documentDiscount   money                        its share of the document's discount
        documentFreight    money                        its share of the document's freight
        taxable*           money                        net − documentDiscount + documentFreight; \
        without the tax, where prices contain it
        category*          choice S Z E AE K G O L M B taxable nil exempt non-gst pure-agent  \
        BT-151; India: GST's own words
        rate*              decimal                      full rate in percent, BT-152
        halfRate           decimal                      rate of CGST and of SGST or UTGST
        cgst               money                        central tax
        sgst               money                        State tax
        utgst              money                        Union territory tax
        igst               money                        integrated tax
        total*             money                        taxable and this line's tax, where it is \
        asked for

        part documentDiscount  The document's discount
        reason             text                         why
        percent            decimal                      where it was a percentage
        amount*            money                        as far as it is billed here

        part documentFreight  The document's freight
        description        text                         what for
        amount*            money                        as far as it is billed here

        part adjustment  Discount or freight of one tax category and rate
        reason             text                         BT-97, BT-104
        percent            decimal                      where it gives the amount, BT-94, BT-101
        base               money                        what percent is of, BT-93, BT-100
        amount*            money                        BT-92, BT-99
        category*          choice S Z E AE K G O L M B taxable nil exempt non-gst  BT-95, BT-102
        rate*              decimal                      BT-96, BT-103

        part taxGroup  Tax of one category and rate
        hsn                text                         India: HSN or SAC
        category*          choice S Z E AE K G O L M B taxable nil exempt non-gst  BT-118
        rate*              decimal                      full rate in percent, BT-119
        halfRate           decimal                      rate of CGST and of SGST or UTGST
        isCharged          flag                         false: a rate is stated, not charged
        taxable*           money                        BT-116
        vat                money                        BT-117
        cgst               money                        central tax
        sgst               money                        State tax
        utgst              money                        Union territory tax
        igst               money                        integrated tax
        salesTax           money                        tax of the plain regime
        tax*               money                        Σ of the taxes of this group
        exemptionReason    text                         why no tax is charged, BT-120
        exemptionCode      text                         VATEX code, BT-121
        law                text                         the law behind the rate
        name               text                         plain: what the tax is called

        part totals  Sums of the document
        lines*             money                        Σ net of the lines, BT-106
        discount           money                        the document's discount, BT-107
        freight            money                        the document's freight, BT-108
        inclusive          money                        lines − discount + freight, where they \
        contain the tax: what is asked for
        taxable*           money                        without tax, BT-109
        vat                money                        Σ of this tax
        cgst               money                        Σ of this tax
        sgst               money                        Σ of this tax
        utgst              money                        Σ of this tax
        igst               money                        Σ of this tax
        salesTax           money                        Σ of this tax
        tax*               money                        Σ of all taxes that are asked for, BT-110
        reverseTax         money                        Σ of the taxes that the recipient owes
        outside            money                        paid as pure agent: asked for, bears no tax
        roundOff           money                        added to reach whole units or a stated \
        gross, BT-114
        total*             money                        with tax, BT-112
        invoiced           money                        total + roundOff, where something was prepaid
        prepaid            money                        Σ of the prepayments, BT-113
        payable*           money                        total + roundOff − prepaid, BT-115

        part prepayment  An advance, as far as it is taken off here
        number*            text                         receipt voucher or deposit invoice, BT-25
        date*              date                         its date of issue, BT-26
        taxable*           money                        without tax
        vat                money                        tax stated on it
        cgst               money                        tax stated on it
        sgst               money                        tax stated on it
        utgst              money                        tax stated on it
        igst               money                        tax stated on it
        salesTax           money                        tax stated on it
        tax*               money                        Σ of its taxes
        total*             money                        with tax

        part exchange  The totals in the company's currency
        rate*              decimal                      for one unit of the invoice's currency
        source*            text                         who published it
        date*              date                         its day
        currency*          currency                     the company's, BT-6
        total*             money                        payable × rate
        tax*               money                        tax × rate, BT-111

        part payment  How to pay
        netDays            integer 0..365               days from the invoice date
        endOfMonthPlusDays  integer 0..365              days from the last of its month
        dayOfMonth         integer 1..31                day on which it is due
        monthsAfter        integer 0..12                of the n-th month after the invoice's
        instalments        list 2..36 part instalment   instead of one due date; in BT-20
        earlyPayment       list 1..5 part earlyPayment  what may be deducted; in BT-20
        account            part account                 BG-17
        reference*         text                         what to state when paying, BT-83

        part instalment  A part of the amount payable
        percent*           decimal                      of payable
        date*              date                         last day to pay it
        amount*            money                        the parts add up to payable

        part earlyPayment  What may be deducted when all is paid early
        until*             date                         last day
        percent*           decimal                      of payable
        amount*            money                        payable × percent, rounded
        payable*           money                        payable − amount

        part account  The account to pay into
        holder*            text                         BT-85
        bank               text                         bank
        branch             text                         branch
        account            text                         number where there is no IBAN, BT-84
        ifsc               text                         India: IFSC, BT-86
        iban               text                         IBAN, BT-84
        bic                text                         BIC, BT-86
        upi                text                         India: UPI address

        part approval  A deviation from what was agreed that somebody let pass
        order*             identifier                   its order
        code*              text                         code of the finding
        orderLine          integer 1..999999            its line, where it is of one
        found              text                         what the order says
        expected           text                         what was agreed
        reason*            text                         why it was let pass
        by*                text                         who decided
        date*              date                         when

        part attachment  A document that supports this one: inside its page and its e-invoice
        name*              text                         its file name, BT-125-2
        mimeType*          text                         what kind of file it is, BT-125-1
        description        text                         what it is, BT-123
        size*              integer 0..100000000         in bytes
        sha256*            text                         of its content, in hexadecimal

        part step  How one amount was made
        of*                text                         path of the value, lists counted from 1
        value*             decimal                      a number or an amount
        rule*              choice quantity-delivered period-quantity milestone-unit stated-price \
        list-price contract-price volume-tier graduated-tier package-price milestone-price \
        quantity-times-price discount-percent discount-share freight-share line-net \
        document-discount-share document-freight-share line-taxable line-without-tax \
        group-without-tax without-tax-share pure-agent paid-as-agent place-of-supply line-tax \
        line-total sum-of-lines sum-of-groups sum-of-heads not-taxed group-tax total-taxable \
        total-inclusive owed-by-recipient total-with-tax round-to-whole round-to-stated \
        prepayment-used prepayment-tax prepayment-taxable sum-of-prepayments payable instalment \
        early-payment-discount early-payable exchanged note-asked note-price note-rest \
        note-quantity note-amount note-split note-refund note-difference note-tax note-payable \
        advance-unit advance-share advance-taxable advance-residue  \
        the rule that made it
        from               list 1..100000 text          paths of the values it was made from
        facts              list 1..1000 part fact       what was said and not calculated

        part fact  What a record, a clause, a price list or the law says
        name*              text                         what it is
        value*             text                         what it says
        source*            text                         who says so
        at                 text                         file and line, where it is a record
        """)
}
