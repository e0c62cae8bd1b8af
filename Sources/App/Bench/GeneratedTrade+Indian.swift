extension GeneratedTrade {
    /// A dealer in network and electrical supplies at Bengaluru with customers in seven States.
    static let indian = GeneratedTrade(
        regime: "india-gst",
        currency: "INR",
        company: #"""
            {
              "name": "Navilu Electrical Supplies Private Limited",
              "regime": "india-gst",
              "currency": "INR",
              "language": "en-IN",
              "timeZone": "Asia/Kolkata",
              "fiscalYearStart": 4,
              "address": {
                "name": "Navilu Electrical Supplies Private Limited",
                "lines": ["Plot 118, Bommasandra Industrial Area, Phase 4"],
                "city": "Bengaluru",
                "postcode": "560099",
                "state": "29",
                "country": "IN"
              },
              "taxNumber": "29AAFCN5821K1Z4",
              "otherTaxNumbers": [{"scheme": "PAN", "number": "AAFCN5821K"}],
              "legalRegistration": {
                "number": "U26304KA2014PTC075318",
                "authority": "Registrar of Companies, Bengaluru"
              },
              "contact": {
                "name": "Accounts receivable",
                "phone": "+91 80 5550 0160",
                "email": "accounts@navilu.example"
              },
              "bankAccounts": [
                {
                  "currency": "INR",
                  "bank": "Malnad Merchants Bank",
                  "branch": "Bommasandra",
                  "account": "004410205550",
                  "ifsc": "MLMB0000118",
                  "upi": "navilu@mlmbank"
                }
              ],
              "paymentTerms": {"netDays": 30},
              "series": [{"id": "domestic", "scope": "any", "pattern": "NV/{fy}/{n:7}"}],
              "roundOff": true,
              "signatory": "Ashwini Devaraj",
              "terms": ["Interest at 18% a year is charged after the due date."],
              "look": {"template": "{template}", "accent": "#1d4477", "tint": "#edf2f8"}
            }

            """#,
        articles: [
            "Cable tray", "Patch cord", "Miniature circuit breaker", "Cable gland", "Junction box",
            "Conduit pipe", "Access switch", "Wall bracket", "Surge protector", "Fibre pigtail",
            "Rack shelf", "Copper lug", "Earthing strip", "Power adapter", "Terminal block",
            "LED fitting",
        ],
        features: [
            "hot-dip galvanised, 2 m", "Category 6A, 3 m, grey", "16 A, C curve, 10 kA",
            "brass, nickel plated, M25", "IP 66, with knock-outs", "24 ports, managed",
            "400 V, type 2, pluggable", "LC/APC, single mode", "19 inch, 450 mm deep",
            "tinned, 35 mm², M10", "230 V to 48 V, 150 W", "perforated, 300 × 50 mm",
        ],
        packs: ["", "", "", "pack of 10", "box of 25", "loose"],
        services: [
            "Installation and commissioning at site", "Cable testing with certificate",
            "Annual maintenance, one quarter", "Site survey with drawings",
        ],
        units: ["NOS", "NOS", "MTR", "SET", "BOX"], serviceUnit: "NA",
        codes: ["85444299", "85176290", "73269099", "85362030", "85369090"], serviceCode: "998717",
        taxes: ["18", "18", "18", "18", "5"],
        firstNames: [
            "Anantha", "Bharadwaj", "Chinmaya", "Deshpande", "Gowri", "Hariharan", "Iyengar",
            "Kaveri", "Lakshmi", "Mahadev", "Narmada", "Padmanabha", "Ranganath", "Sharavathi",
        ],
        trades: [
            "Automation", "Constructions", "Electricals", "Engineering", "Infotech", "Projects",
            "Switchgear", "Systems", "Technologies", "Trading Company",
        ],
        forms: ["Private Limited", "LLP", "& Sons", "Limited"],
        streets: [
            "2nd Cross, Gandhi Nagar", "Industrial Estate, Phase 2", "M.G. Road", "Ring Road",
            "Station Road", "Temple Street",
        ],
        places: [
            Place("Bengaluru", "560001", "29", "IN"), Place("Mysuru", "570001", "29", "IN"),
            Place("Hubballi", "580020", "29", "IN"), Place("Chennai", "600001", "33", "IN"),
            Place("Pune", "411001", "27", "IN"), Place("Hyderabad", "500001", "36", "IN"),
            Place("Kochi", "682001", "32", "IN"), Place("Ahmedabad", "380001", "24", "IN"),
            Place("New Delhi", "110001", "07", "IN"),
        ],
        carriers: ["Deccan Roadways", "Malnad Parcel Service", "Own vehicle"],
        discountReason: "Rate contract 2026-27", freightText: "Freight and packing",
        note: "Deliver Monday to Friday between 9 and 5; call an hour before.")
}
