#pragma once
#include <stddef.h>
#include <stdint.h>
// libFuzzer has no header for what -sanitize=fuzzer links.
int LLVMFuzzerRunDriver(int *count, char ***arguments, int (*test)(const uint8_t *data, size_t size));
