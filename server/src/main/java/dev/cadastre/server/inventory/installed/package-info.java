/**
 * How packages are stored: a dictionary, shared sets with deltas, and bitmaps derived from them.
 */
@NullMarked
package dev.cadastre.server.inventory.installed;

import org.jspecify.annotations.NullMarked;
