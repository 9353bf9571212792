/* Stands in, when packages are tried out under Wine, for the newer half of the mscms.dll of Windows
   10, which Debian's Wine does not have. Never shipped.

   Qt's window plug-in asks it for the color profile of a screen. "There is none" is a right answer. */

#include <windows.h>

#define OFFERED __declspec(dllexport)

OFFERED void *WINAPI OpenColorProfileW(void *profile, DWORD access, DWORD share, DWORD mode)
{
    (void)profile, (void)access, (void)share, (void)mode;
    return NULL;
}

OFFERED void *WINAPI WcsCreateIccProfile(void *profile, DWORD options)
{
    (void)profile, (void)options;
    return NULL;
}

OFFERED BOOL WINAPI CloseColorProfile(void *profile)
{
    (void)profile;
    return TRUE;
}

OFFERED BOOL WINAPI GetColorProfileFromHandle(void *profile, BYTE *data, DWORD *size)
{
    (void)profile, (void)data;
    if (size != NULL)
        *size = 0;
    return FALSE;
}

OFFERED BOOL WINAPI WcsGetDefaultColorProfile(DWORD scope, const WCHAR *device, DWORD type,
                                              DWORD subtype, DWORD id, DWORD size, WCHAR *name)
{
    (void)scope, (void)device, (void)type, (void)subtype, (void)id, (void)size, (void)name;
    return FALSE;
}

OFFERED BOOL WINAPI WcsGetDefaultColorProfileSize(DWORD scope, const WCHAR *device, DWORD type,
                                                  DWORD subtype, DWORD id, DWORD *size)
{
    (void)scope, (void)device, (void)type, (void)subtype, (void)id;
    if (size != NULL)
        *size = 0;
    return FALSE;
}
