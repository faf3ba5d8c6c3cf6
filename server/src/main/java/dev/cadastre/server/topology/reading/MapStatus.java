package dev.cadastre.server.topology.reading;

import java.time.Duration;
import org.springframework.modulith.NamedInterface;

/**
 * How far the map is.
 *
 * @param assets how many it has
 * @param relations how many it has
 * @param waiting how many hosts have said something that is not on it yet
 * @param joined how many times a host's part of it was made since the server started
 * @param work how long that took in all
 */
@NamedInterface("reading")
public record MapStatus(int assets, long relations, int waiting, long joined, Duration work) {}
