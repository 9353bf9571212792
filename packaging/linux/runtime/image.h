/* The squashfs image behind this program, and how it is unpacked. */
#ifndef IMAGE_H
#define IMAGE_H

#include <stdbool.h>
#include <stdint.h>

/* Return where the image begins: behind the last byte that belongs to this program; 0 if unknown. */
uint64_t image_offset(int file);

/* Tell whether the file is as long as its image says: a download that broke off is not. */
bool is_whole(int file, uint64_t offset);

/* Return how many files, folders and links are in the image, its root among them; 0 if unknown. */
uint32_t image_entries(int file, uint64_t offset);

/*
 * Unpack the image at `offset` of the open `file` into the empty folder `target`; 0 or an error
 * number. Nothing there is written over and no link is followed: every file and folder must be new.
 */
int unpack(int file, uint64_t offset, const char *target);

#endif
