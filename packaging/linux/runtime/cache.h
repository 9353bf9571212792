/* The folder of the cache that versions are unpacked into, and who may touch what in it. */
#ifndef CACHE_H
#define CACHE_H

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>

/*
 * Have this version in the cache, of the image at `offset` of the open `file`, and write where;
 * false, having told why, if that failed. Nobody removes it as long as this process lives, or one
 * that it becomes or starts.
 */
bool have_unpacked(int file, uint64_t offset, char folder[PATH_MAX]);

#endif
