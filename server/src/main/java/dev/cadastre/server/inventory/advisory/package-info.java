/**
 * Advisories in the form of OSV, matched with the dictionary of packages rather than with hosts;
 * which hosts are affected, the bitmaps of packages tell.
 */
@NullMarked
package dev.cadastre.server.inventory.advisory;

import org.jspecify.annotations.NullMarked;
