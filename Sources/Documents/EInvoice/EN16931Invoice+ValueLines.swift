import Formats

extension EN16931Invoice.Line {
    var value: Value {
        .record {
            $0.add("BT-126", identifier)
            $0.add("BT-127", note)
            $0.add("BT-128", object)
            $0.add("BT-129", quantity)
            $0.add("BT-130", unit)
            $0.add("BT-131", net)
            $0.add("BT-132", orderLine)
            $0.add("BT-133", accountingReference)
            $0.add("BG-26", period?.value("BT-134", "BT-135"))
            $0.add("BG-27", list(allowances) { $0.value([136, 137, 138, 139, 140]) })
            $0.add("BG-28", list(charges) { $0.value([141, 142, 143, 144, 145]) })
            $0.add("BG-29", price.value)
            $0.add(
                "BG-30",
                .record {
                    $0.add("BT-151", vat.category.rawValue)
                    $0.add("BT-152", vat.rate)
                })
            $0.add("BG-31", item.value)
        }
    }
}

extension EN16931Invoice.Price {
    fileprivate var value: Value {
        .record {
            $0.add("BT-146", net)
            $0.add("BT-147", discount)
            $0.add("BT-148", gross)
            $0.add("BT-149", baseQuantity)
            $0.add("BT-150", baseUnit)
        }
    }
}

extension EN16931Invoice.Item {
    fileprivate var value: Value {
        .record {
            $0.add("BT-153", name)
            $0.add("BT-154", description)
            $0.add("BT-155", sellerIdentifier)
            $0.add("BT-156", buyerIdentifier)
            $0.add("BT-157", standardIdentifier)
            $0.add(
                "BT-158",
                list(classifications) { classification in
                    .record {
                        $0.add("BT-158", classification.code)
                        $0.add("BT-158-1", classification.list)
                        $0.add("BT-158-2", classification.version)
                    }
                })
            $0.add("BT-159", countryOfOrigin)
            $0.add(
                "BG-32",
                list(attributes) { attribute in
                    .record {
                        $0.add("BT-160", attribute.name)
                        $0.add("BT-161", attribute.value)
                    }
                })
        }
    }
}

extension EN16931Invoice.Period {
    func value(_ from: String, _ to: String) -> Value {
        .record {
            $0.add(from, self.from)
            $0.add(to, self.to)
        }
    }
}

extension EN16931Invoice.Adjustment {
    /// - Parameter terms: of amount, base, percentage, category, rate, reason and its code.
    func value(_ terms: [Int]) -> Value {
        .record {
            $0.add("BT-\(terms[0])", amount)
            $0.add("BT-\(terms[1])", base)
            $0.add("BT-\(terms[2])", percent)
            $0.add("BT-\(terms[3])", vat.category.rawValue)
            $0.add("BT-\(terms[4])", vat.rate)
            $0.add("BT-\(terms[5])", reason)
            $0.add("BT-\(terms[6])", reasonCode)
        }
    }
}

extension EN16931Invoice.LineAdjustment {
    /// - Parameter terms: of amount, base, percentage, reason and its code.
    fileprivate func value(_ terms: [Int]) -> Value {
        .record {
            $0.add("BT-\(terms[0])", amount)
            $0.add("BT-\(terms[1])", base)
            $0.add("BT-\(terms[2])", percent)
            $0.add("BT-\(terms[3])", reason)
            $0.add("BT-\(terms[4])", reasonCode)
        }
    }
}
