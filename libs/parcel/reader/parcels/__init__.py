"""Reads, checks and builds parcels; written from docs/formats/parcel.md alone."""
