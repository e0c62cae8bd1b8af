extension SchemaTable {
    /// The records that people hand in: the keys their readers take, and no others.
    static let records = builtIn(
        """
        record company  The seller: who issues, under which rules, how its documents look
        name*              text 160                     legal name
        tradeName          text 160                     name it is known by
        regime*            choice india-gst european-vat plain  whose tax law holds
        currency*          currency                     of its own accounts
        language*          language                     BCP 47, such as en-IN or de-DE
        secondLanguage     language                     said beside it on bilingual documents
        timeZone*          text 60                      such as Asia/Kolkata or Europe/Berlin
        fiscalYearStart    integer 1..12                month in which its year begins, default 1
        address*           part address                 of the supplying registration
        taxNumber*         text 20                      its GSTIN or VAT identifier
        localTaxNumber     text 30                      Germany: Steuernummer
        otherTaxNumbers    list 0..10 part otherTaxNumber  further numbers that are printed
        legalRegistration  text 60 or part legalRegistration  register of companies; India: CIN
        registeredOffice   text 200                     printed
        seat               text 60                      printed
        directors          list 0..20 text 80           printed
        contact            part contact                 whom to ask
        electronicAddress  part electronicAddress       where it sends from, BT-34
        eInvoice           choice ubl peppol xrechnung cii xrechnung-cii facturx facturx-minimum \
        facturx-basicwl facturx-basic facturx-xrechnung or list 1..2 choice ubl peppol \
        xrechnung cii xrechnung-cii facturx facturx-minimum facturx-basicwl facturx-basic \
        facturx-xrechnung  of customers that say nothing
        bankAccounts       list 0..20 part bankAccount  the first of a currency is printed
        paymentTerms       part paymentTerms            where customers have none, default 30
        series*            list 1..20 part series       runs of document numbers
        roundOff           flag                         totals to whole units; default true for INR
        export             part export                  India: supply without payment of tax
        oneStopShop        flag                         Europe: consumers' own rates; default false
        turnover           amount                       India: of the year before, for HSN digits
        composition        flag                         India: collects no tax; default false
        eInvoicing         part eInvoicing              India: invoices are reported to a portal
        taxTerritory       choice canary-islands ceuta melilla  Spain: has a tax of its own
        sandbox            flag                         wrong check digits only warn; default false
        signatory          text 80                      above "Authorised signatory"
        terms              list 0..12 text 200          sentences on each invoice
        look               part look                    template, colours and logo

        record customers  A buyer
        id*                identifier                   what orders call it
        name*              text 160                     legal name
        address*           part address                 bill-to
        category*          choice registered unregistered sez overseas deemed-export business \
        public consumer  what it is for tax: India the first five, Europe the last three
        taxNumber          text 30                      GSTIN or VAT identifier
        legalRegistration  text 60 or part legalRegistration  register number: SIREN, KVK, CHE-…
        currency*          currency                     what it orders in
        language           language                     BCP 47, default the company's
        secondLanguage     language                     said beside it, default the company's
        paymentTerms       part paymentTerms            default the company's
        contact            part contact                 whom to ask
        buyerReference     text 80                      asked for on each invoice, BT-10
        electronicAddress  part electronicAddress       where it receives, BT-49
        eInvoice           choice ubl peppol xrechnung cii xrechnung-cii facturx facturx-minimum \
        facturx-basicwl facturx-basic facturx-xrechnung or list 1..2 choice ubl peppol \
        xrechnung cii xrechnung-cii facturx facturx-minimum facturx-basicwl facturx-basic \
        facturx-xrechnung  form of its e-invoices, default the company's
        shipTo             list 0..200 part shipTo      places goods are sent to
        withPayment        flag                         tax on exports and SEZ although a LUT exists
        priceList          identifier                   default "default"
        status             choice active blocked inactive  whether it may order, default active
        statusReason       text 200                     why it is not active
        creditLimit        amount                       owed at most, in its currency; default none
        taxRegistrations   list 0..200 part taxRegistration  further ones beside taxNumber
        splitPayment       flag                         Italy: pays the VAT to the treasury itself
        exemption          part exemption               plain: why it bears no tax
        validFrom          date                         first day of this version; default always

        record items  Something that is sold
        id*                identifier                   what orders call it
        name*              text 200                     on documents
        note               text 200                     small second line
        kind*              choice goods service         decides the place of supply
        unit*              text 8                       India: UQC; Europe: UN/ECE code
        hsn                text 8                       India: HSN or SAC of 4, 6 or 8 digits
        commodityCode      text 10                      Europe: CN code
        tax*               text 32 or list 1..20 part taxClass  such as 18, nil, exempt, standard
        reverseCharge      flag                         its recipient owes the tax; default false
        exemption          text 40                      Europe, of class exempt: VATEX code, BT-121
        exemptionReason    text 200                     of class exempt: why, printed, BT-120
        supplyPlace        choice usual property performance event installation no-movement  \
        what decides where it is supplied, default usual
        countryOfOrigin    text 2                       ISO 3166-1 alpha-2
        group              identifier                   product group that contracts name

        record prices  What an item costs on some days
        list               identifier                   price list, default "default"
        item*              identifier                   item
        currency*          currency                     of the price
        unitPrice*         price                        price of the base quantity
        per                positive                     base quantity, default 1
        from*              date                         first day
        to                 date                         last day; open where absent

        record orders  What a customer has ordered and on which terms
        id*                identifier                   order
        customer*          identifier                   customer
        date*              date                         order date
        purchaseOrder      text 60                      the customer's own number
        purchaseOrderDate  date                         its date
        currency*          currency                     of prices and amounts
        shipTo             identifier                   a ship-to address of the customer
        discount           part discount                on the document
        freight            part freight                 on the document
        exchangeRate       part exchangeRate            wanted where the company's currency differs
        paymentTerms       part paymentTerms            default the customer's
        incoterm           text 60                      terms of delivery
        note               text 500                     printed
        contract           identifier                   contract it is placed under
        revision           integer 1..999               one more with each change, default 1
        billTo             text 30                      registration that is billed, by tax number
        site               part site                    of property, work, event, installation
        placeOfSupply      part statedPlace             India: decided against the table's
        pricesIncludeTax   flag                         prices, discounts, freight; default false
        totals             part statedTotals            what the customer reckons it comes to
        lines*             list 1..20000 part orderLine  what is ordered

        record deliveries  What left the house for an order, or the service that was done
        id*                identifier                   delivery
        order*             identifier                   order
        date*              date                         day of delivery or completion
        carrier            text 60                      printed
        tracking           text 60                      printed
        vehicle            text 30                      printed
        ewayBill           text 20                      India: e-way bill number
        lines              list 1..20000 part deliveryLine  all that is open where absent
        returns            identifier                   delivery whose goods come back; wants lines
        reason             text 200                     why they come back; only with returns
        milestone          identifier                   reached; without lines and returns

        part address  Where somebody is, as on an envelope
        name               text 160                     of the place, where it differs
        attention          text 100                     person or department
        lines*             list 1..4 text 100           street, building, area
        city*              text 60                      city
        postcode           text 12                      post code or PIN
        state              text 2                       India: two-digit State code
        country*           country                      ISO 3166-1 alpha-2

        part shipTo  A place goods are sent to
        id*                identifier                   what orders call it
        taxNumber          text 30                      GSTIN or VAT identifier of the place
        with address

        part exemption  Why a customer bears no tax
        code               text 40                      number of the certificate or the rule
        reason*            text 200                     printed

        part taxClass  A class of rate from some day on
        class*             text 32                      such as 18, nil, exempt, standard
        from               date                         first day; the first class has none

        part site  Where property lies, work is done, goods are installed
        country*           country                      ISO 3166-1 alpha-2
        state              text 2                       India: two-digit State code

        part statedPlace  A place of supply that somebody decided
        state*             text 2                       two-digit State code; 96 outside India
        reason*            text 200                     kept with the document

        part taxRegistration  A registration for tax beside the main one
        taxNumber*         text 30                      GSTIN or VAT identifier
        address*           part address                 where it is billed
        from               date                         first day; open where absent
        to                 date                         last day; open where absent

        part contact  How to reach a party
        name               text 100                     person or department
        phone              text 40                      phone
        email              text 100                     e-mail
        website            text 100                     website

        part electronicAddress  Where electronic documents are sent
        scheme*            text 4                       code of the list EAS, such as 0088, 9930
        id*                text 100                     the address in that scheme

        part legalRegistration  An entry in a register of companies
        number*            text 60                      such as HRB 274118
        authority          text 80                      such as Amtsgericht München

        part otherTaxNumber  A further number of the company
        scheme*            text 20                      such as PAN, EORI
        number*            text 30                      the number

        part paymentTerms  When an invoice is to be paid
        one-of netDays endOfMonthPlusDays dayOfMonth+monthsAfter instalments
        netDays            integer 0..365               days from the invoice date
        endOfMonthPlusDays  integer 0..365              days from the end of the invoice's month
        dayOfMonth         integer 1..31                this day, or the last of a shorter month
        monthsAfter        integer 0..12                of which month after the invoice's
        instalments        list 2..36 part instalment   by days; the percentages add up to 100
        earlyPayment       list 0..5 part earlyPayment  by days; percentages descending

        part instalment  A part of the payable amount
        percent*           percent                      more than 0
        netDays*           integer 0..365               days from the invoice date

        part earlyPayment  What is taken off for paying early
        days*              integer 0..365               from the invoice date
        percent*           percent                      more than 0, less than 100

        part bankAccount  Where money is to be sent
        currency*          currency                     of the account
        holder             text 100                     default the company's name
        bank               text 100                     bank
        branch             text 100                     branch
        account            text 34                      number where there is no IBAN
        ifsc               text 11                      India: IFSC
        iban               text 42                      IBAN
        bic                text 11                      BIC
        upi                text 60                      India: UPI address

        part series  A run of document numbers without gaps
        id*                identifier                   series
        scope*             choice domestic export any   which documents it numbers
        kinds              list 1..10 choice invoice credit-note debit-note proforma advance \
        refund-voucher  kinds of document, default invoice
        pattern*           text 40                      such as NV/{fy}/{n:5}, RE-{yyyy}-{n:4}
        first              integer 1..999999999         first number of each year, default 1

        part eInvoicing  India: reporting of invoices under CGST Rule 48(4)
        from*              date                         documents from this day on are reported

        part export  What an Indian exporter states
        withPayment        flag                         IGST is paid and reclaimed; default false
        lut                text 30                      letter of undertaking
        lutDate            date                         its date
        iec                text 20                      importer-exporter code
        adCode             text 20                      authorised dealer code of the bank

        part look  How documents look
        template           identifier                   such as classic or modern; default classic
        accent             colour                       headings, rules and logo
        tint               colour                       shaded areas
        logo               identifier or part logo      picture's file, or one-colour drawing
        tagline            text 80                      under the name
        font               text 60                      instead of the template's typefaces
        footer             text 80                      a line at the foot of each page

        part logo  A drawing filled with the accent
        width*             positive                     of the drawing's own space
        height*            positive                     of the drawing's own space
        path*              text 8000                    SVG path data, commands M L H V C Z

        part orderLine  One thing ordered
        line               integer 1..999999            line number, default 1, 2, 3 …
        item*              identifier                   item
        description        text 1000                    instead of the item's name
        note               text 500                     instead of the item's note
        quantity*          quantity                     in the item's unit
        unitPrice          price                        instead of the price list's
        per                positive                     base quantity of unitPrice, default 1
        discount           part discount                on the line
        freight            part freight                 on the line

        part discount  A reduction
        one-of percent amount
        percent            percent                      0 to 100
        amount             amount                       in the order's currency
        reason             text 100                     printed

        part freight  A charge for carriage
        amount*            amount                       in the order's currency
        description        text 100                     printed

        part statedTotals  What the customer reckons an order comes to, one amount at least
        taxable            amount                       without tax
        tax                amount                       tax
        payable            amount                       with tax

        part exchangeRate  What one unit of the order's currency is worth
        rate*              positive                     in the company's currency
        source*            text 100                     who published it
        date*              date                         its day

        part deliveryLine  How much of an order line was delivered
        line*              integer 1..999999            number of the order line
        quantity*          quantity                     in the item's unit
        """)
}
