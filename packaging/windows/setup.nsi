; The setup for patients: for one account, without an administrator.
;
; nsis.py defines the names in ${}; BUILD is the folder with what it has written. The person may give
; /S (silent), /CLINIC=FILE and, at the end, /D=FOLDER.
;
; It ends with 0; 1 if the person left it; 2 if it could not go on; 3 if the file of /CLINIC is not
; there; 4 if Soft Landing is open.

Target amd64-unicode ; as the program: what is tried out is what patients get
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetCompressorDictSize 64
SetDateSave off ; two builds are the same to the byte
AllowSkipFiles off
XPStyle on

!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "MUI2.nsh"
!include "WinVer.nsh"
!include "WordFunc.nsh"

!define REMOVAL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${APP_ID}"
!define SETTINGS "Software\${NAME}"

Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${SETTINGS}" "InstallDir"
BrandingText "${NAME} ${VERSION}"

VIProductVersion "${NUMBERS}.0"
VIFileVersion "${NUMBERS}.0"
VIAddVersionKey "CompanyName" "${PUBLISHER}"
VIAddVersionKey "FileDescription" "${NAME} Setup"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "${COPYRIGHT}"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"

; ------------------------------------------------------------------------------------- the pages

!define MUI_ICON "${BUILD}/soft-landing.ico"
!define MUI_UNICON "${BUILD}/soft-landing.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${BUILD}/side.bmp"
!define MUI_WELCOMEFINISHPAGE_BITMAP_STRETCH AspectFitHeight
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${BUILD}/side.bmp"

Var Pack  ; the file of the clinic that is taken along, or nothing
Var Words ; what the first page says

!define MUI_WELCOMEPAGE_TITLE "${NAME}"
!define MUI_WELCOMEPAGE_TEXT "$Words"
!insertmacro MUI_PAGE_WELCOME

!define MUI_PAGE_HEADER_TEXT "Free software"
!define MUI_PAGE_HEADER_SUBTEXT "You may use, share and change ${NAME}."
!define MUI_LICENSEPAGE_TEXT_TOP "This is the license of ${NAME}."
!define MUI_LICENSEPAGE_TEXT_BOTTOM "To use the program you do not have to agree to anything."
!define MUI_LICENSEPAGE_BUTTON "Next >"
!insertmacro MUI_PAGE_LICENSE "${BUILD}/license.txt"

!define MUI_PAGE_HEADER_TEXT "Where it goes"
!define MUI_PAGE_HEADER_SUBTEXT "You can leave this as it is."
!define MUI_DIRECTORYPAGE_TEXT_TOP "${NAME} is put into this folder, for your account alone. Your journal will be kept in another one."
!insertmacro MUI_PAGE_DIRECTORY

!define MUI_PAGE_HEADER_TEXT "One moment"
!define MUI_PAGE_HEADER_SUBTEXT "The files are being put in place."
!define MUI_INSTFILESPAGE_FINISHHEADER_TEXT "Done"
!define MUI_INSTFILESPAGE_FINISHHEADER_SUBTEXT "The files are in place."
!insertmacro MUI_PAGE_INSTFILES

!define MUI_FINISHPAGE_TITLE "${NAME} is ready"
!define MUI_FINISHPAGE_TEXT "You will find it in the Start menu."
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_FINISHPAGE_RUN_TEXT "Open it now"
!insertmacro MUI_PAGE_FINISH

!define MUI_PAGE_HEADER_TEXT "Remove ${NAME}"
!define MUI_PAGE_HEADER_SUBTEXT "Your journal stays on this computer."
!define MUI_UNCONFIRMPAGE_TEXT_TOP "The program is removed, and what your clinic gave with it. Your journal and your backups stay where they are. To remove those too, choose Cancel, open ${NAME}, and choose Delete everything in its Settings first."
!insertmacro MUI_UNPAGE_CONFIRM
!define MUI_PAGE_HEADER_TEXT "One moment"
!define MUI_PAGE_HEADER_SUBTEXT "The program is being removed."
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE "English"

; ---------------------------------------------------------------------------------------- closed

