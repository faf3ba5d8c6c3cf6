/**
 * Checks that need no process: what is asked of a host or a service, and what its answers mean.
 *
 * <p>What is read is understood by pure code; only {@link
 * dev.cadastre.server.monitoring.check.Reach} and what it hands out touch the network.
 */
@NullMarked
package dev.cadastre.server.monitoring.check;

import org.jspecify.annotations.NullMarked;
