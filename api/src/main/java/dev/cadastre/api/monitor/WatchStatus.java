package dev.cadastre.api.monitor;

/**
 * How the watch itself is doing.
 *
 * @param monitors how many monitors there are
 * @param inTurns how many of them are looked at in turns
 * @param checks how many checks began since the server did
 * @param late how late the middle one of the checks of the last two minutes began
 * @param latest how late all but one in a hundred of them began at most
 */
public record WatchStatus(int monitors, int inTurns, long checks, String late, String latest) {}
