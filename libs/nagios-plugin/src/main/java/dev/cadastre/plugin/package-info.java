/**
 * Launches Nagios plug-ins and understands what they say: the state by the exit code, the text, the
 * performance data, and the ranges that values are judged by.
 */
@NullMarked
package dev.cadastre.plugin;

import org.jspecify.annotations.NullMarked;
