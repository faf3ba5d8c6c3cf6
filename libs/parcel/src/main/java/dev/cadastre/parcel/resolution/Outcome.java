package dev.cadastre.parcel.resolution;

/** What came of looking for parcels that go together. */
public sealed interface Outcome permits Resolution, Refusal {}
