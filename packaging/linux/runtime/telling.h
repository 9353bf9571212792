/* What people are told when the program cannot start. */
#ifndef TELLING_H
#define TELLING_H

#define COULD_NOT_START 127

/* Say something to whoever started the program: in the terminal, or else in a dialog. */
void tell(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Say why the program could not be unpacked into `folder`, for the error number `code`. */
void tell_why(const char *folder, int code);

#endif
