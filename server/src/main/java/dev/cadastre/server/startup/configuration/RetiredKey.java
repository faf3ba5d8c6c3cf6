package dev.cadastre.server.startup.configuration;

/**
 * A key that some release had.
 *
 * @param section where it stood
 * @param key its name there, in lower case
 * @param successor what to write instead, as a sentence without an end
 */
record RetiredKey(String section, String key, String successor) {}
