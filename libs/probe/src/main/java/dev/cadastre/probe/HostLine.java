package dev.cadastre.probe;

/**
 * A line that a host sent.
 *
 * @param text decoded and {@link Cleaned cleaned}, without its end
 * @param cut whether it was longer than the limit
 */
record HostLine(String text, boolean cut) {}
