extension Explanation {
    /// The place of a value in the invoice: `lines.3.net`, `totals.payable`. Lists count from 1.
    public struct Path: Hashable, Sendable, CustomStringConvertible {
        public let group: Group
        public let field: Field
        private let number: Int32

        public enum Group: String, Sendable {
            case placeOfSupply, lines, taxSummary, totals, prepayments, exchange
            case instalments = "payment.instalments"
            case earlyPayment = "payment.earlyPayment"
        }

        public enum Field: String, Sendable {
            case quantity, unitPrice, gross, discount, freight, net
            case documentDiscount, documentFreight, taxable, inclusive
            case vat, cgst, sgst, utgst, igst, salesTax, tax, reverseTax, outside, total, lines
            case roundOff, prepaid, payable, code, amount
        }

        init(_ group: Group, _ field: Field, number: Int = 0) {
            self.group = group
            self.field = field
            self.number = Int32(number)
        }

        /// The place in its list, from 1; 0 of what is in no list.
        public var index: Int { Int(number) }

        public var description: String {
            number == 0
                ? "\(group.rawValue).\(field.rawValue)"
                : "\(group.rawValue).\(number).\(field.rawValue)"
        }

        static func line(_ number: Int, _ field: Field) -> Path {
            Path(.lines, field, number: number)
        }

        static func tax(_ number: Int, _ field: Field) -> Path {
            Path(.taxSummary, field, number: number)
        }

        static func totals(_ field: Field) -> Path { Path(.totals, field) }

        static func prepayment(_ number: Int, _ field: Field) -> Path {
            Path(.prepayments, field, number: number)
        }

        static func exchange(_ field: Field) -> Path { Path(.exchange, field) }
    }
}
