"""Where documents are kept, how large they may be, and who looks for viruses in them: all from the environment."""

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from botocore.config import Config

# A recording of a few minutes, or a long scan in colour, is below this.
FILE_BYTES = int(os.environ.get("ALONGSIDE_FILE_MB", "50")) * 1_000_000
# Several files sent at once by a browser without scripts. Nothing larger is read at all.
REQUEST_BYTES = 4 * FILE_BYTES
# A plan of a large family has thousands of answers, and a child's drawing thousands of points: all are to arrive.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 20_000_000
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
    # A store of one's own seldom has a name for each bucket.
    style = "path" if endpoint else "auto"
    return {
        "bucket_name": bucket,
        "location": os.environ.get("STORE_FOLDER", ""),
        "endpoint_url": endpoint,
        "region_name": os.environ.get("STORE_REGION") or None,
        "access_key": os.environ.get("STORE_ACCESS_KEY_ID") or None,
        "secret_key": os.environ.get("STORE_SECRET_ACCESS_KEY") or None,
        "client_config": _manners(style),
        # What is larger waits on disk while it is sent, and not in memory.
        "max_memory_size": 5_000_000,
        "default_acl": None,
        "file_overwrite": False,
        "object_parameters": _encryption(),
    }


def _manners(style: str) -> "Config":
    """How long the store is waited for: a page that stands for minutes takes everybody's turn."""
    from botocore.config import Config

    waits: dict[str, Any] = {"connect_timeout": 5, "read_timeout": 30, "retries": {"total_max_attempts": 2}}
    return Config(s3={"addressing_style": style}, signature_version="s3v4", **waits)


def _encryption() -> dict[str, str]:
    """Encryption by the store itself: `AES256`, or `aws:kms` with a key; nothing when no setting asks for it."""
    kind = os.environ.get("STORE_ENCRYPTION", "")
    key = os.environ.get("STORE_KMS_KEY_ID", "")
    asked = {"ServerSideEncryption": kind} if kind else {}
    return asked | ({"SSEKMSKeyId": key} if key else {})
