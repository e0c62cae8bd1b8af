extension Goldens {
    /// `Stated.inclusive`: amounts without VAT, the price that of the whole quantity, and the cent
    /// that no VAT gives as BT-114; 75.66 × 4 ÷ 4.
    static let inclusive = #"""
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
          <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
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
            <cbc:TaxAmount currencyID="EUR">15.78</cbc:TaxAmount>
            <cac:TaxSubtotal>
              <cbc:TaxableAmount currencyID="EUR">75.66</cbc:TaxableAmount>
              <cbc:TaxAmount currencyID="EUR">14.38</cbc:TaxAmount>
              <cac:TaxCategory>
                <cbc:ID>S</cbc:ID>
                <cbc:Percent>19</cbc:Percent>
                <cac:TaxScheme>
                  <cbc:ID>VAT</cbc:ID>
                </cac:TaxScheme>
              </cac:TaxCategory>
            </cac:TaxSubtotal>
            <cac:TaxSubtotal>
              <cbc:TaxableAmount currencyID="EUR">20.00</cbc:TaxableAmount>
              <cbc:TaxAmount currencyID="EUR">1.40</cbc:TaxAmount>
              <cac:TaxCategory>
                <cbc:ID>S</cbc:ID>
                <cbc:Percent>7</cbc:Percent>
                <cac:TaxScheme>
                  <cbc:ID>VAT</cbc:ID>
                </cac:TaxScheme>
              </cac:TaxCategory>
            </cac:TaxSubtotal>
          </cac:TaxTotal>
          <cac:LegalMonetaryTotal>
            <cbc:LineExtensionAmount currencyID="EUR">95.66</cbc:LineExtensionAmount>
            <cbc:TaxExclusiveAmount currencyID="EUR">95.66</cbc:TaxExclusiveAmount>
            <cbc:TaxInclusiveAmount currencyID="EUR">111.44</cbc:TaxInclusiveAmount>
            <cbc:PayableRoundingAmount currencyID="EUR">-0.01</cbc:PayableRoundingAmount>
            <cbc:PayableAmount currencyID="EUR">111.43</cbc:PayableAmount>
          </cac:LegalMonetaryTotal>
          <cac:InvoiceLine>
            <cbc:ID>1</cbc:ID>
            <cbc:InvoicedQuantity unitCode="H87">4</cbc:InvoicedQuantity>
            <cbc:LineExtensionAmount currencyID="EUR">75.66</cbc:LineExtensionAmount>
            <cac:Item>
              <cbc:Name>Logger</cbc:Name>
              <cac:SellersItemIdentification>
                <cbc:ID>DL-1</cbc:ID>
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
              <cbc:PriceAmount currencyID="EUR">75.66</cbc:PriceAmount>
              <cbc:BaseQuantity unitCode="H87">4</cbc:BaseQuantity>
            </cac:Price>
          </cac:InvoiceLine>
          <cac:InvoiceLine>
            <cbc:ID>2</cbc:ID>
            <cbc:InvoicedQuantity unitCode="H87">1</cbc:InvoicedQuantity>
            <cbc:LineExtensionAmount currencyID="EUR">20.00</cbc:LineExtensionAmount>
            <cac:Item>
              <cbc:Name>Handbuch</cbc:Name>
              <cac:SellersItemIdentification>
                <cbc:ID>HB-T</cbc:ID>
              </cac:SellersItemIdentification>
              <cac:ClassifiedTaxCategory>
                <cbc:ID>S</cbc:ID>
                <cbc:Percent>7</cbc:Percent>
                <cac:TaxScheme>
                  <cbc:ID>VAT</cbc:ID>
                </cac:TaxScheme>
              </cac:ClassifiedTaxCategory>
            </cac:Item>
            <cac:Price>
              <cbc:PriceAmount currencyID="EUR">20.00</cbc:PriceAmount>
            </cac:Price>
          </cac:InvoiceLine>
        </Invoice>
        """#

    /// `Stated.outsideScope`: nobody's VAT identifier, no rate, the seller told by BT-29.
    static let outsideScope = #"""
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
          <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
          <cac:DespatchDocumentReference>
            <cbc:ID>LS-9</cbc:ID>
          </cac:DespatchDocumentReference>
          <cac:AccountingSupplierParty>
            <cac:Party>
              <cac:PartyIdentification>
                <cbc:ID>143/617/30519</cbc:ID>
              </cac:PartyIdentification>
              <cac:PostalAddress>
                <cbc:StreetName>Senklotweg 17</cbc:StreetName>
                <cbc:CityName>Ulm</cbc:CityName>
                <cbc:PostalZone>89073</cbc:PostalZone>
                <cac:Country>
                  <cbc:IdentificationCode>DE</cbc:IdentificationCode>
                </cac:Country>
              </cac:PostalAddress>
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
                <cbc:ID>K-3</cbc:ID>
              </cac:PartyIdentification>
              <cac:PostalAddress>
                <cbc:StreetName>1 Pine Street</cbc:StreetName>
                <cbc:CityName>New York</cbc:CityName>
                <cbc:PostalZone>10005</cbc:PostalZone>
                <cac:Country>
                  <cbc:IdentificationCode>US</cbc:IdentificationCode>
                </cac:Country>
              </cac:PostalAddress>
              <cac:PartyLegalEntity>
                <cbc:RegistrationName>Blue Mesa Inc.</cbc:RegistrationName>
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
            <cbc:Note>Payable by 14 Jul 2026 without deduction</cbc:Note>
          </cac:PaymentTerms>
          <cac:TaxTotal>
            <cbc:TaxAmount currencyID="EUR">0.00</cbc:TaxAmount>
            <cac:TaxSubtotal>
              <cbc:TaxableAmount currencyID="EUR">500.00</cbc:TaxableAmount>
              <cbc:TaxAmount currencyID="EUR">0.00</cbc:TaxAmount>
              <cac:TaxCategory>
                <cbc:ID>O</cbc:ID>
                <cbc:TaxExemptionReasonCode>VATEX-EU-O</cbc:TaxExemptionReasonCode>
                <cbc:TaxExemptionReason>Not subject to VAT</cbc:TaxExemptionReason>
                <cac:TaxScheme>
                  <cbc:ID>VAT</cbc:ID>
                </cac:TaxScheme>
              </cac:TaxCategory>
            </cac:TaxSubtotal>
          </cac:TaxTotal>
          <cac:LegalMonetaryTotal>
            <cbc:LineExtensionAmount currencyID="EUR">500.00</cbc:LineExtensionAmount>
            <cbc:TaxExclusiveAmount currencyID="EUR">500.00</cbc:TaxExclusiveAmount>
            <cbc:TaxInclusiveAmount currencyID="EUR">500.00</cbc:TaxInclusiveAmount>
            <cbc:PayableAmount currencyID="EUR">500.00</cbc:PayableAmount>
          </cac:LegalMonetaryTotal>
          <cac:InvoiceLine>
            <cbc:ID>1</cbc:ID>
            <cbc:InvoicedQuantity unitCode="HUR">5</cbc:InvoicedQuantity>
            <cbc:LineExtensionAmount currencyID="EUR">500.00</cbc:LineExtensionAmount>
            <cac:Item>
              <cbc:Name>Beratung</cbc:Name>
              <cac:SellersItemIdentification>
                <cbc:ID>I-1</cbc:ID>
              </cac:SellersItemIdentification>
              <cac:ClassifiedTaxCategory>
                <cbc:ID>O</cbc:ID>
                <cac:TaxScheme>
                  <cbc:ID>VAT</cbc:ID>
                </cac:TaxScheme>
              </cac:ClassifiedTaxCategory>
            </cac:Item>
            <cac:Price>
              <cbc:PriceAmount currencyID="EUR">100.00</cbc:PriceAmount>
            </cac:Price>
          </cac:InvoiceLine>
        </Invoice>
        """#
}
