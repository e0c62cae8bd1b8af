import Diagnostics
import Formats
import Money
import TestSupport
import Testing
import Trade

struct CustomerBookTests {
    private func customer(
        _ id: String, name: String = "Acme", tax: String? = nil, from: String? = nil,
        _ extra: String = ""
    ) throws -> Customer {
        let json =
            #"{"id":"\#(id)","name":"\#(name)","category":"business","currency":"EUR","#
            + #""address":{"lines":["Main 1"],"city":"Köln","country":"DE"}"#
            + (tax.map { #","taxNumber":"\#($0)""# } ?? "")
            + (from.map { #","validFrom":"\#($0)""# } ?? "") + extra + "}"
        var customer: Customer?
        #expect(try placedFindings(json) { customer = Customer($0, $1) } == [])
        return try #require(customer)
    }

    private static let registrations = """
        ,"taxRegistrations":[
         {"taxNumber":"at u12345675","address":{"lines":["Ring 1"],"city":"Wien","country":"AT"},
          "to":"2026-03-31"},
         {"taxNumber":"ATU12345675","address":{"lines":["Gasse 2"],"city":"Graz","country":"AT"},
          "from":"2026-04-01"}]
        """

    @Test(
        "A version holds from its day until the next, whatever the order they were put in",
        arguments: [[0, 1, 2], [2, 1, 0], [1, 2, 0], [2, 0, 1]])
    func versions(order: [Int]) throws {
        let versions = try [
            customer("C", name: "Old"), customer("C", name: "Middle", from: "2026-04-01"),
            customer("C", name: "New", from: "2026-07-01"),
        ]
        var book = CustomerBook()
        for index in order { book.put(versions[index]) }
        for (day, name) in [
            ("1990-01-01", "Old"), ("2026-03-31", "Old"), ("2026-04-01", "Middle"),
            ("2026-06-30", "Middle"), ("2026-07-01", "New"), ("2099-12-31", "New"),
        ] {
            let day = try #require(CalendarDate(day))
            #expect(book.customer("C", on: day)?.name == name)
        }
        #expect(book["C"]?.name == "New")
        #expect(book.versions(of: "C").map(\.name) == ["Old", "Middle", "New"])
        #expect(book.versions(of: "D").isEmpty && book["D"] == nil)
        book.put(try customer("C", name: "Mended", from: "2026-04-01"))
        book.put(try customer("C", name: "Oldest"))
        #expect(book.versions(of: "C").map(\.name) == ["Oldest", "Mended", "New"])
        #expect(book.ids == ["C"])
    }

    @Test("A customer whose first version begins later is unknown before")
    func unknownBefore() throws {
        var book = CustomerBook()
        book.put(try customer("C", from: "2026-04-01"))
        let day = try #require(CalendarDate("2026-03-31"))
        #expect(book.customer("C", on: day) == nil)
        #expect(book.customer("C", on: day.adding(days: 1)) != nil)
    }

    @Test("Customers with the same tax number or name are told, others are not")
    func lookalikes() throws {
        var book = CustomerBook()
        for customer in try [
            customer("A", name: "Müller & Söhne GmbH", tax: "DE111111125"),
            customer("B", name: "Muller Sohne KG"),
            customer("C", name: "Other AG", tax: "de 111111125"),
            customer("D", name: "Third SE", Self.registrations),
            customer("E", name: "!!!"), customer("F", name: "???"),
            customer("B", name: "Renamed KG", from: "2026-04-01"),
        ] { book.put(customer) }
        #expect(book.ids == ["A", "B", "C", "D", "E", "F"])
        func found(_ customer: Customer) -> [String] {
            book.lookalikes(of: customer).map { "\($0.id): \($0.what)" }
        }
        // B had A's name in an older version.
        #expect(
            found(try #require(book["A"])) == ["B: name Renamed KG", "C: tax number DE111111125"])
        #expect(found(try #require(book["B"])) == [])
        #expect(
            found(try customer("X", name: "OTHER Aktien", tax: "ATU12345675")) == [
                "D: tax number ATU12345675"
            ])
        #expect(
            found(try customer("X", name: "Third", tax: "X1", Self.registrations)) == [
                "D: tax number ATU12345675 and name Third SE"
            ])
        #expect(found(try #require(book["E"])) == [])
        // A version that was replaced is no longer found.
        book.put(try customer("A", name: "Elsewhere"))
        #expect(found(try #require(book["C"])) == [])
        #expect(found(try customer("X", name: "Müller und Söhne")) == [])
        #expect(found(try customer("X", name: "Müller, Söhne")) == ["B: name Renamed KG"])
    }

    @Test("Of a name that a thousand have, the first twenty are told")
    func lookalikeLimit() throws {
        var book = CustomerBook()
        var generator = SplitMix64(seed: 3)
        let ids = (1000..<2000).map { "C\($0)" }
        for id in ids.shuffled(using: &generator) { book.put(try customer(id)) }
        #expect(book.ids == ids)
        let found = book.lookalikes(of: try #require(book["C1005"])).map(\.id)
        #expect(found == ids.prefix(21).filter { $0 != "C1005" })
    }

    @Test(
        "A customer is billed under the registration that holds on the day",
        arguments: [
            ("DE111111125", nil, "Köln"), ("ATU12345675", nil, "Wien"),
            ("ATU12345675", "2026-03-31", "Wien"), ("ATU12345675", "2026-04-01", "Graz"),
            ("ATU00000000", nil, nil), ("atu12345675", nil, nil),
        ] as [(String, String?, String?)])
    func billed(number: String, day: String?, city: String?) throws {
        let whole = try customer("C", tax: "DE111111125", Self.registrations)
        let billed = whole.billed(to: number, on: day.flatMap { CalendarDate($0) })
        #expect(billed?.address.city == city)
        #expect(billed?.taxNumber == city.map { _ in number })
        #expect(billed.map { $0.taxRegistrations.count } ?? 2 == 2)
    }

    @Test(
        "Names are compared without legal form, accents and punctuation",
        arguments: [
            ("Müller & Söhne GmbH", "muller sohne"),
            ("Mu\u{308}ller and So\u{308}hne", "muller sohne"),
            ("GROSSE Straße AG", "grosse strasse"), ("STRASSE e.K.", "strasse"),
            ("Deccan Pumps Pvt. Ltd.", "deccan pumps"), ("Deccan Pumps (P) Ltd", "deccan pumps p"),
            ("DECCAN  PUMPS PRIVATE LIMITED", "deccan pumps"), ("Deccan-Pumps LLP", "deccan pumps"),
            ("Dupont S.A.R.L.", "dupont"), ("SARL Dupont", "dupont"), ("S.à r.l. Dupont", "dupont"),
            ("Philips N.V.", "philips"), ("Crêperie Cœur SAS", "creperie coeur"),
            ("Müller GmbH & Co. KG", "muller"), ("J.P. Morgan", "jp morgan"),
            ("J. P. Morgan", "jp morgan"), ("Łódź Ørsted", "lodz orsted"),
            ("Åse Đorđević", "ase dordevic"),
            ("Nguyễn Văn", "nguyen van"), ("İstanbul Işık", "istanbul isik"),
            ("McDonald's", "mcdonalds"),
            ("3M India", "3m india"), ("The Company Co.", "the"), ("Company Ltd", "company ltd"),
            ("Ltd.", "ltd"), ("कर्नाटक मिल्स", "कर्नाटक मिल्स"), ("Αθήνα ΑΕ", "αθήνα αε"), ("***", ""),
        ] as [(String, String)])
    func names(name: String, expected: String) { #expect(normalisedName(name) == expected) }
}
