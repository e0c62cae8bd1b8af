extension Goldens {
    /// `Stated.creditNote`: a root of its own, no due date, the invoice it lowers as BG-3.
    static let creditNote = #"""
        <?xml version="1.0" encoding="UTF-8"?>
        <CreditNote\#
         xmlns="urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"\#
         xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"\#
         xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
          <cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>
          <cbc:ID>GS-2026-0002</cbc:ID>
          <cbc:IssueDate>2026-06-30</cbc:IssueDate>
          <cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>
          <cbc:Note>500 Ringe zurückgenommen</cbc:Note>
          <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
          <cac:BillingReference>
            <cac:InvoiceDocumentReference>
              <cbc:ID>RE-2026-0007</cbc:ID>
              <cbc:IssueDate>2026-06-12</cbc:IssueDate>
            </cac:InvoiceDocumentReference>
          </cac:BillingReference>
          <cac:DespatchDocumentReference>
            <cbc:ID>LS-9</cbc:ID>
          </cac:DespatchDocumentReference>
          <cac:AccountingSupplierParty>
            <cac:Party>
              <cac:PostalAddress>
                <cbc:StreetName>Senklotweg 17</cbc:StreetName>
                <cbc:CityName>Ulm</cbc:CityName>
                <cbc:PostalZone>89073</cbc:PostalZone>
                <cac:Country>
                  <cbc:IdentificationCode>DE</cbc:IdentificationCode>
                </cac:Country>
              </cac:PostalAddress>
              <cac:PartyTaxScheme>
                <cbc:CompanyID>DE931840277</cbc:CompanyID>
                <cac:TaxScheme>
                  <cbc:ID>VAT</cbc:ID>
                </cac:TaxScheme>
              </cac:PartyTaxScheme>
              <cac:PartyTaxScheme>
                <cbc:CompanyID>143/617/30519</cbc:CompanyID>
                <cac:TaxScheme>
                  <cbc:ID>FC</cbc:ID>
                </cac:TaxScheme>
              </cac:PartyTaxScheme>
              <cac:PartyLegalEntity>
                <cbc:RegistrationName>Lotwerk GmbH</cbc:RegistrationName>
              </cac:PartyLegalEntity>
            </cac:Party>
          </cac:AccountingSupplierParty>
          <cac:AccountingCustomerParty>
            <cac:Party>
              <cac:PartyIdentification>
                <cbc:ID>K-1</cbc:ID>
              </cac:PartyIdentification>
              <cac:PostalAddress>
                <cbc:StreetName>Steinhäule 22</cbc:StreetName>
                <cbc:CityName>Neu-Ulm</cbc:CityName>
                <cbc:PostalZone>89231</cbc:PostalZone>
                <cac:Country>
                  <cbc:IdentificationCode>DE</cbc:IdentificationCode>
                </cac:Country>
              </cac:PostalAddress>
              <cac:PartyTaxScheme>
                <cbc:CompanyID>DE927406181</cbc:CompanyID>
                <cac:TaxScheme>
                  <cbc:ID>VAT</cbc:ID>
                </cac:TaxScheme>
              </cac:PartyTaxScheme>
              <cac:PartyLegalEntity>
                <cbc:RegistrationName>Böhm GmbH</cbc:RegistrationName>
              </cac:PartyLegalEntity>
            </cac:Party>
          </cac:AccountingCustomerParty>
          <cac:Delivery>
            <cbc:ActualDeliveryDate>2026-06-29</cbc:ActualDeliveryDate>
          </cac:Delivery>
          <cac:TaxTotal>
            <cbc:TaxAmount currencyID="EUR">3.25</cbc:TaxAmount>
            <cac:TaxSubtotal>
              <cbc:TaxableAmount currencyID="EUR">17.12</cbc:TaxableAmount>
              <cbc:TaxAmount currencyID="EUR">3.25</cbc:TaxAmount>
              <cac:TaxCategory>
                <cbc:ID>S</cbc:ID>
                <cbc:Percent>19</cbc:Percent>
                <cac:TaxScheme>
                  <cbc:ID>VAT</cbc:ID>
                </cac:TaxScheme>
              </cac:TaxCategory>
            </cac:TaxSubtotal>
          </cac:TaxTotal>
          <cac:LegalMonetaryTotal>
            <cbc:LineExtensionAmount currencyID="EUR">17.12</cbc:LineExtensionAmount>
            <cbc:TaxExclusiveAmount currencyID="EUR">17.12</cbc:TaxExclusiveAmount>
            <cbc:TaxInclusiveAmount currencyID="EUR">20.37</cbc:TaxInclusiveAmount>
            <cbc:PayableAmount currencyID="EUR">20.37</cbc:PayableAmount>
          </cac:LegalMonetaryTotal>
          <cac:CreditNoteLine>
            <cbc:ID>1</cbc:ID>
            <cbc:CreditedQuantity unitCode="H87">500</cbc:CreditedQuantity>
            <cbc:LineExtensionAmount currencyID="EUR">17.12</cbc:LineExtensionAmount>
            <cac:AllowanceCharge>
              <cbc:ChargeIndicator>true</cbc:ChargeIndicator>
              <cbc:AllowanceChargeReason>Fracht</cbc:AllowanceChargeReason>
              <cbc:Amount currencyID="EUR">1.52</cbc:Amount>
            </cac:AllowanceCharge>
            <cac:Item>
              <cbc:Name>Dichtring 9 × 1,5</cbc:Name>
              <cac:SellersItemIdentification>
                <cbc:ID>OR-9</cbc:ID>
              </cac:SellersItemIdentification>
              <cac:ClassifiedTaxCategory>
                <cbc:ID>S</cbc:ID>
                <cbc:Percent>19</cbc:Percent>
                <cac:TaxScheme>
                  <cbc:ID>VAT</cbc:ID>
                </cac:TaxScheme>
              </cac:ClassifiedTaxCategory>
            </cac:Item>
            <cac:Price>
              <cbc:PriceAmount currencyID="EUR">31.20</cbc:PriceAmount>
              <cbc:BaseQuantity unitCode="H87">1000</cbc:BaseQuantity>
            </cac:Price>
          </cac:CreditNoteLine>
        </CreditNote>
        """#

    /// `Stated.finalInvoice`: the deposit as BG-3, as BT-113, and with its VAT as a note.
    static let finalInvoice = #"""
        <?xml version="1.0" encoding="UTF-8"?>
        <Invoice\#
         xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"\#
         xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"\#
         xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
          <cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>
          <cbc:ID>RE-2026-0031</cbc:ID>
          <cbc:IssueDate>2026-06-30</cbc:IssueDate>
          <cbc:DueDate>2026-07-14</cbc:DueDate>
          <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
          <cbc:Note>Abzüglich Anzahlung AR-2026-0003 vom 05.06.2026: 1.190,00 €, darin USt.\#
         190,00 €</cbc:Note>
          <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
          <cac:BillingReference>
            <cac:InvoiceDocumentReference>
              <cbc:ID>AR-2026-0003</cbc:ID>
              <cbc:IssueDate>2026-06-05</cbc:IssueDate>
            </cac:InvoiceDocumentReference>
          </cac:BillingReference>
          <cac:DespatchDocumentReference>
            <cbc:ID>LS-9</cbc:ID>
          </cac:DespatchDocumentReference>
          <cac:AccountingSupplierParty>
            <cac:Party>
              <cac:PostalAddress>
                <cbc:StreetName>Senklotweg 17</cbc:StreetName>
                <cbc:CityName>Ulm</cbc:CityName>
                <cbc:PostalZone>89073</cbc:PostalZone>
                <cac:Country>
                  <cbc:IdentificationCode>DE</cbc:IdentificationCode>
                </cac:Country>
              </cac:PostalAddress>
              <cac:PartyTaxScheme>
                <cbc:CompanyID>DE931840277</cbc:CompanyID>
                <cac:TaxScheme>
                  <cbc:ID>VAT</cbc:ID>
                </cac:TaxScheme>
              </cac:PartyTaxScheme>
              <cac:PartyTaxScheme>
                <cbc:CompanyID>143/617/30519</cbc:CompanyID>
                <cac:TaxScheme>
                  <cbc:ID>FC</cbc:ID>
                </cac:TaxScheme>
              </cac:PartyTaxScheme>
              <cac:PartyLegalEntity>
                <cbc:RegistrationName>Lotwerk GmbH</cbc:RegistrationName>
              </cac:PartyLegalEntity>
            </cac:Party>
          </cac:AccountingSupplierParty>
          <cac:AccountingCustomerParty>
            <cac:Party>
              <cac:PartyIdentification>
                <cbc:ID>K-1</cbc:ID>
              </cac:PartyIdentification>
              <cac:PostalAddress>
                <cbc:StreetName>Steinhäule 22</cbc:StreetName>
                <cbc:CityName>Neu-Ulm</cbc:CityName>
                <cbc:PostalZone>89231</cbc:PostalZone>
                <cac:Country>
                  <cbc:IdentificationCode>DE</cbc:IdentificationCode>
                </cac:Country>
              </cac:PostalAddress>
              <cac:PartyTaxScheme>
                <cbc:CompanyID>DE927406181</cbc:CompanyID>
                <cac:TaxScheme>
                  <cbc:ID>VAT</cbc:ID>
                </cac:TaxScheme>
              </cac:PartyTaxScheme>
              <cac:PartyLegalEntity>
                <cbc:RegistrationName>Böhm GmbH</cbc:RegistrationName>
              </cac:PartyLegalEntity>
            </cac:Party>
          </cac:AccountingCustomerParty>
          <cac:Delivery>
            <cbc:ActualDeliveryDate>2026-06-29</cbc:ActualDeliveryDate>
          </cac:Delivery>
          <cac:PaymentMeans>
            <cbc:PaymentMeansCode>58</cbc:PaymentMeansCode>
            <cbc:PaymentID>RE-2026-0031</cbc:PaymentID>
            <cac:PayeeFinancialAccount>
              <cbc:ID>DE77900414800027318406</cbc:ID>
              <cbc:Name>Lotwerk GmbH</cbc:Name>
            </cac:PayeeFinancialAccount>
          </cac:PaymentMeans>
          <cac:PaymentTerms>
            <cbc:Note>Zahlbar bis 14.07.2026 ohne Abzug</cbc:Note>
          </cac:PaymentTerms>
          <cac:TaxTotal>
            <cbc:TaxAmount currencyID="EUR">364.80</cbc:TaxAmount>
            <cac:TaxSubtotal>
              <cbc:TaxableAmount currencyID="EUR">1920.00</cbc:TaxableAmount>
              <cbc:TaxAmount currencyID="EUR">364.80</cbc:TaxAmount>
              <cac:TaxCategory>
                <cbc:ID>S</cbc:ID>
                <cbc:Percent>19</cbc:Percent>
                <cac:TaxScheme>
                  <cbc:ID>VAT</cbc:ID>
                </cac:TaxScheme>
              </cac:TaxCategory>
            </cac:TaxSubtotal>
          </cac:TaxTotal>
          <cac:LegalMonetaryTotal>
            <cbc:LineExtensionAmount currencyID="EUR">1920.00</cbc:LineExtensionAmount>
            <cbc:TaxExclusiveAmount currencyID="EUR">1920.00</cbc:TaxExclusiveAmount>
            <cbc:TaxInclusiveAmount currencyID="EUR">2284.80</cbc:TaxInclusiveAmount>
            <cbc:PrepaidAmount currencyID="EUR">1190.00</cbc:PrepaidAmount>
            <cbc:PayableAmount currencyID="EUR">1094.80</cbc:PayableAmount>
          </cac:LegalMonetaryTotal>
          <cac:InvoiceLine>
            <cbc:ID>1</cbc:ID>
            <cbc:InvoicedQuantity unitCode="HUR">20</cbc:InvoicedQuantity>
            <cbc:LineExtensionAmount currencyID="EUR">1920.00</cbc:LineExtensionAmount>
            <cac:Item>
              <cbc:Name>Kalibrierung</cbc:Name>
              <cac:SellersItemIdentification>
                <cbc:ID>I-1</cbc:ID>
              </cac:SellersItemIdentification>
              <cac:ClassifiedTaxCategory>
                <cbc:ID>S</cbc:ID>
                <cbc:Percent>19</cbc:Percent>
                <cac:TaxScheme>
                  <cbc:ID>VAT</cbc:ID>
                </cac:TaxScheme>
              </cac:ClassifiedTaxCategory>
            </cac:Item>
            <cac:Price>
              <cbc:PriceAmount currencyID="EUR">96.00</cbc:PriceAmount>
            </cac:Price>
          </cac:InvoiceLine>
        </Invoice>
        """#
}
