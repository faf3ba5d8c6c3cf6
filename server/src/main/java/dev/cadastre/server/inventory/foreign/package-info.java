/**
 * Understands what other tools tell of hosts, as reports like our own, and of applications. Takes
 * bytes and gives values; asks nobody and stores nothing.
 */
@NullMarked
package dev.cadastre.server.inventory.foreign;

import org.jspecify.annotations.NullMarked;
