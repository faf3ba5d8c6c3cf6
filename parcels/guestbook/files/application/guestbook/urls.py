"""The pages of the guestbook."""

from django.urls import path

from entries import views

urlpatterns = [path("", views.entries), path("alive", views.alive)]
