/** Runs commands on hosts over SSH: pinned host keys, jump hosts, an agent and kept connections. */
@NullMarked
package dev.cadastre.ssh;

import org.jspecify.annotations.NullMarked;
