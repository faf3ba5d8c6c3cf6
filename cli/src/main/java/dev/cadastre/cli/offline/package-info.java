/** Runs of changes without a server: this machine reaches the hosts, and keeps the journal. */
@NullMarked
package dev.cadastre.cli.offline;

import org.jspecify.annotations.NullMarked;
