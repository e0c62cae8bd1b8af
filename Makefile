# Debian packages that the build needs; demo, test and the rest install what is missing of them.
PACKAGES = libhpdf-dev libdeflate-dev libharfbuzz-dev libfribidi-dev libunibreak-dev libqrencode-dev \
	libjpeg62-turbo-dev libpng-dev libqpdf-dev libxml2-dev libsqlite3-dev libssl-dev pkg-config tzdata

PREFIX ?= /usr/local
BIN = .build/release/bijak

.PHONY: all demo reference test check-long torture fuzz bench lint install deps clean

all: $(BIN)

# What apt does is shown only when there is something to do.
deps:
	@missing=$$(dpkg-query -W -f='$${Package} $${db:Status-Status}\n' $(PACKAGES) 2>&1 \
		| sed -n 's/^dpkg-query: no packages found matching //p; s/^\(.*\) not-installed$$/\1/p'); \
	if [ -n "$$missing" ]; then \
		echo "installing $$missing" && \
		sudo=$$([ "$$(id -u)" = 0 ] || echo sudo) && \
		$$sudo apt-get update -qq && \
		DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq $$missing; \
	fi

$(BIN): deps
	swift build -c release --static-swift-stdlib --product bijak

# Three invented companies: books, imports, checks and their months of invoices, into ./out.
demo: $(BIN)
	examples/demo.sh $(BIN) out

# The pictures of docs/templates.md, from the examples above them.
reference: $(BIN)
	docs/reference/make.sh $(BIN)

test: deps
	swift test

# Every property with 100,000 rounds instead of 2,000, in release.
check-long: deps
	BIJAK_ROUNDS=100000 swift test -c release --scratch-path .build-long -Xswiftc -enable-testing

# Kills, power cuts, failing disks and the like TIMES as often as in `make test`, in release: each run at
# other points, or with BIJAK_SEED=… at those of an earlier one.
TIMES ?= 30
torture: deps
	@seed=$${BIJAK_SEED:-$$(($$(od -An -N4 -tu4 /dev/urandom) + 1))}; \
	again="make torture TIMES=$(TIMES) BIJAK_SEED=$$seed"; \
	echo "at these points again: $$again"; \
	BIJAK_SEED=$$seed BIJAK_TORTURE=$(TIMES) swift test -c release --scratch-path .build-long \
		-Xswiftc -enable-testing --filter 'TortureTests|CrashTests' \
		|| { echo "it failed at the points of: $$again"; exit 1; }

# libFuzzer under AddressSanitizer on templates, then on pictures, SECONDS each; .build-fuzz/found
# has what it found, and .build-fuzz/release/bijak-fuzz ENTRY FILE tries that again.
SECONDS ?= 60
fuzz: deps
	BIJAK_FUZZ=1 swift build -c release --scratch-path .build-fuzz --product bijak-fuzz \
		-Xswiftc -sanitize=fuzzer,address
	.build-fuzz/release/bijak-fuzz templates $(SECONDS)
	.build-fuzz/release/bijak-fuzz pictures $(SECONDS)

bench: deps
	swift build -c release --static-swift-stdlib
	.build/release/bijak-bench run --bijak $(BIN)
	.build/release/bijak-bench run --only check,price --regime india-gst --bijak $(BIN)

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

install: $(BIN)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/bijak
	install -m 755 $(BIN) $(DESTDIR)$(PREFIX)/bin/bijak
	cp -R templates fonts $(DESTDIR)$(PREFIX)/share/bijak/

clean:
	rm -rf .build .build-long .build-fuzz out
