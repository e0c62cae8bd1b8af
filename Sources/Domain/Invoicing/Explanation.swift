import Diagnostics
import Formats
import Money

/// How every amount of an invoice came about: recorded by the calculator while it calculates.
///
/// A list of steps, each about one value of the invoice under the path it has in the canonical JSON.
/// A step rests on other steps (`from`) and on facts: what a record, a clause or a price list says,
/// with file and line. Followed from `totals.payable`, it is a tree down to the inputs.
public struct Explanation: Sendable {
    public internal(set) var steps: [Step] = []

    /// One value, the rule that made it, and what it was made from.
    public struct Step: Sendable {
        public let path: Path
        public let amount: Amount
        public let rule: Rule
        public let from: [Path]
        public let facts: [Fact]
    }

    public enum Amount: Sendable {
        case money(Money)
        case number(Decimal)

        var value: Value {
            switch self {
            case .money(let amount): .money(amount)
            case .number(let number): .decimal(number)
            }
        }
    }

    /// Something that was not calculated but said: by a record, a contract, a price list, the law.
    public struct Fact: Sendable {
        /// What it is, such as `quantity delivered`.
        public let name: String
        public let value: String
        public let source: TermSource

        init(_ name: String, _ value: String, _ source: TermSource) {
            self.name = name
            self.value = value
            self.source = source
        }
    }

    /// The place of a value in the invoice: `lines.3.net`, `totals.payable`. Lists count from 1.
    public struct Path: Hashable, Sendable, CustomStringConvertible {
        public let group: Group
        public let index: Int
        public let field: Field

        public enum Group: String, Sendable {
            case lines, taxSummary, totals, exchange
        }

        public enum Field: String, Sendable {
            case quantity, unitPrice, gross, discount, freight, net
            case documentDiscount, documentFreight, taxable
            case vat, cgst, sgst, utgst, igst, salesTax, tax, total, lines, roundOff, payable
            case reverseTax, outside
        }

        public var description: String {
            index == 0
                ? "\(group.rawValue).\(field.rawValue)"
                : "\(group.rawValue).\(index).\(field.rawValue)"
        }

        static func line(_ number: Int, _ field: Field) -> Path {
            Path(group: .lines, index: number, field: field)
        }

        static func tax(_ number: Int, _ field: Field) -> Path {
            Path(group: .taxSummary, index: number, field: field)
        }

        static func totals(_ field: Field) -> Path { Path(group: .totals, index: 0, field: field) }

        static func exchange(_ field: Field) -> Path {
            Path(group: .exchange, index: 0, field: field)
        }
    }

    /// The rules by which amounts are made. Each rounding is half away from zero to the minor unit.
    public enum Rule: String, CaseIterable, Sendable {
        case quantityDelivered = "quantity-delivered"
        case periodQuantity = "period-quantity"
        case milestoneUnit = "milestone-unit"
        case statedPrice = "stated-price"
        case listPrice = "list-price"
        case contractPrice = "contract-price"
        case volumeTier = "volume-tier"
        case graduatedTier = "graduated-tier"
        case packagePrice = "package-price"
        case milestonePrice = "milestone-price"
        case quantityTimesPrice = "quantity-times-price"
        case discountPercent = "discount-percent"
        case discountShare = "discount-share"
        case freightShare = "freight-share"
        case lineNet = "line-net"
        case documentDiscountShare = "document-discount-share"
        case documentFreightShare = "document-freight-share"
        case lineTaxable = "line-taxable"
        case lineTax = "line-tax"
        case lineTotal = "line-total"
        case sumOfLines = "sum-of-lines"
        case sumOfGroups = "sum-of-groups"
        case sumOfHeads = "sum-of-heads"
        case notTaxed = "not-taxed"
        case groupTax = "group-tax"
        case totalTaxable = "total-taxable"
        case totalWithTax = "total-with-tax"
        case roundToWhole = "round-to-whole"
        case payable
        case exchanged
        case noteAsked = "note-asked"
        case notePrice = "note-price"
        case noteRest = "note-rest"
        case noteQuantity = "note-quantity"
        case noteAmount = "note-amount"
        case noteSplit = "note-split"
        case noteRefund = "note-refund"
        case noteDifference = "note-difference"
        case noteTax = "note-tax"
        case notePayable = "note-payable"
        case advanceUnit = "advance-unit"
        case advanceShare = "advance-share"
        case advanceTaxable = "advance-taxable"
        case advanceResidue = "advance-residue"

