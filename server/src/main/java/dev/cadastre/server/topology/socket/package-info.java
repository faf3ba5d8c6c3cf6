/**
 * What the sockets of hosts say of each other: who speaks with whose service, and how sure that is.
 * Pure: it reads and writes nothing.
 */
@NullMarked
package dev.cadastre.server.topology.socket;

import org.jspecify.annotations.NullMarked;
