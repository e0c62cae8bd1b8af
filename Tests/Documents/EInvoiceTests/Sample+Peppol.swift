/// Two lines of work for a firm in Norway, as Peppol wants it.
///
/// 10 × 9.50 = 95.00, less 10 % (9.50) and with a charge of 4.50: 90.00. 60.00 for the second line.
/// Of 150.00, 10 % less (15.00) and 5.00 more: 140.00, with 19 % (26.60) 166.60.
extension Sample {
    static let peppol = Sample(
        text: """
            <?xml version="1.0" encoding="UTF-8"?>
            <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" \
            xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" \
            xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
              <cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:\
            billing:3.0</cbc:CustomizationID>
              <cbc:ProfileID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0</cbc:ProfileID>
              <cbc:ID>RE-2026-0040</cbc:ID>
              <cbc:IssueDate>2026-06-30</cbc:IssueDate>
              <cbc:DueDate>2026-07-30</cbc:DueDate>
              <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
              <cbc:Note>Thank you</cbc:Note>
              <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
              <cac:InvoicePeriod>
                <cbc:StartDate>2026-06-01</cbc:StartDate>
                <cbc:EndDate>2026-06-30</cbc:EndDate>
              </cac:InvoicePeriod>
              <cac:OrderReference>
                <cbc:ID>PO-7</cbc:ID>
              </cac:OrderReference>
            \(seller)\(buyer)\(settlement)\(totals)\(lines)
            </Invoice>
            """)

    private static let seller = """
          <cac:AccountingSupplierParty>
            <cac:Party>
              <cbc:EndpointID schemeID="0088">7300010000001</cbc:EndpointID>
              <cac:PostalAddress>
                <cbc:CityName>Wörgl</cbc:CityName>
                <cac:Country>
                  <cbc:IdentificationCode>AT</cbc:IdentificationCode>
                </cac:Country>
              </cac:PostalAddress>
              <cac:PartyTaxScheme>
                <cbc:CompanyID>ATU77410936</cbc:CompanyID>
                <cac:TaxScheme>
                  <cbc:ID>VAT</cbc:ID>
                </cac:TaxScheme>
              </cac:PartyTaxScheme>
              <cac:PartyLegalEntity>
                <cbc:RegistrationName>Lotwerk GmbH</cbc:RegistrationName>
              </cac:PartyLegalEntity>
            </cac:Party>
          </cac:AccountingSupplierParty>

        """

    private static let buyer = """
          <cac:AccountingCustomerParty>
            <cac:Party>
              <cbc:EndpointID schemeID="9930">DE927406181</cbc:EndpointID>
              <cac:PostalAddress>
                <cbc:CityName>Narvik</cbc:CityName>
                <cac:Country>
                  <cbc:IdentificationCode>NO</cbc:IdentificationCode>
                </cac:Country>
              </cac:PostalAddress>
              <cac:PartyLegalEntity>
                <cbc:RegistrationName>Fjellmaal AS</cbc:RegistrationName>
              </cac:PartyLegalEntity>
            </cac:Party>
          </cac:AccountingCustomerParty>

        """

    private static let settlement = """
          <cac:PaymentMeans>
            <cbc:PaymentMeansCode>58</cbc:PaymentMeansCode>
            <cac:PayeeFinancialAccount>
              <cbc:ID>DE77900414800027318406</cbc:ID>
            </cac:PayeeFinancialAccount>
          </cac:PaymentMeans>
          <cac:AllowanceCharge>
            <cbc:ChargeIndicator>false</cbc:ChargeIndicator>
            <cbc:AllowanceChargeReason>Loyalty</cbc:AllowanceChargeReason>
            <cbc:MultiplierFactorNumeric>10</cbc:MultiplierFactorNumeric>
            <cbc:Amount currencyID="EUR">15.00</cbc:Amount>
            <cbc:BaseAmount currencyID="EUR">150.00</cbc:BaseAmount>
            \(category)
          </cac:AllowanceCharge>
          <cac:AllowanceCharge>
            <cbc:ChargeIndicator>true</cbc:ChargeIndicator>
            <cbc:AllowanceChargeReason>Freight</cbc:AllowanceChargeReason>
            <cbc:Amount currencyID="EUR">5.00</cbc:Amount>
            \(category)
          </cac:AllowanceCharge>

        """

    private static let category = """
        <cac:TaxCategory>
              <cbc:ID>S</cbc:ID>
              <cbc:Percent>19</cbc:Percent>
              <cac:TaxScheme>
                <cbc:ID>VAT</cbc:ID>
              </cac:TaxScheme>
            </cac:TaxCategory>
        """

