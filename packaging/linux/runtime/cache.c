/*
 * What is unpacked counts only once it has been renamed to its final name, which holds a digest of
 * the image: two versions never mix, and a start that was cut off is begun anew. What lies in a cache
 * may be cleared away in part: files are counted at each start, which takes a moment.
 *
 * Every version has a lock. Who runs it shares the lock; who unpacks or removes it has it alone. To
 * turn the one into the other the system lets go in between, and somebody else may have removed the
 * version by then: so locks are never turned, but let go and taken anew, and then the version is
 * looked at again.
 */
#define _GNU_SOURCE
#include "cache.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "files.h"
#include "image.h"
#include "telling.h"

#define CACHE "soft-landing-appimage"
#define LOCK IMAGE_ID ".lock"
#define NEW IMAGE_ID ".new"
#define TURNS 20        /* how often the lock is asked for while others look at the version */
#define PAUSE_US 50000  /* and how long in between */

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

/* Tell whether this version lies in the cache, be it with all its files or not. */
static bool is_there(int cache) {
    struct stat facts;
    return fstatat(cache, IMAGE_ID, &facts, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(facts.st_mode);
}

/* Tell whether this version lies in the cache with all that is in the image, which counts its root. */
static bool is_complete(int file, uint64_t offset, int cache) {
    return count_below(cache, IMAGE_ID) + 1 == image_entries(file, offset);
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
        if (end == NULL || strcmp(end, ".lock") != 0 || strcmp(entry->d_name, LOCK) == 0)
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

/*
 * Unpack beside the final name, unless somebody just has, and rename once all of it is on the disk;
 * 0 or an error number.
 */
static int unpack_into_cache(int file, uint64_t offset, int cache, const char *path) {
    char beside[PATH_MAX];
    if (is_complete(file, offset, cache))
        return 0;
    if (!join(beside, path, NEW))
        return errno;
    if (!remove_tree(cache, NEW) || !remove_tree(cache, IMAGE_ID) ||
        mkdirat(cache, NEW, 0700) != 0)
        return errno;
    int fault = unpack(file, offset, beside);
    if (fault == 0 && (syncfs(cache) != 0 || renameat(cache, NEW, cache, IMAGE_ID) != 0))
        fault = errno;
    if (fault != 0)
        remove_tree(cache, NEW);
    return fault;
}

/*
 * Have this version in the cache, which lies at `path`, and share its lock; 0 or an error number.
 * Who unpacks it is waited for. Who runs it is not: then it is run as it is, though files of it may
 * be gone, and EWOULDBLOCK means that all of them are.
 */
static int hold_version(int file, uint64_t offset, int cache, const char *path) {
    bool is_unpacked = false;
    for (int turn = 0;; turn++) {
        int lock = open_lock(cache, LOCK, LOCK_SH);
        if (lock < 0)
            return errno;
        if (is_complete(file, offset, cache) || (is_there(cache) && (is_unpacked || turn >= TURNS)))
            return 0; /* the lock stays open, and is inherited */
        close(lock);
        lock = open_lock(cache, LOCK, LOCK_EX | LOCK_NB);
        if (lock >= 0) {
            int fault = unpack_into_cache(file, offset, cache, path);
            if (fault == 0)
                remove_others(cache);
            close(lock);
            if (fault != 0)
                return fault;
            is_unpacked = true;
        } else if (errno != EWOULDBLOCK || turn >= TURNS) {
            return errno;
        } else {
            usleep(PAUSE_US); /* others may do no more than look, as we do */
        }
    }
}

bool have_unpacked(int file, uint64_t offset, char folder[PATH_MAX]) {
    char path[PATH_MAX];
    int cache = open_cache(path);
    if (cache < 0)
        return false;
    int fault = hold_version(file, offset, cache, path);
    if (fault == 0 && !join(folder, path, IMAGE_ID))
        fault = errno;
    close(cache);
    if (fault != 0)
        tell_why(path, fault);
    return fault == 0;
}
