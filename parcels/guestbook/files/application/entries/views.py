"""The guestbook's only page, and a sign of life."""

from django.conf import settings
from django.forms import modelform_factory
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from entries.models import Entry

EntryForm = modelform_factory(Entry, fields=["author", "text"])
SHOWN = 50


@require_http_methods(["GET", "POST"])
def entries(request):
    """All may write, and nobody signs in, so that there is nothing to forge."""
    if request.method == "POST":
        form = EntryForm(request.POST)
        if not form.is_valid():
            return HttpResponseBadRequest(form.errors.as_text(), content_type="text/plain")
        form.save()
        return redirect("/")
    newest = Entry.objects.order_by("-written")[:SHOWN]
    about = {"title": settings.TITLE, "release": settings.RELEASE}
    return render(request, "entries/page.html", {**about, "form": EntryForm(), "entries": newest})


@require_GET
def alive(request):
    """Says that somebody is there, without asking the database."""
    return HttpResponse("alive\n", content_type="text/plain")
