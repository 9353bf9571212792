/*
 * The program at the head of Soft Landing's AppImage. Behind it, in the same file, lies a squashfs
 * image. It is unpacked once into a private folder of the cache, and run from there; no FUSE, no
 * root, nothing else installed.
 *
 * Built by appimage.py, which defines IMAGE_ID (version and digest, a file name) and UNPACKED_MB.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cache.h"
#include "files.h"
#include "image.h"
#include "telling.h"

/* Unpack into ./squashfs-root, as AppImages do when asked. */
static int extract_here(int file, uint64_t offset) {
    int fault = mkdir("squashfs-root", 0700) == 0 ? unpack(file, offset, "squashfs-root") : errno;
    if (fault != 0)
        tell_why("squashfs-root", fault);
    return fault == 0 ? 0 : 1;
}

int main(int argc, char **argv) {
    char self[PATH_MAX], folder[PATH_MAX], real[PATH_MAX], run[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
    int file = length > 0 ? open("/proc/self/exe", O_RDONLY | O_CLOEXEC) : -1;
    if (file < 0) {
        tell("Soft Landing cannot read its own file: %s.", strerror(errno));
        return COULD_NOT_START;
    }
    self[length] = '\0';
    uint64_t offset = image_offset(file);
    if (offset == 0 || !is_whole(file, offset)) {
        tell_why(self, EBADMSG);
        return COULD_NOT_START;
    }
    if (argc > 1 && strcmp(argv[1], "--appimage-offset") == 0)
        return printf("%llu\n", (unsigned long long)offset) < 0;
    if (argc > 1 && strcmp(argv[1], "--appimage-extract") == 0)
        return extract_here(file, offset);
    int first = argc > 1 && strcmp(argv[1], "--appimage-extract-and-run") == 0; /* what it does anyway */
    if (!have_unpacked(file, offset, folder))
        return COULD_NOT_START;
    /* Without links, as the program sees its own place: it compares the two. */
    if (realpath(folder, real) == NULL || setenv("APPIMAGE", self, 1) != 0 ||
        setenv("APPDIR", real, 1) != 0 || !join(run, real, "AppRun")) {
        tell_why(folder, errno);
        return COULD_NOT_START;
    }
    if (argc > first)
        argv[first] = run;
    execv(run, argv + first);
    tell("Soft Landing could not be started from %s: %s.", folder, strerror(errno));
    return COULD_NOT_START;
}
