/**
 * Tar archives: {@link dev.cadastre.change.tar.TarWriter} writes what every tar understands, and
 * {@link dev.cadastre.change.tar.TarReader} reads what anybody may have sent, entry by entry. What
 * may be in an archive is for others to say. Uses no other room.
 */
@NullMarked
package dev.cadastre.change.tar;

import org.jspecify.annotations.NullMarked;
