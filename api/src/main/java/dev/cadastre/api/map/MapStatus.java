package dev.cadastre.api.map;

/**
 * How far the map is, which follows reports by a moment.
 *
 * @param assets how many it has
 * @param relations how many it has
 * @param waiting how many hosts have said something that is not on it yet
 * @param joined how many times a host's part of it was made since the server started
 * @param workMillis how long that took in all, in milliseconds
 */
public record MapStatus(int assets, long relations, int waiting, long joined, long workMillis) {}
