/**
 * Understands what other inventories tell of hosts, as reports like our own. Takes bytes and gives
 * reports; asks nobody and stores nothing.
 */
@NullMarked
package dev.cadastre.server.inventory.foreign;

import org.jspecify.annotations.NullMarked;
