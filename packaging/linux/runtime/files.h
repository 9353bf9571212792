/* Paths, and whole folders. */
#ifndef FILES_H
#define FILES_H

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>

/* Write `first`/`second` into `out`; false, with errno set, if that is longer than a path may be. */
bool join(char out[PATH_MAX], const char *first, const char *second);

/* Make the folder `path` and those above it, for this user alone. */
bool make_folders(const char *path);

/* Remove the file or folder `name` of the open folder `parent`; links are not followed. */
bool remove_tree(int parent, const char *name);

/* Count everything below the folder `name` of the open folder `parent`; what cannot be read is none. */
uint32_t count_below(int parent, const char *name);

#endif
