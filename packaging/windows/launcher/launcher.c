/* SoftLanding.exe (a window) and soft-landing.exe (for terminals): they start the Python that lies
   beside them, inside this very process. So the task bar, screen readers and virus scanners see
   one program by its own name, and Python's sys.executable is this file.

   Compiled with -DTERMINAL for the second. Nothing is looked up outside the program's folder. */

#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

#include <shobjidl.h>

#include "names.h" /* written by programs.py */

#define LONGEST 32768 /* letters: no path on Windows is longer */

enum { COULD_NOT_RUN = 2 }; /* as the program's own exit codes have it */

typedef int (*Run)(int, wchar_t **);

static wchar_t python[LONGEST];  /* the folder of the bundled Python */
static wchar_t library[LONGEST]; /* python313.dll in it */
static wchar_t qt[LONGEST];      /* the folder of Qt: its plug-ins need libraries from there */

static const wchar_t *const START[] = {L"-B", L"-X", L"utf8", L"-m", L"start"};
enum { WORDS = sizeof START / sizeof *START };

/* Say *sentence* where the person looks. */
static void tell(const wchar_t *sentence)
{
#ifdef TERMINAL
    fputws(sentence, stderr);
    fputws(L"\n", stderr);
#else
    MessageBoxW(NULL, sentence, L"Soft Landing", MB_OK | MB_ICONERROR | MB_SETFOREGROUND);
#endif
}

/* Write the path of *name* in *folder* to *path*; return whether it fits. */
static BOOL join(wchar_t *path, const wchar_t *folder, const wchar_t *name)
{
    return _snwprintf_s(path, LONGEST, _TRUNCATE, L"%ls\\%ls", folder, name) > 0;
}

/* Write the three paths; return whether they fit. */
static BOOL find_files(void)
{
    static wchar_t here[LONGEST];
    DWORD length = GetModuleFileNameW(NULL, here, LONGEST);
    if (length == 0 || length >= LONGEST)
        return FALSE;
    wchar_t *name = wcsrchr(here, L'\\');
    if (name == NULL)
        return FALSE;
    *name = L'\0';
    return join(python, here, L"" PYTHON_FOLDER) && join(library, python, L"" PYTHON_LIBRARY) &&
           join(qt, here, L"" QT_FOLDER);
}

/* Load Python from our own folder, and return what runs it; nothing if it is not whole. */
static Run load_python(void)
{
    if (!find_files())
        return NULL;
    /* Not from the current folder, nor from PATH: only the program's own and the system's. */
    SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    AddDllDirectory(python);
    AddDllDirectory(qt);
    /* What another program told Qt would make it load that program's plug-ins. */
    SetEnvironmentVariableW(L"QT_PLUGIN_PATH", NULL);
    SetEnvironmentVariableW(L"QT_QPA_PLATFORM_PLUGIN_PATH", NULL);
    HMODULE loaded = LoadLibraryExW(
        library, NULL, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    return loaded == NULL ? NULL : (Run)(void *)GetProcAddress(loaded, "Py_Main");
}

/* Return the words for Python: how the program starts, and then what we were given. */
static wchar_t **words_for_python(int count, wchar_t **given)
{
    wchar_t **words = calloc((size_t)count + WORDS + 1, sizeof *words);
    if (words == NULL)
        return NULL;
    words[0] = given[0];
    memcpy(words + 1, START, sizeof START);
    memcpy(words + 1 + WORDS, given + 1, (size_t)(count - 1) * sizeof *words);
    return words;
}

static int start(int count, wchar_t **given)
{
    Run run = load_python();
    wchar_t **words = count > 0 ? words_for_python(count, given) : NULL;
    if (run == NULL || words == NULL) {
        tell(L"Some files of Soft Landing are missing, so it cannot start.\n\n"
             L"Please install it again. Your journal is kept elsewhere, and is safe.");
        return COULD_NOT_RUN;
    }
    SetCurrentProcessExplicitAppUserModelID(L"" APP_ID);
    int code = run(count + WORDS, words);
#ifndef TERMINAL
    if (code != 0 && count == 1) /* nobody sees what Python says without a terminal */
        tell(L"Soft Landing had to stop.\n\n"
             L"Start it again. If that does not help, install it again: "
             L"your journal is kept elsewhere, and is safe.");
#endif
    return code;
}

#ifdef TERMINAL
int wmain(int count, wchar_t **given)
{
    return start(count, given);
}
#else
int WINAPI wWinMain(HINSTANCE self, HINSTANCE before, PWSTR line, int show)
{
    (void)self, (void)before, (void)line, (void)show;
    return start(__argc, __wargv);
}
#endif
