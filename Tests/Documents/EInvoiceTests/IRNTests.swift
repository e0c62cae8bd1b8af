import EInvoice
import Money
import Testing

/// Reference numbers that portals have given.
@Suite struct IRNTests {
    @Test(
        "The number that the portal will give is known beforehand",
        arguments: [
            (
                "01AMBPG7773M002", "2022-09-01", "INV", "SINV-CFY-00067",
                "706daeccda0ef6f818da78f3a2a05a1288731057373002289b46c3229289a2e7"
            ),
            (
                "01AMBPG7773M002", "2022-09-01", "INV", "g2qxhY",
                "68fb4fab44aee99fb23292478c4bd838e664837c9f1b04e3d9134ffed0b40b60"
            ),
            (
                "01AMBPG7773M002", "2022-09-01", "DBN", "g2qxhY",
                "24f37c80532583c6894d8153e2b12494daa80ddbb197f0fc2c1bac07db67f933"
            ),
            (
                "02AMBPG7773M002", "2024-03-31", "INV", "9sQ5E2",
                "2ecc42a8e81dcbbb56923e4bd046c861ce7374060bd31875ce35447e922c9399"
            ),
            (
                "29AAFCC9980M1ZR", "2019-04-01", "INV", "2019-20/KA/1",
                "23f498ee41441ecad30f72ba5b9907506c3df70a17b0e0dff46b76a786400662"
            ),
        ])
    func known(supplier: String, date: String, type: String, number: String, irn: String) throws {
        let day = try #require(CalendarDate(date))
        #expect(INV01.irn(supplier: supplier, type: type, number: number, date: day) == irn)
    }

    @Test("From 1 June 2025 on capitals and small letters give one number")
    func capitals() throws {
        let day = try #require(CalendarDate("2025-06-01"))
        func irn(_ number: String) -> String {
            INV01.irn(supplier: "01AMBPG7773M002", type: "INV", number: number, date: day)
        }
        #expect(irn("g2qxhY") == irn("G2QXHY"))
    }
}
