import Trade

extension RateTable {
    /// Rates that India's GST knows, named by their percent (combined rate = IGST; CGST and SGST bear
    /// half each). Which goods and services bear them is the item's.
    ///
    /// Schedules are those of Notification 1/2017-Central Tax (Rate) until 2025-09-21 and of
    /// Notification 9/2025-Central Tax (Rate) from 2025-09-22.
    static let india = builtIn(
        """
        # country class rate from to source
        IN 0 0 2017-07-01 2025-09-21 Notification 2/2017-Central Tax (Rate)
        IN 0 0 2025-09-22 - Notification 10/2025-Central Tax (Rate)
        IN 0.1 0.1 2017-10-23 - Notification 40/2017-Central Tax (Rate), goods to merchant exporters
        IN 0.25 0.25 2017-07-01 2025-09-21 Notification 1/2017-Central Tax (Rate), Schedule VI
        IN 0.25 0.25 2025-09-22 - Notification 9/2025-Central Tax (Rate), Schedule V
        IN 1 1 2019-04-01 - Notification 3/2019-Central Tax (Rate), affordable dwellings
        IN 1.5 1.5 2019-04-01 2022-07-17 Notification 3/2019-Central Tax (Rate), affordable dwellings
        IN 1.5 1.5 2022-07-18 2025-09-21 Notification 6/2022-Central Tax (Rate), Schedule VII
        IN 1.5 1.5 2025-09-22 - Notification 9/2025-Central Tax (Rate), Schedule VI
        IN 3 3 2017-07-01 2025-09-21 Notification 1/2017-Central Tax (Rate), Schedule V
        IN 3 3 2025-09-22 - Notification 9/2025-Central Tax (Rate), Schedule IV
        IN 5 5 2017-07-01 2025-09-21 Notification 1/2017-Central Tax (Rate), Schedule I
        IN 5 5 2025-09-22 - Notification 9/2025-Central Tax (Rate), Schedule I
        IN 6 6 2022-04-01 - Notification 2/2022-Central Tax (Rate), bricks without input tax credit
        IN 7.5 7.5 2019-04-01 - Notification 3/2019-Central Tax (Rate), other dwellings
        IN 12 12 2017-07-01 2025-09-21 Notification 1/2017-Central Tax (Rate), Schedule II
        IN 12 12 2025-09-22 - Notification 14/2025-Central Tax (Rate), bricks and tiles
        IN 18 18 2017-07-01 2025-09-21 Notification 1/2017-Central Tax (Rate), Schedule III
        IN 18 18 2025-09-22 - Notification 9/2025-Central Tax (Rate), Schedule II
        IN 28 28 2017-07-01 2025-09-21 Notification 1/2017-Central Tax (Rate), Schedule IV
        IN 28 28 2025-09-22 2026-01-31 Notification 9/2025-Central Tax (Rate), Schedule VII, tobacco
        IN 40 40 2025-09-22 - Notification 9/2025-Central Tax (Rate), Schedule III
        """)
}
