import Trade

extension EuropeanVAT {
    /// Where one tax law holds: a member state, a third country, or one of the places that arts. 5
    /// to 7 of Directive 2006/112/EC add to a state or take away from it.
    struct Territory: Hashable {
        /// Who levies the tax: a country's code, `IC` for the Canary Islands, `EA-CE` for Ceuta.
        let authority: String
        /// By which name the rate table knows it.
        let rates: String
        /// Whether it belongs to the Union's VAT territory, for the kind of supply in question.
        let isUnion: Bool

        /// Outside the Union's VAT territory (art. 6(1)(b)); taxed by IGIC.
        static let canaryIslands = Territory(authority: "IC", rates: "IC", isUnion: false)
        /// Outside the Union's VAT and customs territory (art. 6(2)(c), (d)); taxed by IPSI, which
        /// each of the two cities levies for itself.
        static let ceuta = Territory(authority: "EA-CE", rates: "EA", isUnion: false)
        static let melilla = Territory(authority: "EA-ML", rates: "EA", isUnion: false)

        /// The country whose prefix identifiers of this tax bear.
        var identifierCountry: String {
            authority == "IC" || authority.hasPrefix("EA-") ? "ES" : authority
        }
    }
}

extension EuropeanVAT.Territory {
    private init(_ country: String, isUnion: Bool) {
        self.init(authority: country, rates: country, isUnion: isUnion)
    }

    /// The territory of a seller.
    init(of company: Company, _ kind: Item.Kind) {
        switch company.taxTerritory {
        case .canaryIslands: self = .canaryIslands
        case .ceuta: self = .ceuta
        case .melilla: self = .melilla
        case nil: self.init(of: company.address, kind)
        }
    }

    /// The territory where goods arrive.
    init(ofDestination supply: Supply) {
        if let place = supply.shipTo {
            self.init(of: place.address, .goods)
        } else {
            self.init(of: supply.customer.address, .goods)
        }
    }

    init(of address: Address, _ kind: Item.Kind) {
        self.init(country: address.country, postcode: address.postcode, kind)
    }

    /// The territory of a site, which has no postcode; `nil` where one in Spain could be either side
    /// of the border of the seller's territory. `state` is the province of ISO 3166-2:ES.
    init?(of site: Site, seller: EuropeanVAT.Territory, _ kind: Item.Kind) {
        guard site.country == "ES" else {
            self.init(country: site.country, postcode: nil, kind)
            return
        }
        switch site.state {
        case "GC", "TF": self = .canaryIslands
        case "CE": self = .ceuta
        case "ML": self = .melilla
        case nil where seller.identifierCountry == "ES" && seller.authority != "ES": return nil
        default: self.init("ES", isUnion: true)
        }
    }

    /// - Parameter kind: Northern Ireland is in the Union for goods alone (Protocol on
    ///   Ireland/Northern Ireland, art. 8).
    init(country: String, postcode: String?, _ kind: Item.Kind) {
        switch Self.standings[country] {
        case nil: self.init(country, isUnion: false)
        case .member: self.init(country, isUnion: true)
        case .memberWithExceptions:
            self = Self.excepted(country, postcode) ?? Self(country, isUnion: true)
        case .treatedAs(let other, let isUnion): self.init(other, isUnion: isUnion)
        case .unitedKingdom:
            let isNorthern = kind == .goods && Self.isNorthernIrish(postcode)
            self.init(authority: "GB", rates: isNorthern ? "XI" : "GB", isUnion: isNorthern)
        }
    }

    /// What decides the territory of an address in a country. One look-up finds it: each line of a
    /// document asks for it twice.
    private enum Standing {
        case member, memberWithExceptions, unitedKingdom
        case treatedAs(String, isUnion: Bool)
    }

    private static let standings: [String: Standing] = {
        var standings: [String: Standing] = [:]
        for country in Country.europeanUnion { standings[country] = .member }
        for country in ["DE", "ES", "FI", "FR", "GR", "IT"] {
            standings[country] = .memberWithExceptions
        }
        standings["GB"] = .unitedKingdom
        // Art. 7: Monaco is treated as France, the Isle of Man as the United Kingdom.
        standings["MC"] = .treatedAs("FR", isUnion: true)
        standings["IM"] = .treatedAs("GB", isUnion: false)
        // Switzerland's tax covers the countries of its customs union (MWSTG Art. 3 lit. a).
        standings["LI"] = .treatedAs("CH", isUnion: false)
        return standings
    }()

    /// The area BT of the United Kingdom's postcodes is Northern Ireland.
    private static func isNorthernIrish(_ postcode: String?) -> Bool {
        guard let postcode else { return false }
        let letters = postcode.utf8.lazy.filter { $0 != UInt8(ascii: " ") }.prefix(2)
        return letters.elementsEqual("BT".utf8) || letters.elementsEqual("bt".utf8)
    }

    /// Art. 6: parts of member states where the directive does not apply, by postcode. (Åland and
    /// the French overseas departments have country codes too, which are no member state's.)
    private static func excepted(_ country: String, _ postcode: String?) -> Self? {
        guard let code = fiveDigits(postcode) else { return nil }
        switch code {
        // Las Palmas and Santa Cruz de Tenerife, Ceuta, Melilla.
        case 35_000...35_999 where country == "ES", 38_000...38_999 where country == "ES":
            return .canaryIslands
        case 51_000...51_999 where country == "ES": return .ceuta
        case 52_000...52_999 where country == "ES": return .melilla
        // Heligoland; Büsingen, which is in Switzerland's customs territory (MWSTG Art. 3 lit. a).
        case 27_498 where country == "DE": return Self("DE-Heligoland", isUnion: false)
        case 78_266 where country == "DE": return Self("CH", isUnion: false)
        case 22_000...22_999 where country == "FI": return Self("AX", isUnion: false)
        // Overseas departments and collectivities; 980 is Monaco.
        case 97_000...97_999 where country == "FR", 98_400...98_899 where country == "FR":
            return Self("FR-overseas", isUnion: false)
        case 63_086 where country == "GR": return Self("GR-Athos", isUnion: false)
        case 23_041 where country == "IT": return Self("IT-Livigno", isUnion: false)
        case 22_061 where country == "IT": return Self("IT-Campione", isUnion: false)
        default: return nil
        }
    }

    /// A postcode of five digits, which may have blanks or the country's letters in front.
    private static func fiveDigits(_ postcode: String?) -> Int? {
        guard let postcode else { return nil }
        var (value, count) = (0, 0)
        for byte in postcode.utf8 where (48...57).contains(byte) {
            value = value * 10 + Int(byte - 48)
            count += 1
            if count > 5 { return nil }
        }
        return count == 5 ? value : nil
    }
}
