/**
 * The file {@code cadastre.conf}: the closed list of its settings, what a file says of them, and
 * how Spring gets to know it.
 */
@NullMarked
package dev.cadastre.server.startup.configuration;

import org.jspecify.annotations.NullMarked;
