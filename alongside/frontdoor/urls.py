from django.urls import path

from alongside.frontdoor.views import call, contact, family, guide, lists

urlpatterns = [
    path("front-door/prepare/", guide.prepare, name="front-door-prepare"),
    path("front-door/prepare/blank/", guide.blank, name="front-door-blank"),
    path("front-door/reference/", guide.reference, name="front-door-reference"),
    path("front-door/who-to-call/", guide.who_to_call, name="front-door-who-to-call"),
    path("front-door/answer/<str:token>/", contact.answer, name="front-door-answer"),
    path("front-door/", lists.waiting, name="front-door"),
    path("front-door/begin/", lists.begin, name="front-door-begin"),
    path("front-door/contacts/", lists.contacts, name="front-door-contacts"),
    path("front-door/contacts.xlsx", lists.contacts_sheet, name="front-door-contacts-sheet"),
    path("front-door/contacts/<int:contact_id>/", contact.contact, name="front-door-contact"),
    path("front-door/contacts/<int:contact_id>/take/", lists.take_one, name="front-door-take"),
    path("front-door/contacts/<int:contact_id>/take-over/", lists.take_one_over, name="front-door-take-over"),
    path("front-door/contacts/<int:contact_id>/put-away/", lists.put_one_away, name="front-door-put-away"),
    path("front-door/contacts/<int:contact_id>/tell/", contact.tell, name="front-door-tell"),
    path("front-door/contacts/<int:contact_id>/told/<int:told_id>/", contact.letter, name="front-door-letter"),
    path("front-door/contacts/<int:contact_id>/concerns/", call.concerns, name="front-door-concerns"),
    path("front-door/calls/<int:contact_id>/", call.call, name="front-door-call"),
    path("front-door/calls/<int:contact_id>/history/", call.history, name="front-door-history"),
    path("front-door/calls/<int:contact_id>/family/", family.new_family, name="front-door-new-family"),
    path("front-door/calls/<int:contact_id>/link/", call.link, name="front-door-link"),
    path("front-door/calls/<int:contact_id>/unlink/", call.unlink, name="front-door-unlink"),
]