        /// What the rule does, in one sentence for people.
        public var text: String {
            switch self {
            case .quantityDelivered: "what this delivery brought of the order line"
            case .periodQuantity: "what the order has for each period of the billing plan"
            case .milestoneUnit: "a milestone is billed as one unit of its share"
            case .statedPrice: "the price agreed on the order"
            case .listPrice: "the price list's row in force on the order date"
            case .contractPrice: "the contract's price in force"
            case .volumeTier:
                "the contract's tier that the whole ordered quantity reaches, for all of it"
            case .graduatedTier: "the contract's tier that this slice of the quantity lies in"
            case .packagePrice: "the contract's price of a whole package"
            case .milestonePrice:
                "the line's value up to this milestone less that up to the one before, each rounded"
            case .quantityTimesPrice: "quantity × unit price ÷ base quantity, rounded once"
            case .discountPercent: "gross × percent ÷ 100, rounded"
            case .discountShare:
                "the discount stated for the whole line, up to what is billed now less what was before"
            case .freightShare:
                "the freight stated for the whole line, up to what is billed now less what was before"
            case .lineNet: "gross − discount + freight"
            case .documentDiscountShare:
                "the document's discount, one rounded amount, split by net value, largest remainder"
            case .documentFreightShare:
                "the document's freight, split by discounted net value, largest remainder"
            case .lineTaxable: "net − share of the document's discount + share of its freight"
            case .lineTax: "taxable value × rate ÷ 100, rounded on each line"
            case .lineTotal: "taxable value + tax"
            case .sumOfLines: "the sum of the lines"
            case .sumOfGroups: "the sum over categories and rates"
            case .sumOfHeads: "the sum of the taxes"
            case .notTaxed: "supplies of this kind bear no tax"
            case .groupTax: "taxable value × rate ÷ 100, rounded once for the category and rate"
            case .totalTaxable: "lines − document discount + document freight"
            case .totalWithTax: "taxable value + tax"
            case .roundToWhole: "what is missing to whole units of the currency"
            case .payable: "total with tax + round-off"
            case .exchanged: "amount × exchange rate, rounded"
            case .noteAsked: "what the note was asked for, of what earlier notes have left"
            case .notePrice:
                "the price of the document it is about; the amount, where that is no price without tax"
            case .noteRest: "all that earlier notes have left of the line"
            case .noteQuantity: "the quantity's share of what earlier notes have left of the line"
            case .noteAmount: "the amount asked for"
            case .noteSplit:
                "the amount asked for, split by what is left of each line, largest remainder"
            case .noteRefund:
                "the line's rest less what is without tax in the money that stays, rounded"
            case .noteDifference: "what the amount is below or above quantity × price"
            case .noteTax:
                "the tax on what was left before less the tax on what is left after, each rounded"
            case .notePayable:
                "what was to be paid before less what is after, each rounded as the document was, "
                    + "less the total with tax"
            case .advanceUnit: "an advance is billed as one unit"
            case .advanceShare:
                "the advance, split by what each rate of the order comes to with tax, largest remainder"
            case .advanceTaxable:
                "share × 100 ÷ (100 + rate), rounded; the neighbour that gives the share with its tax"
            case .advanceResidue: "what was received less the total with tax"
            }
        }
    }
}

extension Explanation {
    mutating func add(
        _ path: Path, _ amount: Money, _ rule: Rule, from: [Path] = [], facts: [Fact] = []
    ) {
        steps.append(
            Step(path: path, amount: .money(amount), rule: rule, from: from, facts: facts))
    }

    mutating func add(
        _ path: Path, _ number: Decimal, _ rule: Rule, from: [Path] = [], facts: [Fact] = []
    ) {
        steps.append(
            Step(path: path, amount: .number(number), rule: rule, from: from, facts: facts))
    }

    mutating func reserve(_ count: Int) { steps.reserveCapacity(count) }

    /// The steps in the canonical JSON: `of`, `value`, `rule`, `from`, `facts`.
    var json: Value {
        var lines = LineFinder()
        return .list(steps.map { $0.json(&lines) })
    }
}

extension Explanation.Step {
    fileprivate func json(_ lines: inout LineFinder) -> Value {
        var record = Value.Record()
        record.add("of", path.description)
        record.add("value", amount.value)
        record.add("rule", rule.rawValue)
        if !from.isEmpty { record.add("from", .list(from.map { .text($0.description) })) }
        if !facts.isEmpty { record.add("facts", .list(facts.map { $0.json(&lines) })) }
        return .record(record)
    }
}

extension Explanation.Fact {
    fileprivate func json(_ lines: inout LineFinder) -> Value {
        var record = Value.Record()
        record.add("name", name)
        record.add("value", value)
        record.add("source", source.citation)
        record.add("at", source.place(&lines))
        return .record(record)
    }
}
