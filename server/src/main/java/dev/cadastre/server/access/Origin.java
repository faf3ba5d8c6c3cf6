package dev.cadastre.server.access;

/**
 * Where somebody signs in from.
 *
 * @param address of the other end of the connection
 * @param client what the browser calls itself; hostile text
 */
public record Origin(String address, String client) {}
