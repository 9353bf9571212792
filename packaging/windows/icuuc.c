/* Stands in, when packages are tried out under Wine, for the icuuc.dll of Windows 10, which Debian's
   Wine does not have. Never shipped.

   Qt asks it for converters of old encodings. "There is none" is a right answer, and then nothing
   else is asked. */

#include <stddef.h>
#include <stdint.h>

#define OFFERED __declspec(dllexport)

enum { FILE_ACCESS_ERROR = 4 };

typedef int32_t Error;

static void *none(Error *error)
{
    if (error != NULL)
        *error = FILE_ACCESS_ERROR;
    return NULL;
}

OFFERED void *ucnv_open(const char *name, Error *error) { (void)name; return none(error); }
OFFERED const char *ucnv_getName(void *one, Error *error) { (void)one; return none(error); }
OFFERED const char *ucnv_getStandardName(const char *name, const char *kind, Error *error)
{
    (void)name, (void)kind;
    return none(error);
}
OFFERED const char *ucnv_getAvailableName(int32_t number) { (void)number; return NULL; }
OFFERED int32_t ucnv_countAvailable(void) { return 0; }

/* What follows is given a converter, and there is none. */
#define NEVER_CALLED(name) OFFERED void name(void) {}

NEVER_CALLED(ucnv_close)
NEVER_CALLED(ucnv_reset)
NEVER_CALLED(ucnv_getMaxCharSize)
NEVER_CALLED(ucnv_getToUCallBack)
NEVER_CALLED(ucnv_getFromUCallBack)
NEVER_CALLED(ucnv_setToUCallBack)
NEVER_CALLED(ucnv_setFromUCallBack)
NEVER_CALLED(ucnv_cbToUWriteUChars)
NEVER_CALLED(ucnv_cbFromUWriteUChars)
NEVER_CALLED(ucnv_toUnicode)
NEVER_CALLED(ucnv_fromUnicode)
NEVER_CALLED(ucnv_toUCountPending)
NEVER_CALLED(ucnv_fromUCountPending)
NEVER_CALLED(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
NEVER_CALLED(UCNV_TO_U_CALLBACK_SUBSTITUTE)
