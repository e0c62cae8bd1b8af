extension Goldens {
    /// `SmallTrade.intraCommunity`. By hand: 4 × 125.00 − 20.00 = 480.00 of goods (K) and
    /// 6.25 × 96.00 = 600.00 of service (AE), Σ 1080.00; 10.80 off is 1 %: 4.80 and 6.00. Taxable
    /// 475.20 and 594.00, no tax: 1069.20.
    static let intraCommunity = #"""
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
          <cbc:Note>Conditions de livraison : DAP Decize</cbc:Note>
          <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
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
                <cbc:CompanyLegalForm>Amtsgericht Ulm · Siège : Ulm · Direction : Eva\#
         Groß, Jan Fuchs</cbc:CompanyLegalForm>
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
                <cbc:ID>K-2</cbc:ID>
              </cac:PartyIdentification>
              <cac:PartyName>
                <cbc:Name>Fromageries du Crêt-Rouge</cbc:Name>
              </cac:PartyName>
              <cac:PostalAddress>
                <cbc:StreetName>ZA des Épicéas</cbc:StreetName>
                <cbc:AdditionalStreetName>18, rue de l’Affinage</cbc:AdditionalStreetName>
                <cbc:CityName>Pontarlier</cbc:CityName>
                <cbc:PostalZone>25300</cbc:PostalZone>
                <cac:AddressLine>
                  <cbc:Line>Bâtiment C, Escalier 2</cbc:Line>
                </cac:AddressLine>
                <cac:Country>
                  <cbc:IdentificationCode>FR</cbc:IdentificationCode>
                </cac:Country>
              </cac:PostalAddress>
              <cac:PartyTaxScheme>
                <cbc:CompanyID>FR25398214072</cbc:CompanyID>
                <cac:TaxScheme>
                  <cbc:ID>VAT</cbc:ID>
                </cac:TaxScheme>
              </cac:PartyTaxScheme>
              <cac:PartyLegalEntity>
                <cbc:RegistrationName>Crêt-Rouge S.A.S.</cbc:RegistrationName>
                <cbc:CompanyID>398214072</cbc:CompanyID>
              </cac:PartyLegalEntity>
              <cac:Contact>
                <cbc:ElectronicMail>achats@cret-rouge.example</cbc:ElectronicMail>
              </cac:Contact>
            </cac:Party>
          </cac:AccountingCustomerParty>
          <cac:Delivery>
            <cbc:ActualDeliveryDate>2026-06-11</cbc:ActualDeliveryDate>
            <cac:DeliveryLocation>
              <cbc:ID>DEC</cbc:ID>
              <cac:Address>
                <cbc:StreetName>12, chemin des Écoliers</cbc:StreetName>
                <cbc:CityName>Decize</cbc:CityName>
                <cbc:PostalZone>58300</cbc:PostalZone>
                <cac:Country>
                  <cbc:IdentificationCode>FR</cbc:IdentificationCode>
                </cac:Country>
              </cac:Address>
            </cac:DeliveryLocation>
            <cac:DeliveryParty>
              <cac:PartyName>
                <cbc:Name>Cave de Decize</cbc:Name>
              </cac:PartyName>
            </cac:DeliveryParty>
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
            <cbc:Note>Payable au plus tard le 26/06/2026 sans escompte</cbc:Note>
          </cac:PaymentTerms>
          <cac:AllowanceCharge>
            <cbc:ChargeIndicator>false</cbc:ChargeIndicator>
            <cbc:AllowanceChargeReason>Remise marché</cbc:AllowanceChargeReason>
            <cbc:Amount currencyID="EUR">4.80</cbc:Amount>
            <cac:TaxCategory>
              <cbc:ID>K</cbc:ID>
              <cbc:Percent>0</cbc:Percent>
              <cac:TaxScheme>
                <cbc:ID>VAT</cbc:ID>
              </cac:TaxScheme>
            </cac:TaxCategory>
          </cac:AllowanceCharge>
          <cac:AllowanceCharge>
            <cbc:ChargeIndicator>false</cbc:ChargeIndicator>
            <cbc:AllowanceChargeReason>Remise marché</cbc:AllowanceChargeReason>
            <cbc:Amount currencyID="EUR">6.00</cbc:Amount>
            <cac:TaxCategory>
              <cbc:ID>AE</cbc:ID>
              <cbc:Percent>0</cbc:Percent>
              <cac:TaxScheme>
                <cbc:ID>VAT</cbc:ID>
              </cac:TaxScheme>
            </cac:TaxCategory>
          </cac:AllowanceCharge>
          <cac:TaxTotal>
            <cbc:TaxAmount currencyID="EUR">0.00</cbc:TaxAmount>
            <cac:TaxSubtotal>
              <cbc:TaxableAmount currencyID="EUR">475.20</cbc:TaxableAmount>
              <cbc:TaxAmount currencyID="EUR">0.00</cbc:TaxAmount>
              <cac:TaxCategory>
                <cbc:ID>K</cbc:ID>
                <cbc:Percent>0</cbc:Percent>
                <cbc:TaxExemptionReasonCode>VATEX-EU-IC</cbc:TaxExemptionReasonCode>
                <cbc:TaxExemptionReason>Livraison intracommunautaire exonérée de TVA\#
         (art. 138 de la directive 2006/112/CE)</cbc:TaxExemptionReason>
                <cac:TaxScheme>
                  <cbc:ID>VAT</cbc:ID>
                </cac:TaxScheme>
              </cac:TaxCategory>
            </cac:TaxSubtotal>
            <cac:TaxSubtotal>
              <cbc:TaxableAmount currencyID="EUR">594.00</cbc:TaxableAmount>
              <cbc:TaxAmount currencyID="EUR">0.00</cbc:TaxAmount>
              <cac:TaxCategory>
                <cbc:ID>AE</cbc:ID>
                <cbc:Percent>0</cbc:Percent>
                <cbc:TaxExemptionReasonCode>VATEX-EU-AE</cbc:TaxExemptionReasonCode>
                <cbc:TaxExemptionReason>Autoliquidation par le preneur (art. 196 de la\#
         directive 2006/112/CE)</cbc:TaxExemptionReason>
                <cac:TaxScheme>
                  <cbc:ID>VAT</cbc:ID>
                </cac:TaxScheme>
              </cac:TaxCategory>
            </cac:TaxSubtotal>
          </cac:TaxTotal>
          <cac:LegalMonetaryTotal>
            <cbc:LineExtensionAmount currencyID="EUR">1080.00</cbc:LineExtensionAmount>
            <cbc:TaxExclusiveAmount currencyID="EUR">1069.20</cbc:TaxExclusiveAmount>
            <cbc:TaxInclusiveAmount currencyID="EUR">1069.20</cbc:TaxInclusiveAmount>
            <cbc:AllowanceTotalAmount currencyID="EUR">10.80</cbc:AllowanceTotalAmount>
            <cbc:PayableAmount currencyID="EUR">1069.20</cbc:PayableAmount>
          </cac:LegalMonetaryTotal>
          <cac:InvoiceLine>
            <cbc:ID>1</cbc:ID>
            <cbc:InvoicedQuantity unitCode="H87">4</cbc:InvoicedQuantity>
            <cbc:LineExtensionAmount currencyID="EUR">480.00</cbc:LineExtensionAmount>
            <cac:AllowanceCharge>
              <cbc:ChargeIndicator>false</cbc:ChargeIndicator>
              <cbc:AllowanceChargeReason>Remise fidélité</cbc:AllowanceChargeReason>
              <cbc:Amount currencyID="EUR">20.00</cbc:Amount>
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
                <cbc:ID>K</cbc:ID>
                <cbc:Percent>0</cbc:Percent>
                <cac:TaxScheme>
                  <cbc:ID>VAT</cbc:ID>
                </cac:TaxScheme>
              </cac:ClassifiedTaxCategory>
            </cac:Item>
            <cac:Price>
              <cbc:PriceAmount currencyID="EUR">125.00</cbc:PriceAmount>
            </cac:Price>
          </cac:InvoiceLine>
          <cac:InvoiceLine>
            <cbc:ID>2</cbc:ID>
            <cbc:InvoicedQuantity unitCode="HUR">6.25</cbc:InvoicedQuantity>
            <cbc:LineExtensionAmount currencyID="EUR">600.00</cbc:LineExtensionAmount>
            <cac:Item>
              <cbc:Name>Kalibrierung</cbc:Name>
              <cac:SellersItemIdentification>
                <cbc:ID>SV-H</cbc:ID>
              </cac:SellersItemIdentification>
              <cac:ClassifiedTaxCategory>
                <cbc:ID>AE</cbc:ID>
                <cbc:Percent>0</cbc:Percent>
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
