extension Goldens {
    /// `SmallTrade.domestic`. By hand:
    ///
    /// 1. 3 × 33.335 = 100.005, a half goes up: 100.01; 5 % of it 5.0005: 5.00; net 95.01 at 19 %
    /// 2. 2500 × 31.20 ÷ 1000 = 78.00; freight 4.90; net 82.90 at 19 %
    /// 3. 2 × 24.90 = 49.80 at 7 %
    ///
    /// Σ 227.71; 2 % of it 4.5542: 4.55, in cents 189.84 + 165.65 + 99.51 for the lines, so
    /// 1.90 + 1.66 + 0.99: 3.56 at 19 % (2 % of 177.91 is 3.5582, said) and 0.99 at 7 % (2 % of
    /// 49.80 would be 1.00, so only the amount is said).
    ///
    /// Freight 12.00 by what is left, 93.11, 81.24 and 48.81 of 223.16, in cents 500.68 + 436.85 +
    /// 262.47, so 5.01 + 4.37 + 2.62: 9.38 at 19 % and 2.62 at 7 %.
    ///
    /// 19 %: 177.91 − 3.56 + 9.38 = 183.73, tax 34.9087: 34.91.
    /// 7 %: 49.80 − 0.99 + 2.62 = 51.43, tax 3.6001: 3.60.
    /// 235.16 + 38.51 = 273.67.
    static let domestic = #"""
        <?xml version="1.0" encoding="UTF-8"?>
        <Invoice\#
         xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"\#
         xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"\#
         xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
          <cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>
          <cbc:ID>RE-2026-0007</cbc:ID>
          <cbc:IssueDate>2026-06-12</cbc:IssueDate>
          <cbc:DueDate>2026-06-26</cbc:DueDate>
          <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
          <cbc:Note>Anlieferung nur Mo–Do</cbc:Note>
          <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
          <cbc:BuyerReference>04011000-12345-03</cbc:BuyerReference>
          <cac:OrderReference>
            <cbc:ID>PO &lt;7&gt;</cbc:ID>
            <cbc:SalesOrderID>AU-7</cbc:SalesOrderID>
          </cac:OrderReference>
          <cac:DespatchDocumentReference>
            <cbc:ID>LS-9</cbc:ID>
          </cac:DespatchDocumentReference>
          <cac:AccountingSupplierParty>
            <cac:Party>
              <cac:PartyName>
                <cbc:Name>Lotwerk</cbc:Name>
              </cac:PartyName>
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
                <cbc:CompanyID>HRB 991406</cbc:CompanyID>
                <cbc:CompanyLegalForm>Amtsgericht Ulm · Sitz der Gesellschaft: Ulm ·\#
         Geschäftsführung: Eva Groß, Jan Fuchs</cbc:CompanyLegalForm>
              </cac:PartyLegalEntity>
              <cac:Contact>
                <cbc:Name>Ina Öz</cbc:Name>
                <cbc:Telephone>+49 731 555 01</cbc:Telephone>
                <cbc:ElectronicMail>rechnung@lotwerk.example</cbc:ElectronicMail>
              </cac:Contact>
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
                <cbc:RegistrationName>Böhm &amp; Wörrle GmbH</cbc:RegistrationName>
              </cac:PartyLegalEntity>
              <cac:Contact>
                <cbc:Name>Einkauf</cbc:Name>
              </cac:Contact>
            </cac:Party>
          </cac:AccountingCustomerParty>
          <cac:Delivery>
            <cbc:ActualDeliveryDate>2026-06-11</cbc:ActualDeliveryDate>
          </cac:Delivery>
          <cac:PaymentMeans>
            <cbc:PaymentMeansCode>58</cbc:PaymentMeansCode>
            <cbc:PaymentID>RE-2026-0007</cbc:PaymentID>
            <cac:PayeeFinancialAccount>
              <cbc:ID>DE77900414800027318406</cbc:ID>
              <cbc:Name>Lotwerk GmbH</cbc:Name>
              <cac:FinancialInstitutionBranch>
                <cbc:ID>XIWHDEM1XXX</cbc:ID>
              </cac:FinancialInstitutionBranch>
            </cac:PayeeFinancialAccount>
          </cac:PaymentMeans>
          <cac:PaymentTerms>
            <cbc:Note>Zahlbar bis 26.06.2026 ohne Abzug</cbc:Note>
          </cac:PaymentTerms>
          <cac:AllowanceCharge>
            <cbc:ChargeIndicator>false</cbc:ChargeIndicator>
            <cbc:AllowanceChargeReason>Rabatt</cbc:AllowanceChargeReason>
            <cbc:MultiplierFactorNumeric>2</cbc:MultiplierFactorNumeric>
            <cbc:Amount currencyID="EUR">3.56</cbc:Amount>
            <cbc:BaseAmount currencyID="EUR">177.91</cbc:BaseAmount>
            <cac:TaxCategory>
              <cbc:ID>S</cbc:ID>
              <cbc:Percent>19</cbc:Percent>
              <cac:TaxScheme>
                <cbc:ID>VAT</cbc:ID>
              </cac:TaxScheme>
            </cac:TaxCategory>
          </cac:AllowanceCharge>
          <cac:AllowanceCharge>
            <cbc:ChargeIndicator>false</cbc:ChargeIndicator>
            <cbc:AllowanceChargeReason>Rabatt</cbc:AllowanceChargeReason>
            <cbc:Amount currencyID="EUR">0.99</cbc:Amount>
            <cac:TaxCategory>
              <cbc:ID>S</cbc:ID>
              <cbc:Percent>7</cbc:Percent>
              <cac:TaxScheme>
                <cbc:ID>VAT</cbc:ID>
              </cac:TaxScheme>
            </cac:TaxCategory>
          </cac:AllowanceCharge>
          <cac:AllowanceCharge>
            <cbc:ChargeIndicator>true</cbc:ChargeIndicator>
            <cbc:AllowanceChargeReason>Spedition</cbc:AllowanceChargeReason>
            <cbc:Amount currencyID="EUR">9.38</cbc:Amount>
            <cac:TaxCategory>
              <cbc:ID>S</cbc:ID>
              <cbc:Percent>19</cbc:Percent>
              <cac:TaxScheme>
                <cbc:ID>VAT</cbc:ID>
              </cac:TaxScheme>
            </cac:TaxCategory>
          </cac:AllowanceCharge>
          <cac:AllowanceCharge>
            <cbc:ChargeIndicator>true</cbc:ChargeIndicator>
            <cbc:AllowanceChargeReason>Spedition</cbc:AllowanceChargeReason>
            <cbc:Amount currencyID="EUR">2.62</cbc:Amount>
            <cac:TaxCategory>
              <cbc:ID>S</cbc:ID>
              <cbc:Percent>7</cbc:Percent>
              <cac:TaxScheme>
                <cbc:ID>VAT</cbc:ID>
              </cac:TaxScheme>
            </cac:TaxCategory>
          </cac:AllowanceCharge>
          <cac:TaxTotal>
            <cbc:TaxAmount currencyID="EUR">38.51</cbc:TaxAmount>
            <cac:TaxSubtotal>
              <cbc:TaxableAmount currencyID="EUR">183.73</cbc:TaxableAmount>
              <cbc:TaxAmount currencyID="EUR">34.91</cbc:TaxAmount>
              <cac:TaxCategory>
                <cbc:ID>S</cbc:ID>
                <cbc:Percent>19</cbc:Percent>
                <cac:TaxScheme>
                  <cbc:ID>VAT</cbc:ID>
                </cac:TaxScheme>
              </cac:TaxCategory>
            </cac:TaxSubtotal>
            <cac:TaxSubtotal>
              <cbc:TaxableAmount currencyID="EUR">51.43</cbc:TaxableAmount>
              <cbc:TaxAmount currencyID="EUR">3.60</cbc:TaxAmount>
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
            <cbc:LineExtensionAmount currencyID="EUR">227.71</cbc:LineExtensionAmount>
            <cbc:TaxExclusiveAmount currencyID="EUR">235.16</cbc:TaxExclusiveAmount>
            <cbc:TaxInclusiveAmount currencyID="EUR">273.67</cbc:TaxInclusiveAmount>
            <cbc:AllowanceTotalAmount currencyID="EUR">4.55</cbc:AllowanceTotalAmount>
            <cbc:ChargeTotalAmount currencyID="EUR">12.00</cbc:ChargeTotalAmount>
            <cbc:PayableAmount currencyID="EUR">273.67</cbc:PayableAmount>
          </cac:LegalMonetaryTotal>
          <cac:InvoiceLine>
            <cbc:ID>1</cbc:ID>
            <cbc:InvoicedQuantity unitCode="H87">3</cbc:InvoicedQuantity>
            <cbc:LineExtensionAmount currencyID="EUR">95.01</cbc:LineExtensionAmount>
            <cac:AllowanceCharge>
              <cbc:ChargeIndicator>false</cbc:ChargeIndicator>
              <cbc:AllowanceChargeReason>Rabatt</cbc:AllowanceChargeReason>
              <cbc:MultiplierFactorNumeric>5</cbc:MultiplierFactorNumeric>
              <cbc:Amount currencyID="EUR">5.00</cbc:Amount>
              <cbc:BaseAmount currencyID="EUR">100.01</cbc:BaseAmount>
            </cac:AllowanceCharge>
            <cac:Item>
              <cbc:Description>IP 67</cbc:Description>
              <cbc:Name>Logger „Föhn“</cbc:Name>
              <cac:SellersItemIdentification>
                <cbc:ID>DL-1</cbc:ID>
              </cac:SellersItemIdentification>
              <cac:OriginCountry>
                <cbc:IdentificationCode>DE</cbc:IdentificationCode>
              </cac:OriginCountry>
              <cac:CommodityClassification>
                <cbc:ItemClassificationCode listID="HS">90251900</cbc:ItemClassificationCode>
              </cac:CommodityClassification>
              <cac:ClassifiedTaxCategory>
                <cbc:ID>S</cbc:ID>
                <cbc:Percent>19</cbc:Percent>
                <cac:TaxScheme>
                  <cbc:ID>VAT</cbc:ID>
                </cac:TaxScheme>
              </cac:ClassifiedTaxCategory>
            </cac:Item>
            <cac:Price>
              <cbc:PriceAmount currencyID="EUR">33.335</cbc:PriceAmount>
            </cac:Price>
          </cac:InvoiceLine>
          <cac:InvoiceLine>
            <cbc:ID>2</cbc:ID>
            <cbc:InvoicedQuantity unitCode="H87">2500</cbc:InvoicedQuantity>
            <cbc:LineExtensionAmount currencyID="EUR">82.90</cbc:LineExtensionAmount>
            <cac:AllowanceCharge>
              <cbc:ChargeIndicator>true</cbc:ChargeIndicator>
              <cbc:AllowanceChargeReason>Fracht</cbc:AllowanceChargeReason>
              <cbc:Amount currencyID="EUR">4.90</cbc:Amount>
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
          </cac:InvoiceLine>
          <cac:InvoiceLine>
            <cbc:ID>3</cbc:ID>
            <cbc:InvoicedQuantity unitCode="H87">2</cbc:InvoicedQuantity>
            <cbc:LineExtensionAmount currencyID="EUR">49.80</cbc:LineExtensionAmount>
            <cac:Item>
              <cbc:Description>Auflage 3</cbc:Description>
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
              <cbc:PriceAmount currencyID="EUR">24.90</cbc:PriceAmount>
            </cac:Price>
          </cac:InvoiceLine>
        </Invoice>
        """#
}
