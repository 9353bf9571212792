#include "image.h"

#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <squashfuse/squashfuse.h>

#include "files.h"

#define SUPERBLOCK_INODES 4      /* where a squashfs image says how many files and folders it has */
#define SUPERBLOCK_BYTES_USED 40 /* and how long it is */

uint64_t image_offset(int file) {
    Elf64_Ehdr head;
    if (pread(file, &head, sizeof head, 0) != (ssize_t)sizeof head)
        return 0;
    uint64_t end = head.e_shoff + (uint64_t)head.e_shentsize * head.e_shnum;
    for (unsigned i = 0; i < head.e_shnum; i++) {
        Elf64_Shdr section;
        off_t place = (off_t)(head.e_shoff + (uint64_t)i * head.e_shentsize);
        if (pread(file, &section, sizeof section, place) != (ssize_t)sizeof section)
            return 0;
        if (section.sh_type != SHT_NOBITS && section.sh_offset + section.sh_size > end)
            end = section.sh_offset + section.sh_size;
    }
    return end;
}

bool is_whole(int file, uint64_t offset) {
    struct stat facts;
    uint64_t used;
    return fstat(file, &facts) == 0 &&
           pread(file, &used, sizeof used, (off_t)(offset + SUPERBLOCK_BYTES_USED)) == (ssize_t)sizeof used &&
           used > 0 && used <= (uint64_t)facts.st_size - offset;
}

uint32_t image_entries(int file, uint64_t offset) {
    uint32_t entries;
    off_t place = (off_t)(offset + SUPERBLOCK_INODES);
    return pread(file, &entries, sizeof entries, place) == (ssize_t)sizeof entries ? entries : 0;
}

/* Tell whether a path of the image stays below the folder that it is unpacked into. */
static bool stays_inside(const char *path) {
    if (*path == '\0' || *path == '/')
        return false;
    for (const char *part = path; part != NULL; part = strchr(part, '/')) {
        if (*part == '/')
            part++;
        size_t length = strcspn(part, "/");
        if (length == 0 || (length == 2 && part[0] == '.' && part[1] == '.'))
            return false;
    }
    return true;
}

/* Tell whether a link at `path` that says `target` leads to something below the same folder. */
static bool leads_inside(const char *path, const char *target) {
    if (*target == '\0' || *target == '/')
        return false;
    int depth = 0;
    for (const char *c = path; *c != '\0'; c++)
        depth += *c == '/';
    for (const char *part = target; *part != '\0';) {
        size_t length = strcspn(part, "/");
        if (length == 2 && part[0] == '.' && part[1] == '.') {
            if (--depth < 0)
                return false;
        } else if (length > 0 && !(length == 1 && part[0] == '.')) {
            depth++;
        }
        part += length;
        part += *part == '/';
    }
    return true;
}

/* Write all of `data`; 0 or an error number. */
static int write_all(int file, const char *data, size_t size) {
    while (size > 0) {
        ssize_t written = write(file, data, size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errno;
        data += written;
        size -= (size_t)written;
    }
    return 0;
}

/* Unpack one plain file to the new file `out`; 0 or an error number. */
static int unpack_file(sqfs *image, sqfs_inode *inode, const char *out) {
    static char buffer[256 * 1024];
    mode_t mode = inode->base.mode & 0100 ? 0700 : 0600;
    int file = open(out, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
    if (file < 0)
        return errno;
    int fault = 0;
    sqfs_off_t size = (sqfs_off_t)inode->xtra.reg.file_size;
    for (sqfs_off_t place = 0; fault == 0 && place < size;) {
        sqfs_off_t count = sizeof buffer;
        if (sqfs_read_range(image, inode, place, &count, buffer) != SQFS_OK || count <= 0)
            fault = EBADMSG;
        else
            fault = write_all(file, buffer, (size_t)count);
        place += count;
    }
    if (close(file) != 0 && fault == 0)
        fault = errno;
    return fault;
}

/* Unpack one entry of the image, called `path` in it, below `target`; 0 or an error number. */
static int unpack_entry(sqfs *image, sqfs_inode *inode, const char *path, const char *target) {
    char out[PATH_MAX], link[PATH_MAX];
    if (!stays_inside(path))
        return EBADMSG;
    if (!join(out, target, path))
        return errno;
    if (S_ISDIR(inode->base.mode))
        return mkdir(out, 0700) == 0 ? 0 : errno;
    if (S_ISREG(inode->base.mode))
        return unpack_file(image, inode, out);
    if (S_ISLNK(inode->base.mode)) {
        size_t size = sizeof link;
        if (sqfs_readlink(image, inode, link, &size) != SQFS_OK || !leads_inside(path, link))
            return EBADMSG;
        return symlink(link, out) == 0 ? 0 : errno;
    }
    return EBADMSG; /* devices, pipes and sockets are nothing that we pack */
}

int unpack(int file, uint64_t offset, const char *target) {
    sqfs image;
    sqfs_traverse walk;
    sqfs_err error = SQFS_OK;
    int fault = 0;
    if (!is_whole(file, offset) || sqfs_init(&image, file, (size_t)offset) != SQFS_OK)
        return EBADMSG;
    if (sqfs_traverse_open(&walk, &image, sqfs_inode_root(&image)) != SQFS_OK) {
        sqfs_destroy(&image);
        return EBADMSG;
    }
    while (fault == 0 && sqfs_traverse_next(&walk, &error)) {
        sqfs_inode inode;
        if (walk.dir_end)
            continue;
        if (sqfs_inode_get(&image, &inode, sqfs_dentry_inode(&walk.entry)) != SQFS_OK)
            fault = EBADMSG;
        else
            fault = unpack_entry(&image, &inode, walk.path, target);
    }
    if (fault == 0 && error != SQFS_OK)
        fault = EBADMSG;
    sqfs_traverse_close(&walk);
    sqfs_destroy(&image);
    return fault;
}
