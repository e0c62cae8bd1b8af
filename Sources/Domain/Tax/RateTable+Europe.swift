import Trade

extension RateTable {
    /// Rates of value added tax of the 27 member states, Great Britain, Northern Ireland (`XI`, at
    /// Britain's rates), Switzerland and Norway, and of the two taxes that stand in for it in
    /// Spain's territories: IGIC of the Canary Islands (`IC`), IPSI of Ceuta and Melilla (`EA`).
    ///
    /// State of law: November 2026. Rates in force on 2014-01-01 or later; where a rate is older
    /// and its first day is not certain, its row begins on 2014-01-01.
    ///
    /// Classes:
    /// - `standard`; `reduced`, the lower of two reduced rates or the only one; `intermediate`, the
    ///   higher of two; `super-reduced`, below 5 % (Directive 2006/112/EC arts. 98(2), 110, 114);
    ///   `parking` (arts. 113, 117 to 119); `zero`, no tax with deduction at the stage before. A
    ///   rate keeps its class when a second one joins it: the Czech 15 % of 2013 is `intermediate`.
    ///   Luxembourg's law calls its parking rate intermediate: both names find it. Switzerland's
    ///   special rate for lodging and Norway's for food are `intermediate`.
    /// - `second-reduced`: Slovakia's 5 % of 2023 and 2024, below the reduced rate.
    /// - What a law moved from rate to rate for some goods only has a class of its own, so that the
    ///   item keeps it: `basic-food` (Spain, Poland, Portugal), `oils-and-pasta` and `olive-oil`
    ///   (Spain), `food` (Sweden), `raw-fish` (Norway), `catering` (Ireland: meals, hairdressing),
    ///   `hospitality` (Britain: meals, lodging, admissions), `press` (Estonia), `housing`
    ///   (Romania: the transition for dwellings), `temporary` (Austria: meals, lodging, culture and
    ///   books).
    /// - Canary Islands: `general`, `reduced`, `zero`, `increased`, `second-increased`, `special`.
    ///   Ceuta and Melilla: `general`, the highest the State's law allows; each city's ordinances
    ///   set lower rates for most supplies, which are for the user's own table.
    ///
    /// Not kept: rates of other special territories (Azores, Madeira, Corsica and the French
    /// overseas departments, the Greek islands, Jungholz and Mittelberg), passing cuts on energy
    /// and medical goods, Austria's zero rate for hygiene products since 2026.
    static let europe = builtIn(memberStatesToIreland + memberStatesFromItaly + neighbours)

