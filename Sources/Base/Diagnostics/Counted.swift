/// A count with its noun: `1 document`, `2 documents`, `3 unbilled deliveries`, `14 days`.
public func counted(_ count: Int, _ noun: String) -> String {
    if count == 1 { return "1 \(noun)" }
    // After a vowel the y stays.
    let takesIES = noun.last == "y" && !"aeiou".contains(noun.dropLast().last ?? "a")
    let stem = takesIES ? noun.dropLast() + "ie" : noun[...]
    return "\(count) \(stem)s"
}
