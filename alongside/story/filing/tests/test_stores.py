"""The store: a folder that only Alongside reads, or an S3-compatible one, with encryption by the store where asked."""

from typing import Any

import boto3
import pytest
from botocore.exceptions import EndpointConnectionError
from django.core.files.storage import storages
from moto import mock_aws

from alongside.config.documents import s3_options, store
from alongside.story.filing.actions import file_document
from alongside.story.filing.opening import NotThere
from alongside.story.filing.previews import make_preview_of
from alongside.story.filing.sending import send
from alongside.story.filing.tests import making as made
from alongside.story.models import Document
from alongside.story.tests.makers import World

ADDRESS = "https://store.alderbridge.example"
KEYS = {
    "STORE_ACCESS_KEY_ID": "a",
    "STORE_SECRET_ACCESS_KEY": "b",
    "STORE_REGION": "eu-west-2",
    "STORE_ENCRYPTION": "AES256",
}


@pytest.fixture
def s3(monkeypatch: pytest.MonkeyPatch, settings: Any) -> Any:
    """A store that answers as an S3-compatible one at an address of its own does, as the settings' default."""
    for name, value in {**KEYS, "STORE_BUCKET": "documents", "STORE_ENDPOINT": ADDRESS}.items():
        monkeypatch.setenv(name, value)
    # Its stand-in listens to Amazon's addresses alone unless told of others.
    monkeypatch.setenv("MOTO_S3_CUSTOM_ENDPOINTS", ADDRESS)
    with mock_aws():
        client = boto3.client(
            "s3", endpoint_url=ADDRESS, region_name="eu-west-2", aws_access_key_id="a", aws_secret_access_key="b"
        )
        client.create_bucket(Bucket="documents", CreateBucketConfiguration={"LocationConstraint": "eu-west-2"})
        settings.STORAGES = {**settings.STORAGES, "default": store()}
        yield client


def test_without_a_setting_documents_lie_in_the_folder_of_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("STORE_BUCKET", raising=False)
    assert store() == {"BACKEND": "django.core.files.storage.FileSystemStorage"}


def test_a_key_of_ones_own_encrypts_what_the_store_keeps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STORE_ENCRYPTION", "aws:kms")
    monkeypatch.setenv("STORE_KMS_KEY_ID", "alias/documents")
    asked = s3_options("documents")["object_parameters"]
    assert asked == {"ServerSideEncryption": "aws:kms", "SSEKMSKeyId": "alias/documents"}


def test_a_store_that_does_not_answer_is_not_waited_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STORE_ENDPOINT", ADDRESS)
    manners = s3_options("documents")["client_config"]
    assert manners.connect_timeout + manners.read_timeout < 60
    assert (manners.signature_version, manners.s3) == ("s3v4", {"addressing_style": "path"})


@pytest.mark.requirement("EP-31")
def test_documents_are_kept_sent_and_drawn_from_an_s3_compatible_store(
    s3: Any, world: World, rf: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert type(storages["default"]).__name__ == "S3Storage"
    document = file_document(
        family=world.family, file=made.uploaded(made.pdf()), name="form.pdf", category="other", by=world.practitioner
    )
    (kept,) = s3.list_objects_v2(Bucket="documents")["Contents"]
    assert s3.head_object(Bucket="documents", Key=kept["Key"])["ServerSideEncryption"] == "AES256"
    assert "form" not in kept["Key"]
    answer = send(rf.get("/"), document)
    assert b"".join(answer.streaming_content) == made.pdf()  # type: ignore[attr-defined]
    assert answer["Content-Disposition"] == 'inline; filename="form.pdf"'
    make_preview_of(document.pk)
    document.refresh_from_db()
    assert document.has_preview
    assert document.preview.read().startswith(b"\xff\xd8\xff")
    s3.delete_object(Bucket="documents", Key=kept["Key"])
    with pytest.raises(NotThere) as gone:
        send(rf.get("/"), Document.objects.get(pk=document.pk))
    assert gone.value.lost
    monkeypatch.setattr(storages["default"].connection.meta.client, "head_object", _no_answer)  # type: ignore[attr-defined]
    with pytest.raises(NotThere) as silent:
        send(rf.get("/"), Document.objects.get(pk=document.pk))
    assert not silent.value.lost


def _no_answer(**_: Any) -> None:
    raise EndpointConnectionError(endpoint_url=ADDRESS)
