package dev.cadastre.versions;

/** Two versions to be compared. */
record Pair(String a, String b) {}
