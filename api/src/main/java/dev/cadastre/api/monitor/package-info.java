/** Monitors on the wire: what is checked, what is thought of it, and results that are told. */
@NullMarked
package dev.cadastre.api.monitor;

import org.jspecify.annotations.NullMarked;
