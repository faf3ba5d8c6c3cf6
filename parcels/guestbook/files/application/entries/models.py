"""What guests leave behind."""

from django.db import models


class Entry(models.Model):
    """What one guest wrote."""

    id = models.BigAutoField(primary_key=True)
    author = models.CharField(max_length=100)
    text = models.TextField()
    written = models.DateTimeField(auto_now_add=True)
