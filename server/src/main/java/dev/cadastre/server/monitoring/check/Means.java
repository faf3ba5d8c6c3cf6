package dev.cadastre.server.monitoring.check;

import dev.cadastre.server.dispatch.outgoing.Authorities;
import java.time.Clock;

/**
 * What checks work with.
 *
 * @param reach the way to hosts
 * @param authorities who vouches for certificates
 * @param clock by which certificates are old
 * @param echo asks for ICMP echoes
 */
record Means(Reach reach, Authorities authorities, Clock clock, Echo echo) {}
