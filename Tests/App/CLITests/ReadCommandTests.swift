import Glibc
import TestSupport
import Testing

/// E-invoices of others: shown, converted, their attachments saved, and refused where they are bad.
@Suite struct ReadCommandTests {
    static let fixture = Program.home + "/Tests/Fixtures/einvoice/every-term.ubl.xml"

    @Test func anInvoiceIsShownForPeopleAndMachines() throws {
        let scratch = Scratch()
        let text = try Program.done("read", Self.fixture, in: scratch)
        for part in [
            "RE-2026-0099", "Lotwerk GmbH", "Böhm & Töchter AB", "120 C62", "S 19 %",
            "DE77900414800027318406, LOTWDEMMXXX", "hours.csv, text/csv, 9 bytes",
        ] { #expect(text.contains(part)) }
        let json = try Program.done("read", "--json", Self.fixture, in: scratch)
        #expect(json.contains("\"schema\": \"bijak/en16931/1\""))
        #expect(json.contains("\"BT-115\": \"310.40\""))
    }

    /// There and back: to CII, inside a page, and from it to UBL again.
    @Test func everyFormIsMadeAndReadBackToTheByte() throws {
        let scratch = Scratch()
        let original = contents(Self.fixture) ?? []
        for (target, file) in [("cii", "a.xml"), ("facturx", "a.pdf")] {
            try Program.done(
                "convert", Self.fixture, "--to", target, "--output", file, in: scratch)
            let back = try Program.done("convert", file, "--to", "ubl", in: scratch)
            #expect(Array(back.utf8) == original)
        }
        #expect(try Program.done("convert", "a.pdf", "--to", "json", in: scratch).contains("BG-25"))
    }

    @Test func aFolderIsValidatedWithThePagesThatHaveAnEInvoice() throws {
        let scratch = Scratch()
        scratch.write("in/b.ubl.xml", contents(Self.fixture) ?? [])
        scratch.write("in/none.pdf", fixturePDF("object-streams.pdf"))
        try Program.done(
            "convert", Self.fixture, "--to", "facturx", "--output", "in/a.pdf", in: scratch)
        let text = try Program.done("validate", "in", in: scratch)
        #expect(text.contains("2 files: 2 sound"), "\(text)")
        let named = try Program.run("validate", "in/none.pdf", in: scratch)
        #expect(named.status == 1 && named.out.contains("no"))
    }

    /// Names of attachments lead nowhere, and nothing is written over.
    @Test func attachmentsAreSavedUnderSafeNames() throws {
        let scratch = Scratch()
        let text = String(decoding: contents(Self.fixture) ?? [], as: UTF8.self)
        scratch.write(
            "a.xml", text.replacing("\"hours.csv\"", with: "\"../../etc/.a b\u{202E}.csv\""))
        for _ in 0..<2 {
            try Program.done("read", "a.xml", "--attachments", "out", in: scratch)
        }
        #expect(names(scratch.path + "/out") == ["a-b--2.csv", "a-b-.csv"])
        #expect(scratch.text("out/a-b-.csv") == "12;96.00\n")
    }

    struct Bad: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let says: String
        let bytes: @Sendable () -> [UInt8]
    }

    static let bad = [
        Bad(testDescription: "an entity bomb", says: "DOCTYPE") {
            let levels = (1...9).map { "<!ENTITY a\($0) \"&a\($0 - 1);&a\($0 - 1);\">" }
            return Array(
                "<!DOCTYPE a [<!ENTITY a0 \"ha\">\(levels.joined())]><Invoice>&a9;</Invoice>".utf8)
        },
        Bad(testDescription: "an encrypted page", says: "encrypted") {
            fixturePDF("encrypted-password.pdf")
        },
        Bad(testDescription: "a wrong encoding", says: "not UTF-8") {
            Array("<Invoice>".utf8) + [0xE9, 0x20] + Array("</Invoice>".utf8)
        },
        Bad(testDescription: "200 elements deep", says: "no syntax of EN 16931") {
            Array(
                (String(repeating: "<a>", count: 200) + String(repeating: "</a>", count: 200)).utf8)
        },
    ]

    @Test(arguments: bad) func badFilesAreFindings(bad: Bad) throws {
        let scratch = Scratch()
        scratch.write("bad", bad.bytes())
        for command in [["read", "bad"], ["convert", "bad", "--to", "ubl"], ["validate", "bad"]] {
            let outcome = try Program.run(command, in: scratch.path)
            #expect(outcome.status == 1)
            #expect((outcome.err + outcome.out).contains(bad.says), "\(outcome.err)")
        }
    }

    /// Half a gigabyte is refused once it is larger than an e-invoice may be.
    @Test(arguments: ["", "%PDF-1.7\n"]) func hugeFilesAreRefused(head: String) throws {
        let scratch = Scratch()
        scratch.write("huge", head)
        #expect(unsafe truncate(scratch.path + "/huge", 500 << 20) == 0)
        let start = seconds()
        let outcome = try Program.run("read", "huge", in: scratch)
        #expect(outcome.status == 3 && outcome.err.contains("is larger than"), "\(outcome.err)")
        #expect(seconds() - start < 20)
    }

    /// What cannot be read is not written; what the target lacks is told.
    @Test func convertingTellsWhatIsLost() throws {
        let scratch = Scratch()
        let text = String(decoding: contents(Self.fixture) ?? [], as: UTF8.self)
        scratch.write("a.xml", text.replacing(">310.40<", with: ">310,40<"))
        let refused = try Program.run("convert", "a.xml", "--to", "cii", in: scratch)
        #expect(refused.status == 1 && refused.out.isEmpty && refused.err.contains("[bad-number]"))
        let basic = try Program.run(
            "convert", Self.fixture, "--to", "cii", "--profile", "basic", in: scratch)
        #expect(basic.status == 0 && basic.err.contains("found:    BT-14: AU-14"))
        #expect(basic.out.contains("urn:factur-x.eu:1p0:basic<"))
        let none = try Program.run(
            "convert", Self.fixture, "--to", "ubl", "--profile", "basic", in: scratch)
        #expect(none.status == 2)
    }
}

private func fixturePDF(_ name: String) -> [UInt8] {
    contents("\(Program.home)/Tests/Fixtures/pdf/\(name)") ?? []
}
