#include "telling.h"

#include <errno.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

void tell(const char *format, ...) {
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

void tell_why(const char *folder, int code) {
    if (code == ENOSPC || code == EDQUOT)
        tell("The disk is full. To start, Soft Landing needs %d MB in %s. "
             "Please make some room, and start it again.",
             UNPACKED_MB, folder);
    else if (code == EBADMSG)
        tell("This file of Soft Landing is damaged. Please get it again.");
    else if (code == EWOULDBLOCK)
        tell("Soft Landing is open, but its files in %s were cleared away. "
             "Please close it, and start it again.",
             folder);
    else
        tell("Soft Landing could not be unpacked into %s: %s.", folder, strerror(code));
}
