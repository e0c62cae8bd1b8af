import CFuzzer
import Glibc
import Hostile
import TestSupport

// Lets libFuzzer try what it finds to be new inputs of one entry:
//
//   bijak-fuzz ENTRY SECONDS    go on from the inputs kept from before
//   bijak-fuzz ENTRY FILE…      try these files, such as one that ended a run
//
// Inputs are kept in .build-fuzz/ENTRY, what breaks a promise in .build-fuzz/found.

let templates = try HostileTemplates()

func ends(_ outcome: Outcome) -> Int32 {
    if case .broken(let promise) = outcome { preconditionFailure(promise) }
    return 0
}

func bytes(_ data: UnsafePointer<UInt8>?, _ size: Int) -> [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: data, count: size))
}

/// Names of elements and attributes, which nothing would find by changing bytes.
func dictionary() -> [UInt8] {
    let schema = contents(repositoryPath("templates/template.rng")) ?? []
    let names = String(decoding: schema, as: UTF8.self).split(separator: "name=\"").dropFirst()
        .map { $0.prefix { $0 != "\"" } }
    return Array(Set(names).sorted().map { "\"\($0)\"\n" }.joined().utf8)
}

func write(_ bytes: [UInt8], to file: String) {
    guard let stream = unsafe fopen(file, "w") else { fatalError("\(file) cannot be written") }
    _ = unsafe fwrite(bytes, 1, bytes.count, stream)
    unsafe fclose(stream)
}

let entry = CommandLine.arguments.dropFirst().first ?? ""
let rest = CommandLine.arguments.dropFirst(2)
guard ["templates", "pictures"].contains(entry), let first = rest.first else {
    print("bijak-fuzz templates|pictures SECONDS|FILE…")
    exit(2)
}
let folder = repositoryPath(".build-fuzz")
let corpus = "\(folder)/\(entry)"
for path in [folder, corpus, "\(folder)/found"] { unsafe mkdir(path, 0o777) }
let seeds =
    entry == "templates" ? templates.shipped + templates.examples : HostilePictures.seeds
for (number, seed) in seeds.enumerated() { write(seed, to: "\(corpus)/seed-\(number)") }

var arguments = [
    "bijak-fuzz", "-artifact_prefix=\(folder)/found/\(entry)-", "-timeout=30",
    "-rss_limit_mb=4096", "-max_len=32768", "-print_final_stats=1",
]
if entry == "templates" {
    write(dictionary(), to: "\(folder)/templates.dict")
    arguments.append("-dict=\(folder)/templates.dict")
}
arguments += Int(first) == nil ? Array(rest) : ["-max_total_time=\(first)", corpus]
var count = Int32(arguments.count)
var words = unsafe arguments.map { unsafe strdup($0) }
let status = unsafe words.withUnsafeMutableBufferPointer { buffer in
    var start = buffer.baseAddress
    return entry == "templates"
        ? unsafe LLVMFuzzerRunDriver(&count, &start) { data, size in
            ends(templates.outcome(unsafe bytes(data, size)))
        }
        : unsafe LLVMFuzzerRunDriver(&count, &start) { data, size in
            ends(HostilePictures.outcome(unsafe bytes(data, size)))
        }
}
exit(status)