    // Rate and day are known, the paragraph is not: AT super-reduced, HU zero, IE catering of 2026,
    // and the amending acts of CY and SK.
    private static let memberStatesToIreland = """
        # country class rate from to source
        AT standard 20 1984-01-01 - § 10 Abs. 1 UStG 1994
        AT intermediate 13 2016-01-01 - § 10 Abs. 3 UStG 1994
        AT reduced 10 1984-01-01 - § 10 Abs. 2 UStG 1994
        AT super-reduced 4.9 2026-07-01 - § 10 UStG 1994, Grundnahrungsmittel
        AT parking 12 1995-01-01 2015-12-31 § 10 Abs. 3 UStG 1994, Wein ab Hof
        AT parking 13 2016-01-01 - § 10 Abs. 3 UStG 1994, Wein ab Hof
        AT temporary 5 2020-07-01 2021-12-31 § 28 Abs. 52 UStG 1994
        AT zero 0 2024-01-01 2025-03-31 § 28 Abs. 62 UStG 1994
        BE standard 21 1996-01-01 - AR n° 20 / KB nr. 20, art. 1
        BE intermediate 12 1992-04-01 - AR n° 20 / KB nr. 20, tableau B
        BE reduced 6 1992-04-01 - AR n° 20 / KB nr. 20, tableau A
        BE parking 12 2014-01-01 - AR n° 20 / KB nr. 20, tableau B
        BE zero 0 2014-01-01 - AR n° 20 / KB nr. 20, tableau C
        BG standard 20 1999-01-01 - ZDDS art. 66(1)
        BG reduced 9 2011-04-01 - ZDDS art. 66(2)
        BG zero 0 2022-07-01 2024-12-31 ZDDS, transitional provisions on bread and flour
        CY standard 18 2013-01-14 2014-01-12 N. 95(I)/2000 art. 18
        CY standard 19 2014-01-13 - N. 95(I)/2000 art. 18
        CY intermediate 8 2005-08-01 2014-01-12 N. 95(I)/2000, Twelfth Schedule
        CY intermediate 9 2014-01-13 - N. 95(I)/2000, Twelfth Schedule
        CY reduced 5 2000-07-01 - N. 95(I)/2000, Fifth Schedule
        CY super-reduced 3 2023-07-21 - N. 95(I)/2000, as amended 2023-07-21
        CY zero 0 2014-01-01 - N. 95(I)/2000, Sixth Schedule
        CZ standard 21 2013-01-01 - zákon č. 235/2004 Sb. § 47 odst. 1 písm. a)
        CZ intermediate 15 2013-01-01 2023-12-31 zákon č. 235/2004 Sb. § 47 odst. 1 písm. b)
        CZ reduced 10 2015-01-01 2023-12-31 zákon č. 235/2004 Sb. § 47 odst. 1 písm. c)
        CZ reduced 12 2024-01-01 - zákon č. 235/2004 Sb. § 47 odst. 1 písm. b)
        CZ zero 0 2024-01-01 - zákon č. 235/2004 Sb. § 71i, knihy
        DE standard 19 2007-01-01 2020-06-30 § 12 Abs. 1 UStG
        DE standard 16 2020-07-01 2020-12-31 § 28 Abs. 1 UStG
        DE standard 19 2021-01-01 - § 12 Abs. 1 UStG
        DE reduced 7 1983-07-01 2020-06-30 § 12 Abs. 2 UStG
        DE reduced 5 2020-07-01 2020-12-31 § 28 Abs. 2 UStG
        DE reduced 7 2021-01-01 - § 12 Abs. 2 UStG
        DE zero 0 2023-01-01 - § 12 Abs. 3 UStG
        DK standard 25 1992-01-01 - momsloven § 33
        DK zero 0 2014-01-01 - momsloven § 34, aviser
        EE standard 20 2009-07-01 2023-12-31 KMS § 15 lg 1
        EE standard 22 2024-01-01 2025-06-30 KMS § 15 lg 1
        EE standard 24 2025-07-01 - KMS § 15 lg 1
        EE intermediate 13 2025-01-01 - KMS § 15, majutus
        EE reduced 9 2009-01-01 - KMS § 15 lg 2
        EE press 9 2009-01-01 2022-07-31 KMS § 15 lg 2
        EE press 5 2022-08-01 2024-12-31 KMS § 15, ajakirjandusväljaanne
        EE press 9 2025-01-01 - KMS § 15 lg 2
        EE zero 0 2014-01-01 - KMS § 15 lg 3
        ES standard 21 2012-09-01 - Ley 37/1992 art. 90
        ES reduced 10 2012-09-01 - Ley 37/1992 art. 91.Uno
        ES super-reduced 4 1995-01-01 - Ley 37/1992 art. 91.Dos
        ES basic-food 4 1995-01-01 2022-12-31 Ley 37/1992 art. 91.Dos.1.1.º
        ES basic-food 0 2023-01-01 2024-09-30 RDL 20/2022 art. 72, RDL 8/2023, RDL 4/2024
        ES basic-food 2 2024-10-01 2024-12-31 RDL 4/2024
        ES basic-food 4 2025-01-01 - Ley 37/1992 art. 91.Dos.1.1.º
        ES oils-and-pasta 10 2012-09-01 2022-12-31 Ley 37/1992 art. 91.Uno
        ES oils-and-pasta 5 2023-01-01 2024-09-30 RDL 20/2022 art. 72, RDL 8/2023, RDL 4/2024
        ES oils-and-pasta 7.5 2024-10-01 2024-12-31 RDL 4/2024
        ES oils-and-pasta 10 2025-01-01 - Ley 37/1992 art. 91.Uno
        ES olive-oil 10 2012-09-01 2022-12-31 Ley 37/1992 art. 91.Uno
        ES olive-oil 5 2023-01-01 2024-06-30 RDL 20/2022 art. 72, RDL 8/2023
        ES olive-oil 0 2024-07-01 2024-09-30 RDL 4/2024
        ES olive-oil 2 2024-10-01 2024-12-31 RDL 4/2024
        ES olive-oil 4 2025-01-01 - Ley 37/1992 art. 91.Dos.1.1.º
        FI standard 24 2013-01-01 2024-08-31 AVL 84 §
        FI standard 25.5 2024-09-01 - AVL 84 §
        FI intermediate 14 2013-01-01 2025-12-31 AVL 85 §
        FI intermediate 13.5 2026-01-01 - AVL 85 §
        FI reduced 10 2013-01-01 - AVL 85 a §
        FI zero 0 2014-01-01 - AVL 58 §
        FR standard 20 2014-01-01 - CGI art. 278
        FR intermediate 10 2014-01-01 - CGI art. 279
        FR reduced 5.5 2014-01-01 - CGI art. 278-0 bis
        FR super-reduced 2.1 2014-01-01 - CGI art. 281 quater à 281 octies, 298 septies
        GR standard 23 2010-07-01 2016-05-31 Law 2859/2000 art. 21
        GR standard 24 2016-06-01 - Law 2859/2000 art. 21, since 2024 Law 5144/2024
        GR intermediate 13 2011-01-01 - Law 2859/2000 art. 21, since 2024 Law 5144/2024
        GR reduced 6.5 2011-01-01 2015-07-19 Law 2859/2000 art. 21
        GR reduced 6 2015-07-20 - Law 4334/2015, since 2024 Law 5144/2024
        HR standard 25 2012-03-01 - Zakon o PDV-u čl. 38 st. 1
        HR intermediate 10 2006-01-01 2013-12-31 Zakon o PDV-u čl. 38 st. 3
        HR intermediate 13 2014-01-01 - Zakon o PDV-u čl. 38 st. 3
        HR reduced 5 2013-01-01 - Zakon o PDV-u čl. 38 st. 2
        HR zero 0 2022-10-01 - Zakon o PDV-u čl. 38 st. 6, solarni paneli (NN 113/22)
        HU standard 27 2012-01-01 - Áfa tv. 82. § (1)
        HU intermediate 18 2009-07-01 - Áfa tv. 82. § (3)
        HU reduced 5 2004-01-01 - Áfa tv. 82. § (2)
        HU zero 0 2024-01-01 - Áfa tv. 82. §, napilap
        IE standard 23 2012-01-01 2020-08-31 VATCA 2010 s. 46(1)(a)
        IE standard 21 2020-09-01 2021-02-28 VATCA 2010 s. 46(1)(a)
        IE standard 23 2021-03-01 - VATCA 2010 s. 46(1)(a)
        IE intermediate 13.5 2003-01-01 - VATCA 2010 s. 46(1)(c), Schedule 3
        IE reduced 9 2011-07-01 - VATCA 2010 s. 46(1)(ca)
        IE super-reduced 4.8 2005-01-01 - VATCA 2010 s. 46(1)(d)
        IE parking 13.5 2003-01-01 - VATCA 2010 s. 46(1)(c)
        IE catering 9 2011-07-01 2018-12-31 VATCA 2010 s. 46(1)(ca)
        IE catering 13.5 2019-01-01 2020-10-31 VATCA 2010 s. 46(1)(c)
        IE catering 9 2020-11-01 2023-08-31 VATCA 2010 s. 46(1)(ca)
        IE catering 13.5 2023-09-01 2026-06-30 VATCA 2010 s. 46(1)(c)
        IE catering 9 2026-07-01 - VATCA 2010 s. 46, as amended by Finance Act 2025
        IE zero 0 2014-01-01 - VATCA 2010 s. 46(1)(b), Schedule 2

        """

