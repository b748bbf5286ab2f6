"""Addresses of a family's genogram."""

from django.urls import path

from alongside.genogram.views import adding, drawn, page, versions

HERE = "families/<int:family_id>/genogram"

urlpatterns = [
    path(f"{HERE}/", page.genogram, name="genogram"),
    path(f"{HERE}/genogram.svg", drawn.as_svg, name="genogram-svg"),
    path(f"{HERE}/genogram.png", drawn.as_png, name="genogram-png"),
    path(f"{HERE}/genogram.pdf", drawn.as_pdf, name="genogram-pdf"),
    path(f"{HERE}/move/", page.move, name="genogram-move"),
    path(f"{HERE}/back/", page.back, name="genogram-back"),
    path(f"{HERE}/remove/", page.remove, name="genogram-remove"),
    path(f"{HERE}/person/", adding.person, name="genogram-add-person"),
    path(f"{HERE}/relation/", adding.relation, name="genogram-add-relation"),
    path(f"{HERE}/tie/", adding.tie, name="genogram-add-tie"),
    path(f"{HERE}/around/", adding.around, name="genogram-add-around"),
    path(f"{HERE}/note/", adding.note, name="genogram-add-note"),
    path(f"{HERE}/about/<str:node>/", adding.about, name="genogram-about"),
    path(f"{HERE}/versions/", versions.versions, name="genogram-versions"),
    path(f"{HERE}/versions/<int:version_id>/", versions.version, name="genogram-version"),
]
