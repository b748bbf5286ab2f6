"""Where documents are kept, how large they may be, and who looks for viruses in them: all from the environment."""

import os
from typing import Any

# A recording of a few minutes, or a long scan in colour, is below this.
FILE_BYTES = int(os.environ.get("ALONGSIDE_FILE_MB", "50")) * 1_000_000
# Several files sent at once by a browser without scripts. Nothing larger is read at all.
REQUEST_BYTES = 4 * FILE_BYTES
# The path of clamd's socket, or host:port. Empty: there is no scanner.
CLAMAV_ADDRESS = os.environ.get("CLAMAV_ADDRESS", "")

# Only Alongside reads what it keeps.
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700


def store() -> dict[str, Any]:
    """Return the store of documents: the folder of data, or an S3-compatible one when `STORE_BUCKET` names a bucket."""
    bucket = os.environ.get("STORE_BUCKET", "")
    if not bucket:
        return {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    return {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": s3_options(bucket)}


def s3_options(bucket: str) -> dict[str, Any]:
    """Return how the S3-compatible store is spoken to. Keys that are not named, its library finds for itself."""
    endpoint = os.environ.get("STORE_ENDPOINT") or None
    return {
        "bucket_name": bucket,
        "location": os.environ.get("STORE_FOLDER", ""),
        "endpoint_url": endpoint,
        "region_name": os.environ.get("STORE_REGION") or None,
        "access_key": os.environ.get("STORE_ACCESS_KEY_ID") or None,
        "secret_key": os.environ.get("STORE_SECRET_ACCESS_KEY") or None,
        # A store of one's own seldom has a name for each bucket.
        "addressing_style": "path" if endpoint else "auto",
        "signature_version": "s3v4",
        "default_acl": None,
        "file_overwrite": False,
        "object_parameters": _encryption(),
    }


def _encryption() -> dict[str, str]:
    """Encryption by the store itself: `AES256`, or `aws:kms` with a key; nothing when no setting asks for it."""
    kind = os.environ.get("STORE_ENCRYPTION", "")
    key = os.environ.get("STORE_KMS_KEY_ID", "")
    asked = {"ServerSideEncryption": kind} if kind else {}
    return asked | ({"SSEKMSKeyId": key} if key else {})
