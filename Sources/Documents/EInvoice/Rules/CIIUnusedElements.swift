/// The elements and attributes of CII that an invoice after EN 16931 has no use for, as far as a path
/// is enough to say which: rules CII-SR and CII-DT. The others stand in ``CIISyntaxRules``.
///
/// A row is the path of a parent, then the number of a rule and what it forbids, and so on; rows that
/// are indented go on with the parent above. `Line` is an invoice line, `Agreement`, `Delivery` and
/// `Settlement` are the parts of the document that CII calls so.
enum CIIUnusedElements {
    /// CII-SR, warnings all.
    static let rows = """
        ExchangedDocumentContext 001 SpecifiedTransactionID 002 TestIndicator
            006 BIMSpecifiedDocumentContextParameter
            007 ScenarioSpecifiedDocumentContextParameter
            008 ApplicationSpecifiedDocumentContextParameter
            011 SubsetSpecifiedDocumentContextParameter
            012 MessageStandardSpecifiedDocumentContextParameter
        //*DocumentContextParameter 04 Value 05 SpecifiedDocumentVersion
        ExchangedDocument 013 Name 016 CopyIndicator 017 Purpose 018 ControlRequirementIndicator
            019 LanguageID 020 PurposeCode 021 RevisionDateTime 022 VersionID 023 GlobalID
            024 RevisionID 025 PreviousRevisionID 026 CategoryCode 033 EffectiveSpecifiedPeriod
            034 IssuerTradeParty
        ExchangedDocument/IssueDateTime 015 DateTime
        ExchangedDocument/IncludedNote 027 Subject 028 ContentCode 032 ID
        Line 035 DescriptionCode 036 ParentLineID 037 LineStatusCode 038 LineStatusReasonCode
            221 IncludedSubordinateTradeLineItem
        Line/AssociatedDocumentLineDocument/IncludedNote 041 SubjectCode 042 ID 043 Subject
            044 ContentCode
        Line/SpecifiedTradeProduct 045 ID 048 ManufacturerAssignedID 049 TradeName 050 TypeCode
            051 NetWeightMeasure 052 GrossWeightMeasure 053 ProductGroupID 054 EndItemTypeCode
            055 EndItemName 056 AreaDensityMeasure 057 UseDescription 058 BrandName
            059 SubBrandName 060 DrainedNetWeightMeasure 061 VariableMeasureIndicator
            062 ColourCode 063 ColourDescription 064 Designation
            065 FormattedCancellationAnnouncedLaunchDateTime
            066 FormattedLatestProductDataChangeDateTime
            080 ApplicableMaterialGoodsCharacteristic 087 IndividualTradeProductInstance
            088 CertificationEvidenceReferenceReferencedDocument
            089 InspectionReferenceReferencedDocument 093 LinearSpatialDimension
            094 MinimumLinearSpatialDimension 095 MaximumLinearSpatialDimension
            096 ManufacturerTradeParty 097 PresentationSpecifiedBinaryFile
            098 MSDSReferenceReferencedDocument 099 AdditionalReferenceReferencedDocument
            100 LegalRightsOwnerTradeParty 101 BrandOwnerTradeParty
            102 IncludedReferencedProduct 103 InformationNote
        Line/SpecifiedTradeProduct/ApplicableProductCharacteristic 067 ID 068 TypeCode
            070 ValueMeasure 071 MeasurementMethodCode 073 ValueCode 074 ValueDateTime
            075 ValueIndicator 076 ContentTypeCode 077 ValueSpecifiedBinaryFile
            078 ApplicableProductCharacteristicCondition 079 ApplicableReferencedStandard
        Line/SpecifiedTradeProduct/DesignatedProductClassification 081 SystemID 082 SystemName
            083 ClassName 084 SubClassCode 085 ClassProductCharacteristic
            086 ApplicableReferencedStandard
        Line/SpecifiedTradeProduct/OriginTradeCountry 091 Name
            092 SubordinateTradeCountrySubDivision
        Line/SpecifiedLineTradeAgreement 104 BuyerReference 105 BuyerRequisitionerTradeParty
            106 ApplicableTradeDeliveryTerms 107 SellerOrderReferencedDocument
            109 QuotationReferencedDocument 110 ContractReferencedDocument
            111 DemandForecastReferencedDocument 112 PromotionalDealReferencedDocument
            113 AdditionalReferencedDocument 147 RequisitionerReferencedDocument
            148 ItemSellerTradeParty 149 ItemBuyerTradeParty 150 IncludedSpecifiedMarketplace
            447 UltimateCustomerOrderReferencedDocument
        Line/SpecifiedLineTradeAgreement/BuyerOrderReferencedDocument 108 IssuerAssignedID
        Line/SpecifiedLineTradeAgreement/GrossPriceProductTradePrice 114 TypeCode
            115 MinimumQuantity 116 MaximumQuantity 117 ChangeReason
            118 OrderUnitConversionFactorNumeric 132 ValiditySpecifiedPeriod
            133 DeliveryTradeLocation 134 TradeComparisonReferencePrice
            135 AssociatedReferencedDocument 445 IncludedTradeTax
        Line/SpecifiedLineTradeAgreement/GrossPriceProductTradePrice/AppliedTradeAllowanceCharge
            120 ID 121 SequenceNumeric 122 CalculationPercent 123 BasisAmount 124 BasisQuantity
            125 PrepaidIndicator 126 UnitBasisAmount 127 ReasonCode 128 Reason 129 TypeCode
            130 CategoryTradeTax 131 ActualTradeCurrencyExchange
        Line/SpecifiedLineTradeAgreement/NetPriceProductTradePrice 136 TypeCode
            138 MinimumQuantity 139 MaximumQuantity 140 ChangeReason
            141 OrderUnitConversionFactorNumeric 142 AppliedTradeAllowanceCharge
            143 ValiditySpecifiedPeriod 144 DeliveryTradeLocation
            145 TradeComparisonReferencePrice 146 AssociatedReferencedDocument
            446 IncludedTradeTax
        Line/SpecifiedLineTradeDelivery 151 RequestedQuantity 152 ReceivedQuantity
            153 ChargeFreeQuantity 154 PackageQuantity 155 ProductUnitQuantity
            156 PerPackageUnitQuantity 157 NetWeightMeasure 158 GrossWeightMeasure
            159 TheoreticalWeightMeasure 160 DespatchedQuantity 161 SpecifiedDeliveryAdjustment
            162 IncludedSupplyChainPackaging 163 RelatedSupplyChainConsignment
            164 ShipToTradeParty 165 UltimateShipToTradeParty 166 ShipFromTradeParty
            167 ActualDespatchSupplyChainEvent 168 ActualPickUpSupplyChainEvent
            169 RequestedDeliverySupplyChainEvent 170 ActualDeliverySupplyChainEvent
            171 ActualReceiptSupplyChainEvent 172 AdditionalReferencedDocument
            173 DespatchAdviceReferencedDocument 174 ReceivingAdviceReferencedDocument
            175 DeliveryNoteReferencedDocument 176 ConsumptionReportReferencedDocument
            177 PackingListReferencedDocument
        Line/SpecifiedLineTradeSettlement 178 PaymentReference 179 InvoiceIssuerReference
            180 TotalAdjustmentAmount 181 DiscountIndicator 194 SubtotalCalculatedTradeTax
            195 SpecifiedLogisticsServiceCharge 196 SpecifiedTradePaymentTerms
            209 SpecifiedFinancialAdjustment 210 InvoiceReferencedDocument
            212 PayableSpecifiedTradeAccountingAccount
            218 PurchaseSpecifiedTradeAccountingAccount 219 SalesSpecifiedTradeAccountingAccount
            220 SpecifiedTradeSettlementFinancialCard
        Line/SpecifiedLineTradeSettlement/ApplicableTradeTax 182 CalculatedAmount
        Line/SpecifiedLineTradeSettlement/SpecifiedTradeAllowanceCharge/ChargeIndicator
            183 IndicatorString
        Line/SpecifiedLineTradeSettlement/SpecifiedTradeAllowanceCharge 184 ID
            185 SequenceNumeric 187 BasisQuantity 188 PrepaidIndicator 189 UnitBasisAmount
            190 TypeCode 191 CategoryTradeTax 192 ActualTradeCurrencyExchange 193 ID
        Line/SpecifiedLineTradeSettlement/SpecifiedTradeAllowanceCharge/CalculationPercent
            186 @format
        Line/SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation
            197 ChargeTotalAmount 198 AllowanceTotalAmount 199 TaxBasisTotalAmount
            200 TaxTotalAmount 201 GrandTotalAmount 202 InformationAmount
            203 TotalAllowanceChargeAmount 204 TotalRetailValueInformationAmount
            205 GrossLineTotalAmount 206 NetLineTotalAmount 207 NetIncludingTaxesLineTotalAmount
            208 ProductWeightLossInformationAmount
        Line/SpecifiedLineTradeSettlement/ReceivableSpecifiedTradeAccountingAccount
            213 SetTriggerCode 214 TypeCode 215 AmountTypeCode 216 Name
            217 CostReferenceDimensionPattern
        Agreement/SellerTradeParty 222 RoleCode 247 EndPointURIUniversalCommunication
            248 LogoAssociatedSpecifiedBinaryFile
        Agreement/SellerTradeParty/SpecifiedLegalOrganization 223 LegalClassificationCode
            224 Name 225 PostalTradeAddress 226 AuthorizedLegalRegistration
        Agreement/SellerTradeParty/DefinedTradeContact 227 ID 228 TypeCode 229 JobTitle
            230 Responsibility 231 PersonID 234 DirectTelephoneUniversalCommunication
            235 MobileTelephoneUniversalCommunication 236 FaxUniversalCommunication
            239 TelexUniversalCommunication 240 VOIPUniversalCommunication
            241 InstantMessagingUniversalCommunication 242 SpecifiedNote
            243 SpecifiedContactPerson
        Agreement/SellerTradeParty/DefinedTradeContact/TelephoneUniversalCommunication 232 URIID
            233 ChannelCode
        Agreement/SellerTradeParty/DefinedTradeContact/EmailURIUniversalCommunication
            237 ChannelCode 238 CompleteNumber
        Agreement/SellerTradeParty/URIUniversalCommunication 244 ChannelCode 245 CompleteNumber
        Agreement/SellerTradeParty/SpecifiedTaxRegistration 246 AssociatedRegisteredTax
        Agreement/BuyerTradeParty 249 RoleCode 250 Description
            276 EndPointURIUniversalCommunication 277 LogoAssociatedSpecifiedBinaryFile
        Agreement/BuyerTradeParty/SpecifiedLegalOrganization 251 LegalClassificationCode
            252 Name 254 PostalTradeAddress 255 AuthorizedLegalRegistration
        Agreement/BuyerTradeParty/DefinedTradeContact 256 ID 257 TypeCode 258 JobTitle
            259 Responsibility 260 PersonID 263 DirectTelephoneUniversalCommunication
            264 MobileTelephoneUniversalCommunication 265 FaxUniversalCommunication
            268 TelexUniversalCommunication 269 VOIPUniversalCommunication
            270 InstantMessagingUniversalCommunication 271 SpecifiedNote
            272 SpecifiedContactPerson
        Agreement/BuyerTradeParty/DefinedTradeContact/TelephoneUniversalCommunication 261 URIID
            262 ChannelCode
        Agreement/BuyerTradeParty/DefinedTradeContact/EmailURIUniversalCommunication
            266 ChannelCode 267 CompleteNumber
        Agreement/BuyerTradeParty/URIUniversalCommunication 273 ChannelCode 274 CompleteNumber
        Agreement/BuyerTradeParty/SpecifiedTaxRegistration 275 AssociatedRegisteredTax
        Agreement 278 SalesAgentTradeParty 279 BuyerRequisitionerTradeParty
            280 BuyerAssignedAccountantTradeParty 281 SellerAssignedAccountantTradeParty
            292 ProductEndUserTradeParty 293 ApplicableTradeDeliveryTerms
            296 QuotationReferencedDocument 297 OrderResponseReferencedDocument
            299 DemandForecastReferencedDocument 300 SupplyInstructionReferencedDocument
            301 PromotionalDealReferencedDocument 302 PriceListReferencedDocument
            304 RequisitionerReferencedDocument 305 BuyerAgentTradeParty
            306 PurchaseConditionsReferencedDocument 442 Reference
            448 UltimateCustomerOrderReferencedDocument
        Agreement/SellerTaxRepresentativeTradeParty 282 ID 283 GlobalID 284 RoleCode
            285 Description 286 SpecifiedLegalOrganization 287 DefinedTradeContact
            288 URIUniversalCommunication 290 EndPointURIUniversalCommunication
            291 LogoAssociatedSpecifiedBinaryFile
        Agreement/SellerTaxRepresentativeTradeParty/SpecifiedTaxRegistration
            289 AssociatedRegisteredTax
        Agreement/SellerOrderReferencedDocument 294 LineID
        Agreement/BuyerOrderReferencedDocument 295 LineID
        Agreement/ContractReferencedDocument 298 LineID
        Agreement/AdditionalReferencedDocument 303 LineID
        Agreement/SpecifiedProcuringProject 307 Description
        Delivery 308 RelatedSupplyChainConsignment 317 UltimateShipToTradeParty
            318 ShipFromTradeParty 319 ActualDespatchSupplyChainEvent
            320 ActualPickUpSupplyChainEvent 331 ActualReceiptSupplyChainEvent
            332 AdditionalReferencedDocument 335 DeliveryNoteReferencedDocument
            336 ConsumptionReportReferencedDocument 337 PreviousDeliverySupplyChainEvent
            338 PackingListReferencedDocument
        Delivery/ShipToTradeParty 309 RoleCode 310 Description 311 SpecifiedLegalOrganization
            312 DefinedTradeContact 313 URIUniversalCommunication 314 SpecifiedTaxRegistration
            315 EndPointURIUniversalCommunication 316 LogoAssociatedSpecifiedBinaryFile
        Delivery/ActualDeliverySupplyChainEvent 321 ID 323 TypeCode 324 Description
            325 DescriptionBinaryObject 326 UnitQuantity 327 LatestOccurrenceDateTime
            328 EarliestOccurrenceDateTime 329 OccurrenceSpecifiedPeriod
            330 OccurrenceLogisticsLocation
        Delivery/ActualDeliverySupplyChainEvent/OccurrenceDateTime 322 DateTime
        Delivery/DespatchAdviceReferencedDocument 333 LineID 334 LineID
        Settlement 339 DuePayableAmount 340 CreditorReferenceTypeCode 341 CreditorReferenceType
            342 CreditorReferenceIssuerID 344 PaymentCurrencyCode 345 InvoiceIssuerReference
            346 InvoiceDateTime 347 NextInvoiceDateTime 348 CreditReasonCode 349 CreditReason
            350 InvoicerTradeParty 351 InvoiceeTradeParty 365 PayerTradeParty
            366 TaxApplicableTradeCurrencyExchange 367 InvoiceApplicableTradeCurrencyExchange
            368 PaymentApplicableTradeCurrencyExchange 395 SubtotalCalculatedTradeTax
            396 SpecifiedLogisticsServiceCharge 421 SpecifiedFinancialAdjustment
            423 ProFormaInvoiceReferencedDocument 424 LetterOfCreditReferencedDocument
            425 FactoringAgreementReferencedDocument 426 FactoringListReferencedDocument
            427 PayableSpecifiedTradeAccountingAccount
            433 PurchaseSpecifiedTradeAccountingAccount 434 SalesSpecifiedTradeAccountingAccount
            435 SpecifiedTradeSettlementFinancialCard 436 SpecifiedAdvancePayment
            437 UltimatePayeeTradeParty
        Settlement/PayeeTradeParty 352 RoleCode 353 Description 359 DefinedTradeContact
            360 PostalTradeAddress 361 URIUniversalCommunication 362 SpecifiedTaxRegistration
            363 EndPointURIUniversalCommunication 364 LogoAssociatedSpecifiedBinaryFile
        Settlement/PayeeTradeParty/SpecifiedLegalOrganization 354 LegalClassificationCode
            355 Name 356 TradingBusinessName 357 PostalTradeAddress
            358 AuthorizedLegalRegistration
        Settlement/SpecifiedTradeSettlementPaymentMeans 369 PaymentChannelCode
            370 GuaranteeMethodCode 371 PaymentMethodCode 443 ID
        Settlement/SpecifiedTradeSettlementPaymentMeans/ApplicableTradeSettlementFinancialCard
            372 MicrochipIndicator 373 TypeCode 375 ExpiryDate 376 VerificationNumeric
            377 ValidFromDateTime 378 CreditLimitAmount 379 CreditAvailableAmount
            380 InterestRatePercent 381 Description
        Settlement/SpecifiedTradeSettlementPaymentMeans/PayerPartyDebtorFinancialAccount
            382 AccountName 444 ProprietaryID
        Settlement/SpecifiedTradeSettlementPaymentMeans/PayerSpecifiedDebtorFinancialInstitution
            384 ClearingSystemName 385 Name 386 LocationFinancialInstitutionAddress
        Settlement/SpecifiedTradeAllowanceCharge 388 ID 389 SequenceNumeric 390 BasisQuantity
            391 PrepaidIndicator 392 UnitBasisAmount 393 TypeCode
            394 ActualTradeCurrencyExchange
        Settlement/SpecifiedTradePaymentTerms 397 ID 398 FromEventCode
            399 SettlementPeriodMeasure 401 TypeCode 402 InstructionTypeCode
            404 PartialPaymentPercent 405 PaymentMeansID 406 PartialPaymentAmount
            407 ApplicableTradePaymentPenaltyTerms 408 ApplicableTradePaymentDiscountTerms
            409 PayeeTradeParty
        Settlement/SpecifiedTradePaymentTerms/DueDateDateTime 400 DateTime
        Settlement/SpecifiedTradeSettlementHeaderMonetarySummation 411 InformationAmount
            412 TotalDiscountAmount 413 TotalAllowanceChargeAmount
            414 RetailValueExcludingTaxInformationAmount 415 TotalDepositFeeInformationAmount
            416 ProductValueExcludingTobaccoTaxInformationAmount
            417 TotalRetailValueInformationAmount 418 GrossLineTotalAmount
            419 NetLineTotalAmount 420 NetIncludingTaxesLineTotalAmount
        Settlement/InvoiceReferencedDocument 422 LineID
        Settlement/ReceivableSpecifiedTradeAccountingAccount 428 SetTriggerCode 429 TypeCode
            430 AmountTypeCode 431 Name 432 CostReferenceDimensionPattern
        . 438 ValuationBreakdownStatement
        //SpecifiedTradeSettlementPaymentMeans 464 PayerSpecifiedDebtorFinancialInstitution
        """

