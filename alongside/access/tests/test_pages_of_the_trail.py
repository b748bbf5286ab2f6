"""Looks are written by themselves, and read by those who may."""

import pytest
from django.db import connection, transaction
from django.http import Http404, HttpResponse
from django.test import Client
from django.urls import include, path

from alongside.access import trail
from alongside.access.guards import NotAllowed, need_to_know
from alongside.access.middleware import WroteWhileReading
from alongside.access.models import Look, Team

pytestmark = pytest.mark.django_db


@need_to_know
def a_page_of_a_family(request, family):
    trail.note_look(request, family_id=family)
    trail.note_look(request, family_id=family, what="an entry", subject="entry 17")
    trail.note_look(request, family_id=family, emergency=family == 9)
    if family == 404:
        raise Http404
    if family == 403:
        raise NotAllowed("sign_off")
    if family == 500:
        raise RuntimeError
    return HttpResponse("<p>their story</p>", content_type="text/plain")


@need_to_know
def a_page_that_writes(request):
    Team.objects.create(name="By the way")
    return HttpResponse("")


urlpatterns = [
    path("a-family/<int:family>/", a_page_of_a_family),
    path("two-families/", lambda request: [a_page_of_a_family(request, 1), a_page_of_a_family(request, 2)][1]),
    path("writes/", a_page_that_writes),
    path("", include("alongside.config.urls")),
]
handler403 = "alongside.access.errors.forbidden"
handler404 = "alongside.access.errors.not_found"
handler500 = "alongside.access.errors.broken"


class TestLooksAreWrittenByThemselves:
    @pytest.fixture(autouse=True)
    def signed_in(self, client, ada, settings):
        settings.ROOT_URLCONF = __name__
        client.force_login(ada)
        client.raise_request_exception = False

    def test_one_for_each_family_and_page(self, client, ada):
        client.get("/a-family/7/")
        look = Look.objects.get()
        assert (look.user_id, look.user_name, look.family_id) == (ada.pk, "Ada Okafor", 7)
        assert (look.what, look.subject, look.path, look.emergency) == ("an entry", "entry 17", "/a-family/7/", False)

    def test_two_families_in_one_statement(self, client):
        with connection.execute_wrapper(count := Counting()):
            client.get("/two-families/")
        assert set(Look.objects.values_list("family_id", flat=True)) == {1, 2}
        assert count.inserts == 1

    def test_emergency_access_is_marked(self, client):
        client.get("/a-family/9/")
        assert Look.objects.get().emergency

    @pytest.mark.parametrize("status", [403, 404, 500])
    def test_none_where_nothing_was_shown(self, client, status):
        assert client.get(f"/a-family/{status}/").status_code == status
        assert not Look.objects.exists()

    def test_none_for_what_is_sent(self, client):
        client.post("/a-family/7/")
        assert not Look.objects.exists()

    def test_a_page_whose_look_cannot_be_written_is_not_shown(self, client, monkeypatch):
        def fails(request: object) -> None:
            raise RuntimeError

        monkeypatch.setattr("alongside.access.middleware.write_looks", fails)
        answer = client.get("/a-family/7/")
        assert answer.status_code == 500
        assert "their story" not in answer.content.decode()

    def test_reading_writes_nothing_else(self, client):
        client.raise_request_exception = True
        with pytest.raises(WroteWhileReading, match="access_team"), transaction.atomic():
            client.get("/writes/")
        client.post("/writes/")
        assert Team.objects.filter(name="By the way").exists()


class Counting:
    inserts = 0

    def __call__(self, execute, sql, params, many, context):
        self.inserts += "INSERT INTO access_look" in sql
        return execute(sql, params, many, context)


class TestTheTrailIsRead:
    @pytest.fixture
    def auditor(self, client, make_user):
        auditor = make_user("Maria Silva", "auditor")
        client.force_login(auditor)
        return auditor

    def test_newest_first_and_page_by_page(self, client, auditor, ada):
        for number in range(120):
            trail.looked(by=ada, what="an entry", family_id=7, subject=f"entry {number}")
        first = client.get("/trail/").content.decode()
        assert "entry 119" in first
        assert "entry 69" not in first
        older = client.get("/trail/", {"before": Look.objects.get(subject="entry 70").pk}).content.decode()
        assert "entry 69" in older
        assert "entry 119" not in older

    def test_searched_by_who_what_and_emergency(self, client, auditor, ada, make_user):
        trail.looked(by=ada, what="an entry", family_id=7, subject="hers")
        trail.looked(by=make_user("Yusuf Demir"), what="an entry", family_id=8, subject="his", emergency=True)
        trail.changed(by=ada, action="changed a note", family_id=7)
        assert shown(client, who="okafor") == {"hers"}
        assert shown(client, family="8") == {"his"}
        assert shown(client, family="no such family") == set()
        assert shown(client, emergency="on") == {"his"}
        assert "changed a note" in client.get("/trail/", {"kind": "changes"}).content.decode()

    @pytest.mark.parametrize("nonsense", ["abc", "-1", "²", "9" * 40, "", "1; DROP TABLE"])
    def test_nonsense_in_the_address_is_no_error(self, client, auditor, nonsense):
        assert client.get("/trail/", {"before": nonsense, "kind": nonsense, "family": nonsense}).status_code == 200

    def test_others_are_told_who_may(self, client, ada, make_user):
        make_user("Maria Silva", "auditor")
        client.force_login(ada)
        page = client.get("/trail/")
        assert page.status_code == 403
        assert "Maria Silva" in page.content.decode()


def shown(client: Client, **search: str) -> set[str]:
    page = client.get("/trail/", search).content.decode()
    return {subject for subject in ("hers", "his") if f": {subject}" in page}