    private static let memberStatesFromItaly = """
        IT standard 22 2013-10-01 - DPR 633/1972 art. 16
        IT intermediate 10 1995-02-24 - DPR 633/1972, Tabella A parte III
        IT reduced 5 2016-01-01 - DPR 633/1972, Tabella A parte II-bis
        IT super-reduced 4 1989-01-01 - DPR 633/1972, Tabella A parte II
        LT standard 21 2009-09-01 - PVMĮ 19 str. 1 d.
        LT intermediate 9 2001-01-01 2025-12-31 PVMĮ 19 str. 3 d.
        LT intermediate 12 2026-01-01 - PVMĮ 19 str. 3 d.
        LT reduced 5 2001-01-01 - PVMĮ 19 str. 4 d.
        LT zero 0 2014-01-01 - PVMĮ VI skyrius
        LU standard 15 1992-01-01 2014-12-31 loi TVA du 12 février 1979 art. 39
        LU standard 17 2015-01-01 2022-12-31 loi TVA du 12 février 1979 art. 39
        LU standard 16 2023-01-01 2023-12-31 loi du 26 octobre 2022
        LU standard 17 2024-01-01 - loi TVA du 12 février 1979 art. 39
        LU intermediate 12 1993-01-01 2014-12-31 loi TVA du 12 février 1979, annexe C
        LU intermediate 14 2015-01-01 2022-12-31 loi TVA du 12 février 1979, annexe C
        LU intermediate 13 2023-01-01 2023-12-31 loi du 26 octobre 2022
        LU intermediate 14 2024-01-01 - loi TVA du 12 février 1979, annexe C
        LU reduced 6 1983-07-01 2014-12-31 loi TVA du 12 février 1979, annexe A
        LU reduced 8 2015-01-01 2022-12-31 loi TVA du 12 février 1979, annexe A
        LU reduced 7 2023-01-01 2023-12-31 loi du 26 octobre 2022
        LU reduced 8 2024-01-01 - loi TVA du 12 février 1979, annexe A
        LU super-reduced 3 1983-07-01 - loi TVA du 12 février 1979, annexe B
        LU parking 12 1993-01-01 2014-12-31 loi TVA du 12 février 1979, annexe C
        LU parking 14 2015-01-01 2022-12-31 loi TVA du 12 février 1979, annexe C
        LU parking 13 2023-01-01 2023-12-31 loi du 26 octobre 2022
        LU parking 14 2024-01-01 - loi TVA du 12 février 1979, annexe C
        LV standard 21 2012-07-01 - PVN likums 41. pants
        LV intermediate 12 2011-01-01 - PVN likums 41., 42. pants
        LV reduced 5 2018-01-01 - PVN likums 41., 42. pants
        LV zero 0 2014-01-01 - PVN likums 43. pants
        MT standard 18 2004-01-01 - VAT Act, Cap. 406, art. 19
        MT intermediate 7 2011-01-01 - VAT Act, Cap. 406, Eighth Schedule
        MT reduced 5 2004-01-01 - VAT Act, Cap. 406, Eighth Schedule
        MT parking 12 2024-01-01 - VAT Act, Cap. 406, Eighth Schedule
        MT zero 0 2014-01-01 - VAT Act, Cap. 406, Fifth Schedule Part One
        NL standard 21 2012-10-01 - Wet OB 1968 art. 9 lid 1
        NL reduced 6 2001-01-01 2018-12-31 Wet OB 1968 art. 9 lid 2 a, tabel I
        NL reduced 9 2019-01-01 - Wet OB 1968 art. 9 lid 2 a, tabel I
        NL zero 0 2023-01-01 - Wet OB 1968 art. 9 lid 2 b, tabel II
        PL standard 23 2011-01-01 - ustawa o VAT art. 41 ust. 1, 146a, 146aa, 146ef
        PL intermediate 8 2011-01-01 - ustawa o VAT art. 41 ust. 2, 146a, 146aa, 146ef
        PL reduced 5 2011-01-01 - ustawa o VAT art. 41 ust. 2a
        PL basic-food 5 2011-01-01 2022-01-31 ustawa o VAT art. 41 ust. 2a, zał. 10
        PL basic-food 0 2022-02-01 2024-03-31 ustawa o VAT art. 146da; rozporządzenia MF
        PL basic-food 5 2024-04-01 - ustawa o VAT art. 41 ust. 2a, zał. 10
        PL zero 0 2014-01-01 - ustawa o VAT art. 83
        PT standard 23 2011-01-01 - CIVA art. 18.º n.º 1 c)
        PT intermediate 13 2010-07-01 - CIVA art. 18.º n.º 1 b), Lista II
        PT reduced 6 2010-07-01 - CIVA art. 18.º n.º 1 a), Lista I
        PT parking 13 2010-07-01 - CIVA art. 18.º n.º 1 b), Lista II
        PT basic-food 6 2010-07-01 2023-04-17 CIVA art. 18.º n.º 1 a), Lista I
        PT basic-food 0 2023-04-18 2024-01-04 Lei 17/2023, prolonged to 2024-01-04
        PT basic-food 6 2024-01-05 - CIVA art. 18.º n.º 1 a), Lista I
        RO standard 24 2010-07-01 2015-12-31 Legea 571/2003 art. 140
        RO standard 20 2016-01-01 2016-12-31 Legea 227/2015 art. 291
        RO standard 19 2017-01-01 2025-07-31 Legea 227/2015 art. 291
        RO standard 21 2025-08-01 - Legea 227/2015 art. 291, Legea 141/2025
        RO intermediate 9 2004-01-01 2025-07-31 Legea 227/2015 art. 291 alin. (2)
        RO reduced 5 2008-12-01 2025-07-31 Legea 227/2015 art. 291 alin. (3)
        RO reduced 11 2025-08-01 - Legea 227/2015 art. 291 alin. (2), Legea 141/2025
        RO housing 9 2025-08-01 2026-07-31 Legea 141/2025, dispoziții tranzitorii
        SE standard 25 1990-07-01 - ML 9 kap. 2 §
        SE intermediate 12 1996-01-01 - ML 9 kap.
        SE reduced 6 1996-01-01 - ML 9 kap.
        SE food 12 1996-01-01 2026-03-31 ML 9 kap., livsmedel
        SE food 6 2026-04-01 2027-12-31 ML 9 kap., livsmedel (prop. 2025/26:55)
        SE food 12 2028-01-01 - ML 9 kap., livsmedel (prop. 2025/26:55)
        SE zero 0 2014-01-01 - ML 10 kap., läkemedel
        SI standard 22 2013-07-01 - ZDDV-1 čl. 41
        SI intermediate 9.5 2013-07-01 - ZDDV-1 čl. 41, Priloga I
        SI reduced 5 2020-01-01 - ZDDV-1 čl. 41, Priloga IV
        SK standard 20 2011-01-01 2024-12-31 zákon č. 222/2004 Z. z. § 27
        SK standard 23 2025-01-01 - zákon č. 222/2004 Z. z. § 27 ods. 1
        SK intermediate 19 2025-01-01 - zákon č. 222/2004 Z. z. § 27 ods. 2
        SK reduced 10 2007-01-01 2024-12-31 zákon č. 222/2004 Z. z. § 27 ods. 2
        SK reduced 5 2025-01-01 - zákon č. 222/2004 Z. z. § 27 ods. 3
        SK second-reduced 5 2023-01-01 2024-12-31 zákon č. 222/2004 Z. z. § 27 ods. 3

        """