    /// CII-DT that are fatal.
    static let types = """
        . 013 @languageID 014 @languageLocaleID
        ExchangedDocumentContext/GuidelineSpecifiedDocumentContextParameter/ID 005 @schemeID
            006 @schemeAgencyID 007 @schemeVersionID
        ExchangedDocument/ID 005 @schemeID 006 @schemeAgencyID 007 @schemeVersionID
        Line/AssociatedDocumentLineDocument/LineID 005 @schemeID 006 @schemeAgencyID
            007 @schemeVersionID
        Line/SpecifiedTradeProduct/SellerAssignedID 005 @schemeID 006 @schemeAgencyID
            007 @schemeVersionID
        //TypeCode 008 @name 009 @listURI
        //*ReferencedDocument 016 StatusCode 017 CopyIndicator 019 GlobalID 020 RevisionID
            023 Information 025 SectionName 026 PreviousRevisionID 028 EffectiveSpecifiedPeriod
            029 IssuerTradeParty 030 AttachedSpecifiedBinaryFile
        //*Quantity 034 @unitCodeListID 035 @unitCodeListAgencyID 036 @unitCodeListAgencyName
        //BillingSpecifiedPeriod/StartDateTime 068 DateTime
        //BillingSpecifiedPeriod 069 DurationMeasure 070 InclusiveIndicator 071 Description
            073 CompleteDateTime 074 OpenIndicator 075 SeasonCode 076 ID 077 Name
            078 SequenceNumeric 079 StartDateFlexibilityCode 080 ContinuousIndicator
            081 PurposeCode
        //BillingSpecifiedPeriod/EndDateTime 072 DateTime
        //PostalTradeAddress 082 ID 083 PostOfficeBox 084 BuildingName 086 LineFour 087 LineFive
            088 StreetName 089 CitySubDivisionName 090 CountryName 091 CountrySubDivisionID
            092 AttentionOf 093 CareOf 094 BuildingNumber 095 DepartmentName
            096 AdditionalStreetName
        """

    /// CII-DT that are warnings.
    static let taxes = """
        //*TradeTax 038 CalculatedRate 039 CalculationSequenceNumeric 040 BasisQuantity
            042 UnitBasisAmount 043 LineTotalBasisAmount 044 AllowanceChargeBasisAmount
            049 CurrencyCode 050 Jurisdiction 051 CustomsDutyIndicator 053 TaxBasisAllowanceRate
            055 Type 056 InformationAmount 057 CategoryName 060 SpecifiedTradeAccountingAccount
            061 ServiceSupplyTradeCountry 062 BuyerRepayableTaxSpecifiedTradeAccountingAccount
            063 SellerPayableTaxSpecifiedTradeAccountingAccount
            064 SellerRefundableTaxSpecifiedTradeAccountingAccount
            065 BuyerDeductibleTaxSpecifiedTradeAccountingAccount
            066 BuyerNonDeductibleTaxSpecifiedTradeAccountingAccount
            067 PlaceApplicableTradeLocation
        Line/SpecifiedLineTradeSettlement/ApplicableTradeTax/CategoryCode 045 @listID
            046 @listAgencyID 047 @listVersionID 048 @listURI
        //*TradeTax/RateApplicablePercent 059 @format
        """
}
