import Money
import Testing
import Trade

@testable import Tax

struct EuropeanRateTests {
    /// Every country and class of the table.
    private var classes: [(country: String, taxClass: String)] {
        var seen: Set<String> = []
        return RateTable.europe.rates.compactMap {
            seen.insert("\($0.country) \($0.taxClass)").inserted ? ($0.country, $0.taxClass) : nil
        }
    }

    @Test("No class of any country has days with two rates, or days without one between two")
    func conflicts() {
        let found = RateTable.europe.conflicts.map {
            "\($0.kind): \($0.later.country) \($0.later.taxClass) from \($0.later.from)"
        }
        #expect(found == [])
        #expect(RateTable.europe.rates.allSatisfy { $0.from <= ($0.to ?? $0.from) })
        #expect(RateTable.europe.rates.allSatisfy { $0.source?.isEmpty == false })
        #expect(classes.count > 100)
    }

    @Test("Every state has a standard rate on every day from 2014 to further notice")
    func standard() throws {
        let countries = Country.europeanUnion.union(["GB", "XI", "CH", "NO"])
        let others: Set = ["IC", "EA"]
        #expect(Set(classes.map(\.country)) == countries.union(others))
        let first = try #require(CalendarDate("2014-01-01"))
        for country in countries.union(others).sorted() {
            let taxClass = others.contains(country) ? "general" : "standard"
            let rows = RateTable.europe.rates.filter {
                $0.country == country && $0.taxClass == taxClass
            }
            // Without gaps, which is tested above: from the first row to the last.
            #expect(rows.contains { $0.from <= first }, "\(country)")
            #expect(rows.contains { $0.to == nil }, "\(country)")
        }
    }

    @Test("Northern Ireland has Britain's rates")
    func northernIreland() {
        func rows(_ country: String) -> [String] {
            RateTable.europe.rates.filter { $0.country == country }.map {
                "\($0.taxClass) \($0.percent) \($0.from) \($0.to?.description ?? "-")"
            }
        }
        #expect(rows("XI") == rows("GB"))
        #expect(!rows("GB").isEmpty)
    }

