#pragma once
// syncfs(2) stands behind _GNU_SOURCE in unistd.h, which Swift's Glibc module does not set.
int syncfs(int fd);
