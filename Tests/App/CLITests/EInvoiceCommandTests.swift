import TestSupport
import Testing

/// From a document that waits for its reference number to one that is registered.
@Suite struct EInvoiceCommandTests {
    /// Books that must report, with TT/26-27/00001 of three hammers issued and waiting.
    private func shop() throws -> Shop {
        let shop = try Shop()
        let text = String(
            decoding: contents("\(Program.home)/examples/errors/_books/company.json") ?? [],
            as: UTF8.self)
        shop.scratch.write(
            "company.json",
            text.replacing(
                #""taxNumber""#,
                with:
                    #""eInvoicing": {"from": "2026-04-01"}, "turnover": "684215000.00", "taxNumber""#
            ))
        try shop.done("init", "--replace", "--company", "company.json")
        try shop.deliver(1..<2)
        try shop.done("issue", "--date", "2026-04-30")
        return shop
    }

    private func irn(_ shop: Shop) throws -> String {
        let row = try #require(
            try shop.done("einvoice", "status", "--csv").split(separator: "\n").last)
        return String(row.split(separator: ",", omittingEmptySubsequences: false)[4])
    }

    @Test("What waits is exported whole, with its number predicted")
    func export() throws {
        let shop = try shop()
        let out = try shop.done("einvoice", "export", "--output", "april.json")
        #expect(out.contains("1 document waits"), "\(out)")
        let text = String(decoding: shop.scratch.bytes("april.json"), as: UTF8.self)
        #expect(text.hasPrefix("[{") && text.hasSuffix("}\n]\n") || text.hasSuffix("}]\n"))
        #expect(text.contains(#""No": "TT/26-27/00001""#) && text.contains(#""SupTyp": "B2B""#))
        #expect(text.contains(#""TotInvVal": 1062.00"#), "\(text)")
        // sha256("29AAECT4417M1ZX2026-27INVTT/26-27/00001"), by sha256sum.
        #expect(
            try irn(shop) == "96bb5142d0feb19124517a5c87f90c281e9ee0a4e452622f5d51024236835c48")
        let late = try shop.run("einvoice", "status")
        #expect(late.err.contains("[irp-window]") && late.err.contains("IRP 2305"))
    }

    @Test("A signed answer is verified, kept, printed with its QR code, and taken once")
    func registered() throws {
        let shop = try shop()
        let portal = try Portal(in: shop.scratch)
        let irn = try irn(shop)
        let qr = try portal.qr(irn)
        shop.scratch.write(
            "answer.json", "{\"success\": true, \"result\": [\(Portal.answer(irn, qr))]}")
        let plain = try shop.done("einvoice", "import", "answer.json")
        #expect(plain.contains("1 registered") && plain.contains("signatures not verified"))
        let verified = try shop.done("einvoice", "import", "answer.json", "--key", portal.key)
        #expect(verified.contains("0 registered") && verified.contains("1 known already"))
        let status = try shop.done("einvoice", "status", "--csv")
        #expect(status.contains(",registered,") && status.contains(",verified,"), "\(status)")
        let page = "books/archive/RETAIL/2026-04/TT-26-27-00001.r2.pdf"
        #expect(shop.scratch.files("books/archive").contains { page.hasSuffix($0) })
        #expect(try shop.done("verify").contains("all is sound"))
        let cancel = try shop.run("cancel", "TT/26-27/00001", "--reason", "r", "--by", "Asha")
        #expect(cancel.status == 2 && cancel.err.contains("IRP 2270"), "\(cancel.err)")
        try shop.done("rerender", "--number", "TT/26-27/00001")
        shop.scratch.write(
            "cancelled.json", "{\"Irn\": \"\(irn)\", \"CancelDate\": \"2026-05-01 09:00:00\"}")
        #expect(
            try shop.done("einvoice", "import", "cancelled.json").contains("1 cancelled"))
        try shop.done("cancel", "TT/26-27/00001", "--reason", "r", "--by", "Asha")
        #expect(try Audit(shop.books).complaints == [])
        let proven = try shop.done("prove")
        #expect(proven.contains("4 proven, 0 different"), "\(proven)")
        for marks in [
            "(original, registered)", "(copy, registered)",
            "(copy, cancelled, registered, deregistered)",
        ] {
            #expect(proven.contains(marks), "\(proven)")
        }
        try decoded(page, qr, shop)
    }

    /// What stands in the printed QR code is the signed text, to the last byte.
    private func decoded(_ page: String, _ qr: String, _ shop: Shop) throws {
        let (draw, scan) = ("/usr/bin/pdftoppm", "/usr/bin/zbarimg")
        guard Program.has(draw), Program.has(scan) else { return }
        let path = shop.scratch.path
        let drawn = try Program.Process(
            ["-r", "300", "-f", "1", "-l", "1", "-png", "\(path)/\(page)", "\(path)/page"],
            in: path, resources: [], program: draw)
        #expect(drawn.wait() == 0)
        let picture = try #require(shop.scratch.files("").first { $0.hasSuffix(".png") })
        let read = try Program.Process(
            ["--raw", "-q", "\(path)/\(picture)"], in: path, out: "\(path)/codes", resources: [],
            program: scan)
        #expect(read.wait() == 0)
        let codes = String(decoding: shop.scratch.bytes("codes"), as: UTF8.self)
        #expect(codes.split(separator: "\n").contains { $0 == qr }, "\(codes)")
    }

    @Test("Foreign, tampered and unsigned answers are told, and nothing is kept")
    func refused() throws {
        let shop = try shop()
        let portal = try Portal(in: shop.scratch)
        let other = try Portal(in: Scratch())
        let irn = try irn(shop)
        let zero = String(repeating: "0", count: 64)
        let good = try portal.qr(irn)
        let dear = try portal.qr(irn, value: "1063")
        let foreign = try portal.qr(irn, number: "TT/26-27/00002")
        let forged = try other.qr(irn)
        let cases = [
            (Portal.answer(zero, good), "irp-unknown-document"),
            (Portal.answer(irn, dear), "irp-mismatch"),
            (Portal.answer(irn, foreign), "irp-mismatch"),
            (Portal.answer(irn, forged), "irp-signature"),
            (Portal.answer(irn, "abc.def.ghi"), "irp-token"),
            (Portal.answer(irn, String(good.dropLast(8))), "irp-signature"),
            (Portal.answer(irn, good, ack: "\"12x\""), "irp-mismatch"),
            (#"{"Irn": "\#(irn)", "AckNo": 1, "AckDt": "2026-04-30 10:00:00"}"#, "irp-unsigned"),
            ("{}", "irp-no-answer"), ("[[[{\"a\": \"{b\"}]]]", "irp-no-answer"),
        ]
        for (text, code) in cases {
            shop.scratch.write("answer.json", text)
            let outcome = try shop.run(
                "einvoice", "import", "answer.json", "--key", portal.key)
            #expect(outcome.status == 1 && outcome.err.contains("[\(code)]"), "\(outcome.err)")
        }
        #expect(try shop.done("einvoice", "status").contains("1 waiting, 0 registered"))
    }

    @Test("A refusal of the portal is kept and shown with its code until it succeeds")
    func errors() throws {
        let shop = try shop()
        let portal = try Portal(in: shop.scratch)
        shop.scratch.write(
            "answer.json",
            """
            {"Data": "{\\"DocNo\\": \\"TT/26-27/00001\\", \\"ErrorDetails\\": [{\\"ErrorCode\\": \
            \\"3028\\", \\"ErrorMessage\\": \\"GSTIN is invalid\\"}]}"}
            """)
        let refused = try shop.run("einvoice", "import", "answer.json")
        #expect(refused.status == 1 && refused.out.contains("IRP 3028"), "\(refused)")
        #expect(try shop.done("einvoice", "status").contains("IRP 3028: GSTIN is invalid"))
        let irn = try irn(shop)
        shop.scratch.write(
            "duplicate.json",
            """
            {"Status": 0, "ErrorDetails": [{"ErrorCode": "2150", "ErrorMessage": "Duplicate IRN"}],
             "DocNo": "TT/26-27/00001", "InfoDtls": [{"InfCd": "DUPIRN",
             "Desc": \(Portal.answer(irn, try portal.qr(irn)))}]}
            """)
        let attached = try shop.run("einvoice", "import", "duplicate.json")
        #expect(attached.out.contains("1 registered"), "\(attached)")
        #expect(!(try shop.done("einvoice", "status").contains("IRP 2150")))
    }

    @Test("A company that need not report has nothing that waits")
    func notDue() throws {
        let shop = try Shop()
        try shop.deliver(1..<2)
        try shop.done("issue", "--date", "2026-04-30")
        #expect(try shop.done("einvoice", "status").contains("0 waiting"))
        let outcome = try shop.run("einvoice", "export", "TT/26-27/00001", "--output", "x.json")
        #expect(outcome.status == 2 && outcome.err.contains("eInvoicing.from"))
    }
}
