"""Addresses of people, families and search."""

from django.urls import path

from alongside.people.views import access, adding, contact, family, merging, names_and_numbers, person, searching

IN_FAMILY = "families/<int:family_id>"
OF_PERSON = f"{IN_FAMILY}/people/<int:person_id>"

urlpatterns = [
    path("search/", searching.search, name="search"),
    path("people/find/", adding.find, name="find-people"),
    path("families/new/", adding.new_family, name="new-family"),
    path("emergency-access/", access.emergency_access, name="emergency-access"),
    path("emergency-access/to-see/", access.emergencies, name="emergencies"),
    path("emergency-access/<int:pk>/seen/", access.mark_seen, name="emergency-seen"),
    path(f"{IN_FAMILY}/people/", family.people, name="family-people"),
    path(f"{IN_FAMILY}/people/add/", adding.add_member, name="add-member"),
    path(f"{IN_FAMILY}/people/add/<int:person_id>/", adding.add_known, name="add-known"),
    path(f"{IN_FAMILY}/relationships/add/", family.relate, name="relate"),
    path(f"{IN_FAMILY}/relationships/<int:pk>/responsibility/", family.responsibility, name="responsibility"),
    path(f"{IN_FAMILY}/relationships/<int:pk>/end/", family.end_relationship, name="end-relationship"),
    path(f"{IN_FAMILY}/involved/add/", family.involve, name="involve"),
    path(f"{IN_FAMILY}/involved/<int:pk>/end/", family.end_involvement, name="end-involvement"),
    path(f"{IN_FAMILY}/restrict/", access.restrict, name="restrict-family"),
    path(f"{OF_PERSON}/", person.person, name="person"),
    path(f"{OF_PERSON}/edit/", person.edit, name="person-edit"),
    path(f"{OF_PERSON}/place/", person.change_membership, name="person-place"),
    path(f"{OF_PERSON}/leave/", person.leave, name="person-leave"),
    path(f"{OF_PERSON}/merge/", merging.merge, name="merge-person"),
    path(f"{OF_PERSON}/merge/undo/", merging.undo, name="undo-merge"),
    path(f"{OF_PERSON}/birth/", person.birth, name="person-birth"),
    path(f"{OF_PERSON}/loss/", person.loss, name="person-loss"),
    path(f"{OF_PERSON}/loss/undo/", person.take_back_loss, name="undo-loss"),
    path(f"{OF_PERSON}/schools/add/", person.earlier_school, name="add-school"),
    path(f"{OF_PERSON}/addresses/add/", contact.add_address, name="add-address"),
    path(f"{OF_PERSON}/addresses/<int:pk>/end/", contact.end_address, name="end-address"),
    path(f"{OF_PERSON}/addresses/<int:pk>/never-show/", contact.never_show, name="never-show"),
    path(f"{OF_PERSON}/contact/add/", contact.add_contact_point, name="add-contact"),
    path(f"{OF_PERSON}/contact/<int:pk>/end/", contact.end_contact_point, name="end-contact"),
    path(f"{OF_PERSON}/numbers/add/", names_and_numbers.add_number, name="add-number"),
    path(f"{OF_PERSON}/numbers/<int:pk>/withdraw/", names_and_numbers.withdraw_number, name="withdraw-number"),
    path(f"{OF_PERSON}/names/add/", names_and_numbers.add_other_name, name="add-name"),
    path(f"{OF_PERSON}/names/<int:pk>/withdraw/", names_and_numbers.withdraw_other_name, name="withdraw-name"),
]
