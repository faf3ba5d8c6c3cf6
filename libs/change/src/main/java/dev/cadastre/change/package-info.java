/**
 * Ordered changes of hosts. A {@link dev.cadastre.change.Change} is a list of jobs that people read
 * from top to bottom; each {@link dev.cadastre.change.Job} is an operation and where it is done. An
 * {@link dev.cadastre.change.Operation} compares what is with what is wished for, and does no more
 * than what is missing.
 *
 * <p>What is planned, done and written down goes by these words; nothing here connects to a host,
 * for the way to one is a port.
 */
@NullMarked
package dev.cadastre.change;

import org.jspecify.annotations.NullMarked;