    /// Rows of country, class, day and percent, or `-` for no rate.
    @Test(
        "Rates are those of the law on the day, also beside the days on which they change",
        arguments: [
            // The Commission's tables of rates by member state, 2014 and 2021; its database of taxes
            // (TEDB), 2026.
            "AT standard 2014-01-01 20", "AT super-reduced 2026-06-30 -",
            "AT super-reduced 2026-07-01 4.9", "AT intermediate 2015-12-31 -",
            "AT intermediate 2016-01-01 13", "AT parking 2015-12-31 12", "AT zero 2025-04-01 -",
            "BE standard 2026-11-23 21", "BE intermediate 2026-11-23 12", "BE reduced 2026-11-23 6",
            "BG standard 2026-11-23 20", "BG reduced 2026-11-23 9",
            "CY standard 2014-01-12 18", "CY standard 2014-01-13 19", "CY reduced 2026-11-23 5",
            "CZ intermediate 2014-06-01 15", "CZ reduced 2014-12-31 -", "CZ reduced 2015-01-01 10",
            "DK standard 2026-11-23 25", "ES reduced 2026-11-23 10",
            "ES super-reduced 2026-11-23 4",
            "FR standard 2014-01-01 20", "FR super-reduced 2026-11-23 2.1",
            "GR standard 2016-05-31 23", "GR standard 2016-06-01 24",
            "HR standard 2026-11-23 25", "HR intermediate 2014-01-01 13", "HR reduced 2026-11-23 5",
            "HU standard 2026-11-23 27", "HU intermediate 2026-11-23 18", "HU reduced 2026-11-23 5",
            "IT standard 2014-01-01 22", "IT intermediate 2026-11-23 10", "IT reduced 2026-11-23 5",
            "IT super-reduced 2026-11-23 4", "LV standard 2026-11-23 21", "LV reduced 2017-12-31 -",
            "LV reduced 2018-01-01 5", "MT standard 2026-11-23 18", "MT intermediate 2026-11-23 7",
            "MT parking 2023-12-31 -", "MT parking 2024-01-01 12",
            "NL reduced 2018-12-31 6", "NL reduced 2019-01-01 9", "NL standard 2014-01-01 21",
            "PL standard 2026-11-23 23", "PL intermediate 2026-11-23 8", "PL reduced 2026-11-23 5",
            "PT standard 2026-11-23 23", "PT intermediate 2026-11-23 13", "PT reduced 2026-11-23 6",
            "SE standard 2026-11-23 25", "SE intermediate 2026-11-23 12", "SE reduced 2026-11-23 6",
            "SI standard 2014-01-01 22", "SI intermediate 2026-11-23 9.5",
            "SI reduced 2019-12-31 -",
            "SI reduced 2020-01-01 5",
            // Germany: Zweites Corona-Steuerhilfegesetz, BGBl. 2020 I S. 1512, art. 3.
            "DE standard 2020-06-30 19", "DE standard 2020-07-01 16", "DE standard 2020-12-31 16",
            "DE standard 2021-01-01 19", "DE reduced 2020-07-01 5", "DE reduced 2021-01-01 7",
            // Romania: Legea 227/2015 art. 291, Legea 141/2025.
            "RO standard 2015-12-31 24", "RO standard 2016-01-01 20", "RO standard 2017-01-01 19",
            "RO standard 2025-07-31 19", "RO standard 2025-08-01 21", "RO reduced 2025-07-31 5",
            "RO reduced 2025-08-01 11", "RO intermediate 2025-07-31 9",
            "RO intermediate 2025-08-01 -",
            // Estonia: KMS § 15; Finland: AVL 84 and 85 §§.
            "EE standard 2023-12-31 20", "EE standard 2024-01-01 22", "EE standard 2025-06-30 22",
            "EE standard 2025-07-01 24", "EE intermediate 2024-12-31 -",
            "EE intermediate 2025-01-01 13",
            "EE press 2024-12-31 5", "EE press 2025-01-01 9",
            "FI standard 2024-08-31 24", "FI standard 2024-09-01 25.5",
            "FI intermediate 2025-12-31 14", "FI intermediate 2026-01-01 13.5",
            // Slovakia: law 222/2004 § 27 as of 2025; Czechia: law 235/2004 § 47 as of 2024.
            "SK standard 2024-12-31 20", "SK standard 2025-01-01 23",
            "SK intermediate 2025-01-01 19",
            "SK reduced 2024-12-31 10", "SK reduced 2025-01-01 5",
            "CZ reduced 2023-12-31 10", "CZ reduced 2024-01-01 12", "CZ intermediate 2024-01-01 -",
            "CZ standard 2026-11-23 21",
            // Luxembourg: law of 26 October 2022, for the year 2023.
            "LU standard 2014-12-31 15", "LU standard 2015-01-01 17", "LU standard 2023-01-01 16",
            "LU standard 2024-01-01 17", "LU reduced 2023-12-31 7", "LU reduced 2024-01-01 8",
            "LU parking 2023-06-30 13", "LU parking 2026-11-23 14", "LU super-reduced 2023-06-30 3",
            // Ireland: VATCA 2010 s. 46.
            "IE standard 2020-08-31 23", "IE standard 2020-09-01 21", "IE standard 2021-02-28 21",
            "IE standard 2021-03-01 23", "IE catering 2018-12-31 9", "IE catering 2019-01-01 13.5",
            "IE catering 2020-11-01 9", "IE catering 2023-09-01 13.5", "IE catering 2026-07-01 9",
            "IE super-reduced 2026-11-23 4.8",
            // Lithuania: law XV-287 on article 19, from 2026.
            "LT standard 2026-11-23 21", "LT intermediate 2025-12-31 9",
            "LT intermediate 2026-01-01 12",
            "LT reduced 2026-01-01 5",
            // Spain: RDL 20/2022, 8/2023, 4/2024.
            "ES standard 2014-01-01 21", "ES basic-food 2022-12-31 4", "ES basic-food 2023-01-01 0",
            "ES basic-food 2024-10-01 2", "ES basic-food 2025-01-01 4",
            "ES oils-and-pasta 2024-10-01 7.5", "ES olive-oil 2024-07-01 0",
            "ES olive-oil 2025-01-01 4",
            // Poland's shield against inflation; Portugal: Lei 17/2023; Bulgaria: bread and flour.
            "PL basic-food 2022-02-01 0", "PL basic-food 2024-03-31 0",
            "PL basic-food 2024-04-01 5",
            "PT basic-food 2023-04-18 0", "PT basic-food 2024-01-04 0",
            "PT basic-food 2024-01-05 6",
            "BG zero 2022-07-01 0", "BG zero 2025-01-01 -",
            // Cyprus: gazette of 21 July 2023; Greece: law 4334/2015; Sweden: prop. 2025/26:55.
            "CY super-reduced 2023-07-20 -", "CY super-reduced 2023-07-21 3",
            "GR reduced 2015-07-19 6.5", "GR reduced 2015-07-20 6",
            "SE food 2026-03-31 12", "SE food 2026-04-01 6", "SE food 2027-12-31 6",
            "SE food 2028-01-01 12",
            // Britain: VATA 1994; Switzerland: Art. 25 MWSTG; Norway: the Storting's yearly decisions.
            "GB standard 2014-01-01 20", "GB reduced 2026-11-23 5", "GB zero 2026-11-23 0",
            "GB hospitality 2020-07-15 5", "GB hospitality 2021-10-01 12.5",
            "GB hospitality 2022-04-01 20", "CH standard 2017-12-31 8",
            "CH standard 2018-01-01 7.7",
            "CH standard 2023-12-31 7.7", "CH standard 2024-01-01 8.1", "CH reduced 2024-01-01 2.6",
            "CH intermediate 2024-01-01 3.8", "NO standard 2026-11-23 25",
            "NO reduced 2020-03-31 12", "NO reduced 2020-04-01 6", "NO reduced 2021-10-01 12",
            "NO intermediate 2026-11-23 15",
            // Canary Islands: Ley 4/2012, Ley 7/2018, Ley 19/2019.
            "IC general 2018-12-31 7", "IC general 2019-01-01 6.5", "IC general 2020-01-01 7",
            "IC reduced 2026-11-23 3", "IC increased 2026-11-23 9.5",
            "IC second-increased 2019-12-31 13.5", "IC second-increased 2020-01-01 15",
        ])
    func spotCheck(row: String) throws {
        let words = row.split(separator: " ").map(String.init)
        let day = try #require(CalendarDate(words[2]))
        let rate = RateTable.europe.rate(words[1], in: words[0], on: day)
        #expect((rate?.percent.description ?? "-") == words[3])
    }
}
