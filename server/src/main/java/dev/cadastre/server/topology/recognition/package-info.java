/**
 * What a process is: decisions over its name, account, ports and the host's packages, by rules that
 * are data. Asks nobody and stores nothing.
 */
@NullMarked
package dev.cadastre.server.topology.recognition;

import org.jspecify.annotations.NullMarked;
