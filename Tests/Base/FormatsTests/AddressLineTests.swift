import Formats
import Testing

@Suite struct AddressLineTests {
    @Test(
        "A place is written as its country writes it",
        arguments: [
            ("München", "80331", "", "DE", "80331 München"),
            ("München", "80331", "BY", "DE", "80331 München"),
            ("Wörgl", "6300", "", "AT", "6300 Wörgl"),
            ("Roma", "00187", "RM", "IT", "00187 Roma RM"),
            ("Hebden Bridge", "HX7 9ZZ", "", "GB", "Hebden Bridge HX7 9ZZ"),
            ("Singapore", "508899", "", "SG", "Singapore 508899"),
            ("Mysuru", "570016", "Karnataka", "IN", "Mysuru 570016, Karnataka"),
            ("Durango", "81301", "CO", "US", "Durango, CO 81301"),
            ("Portland, OR", "97209", "", "US", "Portland, OR 97209"),
            ("Ottawa", "K1A 0B1", "ON", "CA", "Ottawa ON K1A 0B1"),
            ("Sydney", "2000", "NSW", "AU", "Sydney NSW 2000"),
            ("São Paulo", "01000-000", "SP", "BR", "São Paulo - SP, 01000-000"),
            ("Dubai", "", "", "AE", "Dubai"),
            ("George Town", "10200", "Penang", "MY", "10200 George Town, Penang"),
        ])
    func locality(
        _ city: String, _ postcode: String, _ state: String, _ country: String, _ expected: String
    ) {
        #expect(
            AddressLine.locality(city: city, postcode: postcode, state: state, country: country)
                == expected)
    }
}
