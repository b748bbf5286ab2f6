"""`alongside check` refuses each setting that is unfit for real families, and says what to do about it."""

import secrets
from types import SimpleNamespace

import pytest
from django.contrib.auth import get_user_model

from alongside.cli import check
from alongside.cli.fitness import setting_faults
from alongside.cli.main import main
from alongside.demo.sign_ins import SIGN_INS

ENVIRON = {"DATABASE_URL": "postgresql://alongside:word@db.example/alongside?sslmode=verify-full"}


def _settings(folder, **changed):
    """Settings that are fit, but for what is `changed`."""
    fit = {
        "ALLOWED_HOSTS": ["alongside.example.gov.uk"],
        "CSRF_COOKIE_SECURE": True,
        "DATABASES": {"default": {"HOST": "db.example", "OPTIONS": {"sslmode": "verify-full"}}},
        "DATA_DIR": folder,
        "DEBUG": False,
        "MODE": "production",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "SECURE_HSTS_SECONDS": 365 * 24 * 60 * 60,
        "SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https"),
        "SECURE_SSL_REDIRECT": True,
        "SESSION_COOKIE_SECURE": True,
    }
    return SimpleNamespace(**{**fit, **changed})


def test_fit_settings_have_no_fault(tmp_path):
    assert setting_faults(_settings(tmp_path), ENVIRON) == []


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"DEBUG": True}, "This is not production"),
        ({"MODE": "development"}, "This is not production"),
        ({"SECRET_KEY": ""}, "SECRET_KEY is missing"),
        ({"SECRET_KEY": "abcdefghijklmnop"}, "SECRET_KEY can be guessed"),
        ({"SECRET_KEY": "ab" * 40}, "SECRET_KEY can be guessed"),
        ({"SECRET_KEY": "only-for-development-and-tests-never-for-real-families"}, "SECRET_KEY can be guessed"),
        ({"SECRET_KEY": "django-insecure-" + "x7Gk2" * 12}, "SECRET_KEY can be guessed"),
        ({"ALLOWED_HOSTS": []}, "ALLOWED_HOSTS is missing"),
        ({"ALLOWED_HOSTS": [""]}, "ALLOWED_HOSTS is missing"),
        ({"ALLOWED_HOSTS": ["*"]}, "ALLOWED_HOSTS allows names"),
        ({"ALLOWED_HOSTS": ["alongside.example", ".example"]}, "ALLOWED_HOSTS allows names"),
        ({"SECURE_PROXY_SSL_HEADER": None}, "behind a proxy with TLS"),
        ({"SECURE_SSL_REDIRECT": False}, "Browsers are not told"),
        ({"SECURE_HSTS_SECONDS": 3600}, "Browsers are not told"),
        ({"SESSION_COOKIE_SECURE": False}, "Cookies may travel"),
        ({"CSRF_COOKIE_SECURE": False}, "Cookies may travel"),
        ({"DATABASES": {"default": {"HOST": "db.example", "OPTIONS": {}}}}, "not encrypted"),
        ({"DATABASES": {"default": {"HOST": "db.example", "OPTIONS": {"sslmode": "prefer"}}}}, "not encrypted"),
    ],
)
def test_each_unfit_setting_is_the_one_that_is_named(tmp_path, changed, told):
    faults = setting_faults(_settings(tmp_path, **changed), ENVIRON)
    assert [told in fault.what for fault in faults] == [True]
    assert faults[0].cure


def test_a_missing_database(tmp_path):
    assert [fault.what for fault in setting_faults(_settings(tmp_path), {})] == ["DATABASE_URL is missing."]


def test_a_folder_for_documents_that_is_not_there(tmp_path):
    faults = setting_faults(_settings(tmp_path / "nowhere"), ENVIRON)
    assert [fault.what for fault in faults] == ["The folder for documents cannot be written to."]


@pytest.mark.parametrize("host", ["", "localhost", "127.0.0.1", "/run/postgresql"])
def test_a_database_on_this_machine_needs_no_encryption(tmp_path, host):
    settings = _settings(tmp_path, DATABASES={"default": {"HOST": host, "OPTIONS": {}}})
    assert setting_faults(settings, ENVIRON) == []


@pytest.mark.django_db
def test_invented_families_are_refused():
    assert not [fault for fault in check.database_faults() if "invented" in fault.what]
    get_user_model()._default_manager.create(email=SIGN_INS[0].email)
    assert [fault for fault in check.database_faults() if "invented families" in fault.what]


def test_what_documents_rest_on_is_tried_out(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "documents"
    assert check.document_faults() == []
    (tmp_path / "no folder").write_text("but a file")
    settings.MEDIA_ROOT, settings.CLAMAV_ADDRESS = tmp_path / "no folder", "/nowhere/clamd.ctl"
    store, scanner = check.document_faults()
    assert "does not keep a file" in store.what
    assert "does not answer" in scanner.what
    assert "clamd.conf" in scanner.cure


@pytest.mark.django_db
def test_the_command_counts_what_it_names_and_ends_with_1(capsys):
    assert main(["check"]) == 1
    shown = capsys.readouterr()
    assert "This is not production" in shown.err
    assert f"{shown.err.count('✗')} things to put right" in shown.out
