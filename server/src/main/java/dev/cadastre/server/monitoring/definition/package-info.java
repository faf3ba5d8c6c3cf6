/**
 * How definitions of monitors are written, by API and in the estate file, and what they mean for
 * one asset. It computes only.
 */
@NullMarked
package dev.cadastre.server.monitoring.definition;

import org.jspecify.annotations.NullMarked;
