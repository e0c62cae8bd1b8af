extension Goldens {
    /// `creditNote`: the root of an invoice with type 381, positive amounts.
    static let creditNoteCII = #"""
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
            <ram:ID>GS-2026-0002</ram:ID>
            <ram:TypeCode>381</ram:TypeCode>
            <ram:IssueDateTime>
              <udt:DateTimeString format="102">20260630</udt:DateTimeString>
            </ram:IssueDateTime>
            <ram:IncludedNote>
              <ram:Content>500 Ringe zurückgenommen</ram:Content>
            </ram:IncludedNote>
          </rsm:ExchangedDocument>
          <rsm:SupplyChainTradeTransaction>
            <ram:IncludedSupplyChainTradeLineItem>
              <ram:AssociatedDocumentLineDocument>
                <ram:LineID>1</ram:LineID>
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
                <ram:BilledQuantity unitCode="H87">500</ram:BilledQuantity>
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
                  <ram:ActualAmount>1.52</ram:ActualAmount>
                  <ram:Reason>Fracht</ram:Reason>
                </ram:SpecifiedTradeAllowanceCharge>
                <ram:SpecifiedTradeSettlementLineMonetarySummation>
                  <ram:LineTotalAmount>17.12</ram:LineTotalAmount>
                </ram:SpecifiedTradeSettlementLineMonetarySummation>
              </ram:SpecifiedLineTradeSettlement>
            </ram:IncludedSupplyChainTradeLineItem>
            <ram:ApplicableHeaderTradeAgreement>
              <ram:SellerTradeParty>
                <ram:Name>Lotwerk GmbH</ram:Name>
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
                <ram:Name>Böhm GmbH</ram:Name>
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
            </ram:ApplicableHeaderTradeAgreement>
            <ram:ApplicableHeaderTradeDelivery>
              <ram:ActualDeliverySupplyChainEvent>
                <ram:OccurrenceDateTime>
                  <udt:DateTimeString format="102">20260629</udt:DateTimeString>
                </ram:OccurrenceDateTime>
              </ram:ActualDeliverySupplyChainEvent>
              <ram:DespatchAdviceReferencedDocument>
                <ram:IssuerAssignedID>LS-9</ram:IssuerAssignedID>
              </ram:DespatchAdviceReferencedDocument>
            </ram:ApplicableHeaderTradeDelivery>
            <ram:ApplicableHeaderTradeSettlement>
              <ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
              <ram:ApplicableTradeTax>
                <ram:CalculatedAmount>3.25</ram:CalculatedAmount>
                <ram:TypeCode>VAT</ram:TypeCode>
                <ram:BasisAmount>17.12</ram:BasisAmount>
                <ram:CategoryCode>S</ram:CategoryCode>
                <ram:RateApplicablePercent>19</ram:RateApplicablePercent>
              </ram:ApplicableTradeTax>
              <ram:SpecifiedTradeSettlementHeaderMonetarySummation>
                <ram:LineTotalAmount>17.12</ram:LineTotalAmount>
                <ram:TaxBasisTotalAmount>17.12</ram:TaxBasisTotalAmount>
                <ram:TaxTotalAmount currencyID="EUR">3.25</ram:TaxTotalAmount>
                <ram:GrandTotalAmount>20.37</ram:GrandTotalAmount>
                <ram:DuePayableAmount>20.37</ram:DuePayableAmount>
              </ram:SpecifiedTradeSettlementHeaderMonetarySummation>
              <ram:InvoiceReferencedDocument>
                <ram:IssuerAssignedID>RE-2026-0007</ram:IssuerAssignedID>
                <ram:FormattedIssueDateTime>
                  <qdt:DateTimeString format="102">20260612</qdt:DateTimeString>
                </ram:FormattedIssueDateTime>
              </ram:InvoiceReferencedDocument>
            </ram:ApplicableHeaderTradeSettlement>
          </rsm:SupplyChainTradeTransaction>
        </rsm:CrossIndustryInvoice>
        """#

    /// `finalInvoice`: the deposit as BT-113 and BG-3.
    static let finalInvoiceCII = #"""
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
            <ram:ID>RE-2026-0031</ram:ID>
            <ram:TypeCode>380</ram:TypeCode>
            <ram:IssueDateTime>
              <udt:DateTimeString format="102">20260630</udt:DateTimeString>
            </ram:IssueDateTime>
            <ram:IncludedNote>
              <ram:Content>Abzüglich Anzahlung AR-2026-0003 vom 05.06.2026: 1.190,00 €, darin \#
        USt. 190,00 €</ram:Content>
            </ram:IncludedNote>
          </rsm:ExchangedDocument>
          <rsm:SupplyChainTradeTransaction>
            <ram:IncludedSupplyChainTradeLineItem>
              <ram:AssociatedDocumentLineDocument>
                <ram:LineID>1</ram:LineID>
              </ram:AssociatedDocumentLineDocument>
              <ram:SpecifiedTradeProduct>
                <ram:SellerAssignedID>I-1</ram:SellerAssignedID>
                <ram:Name>Kalibrierung</ram:Name>
              </ram:SpecifiedTradeProduct>
              <ram:SpecifiedLineTradeAgreement>
                <ram:NetPriceProductTradePrice>
                  <ram:ChargeAmount>96.00</ram:ChargeAmount>
                </ram:NetPriceProductTradePrice>
              </ram:SpecifiedLineTradeAgreement>
              <ram:SpecifiedLineTradeDelivery>
                <ram:BilledQuantity unitCode="HUR">20</ram:BilledQuantity>
              </ram:SpecifiedLineTradeDelivery>
              <ram:SpecifiedLineTradeSettlement>
                <ram:ApplicableTradeTax>
                  <ram:TypeCode>VAT</ram:TypeCode>
                  <ram:CategoryCode>S</ram:CategoryCode>
                  <ram:RateApplicablePercent>19</ram:RateApplicablePercent>
                </ram:ApplicableTradeTax>
                <ram:SpecifiedTradeSettlementLineMonetarySummation>
                  <ram:LineTotalAmount>1920.00</ram:LineTotalAmount>
                </ram:SpecifiedTradeSettlementLineMonetarySummation>
              </ram:SpecifiedLineTradeSettlement>
            </ram:IncludedSupplyChainTradeLineItem>
            <ram:ApplicableHeaderTradeAgreement>
              <ram:SellerTradeParty>
                <ram:Name>Lotwerk GmbH</ram:Name>
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
                <ram:Name>Böhm GmbH</ram:Name>
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
            </ram:ApplicableHeaderTradeAgreement>
            <ram:ApplicableHeaderTradeDelivery>
              <ram:ActualDeliverySupplyChainEvent>
                <ram:OccurrenceDateTime>
                  <udt:DateTimeString format="102">20260629</udt:DateTimeString>
                </ram:OccurrenceDateTime>
              </ram:ActualDeliverySupplyChainEvent>
              <ram:DespatchAdviceReferencedDocument>
                <ram:IssuerAssignedID>LS-9</ram:IssuerAssignedID>
              </ram:DespatchAdviceReferencedDocument>
            </ram:ApplicableHeaderTradeDelivery>
            <ram:ApplicableHeaderTradeSettlement>
              <ram:PaymentReference>RE-2026-0031</ram:PaymentReference>
              <ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
              <ram:SpecifiedTradeSettlementPaymentMeans>
                <ram:TypeCode>58</ram:TypeCode>
                <ram:PayeePartyCreditorFinancialAccount>
                  <ram:IBANID>DE77900414800027318406</ram:IBANID>
                  <ram:AccountName>Lotwerk GmbH</ram:AccountName>
                </ram:PayeePartyCreditorFinancialAccount>
              </ram:SpecifiedTradeSettlementPaymentMeans>
              <ram:ApplicableTradeTax>
                <ram:CalculatedAmount>364.80</ram:CalculatedAmount>
                <ram:TypeCode>VAT</ram:TypeCode>
                <ram:BasisAmount>1920.00</ram:BasisAmount>
                <ram:CategoryCode>S</ram:CategoryCode>
                <ram:RateApplicablePercent>19</ram:RateApplicablePercent>
              </ram:ApplicableTradeTax>
              <ram:SpecifiedTradePaymentTerms>
                <ram:Description>Zahlbar bis 14.07.2026 ohne Abzug</ram:Description>
                <ram:DueDateDateTime>
                  <udt:DateTimeString format="102">20260714</udt:DateTimeString>
                </ram:DueDateDateTime>
              </ram:SpecifiedTradePaymentTerms>
              <ram:SpecifiedTradeSettlementHeaderMonetarySummation>
                <ram:LineTotalAmount>1920.00</ram:LineTotalAmount>
                <ram:TaxBasisTotalAmount>1920.00</ram:TaxBasisTotalAmount>
                <ram:TaxTotalAmount currencyID="EUR">364.80</ram:TaxTotalAmount>
                <ram:GrandTotalAmount>2284.80</ram:GrandTotalAmount>
                <ram:TotalPrepaidAmount>1190.00</ram:TotalPrepaidAmount>
                <ram:DuePayableAmount>1094.80</ram:DuePayableAmount>
              </ram:SpecifiedTradeSettlementHeaderMonetarySummation>
              <ram:InvoiceReferencedDocument>
                <ram:IssuerAssignedID>AR-2026-0003</ram:IssuerAssignedID>
                <ram:FormattedIssueDateTime>
                  <qdt:DateTimeString format="102">20260605</qdt:DateTimeString>
                </ram:FormattedIssueDateTime>
              </ram:InvoiceReferencedDocument>
            </ram:ApplicableHeaderTradeSettlement>
          </rsm:SupplyChainTradeTransaction>
        </rsm:CrossIndustryInvoice>
        """#

    /// `outsideScope`: a category without a rate.
    static let outsideScopeCII = #"""
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
            <ram:ID>RE-2026-0031</ram:ID>
            <ram:TypeCode>380</ram:TypeCode>
            <ram:IssueDateTime>
              <udt:DateTimeString format="102">20260630</udt:DateTimeString>
            </ram:IssueDateTime>
          </rsm:ExchangedDocument>
          <rsm:SupplyChainTradeTransaction>
            <ram:IncludedSupplyChainTradeLineItem>
              <ram:AssociatedDocumentLineDocument>
                <ram:LineID>1</ram:LineID>
              </ram:AssociatedDocumentLineDocument>
              <ram:SpecifiedTradeProduct>
                <ram:SellerAssignedID>I-1</ram:SellerAssignedID>
                <ram:Name>Beratung</ram:Name>
              </ram:SpecifiedTradeProduct>
              <ram:SpecifiedLineTradeAgreement>
                <ram:NetPriceProductTradePrice>
                  <ram:ChargeAmount>100.00</ram:ChargeAmount>
                </ram:NetPriceProductTradePrice>
              </ram:SpecifiedLineTradeAgreement>
              <ram:SpecifiedLineTradeDelivery>
                <ram:BilledQuantity unitCode="HUR">5</ram:BilledQuantity>
              </ram:SpecifiedLineTradeDelivery>
              <ram:SpecifiedLineTradeSettlement>
                <ram:ApplicableTradeTax>
                  <ram:TypeCode>VAT</ram:TypeCode>
                  <ram:CategoryCode>O</ram:CategoryCode>
                </ram:ApplicableTradeTax>
                <ram:SpecifiedTradeSettlementLineMonetarySummation>
                  <ram:LineTotalAmount>500.00</ram:LineTotalAmount>
                </ram:SpecifiedTradeSettlementLineMonetarySummation>
              </ram:SpecifiedLineTradeSettlement>
            </ram:IncludedSupplyChainTradeLineItem>
            <ram:ApplicableHeaderTradeAgreement>
              <ram:SellerTradeParty>
                <ram:ID>143/617/30519</ram:ID>
                <ram:Name>Lotwerk GmbH</ram:Name>
                <ram:PostalTradeAddress>
                  <ram:PostcodeCode>89073</ram:PostcodeCode>
                  <ram:LineOne>Senklotweg 17</ram:LineOne>
                  <ram:CityName>Ulm</ram:CityName>
                  <ram:CountryID>DE</ram:CountryID>
                </ram:PostalTradeAddress>
                <ram:SpecifiedTaxRegistration>
                  <ram:ID schemeID="FC">143/617/30519</ram:ID>
                </ram:SpecifiedTaxRegistration>
              </ram:SellerTradeParty>
              <ram:BuyerTradeParty>
                <ram:ID>K-3</ram:ID>
                <ram:Name>Blue Mesa Inc.</ram:Name>
                <ram:PostalTradeAddress>
                  <ram:PostcodeCode>10005</ram:PostcodeCode>
                  <ram:LineOne>1 Pine Street</ram:LineOne>
                  <ram:CityName>New York</ram:CityName>
                  <ram:CountryID>US</ram:CountryID>
                </ram:PostalTradeAddress>
              </ram:BuyerTradeParty>
            </ram:ApplicableHeaderTradeAgreement>
            <ram:ApplicableHeaderTradeDelivery>
              <ram:ActualDeliverySupplyChainEvent>
                <ram:OccurrenceDateTime>
                  <udt:DateTimeString format="102">20260629</udt:DateTimeString>
                </ram:OccurrenceDateTime>
              </ram:ActualDeliverySupplyChainEvent>
              <ram:DespatchAdviceReferencedDocument>
                <ram:IssuerAssignedID>LS-9</ram:IssuerAssignedID>
              </ram:DespatchAdviceReferencedDocument>
            </ram:ApplicableHeaderTradeDelivery>
            <ram:ApplicableHeaderTradeSettlement>
              <ram:PaymentReference>RE-2026-0031</ram:PaymentReference>
              <ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
              <ram:SpecifiedTradeSettlementPaymentMeans>
                <ram:TypeCode>58</ram:TypeCode>
                <ram:PayeePartyCreditorFinancialAccount>
                  <ram:IBANID>DE77900414800027318406</ram:IBANID>
                  <ram:AccountName>Lotwerk GmbH</ram:AccountName>
                </ram:PayeePartyCreditorFinancialAccount>
              </ram:SpecifiedTradeSettlementPaymentMeans>
              <ram:ApplicableTradeTax>
                <ram:CalculatedAmount>0.00</ram:CalculatedAmount>
                <ram:TypeCode>VAT</ram:TypeCode>
                <ram:ExemptionReason>Not subject to VAT</ram:ExemptionReason>
                <ram:BasisAmount>500.00</ram:BasisAmount>
                <ram:CategoryCode>O</ram:CategoryCode>
                <ram:ExemptionReasonCode>VATEX-EU-O</ram:ExemptionReasonCode>
              </ram:ApplicableTradeTax>
              <ram:SpecifiedTradePaymentTerms>
                <ram:Description>Payable by 14 Jul 2026 without deduction</ram:Description>
                <ram:DueDateDateTime>
                  <udt:DateTimeString format="102">20260714</udt:DateTimeString>
                </ram:DueDateDateTime>
              </ram:SpecifiedTradePaymentTerms>
              <ram:SpecifiedTradeSettlementHeaderMonetarySummation>
                <ram:LineTotalAmount>500.00</ram:LineTotalAmount>
                <ram:TaxBasisTotalAmount>500.00</ram:TaxBasisTotalAmount>
                <ram:TaxTotalAmount currencyID="EUR">0.00</ram:TaxTotalAmount>
                <ram:GrandTotalAmount>500.00</ram:GrandTotalAmount>
                <ram:DuePayableAmount>500.00</ram:DuePayableAmount>
              </ram:SpecifiedTradeSettlementHeaderMonetarySummation>
            </ram:ApplicableHeaderTradeSettlement>
          </rsm:SupplyChainTradeTransaction>
        </rsm:CrossIndustryInvoice>
        """#
}
