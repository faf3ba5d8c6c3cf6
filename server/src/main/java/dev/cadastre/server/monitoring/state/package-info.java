/**
 * What is thought of a monitor after each result, and why: soft and hard, flapping, reachable or
 * not, in a downtime or not. It computes only.
 */
@NullMarked
package dev.cadastre.server.monitoring.state;

import org.jspecify.annotations.NullMarked;