    private static let neighbours = """
        CH standard 8 2011-01-01 2017-12-31 Art. 25 Abs. 1 MWSTG
        CH standard 7.7 2018-01-01 2023-12-31 Art. 25 Abs. 1 MWSTG
        CH standard 8.1 2024-01-01 - Art. 25 Abs. 1 MWSTG
        CH intermediate 3.8 2011-01-01 2017-12-31 Art. 25 Abs. 4 MWSTG, Beherbergung
        CH intermediate 3.7 2018-01-01 2023-12-31 Art. 25 Abs. 4 MWSTG, Beherbergung
        CH intermediate 3.8 2024-01-01 - Art. 25 Abs. 4 MWSTG, Beherbergung
        CH reduced 2.5 2011-01-01 2023-12-31 Art. 25 Abs. 2 MWSTG
        CH reduced 2.6 2024-01-01 - Art. 25 Abs. 2 MWSTG
        CH zero 0 2014-01-01 - Art. 23 MWSTG
        GB standard 20 2011-01-04 - VATA 1994 s. 2(1)
        GB reduced 5 1997-09-01 - VATA 1994 s. 29A, Schedule 7A
        GB hospitality 20 2011-01-04 2020-07-14 VATA 1994 s. 2(1)
        GB hospitality 5 2020-07-15 2021-09-30 SI 2020/728; Finance Act 2021 s. 92
        GB hospitality 12.5 2021-10-01 2022-03-31 Finance Act 2021 s. 93
        GB hospitality 20 2022-04-01 - VATA 1994 s. 2(1)
        GB zero 0 1994-09-01 - VATA 1994 s. 30, Schedule 8
        XI standard 20 2011-01-04 - VATA 1994 s. 2(1)
        XI reduced 5 1997-09-01 - VATA 1994 s. 29A, Schedule 7A
        XI hospitality 20 2011-01-04 2020-07-14 VATA 1994 s. 2(1)
        XI hospitality 5 2020-07-15 2021-09-30 SI 2020/728; Finance Act 2021 s. 92
        XI hospitality 12.5 2021-10-01 2022-03-31 Finance Act 2021 s. 93
        XI hospitality 20 2022-04-01 - VATA 1994 s. 2(1)
        XI zero 0 1994-09-01 - VATA 1994 s. 30, Schedule 8
        NO standard 25 2005-01-01 - merverdiavgiftsloven § 5-1
        NO intermediate 15 2012-01-01 - merverdiavgiftsloven § 5-2, næringsmidler
        NO raw-fish 11.11 2014-01-01 - merverdiavgiftsloven § 5-8
        NO reduced 8 2006-01-01 2015-12-31 merverdiavgiftsloven §§ 5-3 ff.
        NO reduced 10 2016-01-01 2017-12-31 merverdiavgiftsloven §§ 5-3 ff.
        NO reduced 12 2018-01-01 2020-03-31 merverdiavgiftsloven §§ 5-3 ff.
        NO reduced 6 2020-04-01 2021-09-30 merverdiavgiftsloven §§ 5-3 ff.
        NO reduced 12 2021-10-01 - merverdiavgiftsloven §§ 5-3 ff.
        NO zero 0 2014-01-01 - merverdiavgiftsloven kap. 6
        IC general 7 2012-07-01 2018-12-31 Ley 4/2012 (Canarias) art. 51
        IC general 6.5 2019-01-01 2019-12-31 Ley 4/2012 (Canarias) art. 51, Ley 7/2018
        IC general 7 2020-01-01 - Ley 4/2012 (Canarias) art. 51, Ley 19/2019
        IC reduced 3 2012-07-01 - Ley 4/2012 (Canarias) art. 54
        IC zero 0 2012-07-01 - Ley 4/2012 (Canarias) art. 52
        IC increased 9.5 2012-07-01 - Ley 4/2012 (Canarias) art. 55
        IC second-increased 13.5 2012-07-01 2019-12-31 Ley 4/2012 (Canarias) art. 56
        IC second-increased 15 2020-01-01 - Ley 4/2012 (Canarias) art. 56, Ley 19/2019
        IC special 20 2012-07-01 - Ley 4/2012 (Canarias) art. 57
        EA general 10 2014-01-01 - Ley 8/1991 (IPSI): 0,5 a 10 % según las ordenanzas
        """
}
