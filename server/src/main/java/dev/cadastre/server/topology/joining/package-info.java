/**
 * How the map follows the sockets of hosts: what a host tells is read, joined with what others
 * tell, compared with what is kept, and written, in one thread behind the reports.
 */
@NullMarked
package dev.cadastre.server.topology.joining;

import org.jspecify.annotations.NullMarked;
