import Diagnostics
import Formats
import Money
import Testing
import Trade

/// Contracts of the tests, from as little as each test has to say.
enum ContractSamples {
    static func node(_ json: String) throws -> DataNode {
        try JSONReader.read(SourceText(name: "contracts.json", text: json)).root
    }

    static func contract(_ json: String) throws -> Contract {
        let findings = Findings()
        let contract = Contract(try node(json), findings)
        return try #require(contract, "\(findings.diagnostics.map(\.text))")
    }

    /// A contract of customer K in euros, from 1 January 2026.
    static func base(_ id: String, _ more: String = "", from: String = "2026-01-01") -> String {
        #"{"id":"\#(id)","customer":"K","currency":"EUR","from":"\#(from)"\#(more)}"#
    }

    static func amendment(
        _ id: String, of amended: String, from: String, _ more: String = ""
    ) -> String {
        #"{"id":"\#(id)","amends":"\#(amended)","from":"\#(from)"\#(more)}"#
    }

    /// A book with these records, put in this order.
    static func book(_ records: [String]) throws -> ContractBook {
        var book = ContractBook()
        let findings = Findings()
        for record in records { book.put(try contract(record), findings) }
        #expect(findings.diagnostics.map(\.text) == [])
        return book
    }

    static func item(_ id: String, group: String? = nil) throws -> Item {
        let group = group.map { #","group":"\#($0)""# } ?? ""
        let json =
            #"{"id":"\#(id)","name":"x","kind":"goods","unit":"H87","tax":"standard"\#(group)}"#
        return try #require(Item(try node(json), Findings()))
    }

    static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    static func decimal(_ text: String) throws -> Decimal { try #require(Decimal(text)) }
}

extension Diagnostic {
    /// The code and what of the record it underlines.
    var underlined: String {
        guard let location else { return "\(code)" }
        return "\(code) "
            + String(decoding: location.source.bytes[location.range], as: UTF8.self)
    }
}