; Nothing is replaced or removed while the program is open: Windows would refuse half of it.
!macro ToBeClosed un
Function ${un}ToBeClosed
  ${Do}
    StrCpy $1 ""
    ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
      ClearErrors
      FileOpen $0 "$INSTDIR\${PROGRAM}" a
      ${If} ${Errors}
        StrCpy $1 "open"
      ${Else}
        FileClose $0
      ${EndIf}
    ${EndIf}
    ${If} ${FileExists} "$INSTDIR\${TERMINAL}" ; the same program, started in a terminal
      ClearErrors
      FileOpen $0 "$INSTDIR\${TERMINAL}" a
      ${If} ${Errors}
        StrCpy $1 "open"
      ${Else}
        FileClose $0
      ${EndIf}
    ${EndIf}
    ${If} $1 == ""
      Return
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONINFORMATION "${NAME} is open.$\r$\n$\r$\nPlease close it, and then choose Retry. What you wrote is saved when it closes." /SD IDCANCEL IDRETRY again
    SetErrorLevel 4
    Quit
    again:
  ${Loop}
FunctionEnd
!macroend
!insertmacro ToBeClosed ""
!insertmacro ToBeClosed "un."

; --------------------------------------------------------------------------------------- install

Function .onInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "${NAME} needs Windows 10 or newer." /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  StrCpy $Words "A calm helper for the days around ketamine infusions.$\r$\n$\r$\nEverything you write stays on this computer. The program uses no network."
  Call FindPack
  ${If} $Pack != ""
    StrCpy $Words "$Words$\r$\n$\r$\nA file from your clinic was found, and will be taken along: its name, its phone numbers and its rules."
  ${EndIf}
FunctionEnd

; The file that /CLINIC names, else the one beside this setup.
Function FindPack
  StrCpy $Pack ""
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/CLINIC=" $1
  ${If} ${Errors} ; PowerShell puts the quotation marks around all of it: "/CLINIC=C:\a b\c.yaml"
    ClearErrors
    ${WordFind2X} $0 '"/CLINIC=' '"' "E+1" $1
  ${EndIf}
  ${If} ${Errors}
    ${If} ${FileExists} "$EXEDIR\${PACK}"
      StrCpy $Pack "$EXEDIR\${PACK}"
    ${EndIf}
    Return
  ${EndIf}
  GetFullPathName $Pack "$1"
  ${If} $Pack == ""
  ${OrIfNot} ${FileExists} "$Pack"
  ${OrIf} ${FileExists} "$Pack\*.*"
    MessageBox MB_OK|MB_ICONSTOP "There is no file $1. Nothing was installed." /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
FunctionEnd

Section
  Call ToBeClosed
  ; What an older version had and this one has not must not stay and be loaded.
  RMDir /r "$INSTDIR\${FILES}"
  !include "${BUILD}/files.nsh"
  Call TakePack
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${SETTINGS}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${REMOVAL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${REMOVAL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${REMOVAL}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${REMOVAL}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${REMOVAL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${REMOVAL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${REMOVAL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${REMOVAL}" "NoModify" 1
  WriteRegDWORD HKCU "${REMOVAL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${REMOVAL}" "EstimatedSize" $0
SectionEnd

; Put the file of the clinic beside the program, with its logo; without one, leave what is there.
Function TakePack
  ${If} $Pack == ""
  ${OrIf} $Pack == "$INSTDIR\${PACK}"
    Return
  ${EndIf}
  ${GetParent} "$Pack" $1
  ClearErrors
  CopyFiles /SILENT "$Pack" "$INSTDIR\${PACK}"
  Delete "$INSTDIR\clinic-logo.png" ; that of an earlier file
  Delete "$INSTDIR\clinic-logo.svg"
  ${If} ${FileExists} "$1\clinic-logo.png"
    CopyFiles /SILENT "$1\clinic-logo.png" "$INSTDIR\clinic-logo.png"
  ${EndIf}
  ${If} ${FileExists} "$1\clinic-logo.svg"
    CopyFiles /SILENT "$1\clinic-logo.svg" "$INSTDIR\clinic-logo.svg"
  ${EndIf}
  ${If} ${Errors}
    DetailPrint "The file of the clinic could not be copied."
    SetErrorLevel 3
  ${EndIf}
FunctionEnd

; ---------------------------------------------------------------------------------------- remove

Section "Uninstall"
  Call un.ToBeClosed
  RMDir /r "$INSTDIR\${FILES}"
  Delete "$INSTDIR\${PROGRAM}"
  Delete "$INSTDIR\${TERMINAL}"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\${PACK}"
  Delete "$INSTDIR\clinic-logo.png"
  Delete "$INSTDIR\clinic-logo.svg"
  Delete "$INSTDIR\uninstall.exe"
  SetOutPath "$TEMP" ; a folder that we are in cannot be removed
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegKey HKCU "${REMOVAL}"
  DeleteRegKey HKCU "${SETTINGS}"
SectionEnd
