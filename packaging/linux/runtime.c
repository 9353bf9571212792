/*
 * The program at the head of Soft Landing's AppImage. Behind it, in the same file, lies a squashfs
 * image. It is unpacked once into a private folder of the cache, and run from there; no FUSE, no
 * root, nothing else installed.
 *
 * What is unpacked counts only once it has been renamed to its final name, which holds a digest of
 * the image: two versions never mix, and a start that was cut off is begun anew. Every run holds a
 * shared lock on its folder. Older folders that nobody holds are removed after unpacking. What lies
 * in a cache may be cleared away in part: files are counted at each start, which takes a moment.
 *
 * Built by appimage.py, which defines IMAGE_ID (version and digest, a file name) and UNPACKED_MB.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <squashfuse/squashfuse.h>

#define CACHE "soft-landing-appimage"
#define COULD_NOT_START 127
#define SUPERBLOCK_INODES 4      /* where a squashfs image says how many files and folders it has */
#define SUPERBLOCK_BYTES_USED 40 /* and how long it is */

/* ------------------------------------------------------------------------------ telling people */

/* Say something to whoever started the program: in the terminal, or else in a dialog. */
static void tell(const char *format, ...) {
    char words[2 * PATH_MAX];
    va_list values;
    va_start(values, format);
    vsnprintf(words, sizeof words, format, values);
    va_end(values);
    fprintf(stderr, "%s\n", words);
    if (isatty(STDERR_FILENO))
        return;
    static const char *const dialogs[][4] = {
        {"zenity", "--error", "--no-markup", "--text"},
        {"kdialog", "--error", NULL, NULL},
        {"xmessage", NULL, NULL, NULL},
    };
    for (size_t i = 0; i < sizeof dialogs / sizeof *dialogs; i++) {
        pid_t child = fork();
        if (child < 0)
            return;
        if (child == 0) {
            const char *command[6] = {NULL};
            size_t count = 0;
            while (count < 4 && dialogs[i][count] != NULL) {
                command[count] = dialogs[i][count];
                count++;
            }
            command[count] = words;
            execvp(command[0], (char *const *)command);
            _exit(COULD_NOT_START);
        }
        int status;
        if (waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) != COULD_NOT_START)
            return;
    }
}

/* Say why the program could not be unpacked into `folder`, for the error number `code`. */
static void tell_why(const char *folder, int code) {
    if (code == ENOSPC || code == EDQUOT)
        tell("The disk is full. To start, Soft Landing needs %d MB in %s. "
             "Please make some room, and start it again.",
             UNPACKED_MB, folder);
    else if (code == EBADMSG)
        tell("This file of Soft Landing is damaged. Please get it again.");
    else
        tell("Soft Landing could not be unpacked into %s: %s.", folder, strerror(code));
}

/* ------------------------------------------------------------------------------- paths and files */

/* Write `first`/`second` into `out`; false, with errno set, if that is longer than a path may be. */
static bool join(char out[PATH_MAX], const char *first, const char *second) {
    int length = snprintf(out, PATH_MAX, "%s/%s", first, second);
    if (length < 0 || length >= PATH_MAX) {
        errno = ENAMETOOLONG;
        return false;
    }
    return true;
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

/* Make the folder `path` and those above it, for this user alone. */
static bool make_folders(const char *path) {
    char partial[PATH_MAX];
    for (size_t i = 1;; i++) {
        if (path[i] != '/' && path[i] != '\0')
            continue;
        if (i >= sizeof partial) {
            errno = ENAMETOOLONG;
            return false;
        }
        memcpy(partial, path, i);
        partial[i] = '\0';
        if (mkdir(partial, 0700) != 0 && errno != EEXIST)
            return false;
        if (path[i] == '\0')
            return true;
    }
}

/* Remove the file or folder `name` of the open folder `parent`; links are not followed. */
static bool remove_tree(int parent, const char *name) {
    if (unlinkat(parent, name, 0) == 0 || errno == ENOENT)
        return true;
    if (errno != EISDIR && errno != EPERM)
        return false;
    int folder = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0)
        return false;
    DIR *listing = fdopendir(folder);
    if (listing == NULL) {
        close(folder);
        return false;
    }
    bool is_empty = true;
    for (struct dirent *entry; (entry = readdir(listing)) != NULL;)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            is_empty = remove_tree(folder, entry->d_name) && is_empty;
    closedir(listing);
    return is_empty && unlinkat(parent, name, AT_REMOVEDIR) == 0;
}

