extension Goldens {
    /// `domestic` in the other syntax, with the same amounts.
    static let domesticCII = #"""
        <?xml version="1.0" encoding="UTF-8"?>
        <rsm:CrossIndustryInvoice\#
         xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"\#
         xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"\#
         xmlns:qdt="urn:un:unece:uncefact:data:standard:QualifiedDataType:100"\#
         xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
          <rsm:ExchangedDocumentContext>
            <ram:GuidelineSpecifiedDocumentContextParameter>
              <ram:ID>urn:cen.eu:en16931:2017</ram:ID>
            </ram:GuidelineSpecifiedDocumentContextParameter>
          </rsm:ExchangedDocumentContext>
          <rsm:ExchangedDocument>
            <ram:ID>RE-2026-0007</ram:ID>
            <ram:TypeCode>380</ram:TypeCode>
            <ram:IssueDateTime>
              <udt:DateTimeString format="102">20260612</udt:DateTimeString>
            </ram:IssueDateTime>
            <ram:IncludedNote>
              <ram:Content>Anlieferung nur Mo–Do</ram:Content>
            </ram:IncludedNote>
          </rsm:ExchangedDocument>
          <rsm:SupplyChainTradeTransaction>
            <ram:IncludedSupplyChainTradeLineItem>
              <ram:AssociatedDocumentLineDocument>
                <ram:LineID>1</ram:LineID>
              </ram:AssociatedDocumentLineDocument>
              <ram:SpecifiedTradeProduct>
                <ram:SellerAssignedID>DL-1</ram:SellerAssignedID>
                <ram:Name>Logger „Föhn“</ram:Name>
                <ram:Description>IP 67</ram:Description>
                <ram:DesignatedProductClassification>
                  <ram:ClassCode listID="HS">90251900</ram:ClassCode>
                </ram:DesignatedProductClassification>
                <ram:OriginTradeCountry>
                  <ram:ID>DE</ram:ID>
                </ram:OriginTradeCountry>
              </ram:SpecifiedTradeProduct>
              <ram:SpecifiedLineTradeAgreement>
                <ram:NetPriceProductTradePrice>
                  <ram:ChargeAmount>33.335</ram:ChargeAmount>
                </ram:NetPriceProductTradePrice>
              </ram:SpecifiedLineTradeAgreement>
              <ram:SpecifiedLineTradeDelivery>
                <ram:BilledQuantity unitCode="H87">3</ram:BilledQuantity>
              </ram:SpecifiedLineTradeDelivery>
              <ram:SpecifiedLineTradeSettlement>
                <ram:ApplicableTradeTax>
                  <ram:TypeCode>VAT</ram:TypeCode>
                  <ram:CategoryCode>S</ram:CategoryCode>
                  <ram:RateApplicablePercent>19</ram:RateApplicablePercent>
                </ram:ApplicableTradeTax>
                <ram:SpecifiedTradeAllowanceCharge>
                  <ram:ChargeIndicator>
                    <udt:Indicator>false</udt:Indicator>
                  </ram:ChargeIndicator>
                  <ram:CalculationPercent>5</ram:CalculationPercent>
                  <ram:BasisAmount>100.01</ram:BasisAmount>
                  <ram:ActualAmount>5.00</ram:ActualAmount>
                  <ram:Reason>Rabatt</ram:Reason>
                </ram:SpecifiedTradeAllowanceCharge>
                <ram:SpecifiedTradeSettlementLineMonetarySummation>
                  <ram:LineTotalAmount>95.01</ram:LineTotalAmount>
                </ram:SpecifiedTradeSettlementLineMonetarySummation>
              </ram:SpecifiedLineTradeSettlement>
            </ram:IncludedSupplyChainTradeLineItem>
            <ram:IncludedSupplyChainTradeLineItem>
              <ram:AssociatedDocumentLineDocument>
                <ram:LineID>2</ram:LineID>
              </ram:AssociatedDocumentLineDocument>
              <ram:SpecifiedTradeProduct>
                <ram:SellerAssignedID>OR-9</ram:SellerAssignedID>
                <ram:Name>Dichtring 9 × 1,5</ram:Name>
              </ram:SpecifiedTradeProduct>
              <ram:SpecifiedLineTradeAgreement>
                <ram:NetPriceProductTradePrice>
                  <ram:ChargeAmount>31.20</ram:ChargeAmount>
                  <ram:BasisQuantity unitCode="H87">1000</ram:BasisQuantity>
                </ram:NetPriceProductTradePrice>
              </ram:SpecifiedLineTradeAgreement>
              <ram:SpecifiedLineTradeDelivery>
                <ram:BilledQuantity unitCode="H87">2500</ram:BilledQuantity>
              </ram:SpecifiedLineTradeDelivery>
              <ram:SpecifiedLineTradeSettlement>
                <ram:ApplicableTradeTax>
                  <ram:TypeCode>VAT</ram:TypeCode>
                  <ram:CategoryCode>S</ram:CategoryCode>
                  <ram:RateApplicablePercent>19</ram:RateApplicablePercent>
                </ram:ApplicableTradeTax>
                <ram:SpecifiedTradeAllowanceCharge>
                  <ram:ChargeIndicator>
                    <udt:Indicator>true</udt:Indicator>
                  </ram:ChargeIndicator>
                  <ram:ActualAmount>4.90</ram:ActualAmount>
                  <ram:Reason>Fracht</ram:Reason>
                </ram:SpecifiedTradeAllowanceCharge>
                <ram:SpecifiedTradeSettlementLineMonetarySummation>
                  <ram:LineTotalAmount>82.90</ram:LineTotalAmount>
                </ram:SpecifiedTradeSettlementLineMonetarySummation>
              </ram:SpecifiedLineTradeSettlement>
            </ram:IncludedSupplyChainTradeLineItem>
            <ram:IncludedSupplyChainTradeLineItem>
              <ram:AssociatedDocumentLineDocument>
                <ram:LineID>3</ram:LineID>
              </ram:AssociatedDocumentLineDocument>
              <ram:SpecifiedTradeProduct>
                <ram:SellerAssignedID>HB-T</ram:SellerAssignedID>
                <ram:Name>Handbuch</ram:Name>
                <ram:Description>Auflage 3</ram:Description>
              </ram:SpecifiedTradeProduct>
              <ram:SpecifiedLineTradeAgreement>
                <ram:NetPriceProductTradePrice>
                  <ram:ChargeAmount>24.90</ram:ChargeAmount>
                </ram:NetPriceProductTradePrice>
              </ram:SpecifiedLineTradeAgreement>
              <ram:SpecifiedLineTradeDelivery>
                <ram:BilledQuantity unitCode="H87">2</ram:BilledQuantity>
              </ram:SpecifiedLineTradeDelivery>
              <ram:SpecifiedLineTradeSettlement>
                <ram:ApplicableTradeTax>
                  <ram:TypeCode>VAT</ram:TypeCode>
                  <ram:CategoryCode>S</ram:CategoryCode>
                  <ram:RateApplicablePercent>7</ram:RateApplicablePercent>
                </ram:ApplicableTradeTax>
                <ram:SpecifiedTradeSettlementLineMonetarySummation>
                  <ram:LineTotalAmount>49.80</ram:LineTotalAmount>
                </ram:SpecifiedTradeSettlementLineMonetarySummation>
              </ram:SpecifiedLineTradeSettlement>
            </ram:IncludedSupplyChainTradeLineItem>
            <ram:ApplicableHeaderTradeAgreement>
              <ram:BuyerReference>04011000-12345-03</ram:BuyerReference>
              <ram:SellerTradeParty>
                <ram:Name>Lotwerk GmbH</ram:Name>
                <ram:Description>Amtsgericht Ulm · Sitz der Gesellschaft: Ulm · \#
        Geschäftsführung: Eva Groß, Jan Fuchs</ram:Description>
                <ram:SpecifiedLegalOrganization>
                  <ram:ID>HRB 991406</ram:ID>
                  <ram:TradingBusinessName>Lotwerk</ram:TradingBusinessName>
                </ram:SpecifiedLegalOrganization>
                <ram:DefinedTradeContact>
                  <ram:PersonName>Ina Öz</ram:PersonName>
                  <ram:TelephoneUniversalCommunication>
                    <ram:CompleteNumber>+49 731 555 01</ram:CompleteNumber>
                  </ram:TelephoneUniversalCommunication>
                  <ram:EmailURIUniversalCommunication>
                    <ram:URIID>rechnung@lotwerk.example</ram:URIID>
                  </ram:EmailURIUniversalCommunication>
                </ram:DefinedTradeContact>
                <ram:PostalTradeAddress>
                  <ram:PostcodeCode>89073</ram:PostcodeCode>
                  <ram:LineOne>Senklotweg 17</ram:LineOne>
                  <ram:CityName>Ulm</ram:CityName>
                  <ram:CountryID>DE</ram:CountryID>
                </ram:PostalTradeAddress>
                <ram:SpecifiedTaxRegistration>
                  <ram:ID schemeID="VA">DE931840277</ram:ID>
                </ram:SpecifiedTaxRegistration>
                <ram:SpecifiedTaxRegistration>
                  <ram:ID schemeID="FC">143/617/30519</ram:ID>
                </ram:SpecifiedTaxRegistration>
              </ram:SellerTradeParty>
              <ram:BuyerTradeParty>
                <ram:ID>K-1</ram:ID>
                <ram:Name>Böhm &amp; Wörrle GmbH</ram:Name>
                <ram:DefinedTradeContact>
                  <ram:PersonName>Einkauf</ram:PersonName>
                </ram:DefinedTradeContact>
                <ram:PostalTradeAddress>
                  <ram:PostcodeCode>89231</ram:PostcodeCode>
                  <ram:LineOne>Steinhäule 22</ram:LineOne>
                  <ram:CityName>Neu-Ulm</ram:CityName>
                  <ram:CountryID>DE</ram:CountryID>
                </ram:PostalTradeAddress>
                <ram:SpecifiedTaxRegistration>
                  <ram:ID schemeID="VA">DE927406181</ram:ID>
                </ram:SpecifiedTaxRegistration>
              </ram:BuyerTradeParty>
              <ram:SellerOrderReferencedDocument>
                <ram:IssuerAssignedID>AU-7</ram:IssuerAssignedID>
              </ram:SellerOrderReferencedDocument>
              <ram:BuyerOrderReferencedDocument>
                <ram:IssuerAssignedID>PO &lt;7&gt;</ram:IssuerAssignedID>
              </ram:BuyerOrderReferencedDocument>
            </ram:ApplicableHeaderTradeAgreement>
            <ram:ApplicableHeaderTradeDelivery>
              <ram:ActualDeliverySupplyChainEvent>
                <ram:OccurrenceDateTime>
                  <udt:DateTimeString format="102">20260611</udt:DateTimeString>
                </ram:OccurrenceDateTime>
              </ram:ActualDeliverySupplyChainEvent>
              <ram:DespatchAdviceReferencedDocument>
                <ram:IssuerAssignedID>LS-9</ram:IssuerAssignedID>
              </ram:DespatchAdviceReferencedDocument>
            </ram:ApplicableHeaderTradeDelivery>
            <ram:ApplicableHeaderTradeSettlement>
              <ram:PaymentReference>RE-2026-0007</ram:PaymentReference>
              <ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
              <ram:SpecifiedTradeSettlementPaymentMeans>
                <ram:TypeCode>58</ram:TypeCode>
                <ram:PayeePartyCreditorFinancialAccount>
                  <ram:IBANID>DE77900414800027318406</ram:IBANID>
                  <ram:AccountName>Lotwerk GmbH</ram:AccountName>
                </ram:PayeePartyCreditorFinancialAccount>
                <ram:PayeeSpecifiedCreditorFinancialInstitution>
                  <ram:BICID>XIWHDEM1XXX</ram:BICID>
                </ram:PayeeSpecifiedCreditorFinancialInstitution>
              </ram:SpecifiedTradeSettlementPaymentMeans>
              <ram:ApplicableTradeTax>
                <ram:CalculatedAmount>34.91</ram:CalculatedAmount>
                <ram:TypeCode>VAT</ram:TypeCode>
                <ram:BasisAmount>183.73</ram:BasisAmount>
                <ram:CategoryCode>S</ram:CategoryCode>
                <ram:RateApplicablePercent>19</ram:RateApplicablePercent>
              </ram:ApplicableTradeTax>
              <ram:ApplicableTradeTax>
                <ram:CalculatedAmount>3.60</ram:CalculatedAmount>
                <ram:TypeCode>VAT</ram:TypeCode>
                <ram:BasisAmount>51.43</ram:BasisAmount>
                <ram:CategoryCode>S</ram:CategoryCode>
                <ram:RateApplicablePercent>7</ram:RateApplicablePercent>
              </ram:ApplicableTradeTax>
              <ram:SpecifiedTradeAllowanceCharge>
                <ram:ChargeIndicator>
                  <udt:Indicator>false</udt:Indicator>
                </ram:ChargeIndicator>
                <ram:CalculationPercent>2</ram:CalculationPercent>
                <ram:BasisAmount>177.91</ram:BasisAmount>
                <ram:ActualAmount>3.56</ram:ActualAmount>
                <ram:Reason>Rabatt</ram:Reason>
                <ram:CategoryTradeTax>
                  <ram:TypeCode>VAT</ram:TypeCode>
                  <ram:CategoryCode>S</ram:CategoryCode>
                  <ram:RateApplicablePercent>19</ram:RateApplicablePercent>
                </ram:CategoryTradeTax>
              </ram:SpecifiedTradeAllowanceCharge>
              <ram:SpecifiedTradeAllowanceCharge>
                <ram:ChargeIndicator>
                  <udt:Indicator>false</udt:Indicator>
                </ram:ChargeIndicator>
                <ram:ActualAmount>0.99</ram:ActualAmount>
                <ram:Reason>Rabatt</ram:Reason>
                <ram:CategoryTradeTax>
                  <ram:TypeCode>VAT</ram:TypeCode>
                  <ram:CategoryCode>S</ram:CategoryCode>
                  <ram:RateApplicablePercent>7</ram:RateApplicablePercent>
                </ram:CategoryTradeTax>
              </ram:SpecifiedTradeAllowanceCharge>
              <ram:SpecifiedTradeAllowanceCharge>
                <ram:ChargeIndicator>
                  <udt:Indicator>true</udt:Indicator>
                </ram:ChargeIndicator>
                <ram:ActualAmount>9.38</ram:ActualAmount>
                <ram:Reason>Spedition</ram:Reason>
                <ram:CategoryTradeTax>
                  <ram:TypeCode>VAT</ram:TypeCode>
                  <ram:CategoryCode>S</ram:CategoryCode>
                  <ram:RateApplicablePercent>19</ram:RateApplicablePercent>
                </ram:CategoryTradeTax>
              </ram:SpecifiedTradeAllowanceCharge>
              <ram:SpecifiedTradeAllowanceCharge>
                <ram:ChargeIndicator>
                  <udt:Indicator>true</udt:Indicator>
                </ram:ChargeIndicator>
                <ram:ActualAmount>2.62</ram:ActualAmount>
                <ram:Reason>Spedition</ram:Reason>
                <ram:CategoryTradeTax>
                  <ram:TypeCode>VAT</ram:TypeCode>
                  <ram:CategoryCode>S</ram:CategoryCode>
                  <ram:RateApplicablePercent>7</ram:RateApplicablePercent>
                </ram:CategoryTradeTax>
              </ram:SpecifiedTradeAllowanceCharge>
              <ram:SpecifiedTradePaymentTerms>
                <ram:Description>Zahlbar bis 26.06.2026 ohne Abzug</ram:Description>
                <ram:DueDateDateTime>
                  <udt:DateTimeString format="102">20260626</udt:DateTimeString>
                </ram:DueDateDateTime>
              </ram:SpecifiedTradePaymentTerms>
              <ram:SpecifiedTradeSettlementHeaderMonetarySummation>
                <ram:LineTotalAmount>227.71</ram:LineTotalAmount>
                <ram:ChargeTotalAmount>12.00</ram:ChargeTotalAmount>
                <ram:AllowanceTotalAmount>4.55</ram:AllowanceTotalAmount>
                <ram:TaxBasisTotalAmount>235.16</ram:TaxBasisTotalAmount>
                <ram:TaxTotalAmount currencyID="EUR">38.51</ram:TaxTotalAmount>
                <ram:GrandTotalAmount>273.67</ram:GrandTotalAmount>
                <ram:DuePayableAmount>273.67</ram:DuePayableAmount>
              </ram:SpecifiedTradeSettlementHeaderMonetarySummation>
            </ram:ApplicableHeaderTradeSettlement>
          </rsm:SupplyChainTradeTransaction>
        </rsm:CrossIndustryInvoice>
        """#
}
