import Trade

extension IndiaGST {
    /// What a supply consists of, found in one walk over its items.
    ///
    /// Items are read in place by their index: a copy of each would cost more than the tax.
    struct Content {
        /// Lines that bear a rate.
        private(set) var taxable = 0
        /// Nil-rated, exempt and non-GST: exempt supplies (CGST Act s. 2(47)).
        private(set) var exempt = 0
        /// Taxable, and of a class whose registered recipient pays.
        private(set) var reverse = 0
        private(set) var hasGoods = false
        private(set) var hasInstallation = false
        /// Indices of the items without a pure agent's reimbursements; all where there is nothing else.
        private(set) var supplied: [Int] = []
        /// Whether all of those lead to one place by the same rule.
        private(set) var isUniform = true

        init(of supply: borrowing Supply) {
            let items = supply.items
            supplied.reserveCapacity(items.count)
            for index in items.indices {
                if items[index].kind == .goods { hasGoods = true }
                if items[index].supplyPlace == .installation { hasInstallation = true }
                switch LineClass.of(items[index], in: supply) {
                case .rate:
                    taxable += 1
                    if items[index].reverseCharge { reverse += 1 }
                case .nilRated, .exempt, .nonGST: exempt += 1
                case .pureAgent: continue
                }
                supplied.append(index)
            }
            if supplied.isEmpty { supplied = Array(items.indices) }
            for index in supplied.dropFirst() where isUniform {
                let first = supplied[0]
                isUniform =
                    items[index].kind == items[first].kind
                    && items[index].supplyPlace == items[first].supplyPlace
                    && (items[index].kind == .goods || items[index].hsn == items[first].hsn)
            }
        }
    }
}