/* Count everything below the folder `name` of the open folder `parent`; what cannot be read is none. */
static uint32_t count_below(int parent, const char *name) {
    int folder = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *listing = folder < 0 ? NULL : fdopendir(folder);
    if (listing == NULL) {
        if (folder >= 0)
            close(folder);
        return 0;
    }
    uint32_t count = 0;
    for (struct dirent *entry; (entry = readdir(listing)) != NULL;) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        count++;
        if (entry->d_type == DT_DIR || entry->d_type == DT_UNKNOWN)
            count += count_below(folder, entry->d_name);
    }
    closedir(listing);
    return count;
}

/* ------------------------------------------------------------------------------------- the image */

/* Return where the image begins: behind the last byte that belongs to this program; 0 if unknown. */
static uint64_t image_offset(int file) {
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

/* Tell whether the file is as long as its image says: a download that broke off is not. */
static bool is_whole(int file, uint64_t offset) {
    struct stat facts;
    uint64_t used;
    return fstat(file, &facts) == 0 &&
           pread(file, &used, sizeof used, (off_t)(offset + SUPERBLOCK_BYTES_USED)) == (ssize_t)sizeof used &&
           used > 0 && used <= (uint64_t)facts.st_size - offset;
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

/*
 * Unpack the image at `offset` of the open `file` into the empty folder `target`; 0 or an error
 * number. Nothing there is written over and no link is followed: every file and folder must be new.
 */
static int unpack(int file, uint64_t offset, const char *target) {
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

/* ------------------------------------------------------------------------------------- the cache */

/* Open the private folder for what is unpacked and write its path; -1, having told why, if not. */
static int open_cache(char path[PATH_MAX]) {
    const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
    char usual[PATH_MAX];
    if (cache == NULL || *cache != '/') {
        if (home == NULL || *home != '/' || !join(usual, home, ".cache")) {
            tell("Soft Landing needs a home folder, and none is named (HOME).");
            return -1;
        }
        cache = usual;
    }
    if (!join(path, cache, CACHE) || !make_folders(path)) {
        tell_why(cache, errno);
        return -1;
    }
    struct stat facts;
    int folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0 || fstat(folder, &facts) != 0) {
        tell_why(path, errno);
    } else if (facts.st_uid != geteuid()) {
        tell("%s belongs to somebody else. Soft Landing does not start from there.", path);
    } else if (fchmod(folder, 0700) != 0) {
        tell_why(path, errno);
    } else {
        return folder;
    }
    if (folder >= 0)
        close(folder);
    return -1;
}

/*
 * Open the lock `name` of the cache and lock it as `how` says; -1 with errno set if not. Who
 * removed an old version has removed its lock with it: then a new one is made. The lock is held by
 * every process that inherits it, and goes with the last.
 */
static int open_lock(int cache, const char *name, int how) {
    for (;;) {
        struct stat held, named;
        int lock = openat(cache, name, O_RDWR | O_CREAT | O_NOFOLLOW, 0600);
        if (lock < 0)
            return -1;
        if (flock(lock, how) != 0 || fstat(lock, &held) != 0) {
            int code = errno;
            close(lock);
            errno = code;
            return -1;
        }
        if (fstatat(cache, name, &named, AT_SYMLINK_NOFOLLOW) == 0 && named.st_ino == held.st_ino)
            return lock;
        close(lock);
    }
}

static bool is_there(int cache, const char *name) {
    struct stat facts;
    return fstatat(cache, name, &facts, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(facts.st_mode);
}

/* Tell whether this version lies in the cache with all that is in the image, which counts its root. */
static bool is_complete(int file, uint64_t offset, int cache) {
    uint32_t inodes;
    return pread(file, &inodes, sizeof inodes, (off_t)(offset + SUPERBLOCK_INODES)) == (ssize_t)sizeof inodes &&
           count_below(cache, IMAGE_ID) + 1 == inodes;
}

/* Remove every other version that nobody runs; what cannot be removed is tried the next time. */
static void remove_others(int cache) {
    int again = openat(cache, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *listing = again < 0 ? NULL : fdopendir(again);
    if (listing == NULL) {
        if (again >= 0)
            close(again);
        return;
    }
    for (struct dirent *entry; (entry = readdir(listing)) != NULL;) {
        char name[NAME_MAX + 1];
        const char *end = strrchr(entry->d_name, '.');
        if (end == NULL || strcmp(end, ".lock") != 0 || strcmp(entry->d_name, IMAGE_ID ".lock") == 0)
            continue;
        if (entry->d_name[0] == '.') /* none of ours, and "...lock" would stand for the folder above */
            continue;
        int lock = open_lock(cache, entry->d_name, LOCK_EX | LOCK_NB);
        if (lock < 0)
            continue;
        size_t length = (size_t)(end - entry->d_name);
        memcpy(name, entry->d_name, length);
        name[length] = '\0';
        bool is_gone = remove_tree(cache, name);
        strcpy(name + length, ".new"); /* shorter than .lock, so that it fits */
        if (remove_tree(cache, name) && is_gone)
            unlinkat(cache, entry->d_name, 0);
        close(lock);
    }
    closedir(listing);
}

/* Unpack beside the final name, and rename once all of it is on the disk; 0 or an error number. */
static int unpack_into_cache(int file, uint64_t offset, int cache, const char *path) {
    char beside[PATH_MAX];
    if (!join(beside, path, IMAGE_ID ".new"))
        return errno;
    if (!remove_tree(cache, IMAGE_ID ".new") || !remove_tree(cache, IMAGE_ID) ||
        mkdirat(cache, IMAGE_ID ".new", 0700) != 0)
        return errno;
    int fault = unpack(file, offset, beside);
    if (fault == 0 && (syncfs(cache) != 0 || renameat(cache, IMAGE_ID ".new", cache, IMAGE_ID) != 0))
        fault = errno;
    if (fault != 0)
        remove_tree(cache, IMAGE_ID ".new");
    return fault;
}

/* Have this version in the cache, and write where; false, having told why, if that failed. */
static bool have_unpacked(int file, uint64_t offset, char folder[PATH_MAX]) {
    char path[PATH_MAX];
    int cache = open_cache(path);
    if (cache < 0)
        return false;
    int fault = 0;
    int lock = open_lock(cache, IMAGE_ID ".lock", LOCK_SH);
    if (lock >= 0 && !is_complete(file, offset, cache)) {
        /* Who unpacks is waited for; who runs what is there, though not complete, is not. */
        int how = is_there(cache, IMAGE_ID) ? LOCK_EX | LOCK_NB : LOCK_EX;
        if (flock(lock, how) == 0) {
            if (!is_complete(file, offset, cache)) {
                fault = unpack_into_cache(file, offset, cache, path);
                if (fault == 0)
                    remove_others(cache);
            }
            if (fault == 0 && flock(lock, LOCK_SH) != 0)
                fault = errno;
        } else if (errno != EWOULDBLOCK || flock(lock, LOCK_SH) != 0) {
            fault = errno;
        }
    }
    if (lock < 0 && fault == 0)
        fault = errno;
    if (fault == 0 && !join(folder, path, IMAGE_ID))
        fault = errno;
    close(cache);
    if (fault != 0)
        tell_why(path, fault);
    return fault == 0;
}

/* ------------------------------------------------------------------------------------------ main */

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