    private static let totals = """
          <cac:TaxTotal>
            <cbc:TaxAmount currencyID="EUR">26.60</cbc:TaxAmount>
            <cac:TaxSubtotal>
              <cbc:TaxableAmount currencyID="EUR">140.00</cbc:TaxableAmount>
              <cbc:TaxAmount currencyID="EUR">26.60</cbc:TaxAmount>
              \(category)
            </cac:TaxSubtotal>
          </cac:TaxTotal>
          <cac:LegalMonetaryTotal>
            <cbc:LineExtensionAmount currencyID="EUR">150.00</cbc:LineExtensionAmount>
            <cbc:TaxExclusiveAmount currencyID="EUR">140.00</cbc:TaxExclusiveAmount>
            <cbc:TaxInclusiveAmount currencyID="EUR">166.60</cbc:TaxInclusiveAmount>
            <cbc:AllowanceTotalAmount currencyID="EUR">15.00</cbc:AllowanceTotalAmount>
            <cbc:ChargeTotalAmount currencyID="EUR">5.00</cbc:ChargeTotalAmount>
            <cbc:PayableAmount currencyID="EUR">166.60</cbc:PayableAmount>
          </cac:LegalMonetaryTotal>

        """

    private static let lines = """
          <cac:InvoiceLine>
            <cbc:ID>1</cbc:ID>
            <cbc:InvoicedQuantity unitCode="H87">10</cbc:InvoicedQuantity>
            <cbc:LineExtensionAmount currencyID="EUR">90.00</cbc:LineExtensionAmount>
            <cac:InvoicePeriod>
              <cbc:StartDate>2026-06-02</cbc:StartDate>
              <cbc:EndDate>2026-06-29</cbc:EndDate>
            </cac:InvoicePeriod>
            <cac:DocumentReference>
              <cbc:ID>Meter 8</cbc:ID>
              <cbc:DocumentTypeCode>130</cbc:DocumentTypeCode>
            </cac:DocumentReference>
            <cac:AllowanceCharge>
              <cbc:ChargeIndicator>false</cbc:ChargeIndicator>
              <cbc:AllowanceChargeReason>Line discount</cbc:AllowanceChargeReason>
              <cbc:MultiplierFactorNumeric>10</cbc:MultiplierFactorNumeric>
              <cbc:Amount currencyID="EUR">9.50</cbc:Amount>
              <cbc:BaseAmount currencyID="EUR">95.00</cbc:BaseAmount>
            </cac:AllowanceCharge>
            <cac:AllowanceCharge>
              <cbc:ChargeIndicator>true</cbc:ChargeIndicator>
              <cbc:AllowanceChargeReason>Packing</cbc:AllowanceChargeReason>
              <cbc:Amount currencyID="EUR">4.50</cbc:Amount>
            </cac:AllowanceCharge>
            \(item("Probe"))
            <cac:Price>
              <cbc:PriceAmount currencyID="EUR">9.50</cbc:PriceAmount>
              <cbc:BaseQuantity unitCode="H87">1</cbc:BaseQuantity>
              <cac:AllowanceCharge>
                <cbc:ChargeIndicator>false</cbc:ChargeIndicator>
                <cbc:Amount currencyID="EUR">0.50</cbc:Amount>
                <cbc:BaseAmount currencyID="EUR">10.00</cbc:BaseAmount>
              </cac:AllowanceCharge>
            </cac:Price>
          </cac:InvoiceLine>
          <cac:InvoiceLine>
            <cbc:ID>2</cbc:ID>
            <cbc:InvoicedQuantity unitCode="HUR">1</cbc:InvoicedQuantity>
            <cbc:LineExtensionAmount currencyID="EUR">60.00</cbc:LineExtensionAmount>
            \(item("Calibration"))
            <cac:Price>
              <cbc:PriceAmount currencyID="EUR">60.00</cbc:PriceAmount>
            </cac:Price>
          </cac:InvoiceLine>
        """

    private static func item(_ name: String) -> String {
        """
        <cac:Item>
              <cbc:Name>\(name)</cbc:Name>
              <cac:ClassifiedTaxCategory>
                <cbc:ID>S</cbc:ID>
                <cbc:Percent>19</cbc:Percent>
                <cac:TaxScheme>
                  <cbc:ID>VAT</cbc:ID>
                </cac:TaxScheme>
              </cac:ClassifiedTaxCategory>
            </cac:Item>
        """
    }
}
