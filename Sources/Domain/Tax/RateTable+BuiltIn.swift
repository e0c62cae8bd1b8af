extension RateTable {
    /// VAT rates of Directive 2006/112/EC member states, as far as they are kept so far.
    static let europe = builtIn(
        """
        # country class rate from to source
        DE standard 19 2007-01-01 2020-06-30 § 12 Abs. 1 UStG
        DE reduced 7 1983-07-01 2020-06-30 § 12 Abs. 2 UStG
        DE standard 16 2020-07-01 2020-12-31 § 28 Abs. 1 UStG
        DE reduced 5 2020-07-01 2020-12-31 § 28 Abs. 2 UStG
        DE standard 19 2021-01-01 - § 12 Abs. 1 UStG
        DE reduced 7 2021-01-01 - § 12 Abs. 2 UStG
        DE zero 0 2023-01-01 - § 12 Abs. 3 UStG
        FR standard 20 2014-01-01 - CGI art. 278
        FR intermediate 10 2014-01-01 - CGI art. 279
        FR reduced 5.5 2014-01-01 - CGI art. 278-0 bis
        NL standard 21 2012-10-01 - Wet OB 1968 art. 9 lid 1
        NL reduced 9 2019-01-01 - Wet OB 1968 art. 9 lid 2 a, tabel I
        NL zero 0 2023-01-01 - Wet OB 1968 art. 9 lid 2 b, tabel II
        AT standard 20 1984-01-01 - § 10 Abs. 1 UStG 1994
        AT intermediate 13 2016-01-01 - § 10 Abs. 3 UStG 1994
        AT reduced 10 1984-01-01 - § 10 Abs. 2 UStG 1994
        AT zero 0 2024-01-01 2025-03-31 § 28 Abs. 62 UStG 1994
        """)

    /// Rates that India's GST knows (combined rate = IGST); which goods bear them is the item's.
    static let india = builtIn(
        """
        # country class rate from to source
        IN rate 0 2017-07-01 - Notification 2/2017-Central Tax (Rate)
        IN rate 0.1 2017-10-23 - Notification 40/2017-Central Tax (Rate), merchant export
        IN rate 0.25 2017-07-01 - Notification 1/2017, 9/2025-Central Tax (Rate), Schedule VI
        IN rate 1 2019-04-01 - Notification 3/2019-Central Tax (Rate)
        IN rate 1.5 2017-07-01 - Notification 1/2017, 9/2025-Central Tax (Rate)
        IN rate 3 2017-07-01 - Notification 1/2017, 9/2025-Central Tax (Rate), Schedule V
        IN rate 5 2017-07-01 - Notification 1/2017, 9/2025-Central Tax (Rate), Schedule I
        IN rate 6 2022-04-01 - Notification 2/2022-Central Tax (Rate), bricks
        IN rate 7.5 2019-04-01 - Notification 3/2019-Central Tax (Rate)
        IN rate 12 2017-07-01 - Notification 1/2017-Central Tax (Rate), Schedule II; niches since 2025-09-22
        IN rate 18 2017-07-01 - Notification 1/2017, 9/2025-Central Tax (Rate), Schedule II
        IN rate 28 2017-07-01 2026-01-31 Notification 1/2017-Central Tax (Rate), Schedule IV
        IN rate 40 2025-09-22 - Notification 9/2025-Central Tax (Rate), Schedule III
        """)
}
